# SPDX-License-Identifier: EUPL-1.2
"""What the keys and the edges of the week mean beyond what it has in common with the month."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from kalender.domain.days.week import STEP
from kalender.ui.calendar.doing.carry import Carry, Place
from kalender.ui.calendar.grid.hands import GridHands
from kalender.ui.calendar.week.cursor import Step
from kalender.ui.calendar.week.view import WeekView

_STEPS = {
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Home: Step.WEEK_START,
    Qt.Key.Key_End: Step.WEEK_END,
    Qt.Key.Key_PageUp: Step.WEEK_BEFORE,
    Qt.Key.Key_PageDown: Step.WEEK_AFTER,
}
_POSTS = {Qt.Key.Key_Up: Step.POST_BEFORE, Qt.Key.Key_Down: Step.POST_AFTER}
_NUDGES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -STEP),
    Qt.Key.Key_Down: (0, STEP),
}
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ROLL = 60
"""Milliseconds between two steps of the hours while a post is held at their upper or lower edge."""

_ALT, _PAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier


class WeekHands(GridHands):
    """The hands of a WeekView."""

    def __init__(self, view: WeekView, carry: Carry) -> None:
        super().__init__(view, carry)
        self._week = view
        self._grip = QPoint()
        self._rolling = QTimer(self)
        self._rolling.setInterval(_ROLL)
        self._rolling.timeout.connect(self.roll)
        carry.ended.connect(self._rolling.stop)

    def _key(self, event: QKeyEvent) -> bool:
        view = self._week
        if view.editing:
            return False
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_PAD
        if modifiers == _ALT and key in _NUDGES:
            view.by_key()
            self.nudged.emit(*_NUDGES[key])
        elif modifiers == _CTRL and key in _POSTS:
            view.walk(_POSTS[key])
        elif not modifiers & ~_SHIFT and key in _STEPS:
            view.walk(_STEPS[key], extend=bool(modifiers & _SHIFT))
        else:
            return super()._key(event)
        return True

    def _press(self, event: QMouseEvent) -> None:
        super()._press(event)
        at = self._week.row_at(event.position().toPoint())
        top = self._week.place(at).top() if at >= 0 else 0
        self._grip = QPoint(0, round(event.position().y()) - top) if at >= 0 else QPoint()

    def _release(self, event: QMouseEvent) -> None:
        super()._release(event)
        self._grip = QPoint()

    def _click_ground(self, point: QPoint) -> None:
        """Show the nearest of the posts a sign at the edge of the hours stands for."""
        sign = self._week.sign_at(point)
        if sign is not None:
            self._week.show_place(sign.nearest)
        else:
            super()._click_ground(point)

    def _enter(self) -> None:
        """Begin a post at the time of the cursor; where posts are counted, show them."""
        if self._week.current_id():
            self.day_opened.emit(self._week.day())
        else:
            self.day_chosen.emit(self._week.cursor_day())

    def carry_place(self, at: QPoint) -> Place | None:
        """Return the slot in which the upper edge of the card in hand would lie; over the head the day."""
        point = self._inside(at)
        if point is None:
            return None
        head = self._week.settled().head
        if point.y() < head or self._grip.isNull():
            return self._week.spot_at(point)
        return self._week.spot_near(point - self._grip)

    def carry_shown(self, place: Place | None, carried: frozenset[str]) -> None:
        """Mark the slot and fade the cards; from now on the hours scroll where a post is held at their edge."""
        super().carry_shown(place, carried)
        if self._carry.active and not self._rolling.isActive():
            self._rolling.start()

    def carry_edge(self, at: QPoint) -> int:
        """Return -1 over the hours at the left, 1 along the right edge; up and down the hours scroll."""
        point = self._inside(at)
        if point is None:
            return 0
        scene, viewport = self._week.settled(), self._week.viewport()
        if point.x() < scene.margin:
            return -1
        return 1 if point.x() >= viewport.width() - scene.header // 2 else 0

    def roll(self) -> None:
        """Scroll the hours while a post is held near the upper or the lower edge of them."""
        point = self._inside(self._carry.at)
        if point is None or not self._carry.active:
            return
        view, scene = self._week, self._week.settled()
        bar = view.verticalScrollBar()
        before = bar.value()
        if scene.head <= point.y() < scene.head + scene.header:
            bar.setValue(before - scene.hour // 4)
        elif point.y() >= view.viewport().height() - scene.header:
            bar.setValue(before + scene.hour // 4)
        if bar.value() != before:
            held = QApplication.keyboardModifiers()
            self._carry.move(self._carry.at, copying=bool(held & _CTRL))
