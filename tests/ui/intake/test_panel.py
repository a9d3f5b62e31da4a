# SPDX-License-Identifier: EUPL-1.2
"""A table becomes posts: looked at first, columns said otherwise, all or nothing."""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.jobs.jobs import Jobs
from kalender.ui.intake.panel import ImportPanel
from kalender.ui.theme.theme import Theme
from tests.ui.room import a_house

FOLDER = Path(__file__).parents[3] / "resources" / "themes"
PLAN = """Datum;Uhrzeit;Titel;Text;Kanal;Bemerkung
04.12.2026;17:00;Weihnachtsmarkt;Der Markt ist auf.;Facebook, Instagram;Foto von Jonas
07.12.2026;;Ausbildung;Jetzt bewerben.;Facebook;
;;Danke an den Winterdienst;;;
"""


class Now(Executor):
    """Works at once, in the thread that asks."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it."""
        found: Future[Any] = Future()
        found.set_result(fn(*args, **kwargs))
        return found


@dataclass
class Intake:
    """The panel with what belongs to it."""

    house: House
    panel: ImportPanel
    folder: Path
    taken: list[Any] = field(default_factory=list)

    def show(self, text: str, name: str = "plan.csv") -> None:
        """Write a table and choose it."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        self.panel.show_file(path)
        QApplication.processEvents()


@pytest.fixture
def intake(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Intake]:
    house = a_house(tmp_path)
    jobs = Jobs(executor=Now())
    panel = ImportPanel(Theme(qapp, FOLDER, choice="hell"), house.exchange, jobs)
    qtbot.addWidget(panel)
    found = Intake(house, panel, tmp_path)
    panel.taken.connect(found.taken.append)
    panel.show()
    yield found
    jobs.close()
    house.close()


def titles(house: House) -> list[str]:
    found = [*house.posts.backlog(), *house.posts.cards_between(*_december())]
    return sorted(card.title for card in found)


def _december() -> tuple[Any, Any]:
    from datetime import date

    return date(2026, 12, 1), date(2026, 12, 31)


def test_a_table_is_looked_at_and_then_taken_as_one_step(intake: Intake) -> None:
    assert not intake.panel.take.isEnabled()
    intake.show(PLAN)
    assert intake.panel.take.text() == "3 Beiträge übernehmen"
    model = intake.panel.rows.model()
    assert [model.index(0, column).data() for column in range(5)] == [
        "2",
        "Weihnachtsmarkt",
        "04.12.2026, 17:00",
        "Facebook, Instagram",
        "neu",
    ]
    assert titles(intake.house) == []
    intake.panel.take.click()
    assert titles(intake.house) == ["Ausbildung", "Danke an den Winterdienst", "Weihnachtsmarkt"]
    assert intake.panel.outcome.text() == "3 Beiträge übernommen"
    intake.house.desk.undo()
    assert titles(intake.house) == []


def test_a_bad_row_is_named_and_nothing_is_taken(intake: Intake) -> None:
    intake.show(PLAN.replace("07.12.2026", "31.02.2026"))
    assert not intake.panel.take.isEnabled()
    assert intake.panel.problem.isVisible()
    words = intake.panel._bad_column.itemAt(0).widget().text()  # type: ignore[union-attr]  # a line of text
    assert words.startswith("Zeile 3: „31.02.2026“ ist kein Datum")
    intake.show(PLAN)
    assert intake.panel.take.isEnabled()
    assert not intake.panel.problem.isVisible()


def test_a_column_can_mean_something_else(intake: Intake) -> None:
    intake.show("Datum;Was wir sagen;Titel\n04.12.2026;Der Markt ist auf.;Weihnachtsmarkt\n")
    box = intake.panel.mapping.lists["Was wir sagen"]
    box.setCurrentIndex(box.findData("text"))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()
    intake.panel.take.click()
    card = intake.house.posts.cards_between(*_december())[0]
    assert intake.house.posts.get(card.id).text == "Der Markt ist auf."


def test_the_same_table_again_brings_nothing_new(intake: Intake) -> None:
    intake.show(PLAN)
    intake.panel.take.click()
    intake.show(PLAN)
    assert intake.panel.summary.text() == "3 unverändert"
    assert not intake.panel.take.isEnabled()


def test_a_file_that_is_no_plan_says_what_to_do(intake: Intake) -> None:
    intake.show("eins;zwei\n1;2\n")
    assert intake.panel.problem.isVisible()
    assert "Überschriften" in intake.panel.problem.accessibleName()
    assert not intake.panel.take.isEnabled()


def test_the_next_file_with_the_same_headings_is_read_as_the_last_one(intake: Intake) -> None:
    odd = "Datum;Titel;Wozu\n04.12.2026;Weihnachtsmarkt;Für alle\n"
    intake.show(odd)
    mapping = intake.panel.mapping

    def choose(heading: str, wanted: str) -> None:
        box = mapping.lists[heading]
        box.setCurrentIndex(box.findData(wanted))
        box.activated.emit(box.currentIndex())
        QApplication.processEvents()

    choose("Wozu", "note")
    assert [note.isHidden() for note in mapping.notes.values()] == [True, True, True]
    intake.panel.accept_table()
    intake.show(odd + "11.12.2026;Vorlesen;Bücherei\n", "neu.csv")
    assert mapping.lists["Wozu"].currentData() == "note"
    assert [heading for heading, note in mapping.notes.items() if not note.isHidden()] == ["Wozu"]
    assert mapping.lists["Wozu"].accessibleDescription() == "wie beim letzten Mal"
    choose("Wozu", "text")
    assert mapping.notes["Wozu"].isHidden()
