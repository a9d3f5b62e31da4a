# SPDX-License-Identifier: EUPL-1.2
"""The page Sicherungen and what makes backups beside it: honest states, reasons for what is off, one at a time."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.refusal import RefusalKind, Refused
from kalender.jobs.jobs import Jobs
from kalender.services.backups.backups import Made
from kalender.services.backups.places import Places
from kalender.services.clock import FixedClock
from kalender.store.backup.folders import Hashes
from kalender.store.backup.info import Reason
from kalender.ui.backups.keeper import Keeper
from kalender.ui.backups.page import BackupsPage
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.feedback.dialog import MessageDialog
from tests.ui.room import NOW, a_house, a_photo

FOLDER = Path(__file__).parents[3] / "resources" / "themes"


class ByHand(Executor):
    """Works when it is told to, in the thread that tells it; at once until then."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []
        self.held = False

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it, or keep it for later."""
        if self.held:
            self.waiting.append(lambda: fn(*args, **kwargs))
        else:
            fn(*args, **kwargs)
        return Future()

    def go_on(self) -> None:
        """Do what waits."""
        self.held = False
        while self.waiting:
            self.waiting.pop(0)()


@dataclass
class Desk:
    """The page with what belongs to it."""

    house: House
    keeper: Keeper
    page: BackupsPage
    threads: ByHand
    places: list[Places]
    said: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)

    def settle(self) -> None:
        """Hear all answers, compare what is chosen."""
        for _ in range(20):
            QApplication.processEvents()
        if self.page._wait.isActive():
            self.page.compare()
        for _ in range(20):
            QApplication.processEvents()

    def back_up(self) -> None:
        """Press Jetzt sichern, a minute later."""
        clock = self.house.clock
        assert isinstance(clock, FixedClock)
        clock.set(clock.local("Europe/Berlin") + timedelta(minutes=1))
        self.page.now.click()
        self.settle()

    def rows(self) -> list[str]:
        """Return what a screen reader says of each row."""
        model = self.page.model
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    house = a_house(tmp_path)
    house.pictures.import_files([a_photo(tmp_path)])
    threads = ByHand()
    jobs = Jobs(executor=threads)
    places = [Places(first=tmp_path / "Sicherungen")]
    window = QWidget()
    keeper = Keeper(house.backups_at(lambda: places[-1]), jobs, house.posts.now, window)
    opened: list[Path] = []
    page = BackupsPage(
        Theme(qapp, FOLDER, choice="hell"), keeper=keeper, jobs=jobs, now=house.posts.now, saved=lambda: True,
        open_folder=opened.append, parent=window,
    )  # fmt: skip
    qtbot.addWidget(window)
    found = Desk(house, keeper, page, threads, places, opened=opened)
    page.said.connect(found.said.append)
    page.refused.connect(found.refused.append)
    page.resize(1100, 700)
    window.show()
    page.show()
    found.settle()
    yield found
    keeper.stop()
    jobs.close()
    house.close()


def test_where_there_is_none_the_page_teaches_and_one_button_makes_the_first(desk: Desk) -> None:
    assert desk.page.empty.isVisible()
    assert not desk.page.now.isVisible()
    desk.page.first.click()
    desk.settle()
    assert desk.rows() == ["heute, 10:42, von Hand, 0 Beiträge, 1 Bild, " + desk.rows()[0].split("Bild, ")[1]]
    assert desk.rows()[0].endswith("neben dem Plan, geprüft")
    assert desk.said == [f"Gesichert und geprüft: {desk.said[0].partition(': ')[2]}"]


def test_a_damaged_one_stays_in_the_list_with_its_reason_and_gives_nothing(desk: Desk) -> None:
    desk.page.first.click()
    desk.settle()
    info = desk.page.list.chosen()
    assert info is not None
    info.path.write_bytes(info.path.read_bytes()[:-5])
    desk.page.reload()
    desk.settle()
    assert desk.rows()[0].endswith("beschädigt: verändert")
    assert "1 ist beschädigt" in desk.page.bar.note.text()
    assert "abgeschnitten" in desk.page.detail.trouble.accessibleName()
    assert not desk.page.detail.restore.isEnabled()
    assert "abgeschnitten" in desk.page.detail.restore.toolTip()


def test_what_would_change_follows_the_plan_while_the_page_is_open(desk: Desk) -> None:
    desk.page.first.click()
    desk.settle()
    assert not desk.page.detail.restore.isEnabled()
    ends = desk.house.desk.subscribe(desk.page.changed)
    desk.house.posts.create("Neu")
    desk.settle()
    assert desk.page.detail.restore.isEnabled()
    assert not desk.page.detail.add.isEnabled()
    assert desk.page.detail.add.toolTip()
    desk.page.detail.restore.click()
    desk.settle()
    assert desk.house.store.posts() == 0
    ends()


def test_an_original_that_is_gone_comes_back_without_setting_anything_back(desk: Desk) -> None:
    desk.page.first.click()
    desk.settle()
    desk.house.posts.create("Neu")
    for path in desk.house.pictures.shelf.files():
        path.unlink()
    desk.page.compare()
    desk.settle()
    assert desk.page.detail.add.isEnabled()
    desk.page.detail.add.click()
    desk.settle()
    assert desk.house.store.posts() == 1
    assert len(list(desk.house.pictures.shelf.files())) == 1
    assert desk.said[-1] == "Im Plan war nichts zurückzusetzen."


def test_the_choice_is_kept_when_a_newer_one_comes(desk: Desk) -> None:
    desk.page.first.click()
    desk.settle()
    chosen = desk.page.list.chosen()
    desk.back_up()
    assert desk.page.model.rowCount() == 2
    assert desk.page.list.chosen() == chosen


def test_without_a_backup_of_what_is_there_it_asks_before_it_restores(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.page.first.click()
    desk.settle()
    desk.house.posts.create("Neu")
    desk.places.append(Places(first=tmp_path / "weg", second=tmp_path / "Sicherungen", beside=False))
    monkeypatch.setattr(Hashes, "note", _full_disk)
    desk.page.restore()
    desk.settle()
    (dialog,) = desk.page.findChildren(MessageDialog)
    assert desk.house.store.posts() == 1
    dialog.close()
    desk.page.restore(unsecured=True)
    desk.settle()
    assert desk.house.store.posts() == 0


def _full_disk(_self: Hashes, _path: Path, _sha256: str) -> None:
    raise OSError(28, "No space left on device")


def test_backups_are_made_one_after_the_other(desk: Desk) -> None:
    made: list[Made | None] = []
    desk.threads.held = True
    desk.keeper.run(Reason.MANUAL, made.append)
    desk.house.posts.create("Neu")
    desk.keeper.run(Reason.BEFORE_IMPORT, made.append)
    assert len(desk.threads.waiting) == 1
    desk.threads.go_on()
    desk.settle()
    assert [item.ok for item in made if item is not None] == [True, True]


def test_the_daily_one_waits_for_a_quiet_moment_and_is_made_once(desk: Desk) -> None:
    looked: list[object] = []
    desk.keeper.looked.connect(looked.append)
    desk.keeper.begin()
    desk.settle()
    assert [item.reason for item in desk.keeper.backups.listed()] == [Reason.DAILY]
    desk.keeper.look()
    desk.settle()
    assert len(desk.keeper.backups.listed()) == 1
    assert len(looked) == 1
    clock = desk.house.clock
    assert isinstance(clock, FixedClock)
    clock.set(NOW + timedelta(days=1))
    desk.house.posts.create("Am nächsten Tag")
    desk.keeper.look()
    desk.settle()
    assert len(desk.keeper.backups.listed()) == 2


def test_what_was_cancelled_is_not_tried_again_the_same_day(desk: Desk) -> None:
    heard: list[Made | None] = []
    desk.threads.held = True
    desk.keeper.run(Reason.DAILY, heard.append)
    for job in desk.keeper._beside._mine:
        job.cancel()
    desk.threads.go_on()
    desk.settle()
    assert heard == [None]
    desk.keeper.look()
    desk.settle()
    assert not desk.keeper.backups.listed()


def test_what_waits_for_a_backup_goes_on_after_it_or_is_asked_about(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    asked: list[Callable[[], object]] = []
    failed: list[Refused] = []
    desk.keeper.unsecured.connect(asked.append)
    desk.keeper.failed.connect(failed.append)
    desk.keeper.secured(lambda: done.append("eins"))
    desk.settle()
    assert done == ["eins"]

    def broken(*_anything: object, **_more: object) -> Made:
        raise Refused(RefusalKind.PLAN_DAMAGED, path="x")

    monkeypatch.setattr(desk.keeper.backups, "make", broken)
    desk.keeper.secured(lambda: done.append("zwei"))
    desk.settle()
    assert done == ["eins"]
    assert [item.kind for item in failed] == [RefusalKind.PLAN_DAMAGED]
    asked[0]()
    assert done == ["eins", "zwei"]


def test_pictures_bring_a_backup_once_an_hour(desk: Desk) -> None:
    clock = desk.house.clock
    assert isinstance(clock, FixedClock)
    for minutes, count in ((0, 1), (30, 1), (61, 2)):
        clock.set(NOW + timedelta(minutes=minutes))
        desk.house.posts.create(f"{minutes}")
        desk.keeper.before_pictures()
        desk.settle()
        assert len(desk.keeper.backups.listed()) == count


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    desk.page.first.click()
    desk.settle()
    for widget in desk.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget


def test_the_folder_opens_and_a_second_place_is_told_of(desk: Desk, tmp_path: Path) -> None:
    desk.page.first.click()
    desk.settle()
    desk.page.detail.folder.click()
    assert desk.opened
    assert desk.opened[0].parent == tmp_path / "Sicherungen"
    chosen: list[str] = []
    desk.page.second_chosen.connect(chosen.append)
    stick = tmp_path / "Stick"
    stick.mkdir()
    desk.places.append(Places(first=tmp_path / "Sicherungen", second=stick))
    desk.page.choose_second(str(stick))
    desk.settle()
    assert chosen == [str(stick)]
    assert list(stick.glob("*/plan-*.kalender"))
    assert desk.page.places.state.text() == "auf derselben Platte wie der Plan"
    stick.rename(tmp_path / "abgezogen")
    desk.page.reload()
    desk.settle()
    assert desk.page.places.state.text() == "nicht da"


def test_nothing_can_be_restored_before_a_backup_is_chosen(desk: Desk) -> None:
    detail = desk.page.detail
    assert not detail.restore.isEnabled()
    assert not detail.add.isEnabled()
