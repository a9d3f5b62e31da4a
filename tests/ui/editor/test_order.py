# SPDX-License-Identifier: EUPL-1.2
"""A channel shows the pictures in an order of its own, by mouse and keys, and takes that of the post again."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest

from kalender.domain.content import digest
from kalender.ui.widgets.preview.making import content_of
from tests.ui.editor.conftest import Desk

ALT = Qt.KeyboardModifier.AltModifier


def orders(desk: Desk) -> dict[str, list[str]]:
    """Return the pictures as each channel shows them: 0 for the first of the post."""
    post = desk.post
    return {
        version.id: [str(desk.attachments.index(item.id)) for item in post.attachments_for(version)]
        for version in post.versions
    }


def test_keys_on_the_tab_of_a_channel_change_the_order_of_that_channel_alone(desk: Desk) -> None:
    strip, album = desk.page.column.album.strip, desk.page.column.album
    before = digest(desk.post, desk.house.plan.around(desk.post))
    desk.tab("instagram")
    strip.choose(desk.attachments[1])
    QTest.keyClick(strip, Qt.Key.Key_Left, ALT)
    assert strip.current == desk.attachments[1]
    found = orders(desk)
    assert found.pop("instagram") == ["1", "0"]
    assert all(order == ["0", "1"] for order in found.values())
    assert "eigene Reihenfolge" in album.head.note.text()
    assert digest(desk.post, desk.house.plan.around(desk.post)) != before
    desk.tab("facebook")
    assert album.like_base.isHidden()
    desk.tab("instagram")
    assert not album.like_base.isHidden()
    QTest.mouseClick(album.like_base, Qt.MouseButton.LeftButton)
    assert orders(desk)["instagram"] == ["0", "1"]
    assert desk.post.version("instagram").order is None  # type: ignore[union-attr]  # the channel is there
    assert digest(desk.post, desk.house.plan.around(desk.post)) == before


def test_dragging_back_to_the_order_of_the_post_inherits_again(desk: Desk) -> None:
    strip = desk.page.column.album.strip
    desk.tab("instagram")
    for times in range(2):
        mime = strip.model().mimeData([strip.model().index(0, 0)])
        last = QPointF(strip.visualRect(strip.model().index(1, 0)).right() - 2, 20)
        event = QDropEvent(
            last, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        strip.dropEvent(event)
        version = desk.post.version("instagram")
        assert version is not None
        assert version.order == ((desk.attachments[1], desk.attachments[0]) if times == 0 else None)


def test_on_the_common_tab_the_order_of_the_post_changes_and_an_own_one_stays(desk: Desk) -> None:
    strip = desk.page.column.album.strip
    desk.tab("instagram")
    strip.choose(desk.attachments[1])
    QTest.keyClick(strip, Qt.Key.Key_Left, ALT)
    desk.tab("")
    strip.choose(desk.attachments[0])
    QTest.keyClick(strip, Qt.Key.Key_Right, ALT)
    assert set(map(tuple, orders(desk).values())) == {("1", "0")}
    assert desk.post.version("instagram").order is not None  # type: ignore[union-attr]  # the channel is there


def test_a_preview_shows_the_order_of_its_channel(desk: Desk) -> None:
    desk.house.editing.set_alt(desk.id, desk.attachments[0], "Der Markt")
    desk.tab("instagram")
    strip = desk.page.column.album.strip
    strip.choose(desk.attachments[1])
    QTest.keyClick(strip, Qt.Key.Key_Left, ALT)
    post = desk.post
    around = desk.house.plan.around(post)
    alts = {
        version.id: content_of(post, version, None, around, lambda _id, _px: QImage()).alts
        for version in post.versions
    }
    assert alts["instagram"] == ("", "Der Markt")
    assert alts["facebook"] == ("Der Markt", "")


def test_a_picture_taken_out_leaves_the_order_and_a_new_one_comes_last(desk: Desk) -> None:
    editing, post = desk.house.editing, desk.post
    editing.arrange(post.id, "instagram", [desk.attachments[1], desk.attachments[0]])
    editing.detach(post.id, desk.attachments[1])
    version = desk.house.posts.get(post.id).version("instagram")
    assert version is not None
    assert version.order == (desk.attachments[0],)
    picture = post.attachments[0].picture
    (new,) = editing.attach(post.id, [picture])
    now = desk.house.posts.get(post.id)
    version = now.version("instagram")
    assert version is not None
    assert [item.id for item in now.attachments_for(version)] == [desk.attachments[0], new]
