# SPDX-License-Identifier: EUPL-1.2
"""A folded part of the board over which cards are held: it opens after a moment, so that they can be put into it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kalender.domain.frozen import frozen
from kalender.wording.tr import tr

OPENS = 600
"""Milliseconds for which cards are held over something folded until it opens."""


@frozen
class Shut:
    """A folded lane or column. open: shows what is in it."""

    name: str
    open: Callable[[], object]

    @property
    def words(self) -> str:
        """What the cards in hand say meanwhile."""
        return tr("„{name}“ klappt gleich auf").format(name=self.name)


class Opening(QObject):
    """Counts the moment. opened: called after something has opened."""

    def __init__(self, opened: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._over: Shut | None = None
        self._timer = QTimer(self, singleShot=True, interval=OPENS)
        self._timer.timeout.connect(self._open)

    def hold(self, over: Shut | None) -> None:
        """Note what the cards are over; the moment begins anew where it is something else."""
        before, self._over = self._over, over
        if over is None:
            self._timer.stop()
        elif before is None or before.name != over.name:
            self._timer.start()

    def _open(self) -> None:
        over, self._over = self._over, None
        if over is not None:
            over.open()
            self._opened()
