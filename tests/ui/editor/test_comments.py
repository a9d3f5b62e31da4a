# SPDX-License-Identifier: EUPL-1.2
"""Comments name colleagues: offered after an @, chosen by keys, and said above the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kalender.ui.widgets.blocks.text import Text

if TYPE_CHECKING:
    from tests.ui.editor.conftest import Desk


def shown(desk: Desk) -> list[str]:
    return [item.text() for item in desk.page.comments.findChildren(Text)]


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
