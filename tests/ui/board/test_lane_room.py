# SPDX-License-Identifier: EUPL-1.2
"""How high the lanes of the board are."""

from PySide6.QtWidgets import QApplication

from kalender.domain.saved_view import Lanes
from tests.ui.board.conftest import Wall
from tests.ui.stages import a_post


def settle() -> None:
    """Lay out what was laid out late, too."""
    for _turn in range(5):
        QApplication.processEvents()


def test_a_lane_that_is_open_alone_has_the_whole_room(wall: Wall) -> None:
    for day in range(1, 13):
        a_post(wall.house, f"Viel {day}", day)
    wall.page.resize(1400, 900)
    wall.page.show_lanes(Lanes.CHANNEL)
    settle()
    lanes = wall.page.arrangement.wall
    assert lanes is not None
    usual = lanes.lanes["facebook"].height()
    for key in lanes.lanes:
        lanes.fold(key, folded=key != "facebook")
    settle()
    assert usual < lanes.lanes["facebook"].height() <= lanes.area.viewport().height()
    assert lanes.area.verticalScrollBar().maximum() == 0
    lanes.fold_all(folded=False)
    settle()
    assert lanes.lanes["facebook"].height() == usual
    wall.page.show_lanes(Lanes.NONE)
