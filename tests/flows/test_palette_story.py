# SPDX-License-Identifier: EUPL-1.2
"""Strg+K for everything: posts, days, commands, views and settings are found and done without a mouse, or with it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kalender.domain.saved_view import SavedView
from kalender.ui.shell.handing.paper import PaperDialog
from kalender.ui.shell.search.offers import Group, Offer
from kalender.ui.shell.search.rows import HEADING, HIT, OFFER
from tests.flows.sitting import CTRL, Sitting


def look_for(sitting: Sitting, words: str) -> list[str]:
    """Press Strg+K, type, and return what is found as it is read out."""
    sitting.key(Qt.Key.Key_K, CTRL)
    sitting.type(words)
    sitting.window.search.run()
    return spoken(sitting)


def spoken(sitting: Sitting) -> list[str]:
    found = sitting.window.search.list
    return [str(found.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(found.count())]


def headings(sitting: Sitting) -> list[str]:
    found = sitting.window.search.list
    every = [str(found.item(row).data(HEADING)) for row in range(found.count())]
    return [words for words in every if words]


def test_a_day_is_typed_and_the_calendar_goes_there(sitting: Sitting) -> None:
    sitting.to_page(3)
    found = look_for(sitting, "24.12.2026")
    assert found[0].startswith("Gehe zu Donnerstag, 24. Dezember 2026")
    assert headings(sitting)[0] == "Tag"
    sitting.key(Qt.Key.Key_Return)
    assert sitting.front == "calendar"
    assert sitting.calendar.cursor_day() == date(2026, 12, 24)


def test_a_post_is_still_opened_by_its_words(sitting: Sitting) -> None:
    look_for(sitting, "Glasfaser")
    assert headings(sitting)[0] == "Beiträge"
    sitting.key(Qt.Key.Key_Return)
    assert sitting.front == "editor"


def test_a_command_is_found_by_a_word_and_says_its_key(sitting: Sitting) -> None:
    found = look_for(sitting, "pdf")
    assert "Befehl Drucken oder als PDF sichern …, Strg P" in found
    found = look_for(sitting, "druck")
    assert found[0] == "Befehl Drucken oder als PDF sichern …, Strg P"
    sitting.key(Qt.Key.Key_Return)
    dialogs = [item for item in sitting.window.findChildren(PaperDialog) if item.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].close()


def test_what_cannot_be_done_now_says_why_and_stays(sitting: Sitting) -> None:
    sitting.to_page(4)
    found = look_for(sitting, "auf tag verschieben")
    assert found[0].startswith("Befehl Auf Tag verschieben …, Strg T, nicht möglich: ")
    sitting.key(Qt.Key.Key_Return)
    assert sitting.window.search.isVisible()
    assert sitting.said
    sitting.key(Qt.Key.Key_Escape)


def test_a_part_of_the_settings_is_found_by_another_word_for_it(sitting: Sitting) -> None:
    found = look_for(sitting, "Betriebsruhe")
    place = found.index("Einstellung Sperrzeiten")
    for _step in range(place):
        sitting.key(Qt.Key.Key_Down)
    sitting.key(Qt.Key.Key_Return)
    assert sitting.front == "settings"
    assert sitting.window.pages.page("settings").list.currentItem().text() == "Sperrzeiten"  # type: ignore[attr-defined]  # the page of the settings


def test_a_saved_view_is_found_and_used(sitting: Sitting) -> None:
    sitting.house.views.save("Nur der Ablauf", SavedView(id="", page="board"))
    sitting.settle()
    assert look_for(sitting, "nur der")[0] == "Ansicht Nur der Ablauf"
    sitting.key(Qt.Key.Key_Return)
    assert sitting.front == "board"


def test_what_was_used_last_is_offered_before_anything_is_typed(sitting: Sitting) -> None:
    sitting.key(Qt.Key.Key_K, CTRL)
    assert sitting.window.search.isVisible()
    assert "nächster Dienstag" in sitting.window.search.lesson.text()
    assert spoken(sitting) == []
    sitting.key(Qt.Key.Key_Escape)
    look_for(sitting, "Papierkorb")
    sitting.key(Qt.Key.Key_Return)
    look_for(sitting, "Glasfaser")
    sitting.key(Qt.Key.Key_Return)
    sitting.key(Qt.Key.Key_K, CTRL)
    assert headings(sitting) == ["Zuletzt benutzt"]
    first, second = spoken(sitting)
    assert first.startswith("Glasfaser")
    assert second == "Befehl Papierkorb"
    sitting.key(Qt.Key.Key_Down)
    sitting.key(Qt.Key.Key_Return)
    assert sitting.front == "trash"


def test_a_result_is_clicked_with_the_mouse(sitting: Sitting) -> None:
    look_for(sitting, "ablauf")
    results = sitting.window.search.list
    row = next(row for row in range(results.count()) if results.item(row).text() == "Ablauf")
    middle = results.visualItemRect(results.item(row)).center()
    sitting.click(results.viewport(), middle)
    assert sitting.front == "board"


def test_every_row_is_a_result_and_has_a_name(sitting: Sitting) -> None:
    look_for(sitting, "ka")
    results = sitting.window.search.list
    assert results.count() > 3
    for row in range(results.count()):
        item = results.item(row)
        assert item.data(Qt.ItemDataRole.AccessibleTextRole)
        assert item.data(HIT) is not None or isinstance(item.data(OFFER), Offer)
    assert set(headings(sitting)) <= {group.value for group in Group}


def test_nothing_of_it_is_imported_before_strg_k(sitting: Sitting, tmp_path: Path) -> None:
    assert "search" not in vars(sitting.window)
    QTest.keyClick(sitting.window, Qt.Key.Key_K, CTRL)
    assert "search" in vars(sitting.window)
