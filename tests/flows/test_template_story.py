# SPDX-License-Identifier: EUPL-1.2
"""Posts from templates, blocks while writing, and the fields of a post, by mouse and by keys alone."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from kalender.ui.templates.forms import TemplateForm
from kalender.ui.templates.page import TemplatesPage
from kalender.ui.widgets.picking.questions import Questions
from kalender.ui.widgets.picking.sheet import PickPopover, PickSheet
from tests.flows.sitting import CTRL, NONE, SHIFT, Sitting, T

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def opened(sitting: Sitting, kind: type[T]) -> T:
    """Return the dialog that stands open."""
    found = [item for item in sitting.window.findChildren(kind) if item.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_road_is_closed_from_a_template_by_keys_alone(sitting: Sitting) -> None:
    sitting.calendar.step_to(date(2026, 12, 22))
    sitting.settle()
    sitting.key(Qt.Key.Key_N, CTRL | SHIFT)
    sheet = opened(sitting, PickSheet)
    sitting.type("gesperrt")
    assert sheet.picker.key == "strasse-gesperrt"
    sitting.key(ENTER)
    form = opened(sitting, Questions)
    for words in ("Ringstraße", "voll gesperrt"):
        sitting.type(words)
        sitting.key(TAB)
    assert form.answers["Art"] == "voll gesperrt"
    assert "Ringstraße voll gesperrt" in form.preview.toPlainText()
    sitting.key(ENTER)
    assert sitting.front == "editor"
    post = sitting.post("Ringstraße gesperrt")
    assert post.planned is not None
    assert post.planned.date() == date(2026, 12, 22)
    assert post.task == "Straßen, Wege und Verkehr"
    assert len(post.checklist) == 6
    sitting.editor.column.box.area.setFocus()
    sitting.key(TAB)
    assert sitting.editor.column.box.area.textCursor().selectedText() == "{Beginn}"
    sitting.type("Montag")
    sitting.editor.session.flush()
    assert "Von Montag bis" in sitting.post("Ringstraße gesperrt").text
    assert any(item.rule == "text.placeholder" for item in sitting.editor.found)


def test_the_search_begins_a_post_and_puts_a_block_into_one(sitting: Sitting) -> None:
    sitting.search("Vorlage Entwarnung")
    opened(sitting, Questions).go.click()
    sitting.settle()
    assert sitting.front == "editor"
    area = sitting.editor.column.box.area
    area.replace(0, len(area.text()), "")
    sitting.search("Baustein Hashtags: Stadt")
    assert area.text() == "#StadtLindenbrunn #Rathaus"


def test_a_template_never_stands_before_posts_of_the_same_words(sitting: Sitting) -> None:
    sitting.search("Müllabfuhr")
    assert sitting.front == "editor"
    assert sitting.editor.session.post.title == "Müllabfuhr über Weihnachten"


def test_a_block_is_put_in_by_mouse_and_undone(sitting: Sitting) -> None:
    sitting.search("Vorlesen")
    area = sitting.editor.column.box.area
    before = area.text()
    sitting.click(sitting.editor.column.box.blocks)
    popover = opened(sitting, PickPopover)
    row = popover.picker.list
    item = next(
        row.item(n) for n in range(row.count()) if row.item(n).text() == "Hashtags: Familie und Schule"
    )
    row.scrollToItem(item)
    sitting.click(row.viewport(), row.visualItemRect(item).center())
    assert popover.picker.title.text() == "Hashtags: Familie und Schule"
    QTest.mouseDClick(row.viewport(), Qt.MouseButton.LeftButton, NONE, row.visualItemRect(item).center())
    sitting.settle()
    assert "#Familie #Kinder" in area.text()
    area.setFocus()
    sitting.undo()
    assert area.text() == before


def test_fields_are_chosen_by_mouse_and_found_again(sitting: Sitting) -> None:
    sitting.search("Vorlesen")
    fields = sitting.editor.column.fields
    sitting.editor.column.area.ensureWidgetVisible(fields.fold)
    sitting.click(fields.fold)
    groups = fields.more.several["groups"]
    sitting.editor.column.area.ensureWidgetVisible(groups)
    groups.pick.trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    sitting.choose("Familien mit Kindern")
    assert sitting.post("Vorlesen in der Bücherei").groups == ("Familien mit Kindern",)
    found = sitting.house.posts.find("Familien mit Kindern")
    assert [hit.card.title for hit in found] == ["Vorlesen in der Bücherei"]
    sitting.undo()
    assert sitting.post("Vorlesen in der Bücherei").groups == ()


def test_a_template_is_changed_on_its_page_reset_and_hidden(sitting: Sitting) -> None:
    sitting.menu("tools.templates")
    page = sitting.window.pages.current
    assert isinstance(page, TemplatesPage)
    sitting.click(page.rows[0].title)
    form = opened(sitting, TemplateForm)
    form.lines["title"].setFocus()
    form.lines["title"].selectAll()
    sitting.type("Sperrung {Straße}")
    sitting.click(form.go)
    library = sitting.house.stock.library
    assert library.templates.get("strasse-gesperrt").title == "Sperrung {Straße}"
    assert sitting.said == "Vorlage geändert: Straße gesperrt"
    sitting.click(page.rows[0].buttons["reset"])
    assert library.templates.get("strasse-gesperrt").title == "{Straße} gesperrt"
    sitting.click(page.rows[0].buttons["delete"])
    assert page.rows[0].item.id != "strasse-gesperrt"
    sitting.undo()
    assert page.rows[0].item.id == "strasse-gesperrt"


def test_a_template_says_when_there_is_less_time_than_it_wants(sitting: Sitting) -> None:
    tomorrow = sitting.house.posts.now().date() + timedelta(days=1)
    sitting.calendar.step_to(tomorrow)
    sitting.settle()
    sitting.menu("new.template")
    opened(sitting, PickSheet).go.click()
    sitting.settle()
    form = opened(sitting, Questions)
    notes = [label.text() for label in form.findChildren(QLabel)]
    assert any(text.startswith("Diese Vorlage braucht 3 Arbeitstage Vorlauf") for text in notes)
    form.close()
