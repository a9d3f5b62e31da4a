# SPDX-License-Identifier: EUPL-1.2
"""How the board was arranged on this computer last time."""

from __future__ import annotations

from contextlib import suppress

from kalender.domain.saved_view import Lanes
from kalender.domain.stage import Stage
from kalender.settings.preferences import PreferenceFile
from kalender.ui.board.page import BoardPage


def remember_board(page: BoardPage, preferences: PreferenceFile) -> None:
    """Arrange the board as last time, and remember what is changed from now on."""
    values = preferences.values
    folded = set()
    for name in values.board_folded:
        with suppress(ValueError):
            folded.add(Stage(name))
    page.arrangement.set_folded(folded if len(folded) < len(Stage) else ())
    page.arrangement.set_lane_folds(values.lanes_folded)
    with suppress(ValueError):
        page.show_lanes(Lanes(values.board_lanes))
    page.lanes_changed.connect(lambda lanes: preferences.change(board_lanes=lanes))
    page.arrangement.folds_changed.connect(
        lambda stages: preferences.change(board_folded=tuple(sorted(stage.value for stage in stages)))
    )
    page.arrangement.lane_folds_changed.connect(
        lambda keys: preferences.change(lanes_folded=tuple(sorted(keys)))
    )
