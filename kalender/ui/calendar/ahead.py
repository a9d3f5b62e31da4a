# SPDX-License-Identifier: EUPL-1.2
"""The months and weeks that are likely to come next, made ready in short slices while nobody waits."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import chain
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from kalender.ui.calendar.holding import Holding
from kalender.ui.calendar.month.view import MonthView

if TYPE_CHECKING:  # the week is imported with its first visit
    from kalender.ui.calendar.week.view import WeekView

SLICE = 0.004
"""Seconds after which a slice ends with the step it is in, so that keys and painting come through."""

REST = 200
"""Milliseconds after the start or a change after which the ideas are read that nobody could see at first."""

CALM = 1500
"""Milliseconds without a change or a turn after which months farther away are read, too."""

_ANEW = {QEvent.Type.Show, QEvent.Type.Resize}


class Ahead(QObject):
    """Reads, lays out and paints ahead whenever the event loop has nothing else to do and month or week is in sight."""

    def __init__(self, holding: Holding, view: MonthView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holding = holding
        self._view = view
        self._week: WeekView | None = None
        self._work: Iterator[None] | None = None
        self._held = False
        self.once: Callable[[], Iterator[None]] = lambda: iter(())
        """Gives what is made ready once, after the near months; what was done of it is not done again."""
        self._once: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self._calm.timeout.connect(self._go_on)
        view.installEventFilter(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(holding.read_rest)
        self._rest.start()

    def watch(self, week: WeekView) -> None:
        """Make weeks ready too, while they are in front."""
        self._week = week
        week.installEventFilter(self)

    def wake(self, *_change: object) -> None:
        """Begin anew: what is to be made ready is another now. Nothing is, before the month was painted and its days are read."""
        self._work = None
        if self._held or not self._holding.completed:
            return
        self._timer.start()
        self._calm.start()
        self._rest.start()

    def hold(self) -> None:
        """Leave all until let_go: something is in hand, and follows the pointer better when nothing else is done."""
        self._held = True
        self.rest()

    def let_go(self) -> None:
        """Go on."""
        self._held = False
        self.wake()

    @property
    def busy(self) -> bool:
        """Whether there is work left."""
        return self._timer.isActive()

    def finish(self) -> None:
        """Do all of the work at once."""
        for _step in self._steps():
            pass
        self.rest()

    def finish_around(self) -> None:
        """Read all at once what is read when nobody has done anything for a while."""
        for _step in self._farther():
            pass

    def rest(self) -> None:
        """Leave what is left, until woken."""
        self._work = None
        self._timer.stop()
        self._calm.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin anew when month or week comes into sight or is of another size."""
        if event.type() in _ANEW:
            self.wake()
        return super().eventFilter(watched, event)

    def _steps(self) -> Iterator[None]:
        week = self._week
        if week is not None and week.isVisible():
            yield from self._weeks(week)
            return
        for leaf in self._holding.ahead():
            if leaf is None:
                yield
            else:
                yield from self._view.ahead(leaf.month, leaf.rows, leaf.almanac)

    def _go_on(self) -> None:
        """Begin with the months farther away; they wait their turn where the near ones are not done yet."""
        if self.busy:
            self._calm.start()
        elif self._view.isVisible():
            self._work = self._farther()
            self._timer.start()

    def _farther(self) -> Iterator[None]:
        """Lay out the months around without painting them: a jump to one of them reads and measures nothing."""
        for leaf in self._holding.around():
            if leaf is None:
                yield
            else:
                yield from self._view.ahead(leaf.month, leaf.rows, leaf.almanac, faces=False)
        gc.collect()  # here, where nobody has done anything for a while, and not in the middle of a frame
        yield

    def _rest_of_once(self) -> Iterator[None]:
        """Go on with what is made ready once; without "yield from", which would close it when something comes between."""
        self._once = self._once or self.once()
        while next(self._once, self) is None:
            yield

    def _weeks(self, week: WeekView) -> Iterator[None]:
        """Make the week in front and its neighbours ready, first those of the month that is held."""
        model = week.month
        step = timedelta(days=-7 if week.back else 7)
        beyond = []
        for turn in (step, timedelta(), -step):
            days = tuple(day + turn for day in week.days)
            if model.first <= days[0] and days[-1] <= model.last:
                yield from week.ahead(days, model.rows(), model.almanac)
            else:
                beyond.append(days)
        for leaf in self._holding.ahead():
            yield
            if leaf is None:
                continue
            for days in beyond:
                if days[0].replace(day=1) == leaf.month:
                    yield from week.ahead(days, leaf.rows, leaf.almanac)

    def _slice(self) -> None:
        if not any(view is not None and view.isVisible() for view in (self._view, self._week)):
            self.rest()
            return
        if self._work is None:
            self._work = chain(self._steps(), self._rest_of_once())
        end = perf_counter() + SLICE
        for _step in self._work:
            if perf_counter() >= end:
                return
        self._work = None
        self._timer.stop()
        gc.collect(1)  # now, and not in the middle of the next frame
