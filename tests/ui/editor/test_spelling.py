# SPDX-License-Identifier: EUPL-1.2
"""Spelling in the editor: wrong words stand among the findings, are mended by keys, or taken for right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kalender.jobs.jobs import Jobs
from kalender.services.language.spelling import RULE
from kalender.ui.editor.side.notices import key_of, remedies_of
from kalender.ui.editor.side.spelling import SpellingHelp
from tests.ui.editor.conftest import Desk

TEXT = "Die Sperung am Hölderle beginnt. Der Weinachtsmarkt ist offen."


class Now(Executor):
    """Does the work at once; what comes of it still goes through the loop of events."""

    def submit(self, work: Callable[..., object], /, *args: object, **named: object) -> Future[object]:  # type: ignore[override]  # one type of answer
        future: Future[object] = Future()
        future.set_result(work(*args, **named))
        return future


@pytest.fixture
def spelling(desk: Desk, qtbot: QtBot) -> Iterator[SpellingHelp]:
    jobs = Jobs(Now())
    found = desk.page.spelling = SpellingHelp(desk.page, desk.house.spelling, jobs)
    desk.house.editing.set_text(desk.id, TEXT)
    desk.page.check()
    qtbot.waitUntil(lambda: len(wrong(desk)) == 3)
    yield found
    jobs.close()


def wrong(desk: Desk) -> list[str]:
    return [str(item.facts["found"]) for item in desk.page.found if item.rule == RULE]


def the_menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_wrong_words_are_marked_and_listed_with_what_can_be_done(desk: Desk, spelling: SpellingHelp) -> None:
    del spelling
    assert wrong(desk) == ["Sperung", "Hölderle", "Weinachtsmarkt"]
    (finding, *_) = (item for item in desk.page.found if item.rule == RULE)
    row = desk.page.findings.row(key_of(finding))
    assert row is not None
    assert [verb for verb, _symbol, _do in remedies_of(finding, desk.page)] == [
        "Vorschläge …",
        "Wort ist richtig",
    ]


def test_f7_goes_from_word_to_word_and_offers_what_it_might_be(
    desk: Desk, spelling: SpellingHelp, qtbot: QtBot
) -> None:
    del spelling
    desk.area.setFocus()
    desk.area.select(0, 0)
    QTest.keyClick(desk.area, Qt.Key.Key_F7)
    menu = the_menu(qtbot)
    assert desk.area.textCursor().selectedText() == "Sperung"
    choice = next(item for item in menu.actions() if item.text() == "Sperrung")
    menu.setActiveAction(choice)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert desk.area.text().startswith("Die Sperrung am")
    QTest.keyClick(desk.area, Qt.Key.Key_F7)
    menu = the_menu(qtbot)
    assert desk.area.textCursor().selectedText() == "Hölderle"
    menu.close()


def test_a_word_taken_for_right_is_never_marked_again(desk: Desk, spelling: SpellingHelp) -> None:
    finding = next(item for item in desk.page.found if item.facts.get("found") == "Hölderle")
    menu = spelling.menu(finding, "Hölderle", ())
    assert [item.isEnabled() for item in menu.actions() if not item.isSeparator()][:2] == [False, True]
    next(item for item in menu.actions() if item.text() == "In die Wortliste aufnehmen").trigger()
    assert wrong(desk) == ["Sperung", "Weinachtsmarkt"]
    desk.house.desk.undo()
    desk.page.check()
    assert "Hölderle" in wrong(desk)
    menu.deleteLater()


def test_an_offered_word_shows_its_and_sign(desk: Desk, spelling: SpellingHelp) -> None:
    finding = next(item for item in desk.page.found if item.facts.get("found") == "Sperung")
    menu = spelling.menu(finding, "Sperung", ("S&W",))
    assert menu.actions()[0].text() == "S&&W"
    menu.actions()[0].trigger()
    assert desk.area.text().startswith("Die S&W am")
    menu.deleteLater()


def test_without_wrong_words_f7_says_so(desk: Desk, spelling: SpellingHelp) -> None:
    del spelling
    desk.house.editing.set_text(desk.id, "Der Markt ist offen.")
    desk.page.check()
    desk.area.setFocus()
    QTest.keyClick(desk.area, Qt.Key.Key_F7)
    assert desk.said[-1] == "Kein Wort mehr, das im Wörterbuch fehlt."


def test_the_menu_key_offers_what_the_word_at_the_cursor_might_be(
    desk: Desk, spelling: SpellingHelp, qtbot: QtBot
) -> None:
    del spelling
    desk.house.editing.set_text(desk.id, "📣 " + TEXT)
    desk.page.check()
    place = desk.area.text().index("Sperung") + 2
    desk.area.select(place, 0)
    spot = desk.area.cursorRect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, desk.area.mapToGlobal(spot))
    QApplication.sendEvent(desk.area.viewport(), asked)
    menu = the_menu(qtbot)
    next(item for item in menu.actions() if item.text() == "Sperrung").trigger()
    assert "Die Sperrung am" in desk.area.text()
    menu.close()


def test_a_right_word_has_the_ordinary_menu(desk: Desk, spelling: SpellingHelp) -> None:
    assert not spelling.offer_at(TEXT.index("beginnt") + 2)


TWICE = "Die Sperung beginnt. Nach der Sperung ist offen, vor der Sperung nicht."


def test_a_wrong_word_is_underlined_wherever_it_stands_and_listed_once(
    desk: Desk, spelling: SpellingHelp, qtbot: QtBot
) -> None:
    del spelling
    desk.house.editing.set_text(desk.id, TWICE)
    desk.page.check()
    qtbot.waitUntil(lambda: wrong(desk) == ["Sperung"])
    marks = [item.cursor.selectedText() for item in desk.area.extraSelections()]
    assert marks.count("Sperung") == 3


def test_the_second_of_two_wrong_words_is_mended_where_it_stands(
    desk: Desk, spelling: SpellingHelp, qtbot: QtBot
) -> None:
    desk.house.editing.set_text(desk.id, TWICE)
    desk.page.check()
    qtbot.waitUntil(lambda: wrong(desk) == ["Sperung"])
    assert spelling.offer_at(TWICE.index("Nach der Sperung") + 11)
    menu = the_menu(qtbot)
    next(item for item in menu.actions() if item.text() == "Sperrung").trigger()
    assert desk.area.text() == TWICE.replace("Nach der Sperung", "Nach der Sperrung")
    menu.close()


def test_f7_goes_through_every_place_of_a_wrong_word(
    desk: Desk, spelling: SpellingHelp, qtbot: QtBot
) -> None:
    del spelling
    desk.house.editing.set_text(desk.id, TWICE)
    desk.page.check()
    qtbot.waitUntil(lambda: wrong(desk) == ["Sperung"])
    desk.area.setFocus()
    desk.area.select(0, 0)
    found = []
    for _ in range(4):
        QTest.keyClick(desk.area, Qt.Key.Key_F7)
        menu = the_menu(qtbot)
        found.append(desk.area.textCursor().selectionStart())
        menu.close()
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    places = [at for at in range(len(TWICE)) if TWICE.startswith("Sperung", at)]
    assert found == [*places, places[0]]
