# SPDX-License-Identifier: EUPL-1.2
"""The board over a real plan: dragging, keys, quick add, menu, filter, limit."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kalender.domain.stage import Stage
from kalender.ui.board.menu import card_menu
from kalender.ui.board.target import first_sentence
from kalender.ui.theme.theme import Theme
from kalender.wording.terms import STAGES
from tests.ui.board.conftest import Wall
from tests.ui.stages import a_post, submitted

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def test_every_post_stands_in_the_column_of_its_stage(wall: Wall) -> None:
    assert wall.titles(Stage.IDEA) == ["Hundesteuer erklären"]
    assert wall.titles(Stage.DRAFT) == ["Wahlergebnis", "Noch ohne Text"]
    assert wall.titles(Stage.IN_REVIEW) == ["Müllabfuhr", "Haushalt"]
    assert wall.titles(Stage.APPROVED) == ["Weihnachtsmarkt"]


def test_dragging_a_draft_to_the_reviewers_asks_for_approval(wall: Wall) -> None:
    wall.drag(wall.posts.draft, Stage.IN_REVIEW)
    assert wall.stage(wall.posts.draft) is Stage.IN_REVIEW
    assert "Wahlergebnis" in wall.titles(Stage.IN_REVIEW)
    assert not wall.refused
    wall.house.desk.undo()
    assert wall.titles(Stage.DRAFT) == ["Wahlergebnis", "Noch ohne Text"]


def test_a_drag_tells_beforehand_what_it_would_do(wall: Wall) -> None:
    wall.drag(wall.posts.draft, Stage.IN_REVIEW, drop=False)
    assert wall.column(Stage.IN_REVIEW).target() == "Zur Prüfung geben"
    assert wall.page.carrying.ghost.isVisible()
    wall.drag(wall.posts.draft, Stage.APPROVED, drop=False)
    assert wall.column(Stage.IN_REVIEW).target() == ""
    assert wall.column(Stage.APPROVED).target().startswith("Freigeben kann nur Ines Falkner")


def test_a_drop_that_rules_forbid_changes_nothing_and_says_why(wall: Wall) -> None:
    wall.drag(wall.posts.empty, Stage.IN_REVIEW)
    assert wall.stage(wall.posts.empty) is Stage.DRAFT
    assert "noch keinen Text" in wall.refused[0]
    wall.drag(wall.posts.waiting, Stage.EXPORTED)
    assert wall.stage(wall.posts.waiting) is Stage.IN_REVIEW
    assert "nicht freigegeben" in wall.refused[1]
    assert not wall.exported


def test_esc_ends_a_drag_and_leaves_the_card_where_it_was(wall: Wall) -> None:
    wall.drag(wall.posts.draft, Stage.IN_REVIEW, drop=False)
    view = wall.column(Stage.DRAFT).view
    QTest.keyClick(view, Key.Key_Escape)
    assert not wall.page.carrying.ghost.isVisible()
    assert wall.column(Stage.IN_REVIEW).target() == ""
    there = wall.column(Stage.IN_REVIEW).view.viewport()
    QTest.mouseRelease(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        view.viewport().mapFromGlobal(there.mapToGlobal(there.rect().center())),
    )
    assert wall.stage(wall.posts.draft) is Stage.DRAFT


def test_a_small_wobble_of_the_mouse_is_no_drag(wall: Wall) -> None:
    view, point = wall.column(Stage.DRAFT).view, wall.middle(wall.posts.draft)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    QTest.mouseMove(view.viewport(), point + QPoint(2, 1))
    assert not wall.page.carrying.ghost.isVisible()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert wall.page.selected() == [wall.posts.draft]


def test_dropping_on_approved_opens_the_review_for_who_may_approve(wall: Wall) -> None:
    wall.house.desk.acting_as("ines")
    wall.page.reload()
    wall.drag(wall.posts.waiting, Stage.APPROVED)
    assert wall.reviewed == [wall.posts.waiting]
    assert wall.stage(wall.posts.waiting) is Stage.IN_REVIEW


def test_dropping_an_approved_post_on_exported_asks_for_the_export(wall: Wall) -> None:
    wall.drag(wall.posts.approved, Stage.EXPORTED)
    assert wall.exported == [[wall.posts.approved]]
    assert wall.stage(wall.posts.approved) is Stage.APPROVED


def test_alt_and_arrows_move_a_card_and_keep_it_chosen(wall: Wall) -> None:
    wall.page.select(wall.posts.idea)
    QTest.keyClick(wall.column(Stage.IDEA).view, Key.Key_Right, ALT)
    assert wall.stage(wall.posts.idea) is Stage.DRAFT
    assert wall.page.selected() == [wall.posts.idea]
    QTest.keyClick(wall.column(Stage.DRAFT).view, Key.Key_Left, ALT)
    assert wall.stage(wall.posts.idea) is Stage.IDEA
    wall.page.select(wall.posts.waiting)
    QTest.keyClick(wall.column(Stage.IN_REVIEW).view, Key.Key_Left, ALT)
    assert wall.stage(wall.posts.waiting) is Stage.DRAFT


def test_arrows_go_from_column_to_column_and_over_empty_ones(wall: Wall) -> None:
    wall.page.select(wall.posts.idea)
    QTest.keyClick(wall.column(Stage.IDEA).view, Key.Key_Right)
    assert wall.page.selected() == [wall.posts.draft]
    QTest.keyClick(wall.column(Stage.DRAFT).view, Key.Key_Down)
    assert wall.page.selected() == [wall.posts.empty]
    QTest.keyClick(wall.column(Stage.DRAFT).view, Key.Key_Return)
    assert wall.opened == [wall.posts.empty]


def test_quick_add_creates_and_stays_open(wall: Wall) -> None:
    quick = wall.column(Stage.IDEA).quick
    assert quick is not None
    quick.line.setFocus()
    QTest.keyClicks(quick.line, "Sternsinger")
    QTest.keyClick(quick.line, Key.Key_Return)
    QTest.keyClicks(quick.line, "Blutspende")
    QTest.keyClick(quick.line, Key.Key_Return)
    assert {"Sternsinger", "Blutspende"} <= set(wall.titles(Stage.IDEA))
    assert quick.line.text() == ""
    assert not wall.opened


def test_quick_add_with_shift_enter_opens_the_draft(wall: Wall) -> None:
    quick = wall.column(Stage.DRAFT).quick
    assert quick is not None
    QTest.keyClicks(quick.line, "Rodelhang")
    QTest.keyClick(quick.line, Key.Key_Return, SHIFT)
    assert [wall.house.posts.get(id_).title for id_ in wall.opened] == ["Rodelhang"]
    assert wall.stage(wall.opened[0]) is Stage.DRAFT
    QTest.keyClicks(quick.line, "Vertan")
    QTest.keyClick(quick.line, Key.Key_Escape)
    assert quick.line.text() == ""
    assert "Vertan" not in wall.titles(Stage.DRAFT)


def test_the_menu_switches_off_what_rules_forbid_and_says_why(wall: Wall, theme: Theme) -> None:
    wall.page.select(wall.posts.waiting)
    menu = card_menu(theme, [wall.posts.waiting], wall.page, wall.page)
    stages = next(iter(menu.findChildren(QMenu)))
    entries = {action.text(): action for action in stages.actions()}
    approved = entries[STAGES[Stage.APPROVED].text]
    assert not approved.isEnabled()
    assert "Ines Falkner" in approved.toolTip()
    assert entries[STAGES[Stage.DRAFT].text].isEnabled()
    entries[STAGES[Stage.DRAFT].text].trigger()
    assert wall.stage(wall.posts.waiting) is Stage.DRAFT
    menu.deleteLater()


def test_the_menus_of_the_window_hear_what_is_possible(wall: Wall) -> None:
    heard: list[dict[str, str]] = []
    wall.page.offered.connect(heard.append)
    wall.page.select(wall.posts.draft)
    assert heard[-1]["post.review"] == ""
    assert "nicht freigegeben" in heard[-1]["post.export"]
    wall.page.perform("post.next")
    assert wall.stage(wall.posts.draft) is Stage.IN_REVIEW
    wall.page.select(wall.posts.approved)
    wall.page.perform("post.backlog")
    assert wall.house.posts.get(wall.posts.approved).planned is None
    wall.page.columns[Stage.APPROVED].view.clearSelection()
    assert wall.page.offers()["post.review"] == "Wählen Sie zuerst einen Beitrag aus."


def test_a_comma_changed_after_the_approval_shows_on_the_card_with_the_reason(wall: Wall) -> None:
    text = wall.house.posts.get(wall.posts.approved).text
    wall.house.editing.set_text(wall.posts.approved, text.replace(":", ",", 1))
    column = wall.column(Stage.DRAFT)
    card = column.model.card(column.model.row_of(wall.posts.approved))
    look = column.delegate.look(card)
    assert look.badge is not None
    assert look.badge.text == "Freigabe erloschen"
    assert any(foot.text == "danach geändert" for foot in look.feet)
    tip = column.model.index(column.model.row_of(wall.posts.approved)).data(Qt.ItemDataRole.ToolTipRole)
    assert "Inhalt nach der Freigabe geändert." in tip


def test_too_many_in_review_warn_but_block_nothing(wall: Wall) -> None:
    town = replace(wall.house.plan.municipality, review_limit=2)
    with wall.house.desk.action("plan.changed") as act:
        act.put(town)
    column = wall.column(Stage.IN_REVIEW)
    assert column.view.accessibleName() == "In Prüfung, 2 Beiträge"
    wall.drag(wall.posts.draft, Stage.IN_REVIEW)
    assert wall.stage(wall.posts.draft) is Stage.IN_REVIEW
    assert column.view.accessibleName() == "In Prüfung, 3 Beiträge, Grenze 2 überschritten"


def test_filters_narrow_all_columns_and_the_month_keeps_what_has_no_date(wall: Wall) -> None:
    wall.house.posts.create("Fasnet", planned=datetime(2027, 2, 11, 11, 11), channels=["facebook"])
    assert "Fasnet" not in wall.titles(Stage.DRAFT)
    assert wall.titles(Stage.IDEA) == ["Hundesteuer erklären"]
    wall.page.month.click()
    assert "Fasnet" in wall.titles(Stage.DRAFT)
    wall.page.filters.channels["instagram"].click()
    assert wall.titles(Stage.DRAFT) == []


def test_several_cards_move_in_one_drag(wall: Wall) -> None:
    second = a_post(wall.house, "Glasfaser", 7)
    view = wall.column(Stage.DRAFT).view
    model = wall.column(Stage.DRAFT).model
    wall.page.select(wall.posts.draft)
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        view.visualRect(model.index(model.row_of(second))).center(),
    )
    assert set(wall.page.selected()) == {wall.posts.draft, second}
    wall.drag(wall.posts.draft, Stage.IN_REVIEW)
    assert wall.stage(wall.posts.draft) is wall.stage(second) is Stage.IN_REVIEW
    wall.house.desk.undo()
    assert wall.stage(wall.posts.draft) is wall.stage(second) is Stage.DRAFT


def test_a_long_column_reads_its_cards_in_stretches_and_says_what_is_left(wall: Wall) -> None:
    for number in range(50):
        a_post(wall.house, f"Beitrag {number:03d}", 1 + number % 28)
    QApplication.processEvents()
    column = wall.column(Stage.DRAFT)
    assert column.model.total == 52
    assert column.model.rowCount() < 52
    assert column.rest().endswith(" weitere")
    last = -1
    while column.model.rowCount() > last:
        last = column.model.rowCount()
        column.view.scrollToBottom()
        QApplication.processEvents()
    assert column.model.rowCount() == 52


def test_a_change_elsewhere_keeps_selection_and_place(wall: Wall) -> None:
    wall.page.select(wall.posts.empty)
    submitted(wall.house, "Neu dazu", 20)
    a_post(wall.house, "Davor", 5)
    assert wall.page.selected() == [wall.posts.empty]
    assert wall.titles(Stage.DRAFT)[0] == "Davor"


def test_a_column_that_was_scrolled_stays_there_when_something_changes(wall: Wall) -> None:
    for number in range(50):
        a_post(wall.house, f"Beitrag {number:03d}", 1 + number % 28)
    view = wall.column(Stage.DRAFT).view
    for _ in range(8):
        view.scrollToBottom()
        QApplication.processEvents()
    place = view.verticalScrollBar().value()
    assert wall.column(Stage.DRAFT).model.rowCount() == 52
    last = wall.column(Stage.DRAFT).model.card(51).id
    wall.house.posts.rename(last, "Umbenannt")
    submitted(wall.house, "Anderswo", 20)
    QApplication.processEvents()
    assert view.verticalScrollBar().value() == place
    assert view.last_visible() == 51


@pytest.mark.parametrize("scale", [100, 200])
def test_columns_keep_their_least_width_at_every_text_size(wall: Wall, theme: Theme, scale: int) -> None:
    theme.set_scale(scale)
    QApplication.processEvents()
    widths = [column.width() for column in wall.page.columns.values()]
    assert min(widths) >= 176 * scale // 100
    assert max(widths) - min(widths) <= 2


def test_a_title_with_a_full_stop_does_not_end_the_reason() -> None:
    assert first_sentence("Freigeben kann nur Dr. Lang. Es wurde nichts entschieden.") == (
        "Freigeben kann nur Dr. Lang."
    )
