# SPDX-License-Identifier: EUPL-1.2
"""Whoever approves sees what is still open in the conversation, and can settle it there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kalender.ui.widgets.blocks.text import Text
from tests.ui.review.conftest import Desk


def test_the_open_threads_are_counted_beside_the_checks_and_settled_by_keys(desk: Desk) -> None:
    desk.house.reviews.comment(desk.posts.waiting, "Stimmt die Uhrzeit? @Katrin")
    desk.page.show_post(desk.posts.waiting)
    seen = [item.text() for item in desk.seen(Text)]
    assert "1 offen" in seen
    assert "an Katrin Sommer" in seen
    (view,) = desk.page.side.talk.conversation.views.values()
    before = desk.house.posts.card(desk.posts.waiting).digest
    QTest.keyClick(view.settle, Qt.Key.Key_Space)
    assert "alles erledigt" in [item.text() for item in desk.seen(Text)]
    assert desk.house.posts.card(desk.posts.waiting).digest == before


def test_letters_in_an_answer_decide_nothing(desk: Desk) -> None:
    desk.house.reviews.comment(desk.posts.waiting, "Stimmt die Uhrzeit?")
    desk.page.show_post(desk.posts.waiting)
    (view,) = desk.page.side.talk.conversation.views.values()
    stage = desk.stage(desk.posts.waiting)
    QTest.mouseClick(view.answer, Qt.MouseButton.LeftButton)
    assert view.draft is not None
    QTest.keyClicks(view.draft, "fa")
    QTest.keyClick(view.draft, Qt.Key.Key_Return)
    assert desk.house.posts.get(desk.posts.waiting).comments[-1].text == "fa"
    assert desk.stage(desk.posts.waiting) is stage
