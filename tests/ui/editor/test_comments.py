# SPDX-License-Identifier: EUPL-1.2
"""The conversation beside a post: colleagues named, words answered, changed, taken back and put away, by keys and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.talk.thread import Draft, ThreadView

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tests.ui.editor.conftest import Desk


def shown(desk: Desk) -> list[str]:
    """Return the words a reader sees in the conversation."""
    QApplication.processEvents()
    found = desk.page.comments.findChildren(Text)
    return [item.text() for item in found if item.isVisible()]


def a_word(desk: Desk, text: str, by: str = "katrin") -> ThreadView:
    """Say something and return its thread, unfolded."""
    desk.house.desk.acting_as(by)
    desk.house.reviews.comment(desk.id, text)
    desk.house.desk.acting_as("katrin")
    desk.page.check()
    if not desk.page.comments.talk.isVisible():
        desk.page.comments.fold.click()
    return the_thread(desk)


def the_thread(desk: Desk) -> ThreadView:
    return list(desk.page.comments.talk.views.values())[-1]


def draft(desk: Desk) -> Draft:
    found = the_thread(desk).draft
    assert found is not None
    return found


def entry(view: ThreadView, words: str, comment: str = "") -> QAction:
    """Return what the menu of a comment offers under these words."""
    word = view.words[comment or view.told.id]
    return next(item for item in word.menu().actions() if item.text() == words)


def test_an_at_offers_people_and_enter_takes_one_without_sending(desk: Desk) -> None:
    comments = desk.page.comments
    name = desk.house.plan.people[0].name
    comments.fold.click()
    QTest.keyClicks(comments.entry, f"Bitte @{name[:3]}")
    popup = comments.entry.offered
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert comments.entry.text() == f"Bitte @{name} "
    assert not desk.post.comments
    QTest.keyClicks(comments.entry, "ansehen")
    QTest.keyClick(comments.entry, Qt.Key.Key_Return)
    assert [item.text for item in desk.post.comments] == [f"Bitte @{name} ansehen"]
    assert f"an {name}" in shown(desk)


def test_esc_leaves_what_was_typed(desk: Desk) -> None:
    comments = desk.page.comments
    comments.fold.click()
    QTest.keyClicks(comments.entry, "@")
    popup = comments.entry.offered
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert comments.entry.text() == "@"


def test_a_comment_without_a_name_is_to_nobody(desk: Desk) -> None:
    desk.house.reviews.comment(desk.id, "Aufzug nennen, post@ines.de")
    assert not any(words.startswith("an ") for words in shown(desk))


def test_an_answer_is_written_by_keys_below_what_it_answers(desk: Desk) -> None:
    view = a_word(desk, "Welcher Eingang?", by="ines")
    view.answer.setFocus()
    QTest.keyClick(view.answer, Qt.Key.Key_Space)
    QTest.keyClicks(draft(desk), "Der hintere.")
    QTest.keyClick(draft(desk), Qt.Key.Key_Return)
    (thread,) = desk.page.comments.talk.views.values()
    assert [item.text for item in thread.told.words] == ["Welcher Eingang?", "Der hintere."]
    assert thread.draft is None
    assert thread.answer.hasFocus()
    assert desk.page.comments.fold.text() == "Kommentare (1 offen)"


def test_the_author_changes_a_comment_and_others_read_that_and_what_it_said(desk: Desk) -> None:
    view = a_word(desk, "Um drei")
    entry(view, "Ändern").trigger()
    assert draft(desk).text() == "Um drei"
    draft(desk).selectAll()
    QTest.keyClicks(draft(desk), "Um vier")
    QTest.keyClick(draft(desk), Qt.Key.Key_Return)
    assert "Um vier" in shown(desk)
    assert any("bearbeitet" in words for words in shown(desk))
    entry(the_thread(desk), "Frühere Fassungen zeigen").trigger()
    assert any("Um drei" in words for words in shown(desk))


def test_esc_leaves_a_change_without_a_trace(desk: Desk) -> None:
    view = a_word(desk, "Um drei")
    entry(view, "Ändern").trigger()
    QTest.keyClicks(draft(desk), " oder vier")
    QTest.keyClick(draft(desk), Qt.Key.Key_Escape)
    assert the_thread(desk).draft is None
    assert "Um drei" in shown(desk)
    assert desk.post.comments[0].edited is None


def test_the_words_of_others_cannot_be_changed(desk: Desk) -> None:
    view = a_word(desk, "Um drei", by="ines")
    assert view.words[view.told.id].more is None
    desk.house.desk.acting_as("ines")
    desk.page.check()
    assert the_thread(desk).words[view.told.id].more is not None


def test_a_comment_is_taken_back_and_what_answered_it_stays(desk: Desk) -> None:
    view = a_word(desk, "Um drei")
    desk.house.conversations.answer(desk.id, view.told.id, "Nein, um vier")
    entry(the_thread(desk), "Zurücknehmen").trigger()
    assert "Um drei" not in shown(desk)
    assert {"Kommentar zurückgenommen", "Nein, um vier"} <= set(shown(desk))


def test_what_is_settled_is_folded_away_counted_and_taken_up_again(desk: Desk) -> None:
    view = a_word(desk, "Welcher Eingang?")
    QTest.mouseClick(view.settle, Qt.MouseButton.LeftButton)
    talk = desk.page.comments.talk
    assert desk.page.comments.fold.text() == "Kommentare (alles erledigt)"
    assert "Welcher Eingang?" not in shown(desk)
    assert talk.fold.text() == "Erledigt (1)"
    QTest.keyClick(talk.fold, Qt.Key.Key_Space)
    assert "Welcher Eingang?" in shown(desk)
    assert any(words.startswith("Erledigt von Katrin Sommer, heute") for words in shown(desk))
    QTest.keyClick(the_thread(desk).settle, Qt.Key.Key_Space)
    assert desk.page.comments.fold.text() == "Kommentare (1 offen)"
    assert not talk.fold.isVisible()


def test_an_answer_being_written_survives_what_others_say(desk: Desk) -> None:
    view = a_word(desk, "Welcher Eingang?")
    QTest.mouseClick(view.answer, Qt.MouseButton.LeftButton)
    QTest.keyClicks(draft(desk), "Der hin")
    desk.house.conversations.answer(desk.id, view.told.id, "Ich frage nach")
    assert draft(desk).text() == "Der hin"
    desk.page.check()
    assert draft(desk).text() == "Der hin"


def test_a_comment_one_came_for_is_unfolded_and_has_the_keyboard(desk: Desk) -> None:
    view = a_word(desk, "Welcher Eingang?")
    desk.house.conversations.settle(desk.id, view.told.id)
    desk.page.comments.fold.click()
    assert desk.page.comments.reveal(view.told.id)
    assert the_thread(desk).answer.hasFocus()
    assert "Welcher Eingang?" in shown(desk)
    assert not desk.page.comments.reveal("never written")
