# SPDX-License-Identifier: EUPL-1.2
"""Opens the small surfaces of the calendar at the right place; one at a time, the last one is `shown`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from kalender.domain.card import Card
from kalender.domain.plan import Blackout
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.looks import Looks
from kalender.ui.calendar.strips import Strips
from kalender.ui.theme.theme import Theme
from kalender.wording.tr import tr

if TYPE_CHECKING:  # what opens at a click is imported with the first click: the first month comes sooner
    from kalender.ui.calendar.doing.carry import Verdict
    from kalender.ui.widgets.feedback.popover import Popover


class Surfaces:
    """Makes popovers over an owner, to which the focus goes back. counts_of: posts by day, from the first to the last."""

    def __init__(
        self,
        theme: Theme,
        looks: Looks,
        strips: Strips,
        counts_of: Callable[[date, date], dict[date, int]],
    ) -> None:
        self._theme = theme
        self._looks = looks
        self._strips = strips
        self.counts_of = counts_of
        self.shown: Popover | None = None

    def day_list(
        self,
        owner: QWidget,
        at: QPoint,
        day: date,
        cards: Sequence[Card],
        almanac: Almanac,
        *,
        opened: Callable[[str], object],
        wanted: Callable[[date], object],
    ) -> None:
        """Show all of a day."""
        from kalender.ui.calendar.popovers.day_list import DayPopover

        popover = DayPopover(self._theme, owner, day, cards, almanac, self._looks.name)
        popover.post_opened.connect(opened)
        popover.post_wanted.connect(wanted)
        self._open(popover, at)

    def move(
        self,
        owner: QWidget,
        at: QPoint,
        moment: datetime | None,
        today: date,
        *,
        count: int,
        judge: Callable[[date], Verdict],
        placed: Callable[[date | None], object],
    ) -> None:
        """Ask for a day and a time for so many posts; None: without a date."""
        from kalender.ui.calendar.mini.moving import MovePopover

        popover = MovePopover(
            self._theme, owner, moment, today=today, count=count, judge=judge, counts_of=self.counts_of
        )
        popover.placed.connect(placed)
        self._open(popover, at)
        popover.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def go_to(
        self, owner: QWidget, at: QPoint, day: date, today: date, chosen: Callable[[datetime], object]
    ) -> None:
        """Ask for a day to show."""
        from kalender.ui.calendar.mini.going import GoPopover

        popover = GoPopover(self._theme, owner, day, today, self.counts_of)
        popover.chosen.connect(chosen)
        self._open(popover, at)
        popover.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def exception(
        self, owner: QWidget, at: QPoint, day: date, blackout: Blackout, reasoned: Callable[[str], object]
    ) -> None:
        """Ask why a post may fall into a blackout."""
        from kalender.ui.calendar.popovers.reason import exception

        popover = exception(self._theme, owner, day, blackout)
        popover.reasoned.connect(reasoned)
        self._open(popover, at)

    def hold(self, owner: QWidget, at: QPoint, reasoned: Callable[[str], object]) -> None:
        """Ask why posts are held."""
        from kalender.ui.calendar.popovers.reason import ReasonPopover

        popover = ReasonPopover(
            self._theme,
            owner,
            title=tr("Anhalten"),
            told=tr("Was angehalten ist, verlässt das Haus nicht, bis Sie es fortsetzen."),
            hint=tr("Die Begründung steht beim Beitrag, solange er angehalten ist."),
            accept=tr("Anhalten"),
        )
        popover.reasoned.connect(reasoned)
        self._open(popover, at)

    def peek(self, owner: QWidget, at: QPoint, card: Card, text: str) -> None:
        """Show a post in short."""
        from kalender.ui.calendar.popovers.peek import PeekPopover

        marks = self._looks.of(card)
        self._open(PeekPopover(self._theme, owner, card, text, marks=marks, strips=self._strips), at)

    def _open(self, popover: Popover, at: QPoint) -> None:
        self.shown = popover
        popover.open_at(at)
