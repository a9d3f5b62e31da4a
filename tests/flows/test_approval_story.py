# SPDX-License-Identifier: EUPL-1.2
"""From draft to approval by two people, one comma after it, and a board that says why not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kalender.domain.stage import Flag, Stage
from kalender.ui.board.column import Column
from kalender.ui.widgets.preview.frame import Preview
from tests.flows.sitting import CTRL, Sitting

POST = "Christbäume: Abholung am 9. Januar"
DRAFT = "Letztes Amtsblatt des Jahres"
VOID = "Inhalt nach der Freigabe geändert."


def seen(widget: QWidget) -> str:
    """Return all words that can be read within a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def spoken(column: Column, id_: str) -> str:
    index = column.model.index(column.model.row_of(id_), 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def on_board(sitting: Sitting, title: str, to: Stage) -> None:
    """Carry a card of the board to another column by mouse."""
    board, card = sitting.board, sitting.card(title)
    source, target = board.columns[card.stage], board.columns[to]
    index = source.model.index(source.model.row_of(card.id), 0)
    assert index.isValid()
    source.view.scrollTo(index)
    sitting.drag(
        source.view.viewport(),
        source.view.visualRect(index).center(),
        target.view.viewport(),
        target.view.viewport().rect().center(),
    )


def test_a_post_is_asked_for_approved_and_void_after_one_comma(sitting: Sitting) -> None:
    sitting.search("Christbäume")
    assert sitting.editor.header.title.text() == POST
    sitting.editor.column.box.area.setFocus()
    sitting.key(Qt.Key.Key_Return, CTRL)
    assert sitting.card(POST).stage is Stage.IN_REVIEW, sitting.said
    sitting.act_as("Ines Falkner")
    sitting.to_page(4)
    page, id_ = sitting.review, sitting.card(POST).id
    row = page.model.row_of(id_)
    assert row >= 0
    sitting.click(page.inbox.viewport(), page.inbox.visualRect(page.model.index(row, 0)).center())
    assert page.head.title.text() == POST
    preview = next(item for item in page.findChildren(Preview) if item.isVisible())
    assert preview.content is not None
    assert preview.content.shown == sitting.post(POST).text
    sitting.click(page.bar.approve)
    assert sitting.card(POST).stage is Stage.IN_REVIEW
    sitting.click(page.bar.sure)
    assert sitting.card(POST).stage is Stage.APPROVED
    sitting.act_as("Katrin Sommer")
    sitting.search("Christbäume")
    area = sitting.editor.column.box.area
    area.setFocus()
    sitting.key(Qt.Key.Key_End, CTRL)
    sitting.type(",")
    assert sitting.editor.leave()
    sitting.settle()
    card = sitting.card(POST)
    assert card.stage is Stage.DRAFT
    assert Flag.APPROVAL_VOID in card.flags
    assert sitting.editor.banners.words() == [f"Frühere Freigabe gilt nicht mehr. {VOID}"]
    sitting.click(sitting.button("Unterschied zeigen", sitting.editor))
    assert sitting.front == "review"
    assert sitting.review.shown == id_
    assert "Ines Falkner" in seen(sitting.review)
    assert "Das hat sich geändert" in seen(sitting.review)
    assert not sitting.review.bar.approve.isEnabled()
    sitting.to_page(3)
    sitting.board.month.click()
    sitting.settle()
    words = spoken(sitting.board.columns[Stage.DRAFT], id_)
    assert "Freigabe erloschen" in words
    sitting.to_page(2)
    sitting.calendar.show_post(id_)
    sitting.settle()
    index = sitting.calendar.model.index_of(id_)
    assert "Freigabe erloschen" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert VOID in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_a_wish_for_a_change_reaches_the_author(sitting: Sitting) -> None:
    sitting.act_as("Ines Falkner")
    sitting.to_page(4)
    page = sitting.review
    id_ = page.shown
    title = sitting.house.posts.card(id_).title
    page.inbox.setFocus()
    sitting.key(Qt.Key.Key_A)
    sitting.type("Bitte den Ort nennen.")
    sitting.key(Qt.Key.Key_Return, CTRL)
    assert Flag.CHANGE_REQUESTED in sitting.card(title).flags
    sitting.act_as("Katrin Sommer")
    sitting.search(title[:14])
    assert any("Bitte den Ort nennen." in words for words in sitting.editor.banners.words())


def test_the_board_shows_the_same_posts_by_stage(sitting: Sitting) -> None:
    sitting.to_page(3)
    sitting.board.month.click()
    sitting.settle()
    counts = sitting.house.posts.counts()
    assert {stage: column.model.total for stage, column in sitting.board.columns.items()} == {
        stage: counts.get(stage, 0) for stage in Stage
    }


def test_a_draft_goes_into_review_by_mouse_and_by_keys(sitting: Sitting) -> None:
    sitting.to_page(3)
    on_board(sitting, DRAFT, Stage.IN_REVIEW)
    assert sitting.card(DRAFT).stage is Stage.IN_REVIEW
    sitting.undo()
    assert sitting.card(DRAFT).stage is Stage.DRAFT
    sitting.board.select(sitting.card(DRAFT).id)
    sitting.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert sitting.card(DRAFT).stage is Stage.IN_REVIEW
    assert sitting.board.selected() == [sitting.card(DRAFT).id]
    sitting.undo()
    assert sitting.card(DRAFT).stage is Stage.DRAFT


def test_the_board_lets_nothing_out_that_is_not_approved_and_says_why(sitting: Sitting) -> None:
    sitting.to_page(3)
    on_board(sitting, DRAFT, Stage.EXPORTED)
    assert sitting.card(DRAFT).stage is Stage.DRAFT
    assert "nicht freigegeben" in sitting.said
    on_board(sitting, DRAFT, Stage.PUBLISHED)
    assert sitting.card(DRAFT).stage is Stage.DRAFT
    on_board(sitting, DRAFT, Stage.APPROVED)
    assert sitting.card(DRAFT).stage is Stage.DRAFT
    assert sitting.front == "board"
    waiting = "Glasfaser: Start in Oberdorf"
    on_board(sitting, waiting, Stage.APPROVED)
    assert sitting.card(waiting).stage is Stage.IN_REVIEW
    assert "Freigeben kann nur" in sitting.said
