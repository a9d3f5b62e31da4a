# SPDX-License-Identifier: EUPL-1.2
"""What mouse and keys do in the agenda: choose, open, carry to another day, step from day to day."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from kalender.ui.calendar.agenda.rows import Kind
from kalender.ui.calendar.agenda.view import AgendaView
from kalender.ui.calendar.doing.carry import Carry, Place

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NUDGES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _PAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
_LEFT = Qt.MouseButton.LeftButton


class AgendaHands(QObject):
    """Watches the events of an AgendaView; the signals mean what those of GridHands mean. nudged: days, 0."""

    post_opened = Signal(str)
    day_opened = Signal(object)
    day_chosen = Signal(object)
    menu_wanted = Signal(QPoint)
    peeked = Signal(str)
    today_wanted = Signal()
    let_go = Signal()
    nudged = Signal(int, int)

    def __init__(self, view: AgendaView, carry: Carry) -> None:
        super().__init__(view)
        self._view, self._carry = view, carry
        self._pressed: QPoint | None = None
        self._kept = ""
        carry.add_zone(self)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what is not Qt's own: carrying, opening, stepping by days."""
        if isinstance(event, QContextMenuEvent):
            self._menu(event)
            return True
        if watched is self._view:
            return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event)
        if event.type() == QEvent.Type.Leave:
            self._view.hover(None)
        if not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._press(event)
            case QEvent.Type.MouseMove:
                return self._move(event)
            case QEvent.Type.MouseButtonRelease:
                return self._release(event)
            case QEvent.Type.MouseButtonDblClick:
                return self._double(event)
        return False

    # Mouse

    def _id_at(self, point: QPoint) -> str:
        row = self._view.row_of(point)
        return row.card.id if row is not None and row.card is not None else ""

    def _press(self, event: QMouseEvent) -> bool:
        view, point = self._view, event.position().toPoint()
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        view.keyboard = False
        id_ = self._id_at(point)
        if event.button() == _LEFT:
            self._pressed = point
        if not id_:
            day = view.spot_at(point)
            if day is not None and not event.modifiers():
                view.selectionModel().clearSelection()
                view.step_to(day)
            return True
        chosen = id_ in view.ids()
        if event.button() != _LEFT:
            if not chosen:
                view.choose([id_])
            return True
        # one of several stays chosen with the others until the button is let go: they may be carried
        self._kept = id_ if chosen and not event.modifiers() & (_CTRL | _SHIFT) else ""
        return bool(self._kept)

    def _move(self, event: QMouseEvent) -> bool:
        view, point = self._view, event.position().toPoint()
        at, copying = event.globalPosition().toPoint(), bool(event.modifiers() & _CTRL)
        if self._carry.active:
            self._carry.move(at, copying=copying)
            return True
        if self._pressed is None or not event.buttons() & _LEFT:
            row = view.row_of(point)
            view.hover(view.spot_at(point) if row is not None and row.kind is Kind.FOLDED else None)
            return False
        id_ = self._id_at(self._pressed)
        if id_ and (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            ids = view.ids()
            others = [other for other in ids if other != id_] if id_ in ids else []
            row = view.row_of(self._pressed)
            if row is not None and row.look is not None:
                self._carry.begin(view, (id_, *others), row.look, at, copying=copying)
        return True

    def _release(self, event: QMouseEvent) -> bool:
        self._pressed, kept, self._kept = None, self._kept, ""
        if self._carry.active:
            copying = bool(event.modifiers() & _CTRL)
            self._carry.finish(event.globalPosition().toPoint(), copying=copying)
            return True
        if kept:
            self._view.choose([kept])
            return True
        return False

    def _double(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        id_, day = self._id_at(point), self._view.spot_at(point)
        if id_:
            self.post_opened.emit(id_)
        elif day is not None:
            self.day_chosen.emit(day)
        return True

    def _menu(self, event: QContextMenuEvent) -> None:
        place, view = event.globalPos(), self._view
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center())
        self.menu_wanted.emit(place)

    # Keys

    def _key(self, event: QKeyEvent) -> bool:
        view = self._view
        if view.editing:
            return False
        view.keyboard = True
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_PAD
        if modifiers == _ALT and key in _NUDGES:
            self.nudged.emit(_NUDGES[key], 0)
        elif key is Qt.Key.Key_Home and modifiers & _CTRL:
            self.today_wanted.emit()
        elif key in _ENTER and not modifiers:
            if view.current_id():
                self.post_opened.emit(view.current_id())
            else:
                self.day_opened.emit(view.cursor_day())
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and not modifiers:
            view.walk_days(-1 if key is Qt.Key.Key_Left else 1)
        elif key is Qt.Key.Key_Up and not modifiers and view.currentIndex().row() == 0:
            view.walk_days(-1)
        elif key is Qt.Key.Key_Space and not modifiers and view.current_id() in view.ids():
            self.peeked.emit(view.current_id())
        elif key is Qt.Key.Key_Escape and not modifiers:
            view.selectionModel().clearSelection()
            self.let_go.emit()
        else:
            return False
        return True

    # Carrying

    def carry_place(self, at: QPoint) -> Place | None:
        """Return the day under a global point."""
        viewport = self._view.viewport()
        point = viewport.mapFromGlobal(at)
        inside = viewport.isVisible() and viewport.rect().contains(point)
        return self._view.spot_at(point) if inside else None

    def carry_edge(self, at: QPoint) -> int:
        """Return -1 or 1 at the upper and the lower edge: a week before or after comes."""
        viewport = self._view.viewport()
        point = viewport.mapFromGlobal(at)
        if not (viewport.isVisible() and viewport.rect().contains(point)):
            return 0
        near = 18
        return -1 if point.y() < near else 1 if point.y() >= viewport.height() - near else 0

    def carry_shown(self, place: Place | None, carried: frozenset[str]) -> None:
        """Mark the day and fade the posts."""
        day = place.date() if isinstance(place, datetime) else place if isinstance(place, date) else None
        self._view.show_target(day, carried)
