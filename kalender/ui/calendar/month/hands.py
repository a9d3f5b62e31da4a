# SPDX-License-Identifier: EUPL-1.2
"""What the keys and the edges of the month mean beyond what it has in common with the week."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from kalender.ui.calendar.doing.carry import Carry
from kalender.ui.calendar.grid.hands import GridHands
from kalender.ui.calendar.month.cursor import Step
from kalender.ui.calendar.month.view import MonthView

_STEPS = {
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Home: Step.WEEK_START,
    Qt.Key.Key_End: Step.WEEK_END,
    Qt.Key.Key_PageUp: Step.MONTH_BEFORE,
    Qt.Key.Key_PageDown: Step.MONTH_AFTER,
}
_NUDGES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_PAD = Qt.KeyboardModifier.KeypadModifier


class Hands(GridHands):
    """The hands of a MonthView."""

    def __init__(self, view: MonthView, carry: Carry) -> None:
        super().__init__(view, carry)
        self._grid = view

    def _key(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = not modifiers & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
        if key in _NUDGES and modifiers & ~_PAD == _ALT and not self._grid.editing:
            self._grid.by_key()
            self.nudged.emit(_NUDGES[key], 0)
            return True
        if key in _STEPS and plain and not self._grid.editing:
            self._grid.walk(_STEPS[key], extend=bool(modifiers & _SHIFT))
            return True
        return super()._key(event)

    def carry_edge(self, at: QPoint) -> int:
        """Return -1 over weekday names and week numbers, 1 along the right and the lower edge."""
        point = self._inside(at)
        if point is None:
            return 0
        scene, viewport = self._grid.settled(), self._grid.viewport()
        if point.y() < scene.header or point.x() < scene.margin:
            return -1
        near = scene.header // 2
        return 1 if point.y() >= viewport.height() - near or point.x() >= viewport.width() - near else 0
