# SPDX-License-Identifier: EUPL-1.2
"""Cards on their way over the lanes of the board: into folded ones, and by keys from channel to channel."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.domain.stage import Stage
from kalender.ui.board.lanes.wall import LaneWall
from kalender.ui.board.place import CardPlace
from tests.ui.board.conftest import Wall
from tests.ui.board.test_lanes import cell, lanes, see

__all__ = ["lanes"]

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


def hold_over(wall: Wall, source: CardPlace, end: QPoint) -> QPoint:
    """Take „Wahlergebnis“ and hold it over a point of the screen; return that point as the list sees it."""
    view = source.view
    start = view.visualRect(source.model.index(source.model.row_of(wall.posts.draft))).center()
    at = view.viewport().mapFromGlobal(end)
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view.viewport(), at)
    return at


def test_a_folded_lane_opens_below_a_card_that_is_held_over_it_and_takes_it(
    wall: Wall, lanes: LaneWall, qtbot: QtBot
) -> None:
    lanes.fold("instagram", folded=True)
    wall.house.editing.set_channels(wall.posts.draft, ["facebook"])
    QApplication.processEvents()
    source, head = cell(lanes, "facebook", Stage.DRAFT), lanes.lanes["instagram"].head
    at = hold_over(wall, source, head.mapToGlobal(head.rect().center()))
    ghost = wall.page.carrying.ghost
    assert ghost.accessibleName() == "„Instagram“ klappt gleich auf"
    qtbot.waitUntil(lambda: not lanes.lanes["instagram"].folded)
    see(lanes, "instagram")
    over = cell(lanes, "instagram", Stage.DRAFT)
    at = source.view.viewport().mapFromGlobal(over.mapToGlobal(over.rect().center()))
    QTest.mouseMove(source.view.viewport(), at)
    assert ghost.accessibleName() == "Auch auf Instagram"
    QTest.mouseRelease(source.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    post = wall.house.posts.get(wall.posts.draft)
    assert {item.id for item in post.versions} == {"facebook", "instagram"}


def test_a_folded_column_of_the_lanes_opens_below_a_card_and_esc_leaves_it_open_and_the_card_where_it_was(
    wall: Wall, lanes: LaneWall, qtbot: QtBot
) -> None:
    wall.page.arrangement.fold(Stage.IN_REVIEW, folded=True)
    QApplication.processEvents()
    source, strip = cell(lanes, "facebook", Stage.DRAFT), lanes.tops[Stage.IN_REVIEW].strip
    hold_over(wall, source, strip.mapToGlobal(strip.rect().center()))
    assert wall.page.carrying.ghost.accessibleName() == "„In Prüfung“ klappt gleich auf"
    qtbot.waitUntil(lambda: Stage.IN_REVIEW not in wall.page.arrangement.folded)
    QTest.keyClick(source.view, Key.Key_Escape)
    assert not wall.page.carrying.ghost.isVisible()
    assert wall.stage(wall.posts.draft) is Stage.DRAFT


def test_a_card_goes_by_keys_from_channel_to_channel_and_keeps_only_what_it_had(
    wall: Wall, lanes: LaneWall
) -> None:
    alt, post = Qt.KeyboardModifier.AltModifier, wall.posts.draft
    wall.house.editing.set_channels(post, ["facebook"])
    QApplication.processEvents()

    def channels() -> set[str]:
        return {item.id for item in wall.house.posts.get(post).versions}

    def step(key: Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, alt)
        QApplication.processEvents()

    home = cell(lanes, "facebook", Stage.DRAFT)
    home.view.setFocus()
    home.view.select(home.model.row_of(post))
    step(Key.Key_Down)
    assert channels() == {"facebook", "instagram"}, "Facebook it had before"
    step(Key.Key_Down)
    assert channels() == {"facebook", "whatsapp"}
    step(Key.Key_Down)
    assert channels() == {"facebook", "mastodon"}
    step(Key.Key_Up)
    assert channels() == {"facebook", "whatsapp"}
    wall.house.desk.undo()
    assert channels() == {"facebook", "mastodon"}, "a step is taken back by one"
    wall.house.editing.set_text(post, "Nur hier", "mastodon")
    home = cell(lanes, "mastodon", Stage.DRAFT)
    home.view.setFocus()
    home.view.select(home.model.row_of(post))
    step(Key.Key_Up)
    assert channels() == {"facebook", "mastodon", "whatsapp"}, "what was written for stays"
