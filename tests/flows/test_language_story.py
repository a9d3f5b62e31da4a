# SPDX-License-Identifier: EUPL-1.2
"""A post of the sample is said again in Turkish and in easy German, by keys and by mouse, and follows its original."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kalender.domain.siblings.tongues import EASY
from kalender.ui.widgets.picking.sheet import PickSheet
from tests.flows.hands import dialog
from tests.flows.sitting import CTRL, SHIFT, Sitting

TITLE = "Vorlesen in der Bücherei"
TURKISH = f"{TITLE} (Türkisch)"


def opened(sitting: Sitting, title: str) -> None:
    """Open a post by its title."""
    sitting.search(title)
    assert sitting.front == "editor"
    assert sitting.editor.session.post.title == title


def language(sitting: Sitting) -> PickSheet:
    """Return the dialog that asks for a language."""
    found = dialog(sitting)
    assert isinstance(found, PickSheet)
    return found


def test_a_post_is_said_in_turkish_by_keys_and_follows_its_original(sitting: Sitting) -> None:
    opened(sitting, TITLE)
    sitting.key(Qt.Key.Key_L, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Return)  # an open menu has the keys
    sitting.settle()
    asked = language(sitting)
    asked.picker.search.setFocus()
    sitting.type("türk")
    sitting.key(Qt.Key.Key_Return)
    assert sitting.said == "Fassung begonnen: Türkisch"
    editor = sitting.editor
    assert editor.session.post.title == TURKISH
    editor.column.box.area.setFocus()
    sitting.type("Cuma günü kütüphanede kitap okuyoruz.")
    editor.leave()
    assert sitting.post(TURKISH).text == "Cuma günü kütüphanede kitap okuyoruz."
    assert not [item for item in editor.found if item.rule in {"text.spelling", "load.same_hour"}]

    strip = editor.family.strip
    assert strip is not None
    sitting.click(strip.links[0])
    assert editor.session.post.title == TITLE
    editor.column.box.area.setFocus()
    sitting.key(Qt.Key.Key_End, CTRL)
    sitting.type(" Der Eintritt ist frei.")
    editor.leave()
    assert strip.facts.siblings[0][1] == "Türkisch (Entwurf, Original geändert)"

    sitting.click(strip.links[0])
    assert "sibling.outdated" in {item.rule for item in editor.found}
    assert strip.compare is not None
    sitting.click(strip.compare)
    sitting.click(sitting.button("Passt wieder", dialog(sitting)))
    assert not sitting.house.siblings.of(sitting.card(TURKISH).id).outdated
    sitting.undo()
    assert sitting.house.siblings.of(sitting.card(TURKISH).id).outdated
    sitting.redo()
    assert not sitting.house.siblings.of(sitting.card(TURKISH).id).outdated


def test_the_calendar_and_its_panel_show_the_family(sitting: Sitting) -> None:
    original = sitting.card(TITLE).id
    easy = sitting.house.siblings.create(original, EASY, title="Vorlesen leicht gesagt")
    sitting.settle()
    page = sitting.calendar
    page.show_post(easy)
    sitting.settle()
    spoken = page.model.index_of(easy).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Sprache: Leichte Sprache" in spoken
    sitting.click(sitting.button("Original öffnen", page.inspector))
    assert sitting.editor.session.id == original
    sitting.to_page(2)
    page.show_post(original)
    sitting.settle()
    sitting.click(sitting.button("Fassung öffnen", page.inspector))
    assert sitting.editor.session.id == easy


def test_the_palette_knows_the_command_and_says_where_it_does_not_fit(sitting: Sitting) -> None:
    action = sitting.window.actions_["post.sibling"]
    assert not action.isEnabled()
    opened(sitting, TITLE)
    assert action.isEnabled()
    sitting.menu("post.sibling")
    sitting.choose("Neue Fassung beginnen …")
    asked = language(sitting)
    asked.picker.choose("de-simple")
    sitting.click(asked.go)
    assert sitting.editor.session.post.language == "de-simple"
