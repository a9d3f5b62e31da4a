# SPDX-License-Identifier: EUPL-1.2
"""The export over a real plan: only what is approved can be chosen, and what is finished stays finished."""

import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.services.packing import Package, PackOrder
from kalender.ui.theme.theme import Theme
from tests.ui.publish.conftest import Counter
from tests.ui.stages import a_post

Key = Qt.Key
CHECK, TEXT, TIP = (
    int(role)
    for role in (
        Qt.ItemDataRole.CheckStateRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
    )
)


def test_days_are_headings_and_what_is_held_back_stands_below_with_its_reason(counter: Counter) -> None:
    rows = [counter.page.model.row_at(row) for row in range(counter.page.model.rowCount())]
    assert [row.heading or (row.card.title if row.card else "") for row in rows] == [
        "Morgen, Freitag 4. Dezember",
        "Weihnachtsmarkt",
        "Sonntag 6. Dezember",
        "Wahllokale",
        "Nicht exportierbar",
        "Wahlergebnis",
        "Noch ohne Text",
        "Müllabfuhr",
        "Haushalt",
    ]
    reasons = {row.card.title: row.reason for row in rows if row.card and row.reason}
    assert reasons["Müllabfuhr"] == "Freigabe fehlt noch, wartet seit heute"
    assert reasons["Wahlergebnis"] == "Noch nicht zur Prüfung gegeben"


def test_only_what_is_approved_can_be_ticked(counter: Counter) -> None:
    held = counter.page.model.index(counter.row(counter.posts.waiting))
    assert held.data(CHECK) is None
    assert "ist nicht freigegeben" in held.data(TIP)
    counter.click(counter.posts.waiting)
    assert not counter.page.model.setData(held, Qt.CheckState.Checked, CHECK)
    counter.page.choose([counter.posts.waiting, counter.second])
    assert counter.page.model.ticked() == [counter.second]


def test_ticks_by_mouse_and_space_count_on_the_button(counter: Counter) -> None:
    assert counter.page.output.go.text() == "2 Beiträge exportieren"
    counter.click(counter.second)
    assert counter.page.output.go.text() == "1 Beitrag exportieren"
    assert counter.page.all.checkState() is Qt.CheckState.PartiallyChecked
    index = counter.page.model.index(counter.row(counter.second))
    assert index.data(TEXT).endswith("nicht ausgewählt")
    QTest.keyClick(counter.page.list, Key.Key_Space)
    assert counter.page.model.ticked() == [counter.posts.approved, counter.second]
    counter.page.all.click()
    assert counter.page.model.ticked() == []
    assert not counter.page.output.go.isEnabled()
    assert "mindestens einen" in counter.page.output.go.toolTip()
    counter.page.all.click()
    assert len(counter.page.model.ticked()) == 2


def test_an_export_writes_packages_and_says_what_left(counter: Counter) -> None:
    counter.run()
    assert counter.told == ["2 Beiträge exportiert"]
    assert counter.page.progress.title.text() == "Export fertig: 2 von 2"
    assert counter.page.progress.words() == ["1 Ordner, 0 Bilder"] * 2
    assert counter.stage(counter.posts.approved) is counter.stage(counter.second) is Stage.EXPORTED
    manifests = list(counter.out.rglob("*.json"))
    assert manifests
    assert all(json.loads(path.read_text("utf-8")) for path in manifests)
    assert counter.page.model.ticked() == []
    again = counter.page.model.index(counter.row(counter.second)).data(CHECK)
    assert again == Qt.CheckState.Unchecked


def test_the_zip_file_holds_the_same_packages(counter: Counter) -> None:
    QTest.mouseClick(counter.page.output.archive, Qt.MouseButton.LeftButton)
    QTest.mouseClick(counter.page.output.folders, Qt.MouseButton.LeftButton)
    assert counter.page.output.folders.isChecked()
    counter.run()
    (archive,) = counter.out.glob("*.zip")
    with zipfile.ZipFile(archive) as file:
        packed = {Path(name).name for name in file.namelist() if not name.endswith("/")}
    folders = {path.name for path in counter.out.rglob("*") if path.is_file() and path != archive}
    assert packed == folders


