# SPDX-License-Identifier: EUPL-1.2
"""The same post in other languages, by mouse and by keys: begun, read beside the original, matched, let go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from kalender.domain.siblings.tongues import EASY
from kalender.ui.editor.siblings.reference import Reference
from kalender.ui.editor.siblings.strip import SiblingStrip
from kalender.ui.widgets.blocks.diff import DiffText
from kalender.ui.widgets.controls.focus import FocusRing
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.ui.widgets.picking.sheet import PickSheet
from tests.ui.editor.conftest import Desk

ARABIC = "نقرأ القصص يوم الجمعة."


def strip_of(desk: Desk) -> SiblingStrip:
    assert desk.page.family.strip is not None
    return desk.page.family.strip


def reference_of(desk: Desk) -> Reference:
    assert desk.page.family.reference is not None
    return desk.page.family.reference


def shown_sheet(desk: Desk) -> Sheet:
    found = [item for item in desk.page.window().findChildren(Sheet) if item.isVisible()]
    assert len(found) == 1
    return found[0]


def follow(desk: Desk) -> list[str]:
    """Open what the page asks for, as the window does, and note it."""
    opened: list[str] = []

    def to(id_: str) -> None:
        opened.append(id_)
        desk.page.open(id_)

    desk.page.open_post.connect(to)
    return opened


def entries(menu: QMenu) -> list[str]:
    return [item.text() for item in menu.actions() if item.text()]


def test_a_post_alone_has_no_strip(desk: Desk) -> None:
    assert desk.page.family.strip is None
    assert desk.page.column.languages.isVisible()
    assert desk.page.column.languages.accessibleName() == "Fassung in anderer Sprache"
    assert not desk.area.rtl


def test_a_sibling_is_begun_by_mouse_and_stands_beside_its_original(desk: Desk, qtbot: QtBot) -> None:
    opened = follow(desk)
    QTest.mouseClick(desk.page.column.languages, Qt.MouseButton.LeftButton)
    menu = next(item for item in desk.page.findChildren(QMenu) if item.isVisible())
    assert entries(menu)[0] == "Neue Fassung beginnen …"
    menu.actions()[0].trigger()
    menu.close()
    sheet = shown_sheet(desk)
    assert isinstance(sheet, PickSheet)
    assert sheet.picker.shown[:2] == (EASY, "de-simple")
    sheet.picker.choose("tr")
    QTest.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    (sibling,) = opened
    post = desk.house.posts.get(sibling)
    assert (post.language, post.original, post.title) == (
        "tr",
        desk.id,
        "Vorlesen in der Bücherei (Türkisch)",
    )
    assert strip_of(desk).isVisible()
    assert strip_of(desk).accessibleName() == "Türkisch zu: Vorlesen in der Bücherei"
    assert desk.area.text() == ""
    assert reference_of(desk).isVisible()
    assert reference_of(desk).text.toPlainText() == "Am Freitag lesen wir vor."
    assert reference_of(desk).text.isReadOnly()
    assert desk.said[-1] == "Fassung begonnen: Türkisch"
    QTest.mouseClick(strip_of(desk).links[0], Qt.MouseButton.LeftButton)
    assert opened[-1] == desk.id
    assert strip_of(desk).facts.siblings == ((sibling, "Türkisch (Entwurf)", False),)
    assert not reference_of(desk).isVisible()


def test_a_sibling_is_begun_and_matched_by_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    opened = follow(desk)
    desk.page.perform("post.sibling")
    menu = next(item for item in desk.page.findChildren(QMenu) if item.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Return)
    sheet = shown_sheet(desk)
    assert isinstance(sheet, PickSheet)
    QTest.keyClicks(sheet.picker.search, "ukrain")
    QTest.keyClick(sheet.picker.search, Qt.Key.Key_Return)
    (sibling,) = opened
    assert desk.house.posts.get(sibling).language == "uk"
    desk.house.editing.set_text(desk.id, "Am Samstag lesen wir vor.")
    strip = strip_of(desk)
    assert "Das Original wurde am 3. Dez. 2026 geändert." in strip.accessibleName()
    assert strip.match is not None
    strip.match.setFocus()
    QTest.keyClick(strip.match, Qt.Key.Key_Space)
    assert not desk.house.siblings.of(sibling).outdated
    assert "geändert" not in strip.accessibleName()
    assert desk.said[-1] == "Passt wieder zum Original"


def test_everything_on_the_strip_can_be_reached_by_tab_and_has_a_name(desk: Desk) -> None:
    sibling = desk.house.siblings.create(desk.id, "tr")
    desk.house.siblings.create(desk.id, EASY)
    desk.house.editing.set_text(desk.id, "Am Samstag lesen wir vor.")
    desk.page.open(sibling)
    strip = strip_of(desk)
    assert strip.compare is not None
    assert strip.match is not None
    assert strip.beside is not None
    for part in (*strip.links, strip.compare, strip.match, strip.beside):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_words_that_changed_in_the_original_are_shown(desk: Desk) -> None:
    sibling = desk.house.siblings.create(desk.id, "tr")
    desk.house.editing.set_text(desk.id, "Am Samstag lesen wir vor.")
    desk.house.editing.set_text(desk.id, "Vorlesen!", "instagram")
    desk.page.open(sibling)
    strip = strip_of(desk)
    assert strip.compare is not None
    QTest.mouseClick(strip.compare, Qt.MouseButton.LeftButton)
    sheet = shown_sheet(desk)
    found = [item.accessibleDescription() for item in sheet.findChildren(DiffText)]
    assert found[0] == "Am [gestrichen: Freitag] [neu: Samstag] lesen wir vor."
    assert len(found) == 2
    assert "Instagram" in [item.text() for item in sheet.findChildren(QLabel)]
    sheet.close()


def test_the_finding_leads_to_the_difference_and_to_the_match(desk: Desk) -> None:
    sibling = desk.house.siblings.create(desk.id, "tr")
    desk.house.editing.set_text(sibling, "Cuma günü okuyoruz.")
    desk.house.editing.set_text(desk.id, "Am Samstag lesen wir vor.")
    desk.page.open(sibling)
    found = [item for item in desk.page.found if item.rule == "sibling.outdated"]
    assert len(found) == 1
    desk.page.family.match()
    desk.page.check()
    assert not [item for item in desk.page.found if item.rule == "sibling.outdated"]


def test_arabic_runs_from_right_to_left_in_the_field_and_in_the_preview(desk: Desk) -> None:
    sibling = desk.house.siblings.create(desk.id, "ar")
    desk.house.editing.set_text(sibling, ARABIC)
    desk.page.open(sibling)
    desk.tab("facebook")
    assert desk.area.rtl
    assert desk.area.document().firstBlock().textDirection() is Qt.LayoutDirection.RightToLeft
    content = desk.page.looking.preview.content
    assert content is not None
    assert content.rtl
    labels = [item.text() for item in desk.page.looking.preview.findChildren(QLabel)]
    assert [text for text in labels if ARABIC in text and 'dir="rtl"' in text]
    assert (
        reference_of(desk).text.document().defaultTextOption().textDirection()
        is not Qt.LayoutDirection.RightToLeft
    )
    desk.page.open(desk.id)
    assert not desk.area.rtl


def test_readability_is_measured_in_german_only(desk: Desk) -> None:
    long = "Wir lesen am Freitag vor. Der Eintritt ist frei. " * 6
    desk.house.editing.set_text(desk.id, long)
    turkish = desk.house.siblings.create(desk.id, "tr")
    easy = desk.house.siblings.create(desk.id, EASY)
    meter = desk.page.column.box.meter
    for sibling, measured in ((turkish, False), (easy, True)):
        desk.house.editing.set_text(sibling, long)
        desk.page.open(sibling)
        assert (meter.found is not None) is measured
    desk.page.open(desk.id)
    assert meter.found is not None


def test_the_original_beside_the_text_follows_the_tab_and_can_be_put_away(desk: Desk) -> None:
    desk.house.editing.set_text(desk.id, "Vorlesen!", "instagram")
    sibling = desk.house.siblings.create(desk.id, "tr")
    desk.page.open(sibling)
    desk.tab("instagram")
    assert reference_of(desk).text.toPlainText() == "Vorlesen!"
    desk.tab("facebook")
    assert reference_of(desk).text.toPlainText() == "Am Freitag lesen wir vor."
    strip = strip_of(desk)
    assert strip.beside is not None
    QTest.keyClick(strip.beside, Qt.Key.Key_Space)
    assert not reference_of(desk).isVisible()
    desk.page.show_post()
    assert not reference_of(desk).isVisible()


def test_an_original_in_the_trash_is_said_and_cannot_be_opened(desk: Desk) -> None:
    sibling = desk.house.siblings.create(desk.id, "tr")
    desk.page.open(sibling)
    desk.house.posts.delete([desk.id])
    strip = strip_of(desk)
    assert "Das Original liegt im Papierkorb." in strip.accessibleName()
    assert strip.links == []
    assert strip.beside is None
    assert not reference_of(desk).isVisible()


def test_a_post_is_linked_to_an_original_and_let_go(desk: Desk) -> None:
    other = desk.house.posts.create("Reading aloud", text="We read aloud.")
    desk.page.open(other)
    assert "Einem Original zuordnen …" in entries(desk.page.family.menu())
    desk.page.family.choose_original()
    sheet = shown_sheet(desk)
    assert isinstance(sheet, PickSheet)
    assert desk.id in sheet.picker.shown
    assert other not in sheet.picker.shown
    sheet.picker.choose(desk.id)
    sheet.picker.take()
    language = next(item for item in desk.page.window().findChildren(PickSheet) if item.isVisible())
    language.picker.choose("en")
    language.picker.take()
    assert desk.house.posts.get(other).original == desk.id
    assert desk.house.posts.get(other).language == "en"
    menu = desk.page.family.menu()
    assert {"Vom Original lösen", "Passt wieder zum Original"} <= set(entries(menu))
    next(item for item in menu.actions() if item.text() == "Vom Original lösen").trigger()
    assert desk.house.posts.get(other).original == ""
    assert strip_of(desk).accessibleName() == "Sprache: Englisch"


def test_what_cannot_be_is_said(desk: Desk) -> None:
    desk.house.siblings.create(desk.id, "tr")
    desk.page.family.begin("tr")
    assert "Türkisch" in desk.refused[-1]


@pytest.mark.parametrize("width", [700, 1358, 1910])
def test_the_strip_takes_the_lines_it_needs(desk: Desk, width: int) -> None:
    last = desk.house.siblings.create(desk.id, "tr")
    for language in ("uk", "ar", "ru", "pl"):
        desk.house.siblings.create(desk.id, language)
    desk.house.editing.set_text(desk.id, "Am Samstag lesen wir vor.")
    desk.page.resize(width, 816)
    desk.page.open(last)
    QApplication.processEvents()
    strip = strip_of(desk)
    for part in (*strip.links, strip.match, strip.compare, strip.beside):
        assert part is not None
        assert strip.rect().contains(part.geometry())
    assert not strip.findChildren(FocusRing)
