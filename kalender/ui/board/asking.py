# SPDX-License-Identifier: EUPL-1.2
"""Asks for a day, or for the limit of a column, beside the cards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kalender.domain.stage import Stage
from kalender.ui.board.cards.view import ColumnView
from kalender.ui.board.heads.limit import LimitPopover
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.moment import MomentPopover


def ask_day(
    theme: Theme, view: ColumnView, planned: datetime | None, today: date, chosen: Callable[[date], object]
) -> None:
    """Ask for a day below the card that is current in a list."""
    popover = MomentPopover(theme, view, planned, today=today, clock=False, undated=False)
    popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    popover.chosen.connect(lambda moment: chosen(moment.date()))
    popover.open_at(view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center()))


def ask_limit(
    theme: Theme, button: QWidget, stage: Stage, known: int, chosen: Callable[[int], object]
) -> None:
    """Ask how many posts a column holds before it warns, 0 for no limit."""
    popover = LimitPopover(theme, button, stage, known)
    popover.chosen.connect(chosen)
    popover.open_under(right=True)