def test_cancelling_keeps_what_is_finished_and_leaves_the_rest(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = counter.house.publishing.build
    steps: list[str] = []

    def slow(order: PackOrder, out: Path) -> Package:
        steps.append("built")
        return build(order, out)

    monkeypatch.setattr(counter.house.publishing, "build", slow)
    counter.page.output.go.click()
    counter.page.progress.cancel.click()
    assert counter.page.progress.title.text() == "Export wird abgebrochen …"
    counter.wait()
    assert steps == ["built"]
    assert counter.stage(counter.posts.approved) is Stage.EXPORTED
    assert counter.stage(counter.second) is Stage.APPROVED
    assert counter.page.progress.title.text() == "Export abgebrochen: 1 von 2 fertig"
    assert counter.page.progress.words()[1] == "nicht exportiert"


def test_a_full_disk_ends_the_export_with_a_sentence_and_marks_nothing(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_order: PackOrder, _out: Path) -> Package:
        raise Refused(RefusalKind.DISK_FULL)

    monkeypatch.setattr(counter.house.publishing, "build", full)
    counter.run()
    assert [item.kind for item in counter.failed] == [RefusalKind.DISK_FULL]
    assert counter.page.progress.problem().startswith("Der Datenträger ist voll.")
    assert counter.stage(counter.posts.approved) is counter.stage(counter.second) is Stage.APPROVED
    assert counter.page.output.go.isEnabled()


def test_a_place_that_cannot_be_written_is_told_too(counter: Counter) -> None:
    counter.out.write_text("keine Mappe", encoding="utf-8")
    counter.run()
    assert counter.failed
    assert counter.page.progress.problem()
    assert counter.stage(counter.second) is Stage.APPROVED


def test_a_post_changed_while_it_was_packed_does_not_leave(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver = counter.house.publishing.deliver

    def late(package: Package) -> object:
        if package.post == counter.second:
            counter.house.editing.set_text(counter.second, "Doch anders.")
        return deliver(package)

    monkeypatch.setattr(counter.house.publishing, "deliver", late)
    counter.run()
    assert counter.stage(counter.posts.approved) is Stage.EXPORTED
    assert counter.stage(counter.second) is Stage.DRAFT
    assert counter.page.progress.words()[1] == "zurückgehalten"
    row = counter.page.model.row_at(counter.row(counter.second))
    assert row.reason == "Freigabe erloschen. Inhalt nach der Freigabe geändert."


def test_an_approval_that_lapses_takes_the_tick_away(counter: Counter) -> None:
    text = counter.house.posts.get(counter.second).text
    counter.house.editing.set_text(counter.second, text.replace(":", ",", 1))
    assert counter.page.model.ticked() == [counter.posts.approved]
    assert counter.page.output.go.text() == "1 Beitrag exportieren"


def test_the_period_narrows_the_list(counter: Counter) -> None:
    assert len(counter.page.model.ready()) == 2
    counter.house.posts.move_to([counter.second], datetime(2026, 12, 12, 8, 0))
    counter.page.period.setCurrentIndex(0)
    assert counter.page.model.ticked() == [counter.posts.approved]
    counter.page.choose([counter.second])
    assert counter.page.model.ticked() == [counter.second]


def test_another_place_is_remembered_and_used(counter: Counter) -> None:
    heard: list[str] = []
    counter.page.folder_chosen.connect(heard.append)
    counter.page.output.change.click()
    assert counter.asked == [counter.out]
    assert heard == [str(counter.page.output.folder)]
    counter.run()
    assert list(counter.page.output.folder.iterdir())
    assert not counter.out.exists()


def test_nothing_planned_is_said(counter: Counter) -> None:
    house = counter.house
    cards = house.publishing.held_back(None, None)
    house.posts.delete([counter.posts.approved, counter.second, *(item.card.id for item in cards)])
    assert counter.page.model.rowCount() == 0
    assert not counter.page.list.isVisible()
    a_post(house, "Neu", 9)
    assert counter.page.list.isVisible()


def test_large_text_puts_list_and_output_one_below_the_other(counter: Counter, theme: Theme) -> None:
    left, right = counter.page.list, counter.page.output
    assert left.mapTo(counter.page, left.rect().topLeft()).x() < 10
    assert right.mapTo(counter.page, right.rect().topLeft()).x() > 400
    theme.set_scale(200)
    QApplication.processEvents()
    assert right.mapTo(counter.page, right.rect().topLeft()).x() < 10
