# SPDX-License-Identifier: EUPL-1.2
"""The months that are likely to come next, made ready in short slices while nobody waits."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer

from kalender.ui.calendar.holding import Holding
from kalender.ui.calendar.month.view import MonthView

SLICE = 0.004
"""Seconds after which a slice ends with the step it is in, so that keys and painting come through."""

_ANEW = {QEvent.Type.Show, QEvent.Type.Resize}


class Ahead(QObject):
    """Reads, lays out and paints ahead whenever the event loop has nothing else to do and the month is in sight."""

    def __init__(self, holding: Holding, view: MonthView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holding = holding
        self._view = view
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)
        view.installEventFilter(self)

    def wake(self, *_change: object) -> None:
        """Begin anew: what is to be made ready is another now."""
        self._work = None
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether there is work left."""
        return self._timer.isActive()

    def finish(self) -> None:
        """Do all of the work at once."""
        for _step in self._steps():
            pass
        self.rest()

    def rest(self) -> None:
        """Leave what is left, until woken."""
        self._work = None
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin anew when the month comes into sight or is of another size."""
        if event.type() in _ANEW:
            self.wake()
        return super().eventFilter(watched, event)

    def _steps(self) -> Iterator[None]:
        for leaf in self._holding.ahead():
            if leaf is None:
                yield
            else:
                yield from self._view.ahead(leaf.month, leaf.rows, leaf.almanac)

    def _slice(self) -> None:
        if not self._view.isVisible():
            self.rest()
            return
        if self._work is None:
            self._work = self._steps()
        end = perf_counter() + SLICE
        for _step in self._work:
            if perf_counter() >= end:
                return
        self.rest()
