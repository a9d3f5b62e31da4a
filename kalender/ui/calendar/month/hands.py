# SPDX-License-Identifier: EUPL-1.2
"""What mouse and keys do in the month: choose, open, carry, step, ask for the list of a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from kalender.ui.calendar.doing.carry import Carry, Place
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
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TAKEN = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.KeyPress,
        QEvent.Type.Leave,
        QEvent.Type.ToolTip,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
    }
)
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hands(QObject):
    """Watches the events of a MonthView and speaks in the words of the plan.

    post_opened: id. day_opened: day whose list is wanted. day_chosen: an empty day was double-clicked.
    gap_planned: channel, day. menu_wanted: global point. peeked: quick preview of an id. today_wanted.
    """

    post_opened = Signal(str)
    day_opened = Signal(object)
    day_chosen = Signal(object)
    gap_planned = Signal(str, object)
    menu_wanted = Signal(QPoint)
    peeked = Signal(str)
    today_wanted = Signal()
    let_go = Signal()

    def __init__(self, view: MonthView, carry: Carry) -> None:
        super().__init__(view)
        self._view = view
        self._carry = carry
        self._pressed: QPoint | None = None
        self._pressed_id = ""
        self._anchor = ""
        carry.add_zone(self)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the events of the mouse from the viewport and those of the keys from the view."""
        kind = event.type()
        if kind not in _TAKEN:
            return False
        if isinstance(event, QContextMenuEvent):
            self._menu(event)
            return True
        if watched is self._view:
            return kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event)
        if kind == QEvent.Type.Leave:
            self._view.hover(-1)
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tip(event)
        if not isinstance(event, QMouseEvent):
            return False
        if kind == QEvent.Type.MouseButtonPress:
            self._press(event)
        elif kind == QEvent.Type.MouseMove:
            self._move(event)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release(event)
        elif kind == QEvent.Type.MouseButtonDblClick and event.button() == Qt.MouseButton.LeftButton:
            self._double(event)
        else:
            return False
        return True

    # Mouse

    def _press(self, event: QMouseEvent) -> None:
        view, point = self._view, event.position().toPoint()
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        view.by_mouse()
        id_ = self._id_at(point)
        if event.button() == Qt.MouseButton.RightButton:
            if id_ and id_ not in view.ids():
                view.choose([id_])
            elif not id_:
                self._step_on_day(point)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed, self._pressed_id = point, id_
        if not id_:
            if not event.modifiers() & (_CTRL | _SHIFT):
                self._step_on_day(point)
        elif event.modifiers() & _SHIFT:
            view.choose(self._between(self._anchor, id_))
        elif not event.modifiers() & _CTRL and id_ not in view.ids():
            view.choose([id_])
            self._anchor = id_

    def _move(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._carry.active:
            self._carry.move(event.globalPosition().toPoint(), copying=bool(event.modifiers() & _CTRL))
            return
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(point)
            return
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and self._pressed_id:
            ids = self._view.ids()
            ids = ids if self._pressed_id in ids else (self._pressed_id,)
            row = self._view.month.row(self._view.month.index_of(self._pressed_id))
            if row is not None and row.look is not None:
                self._view.hover(-1)
                self._carry.begin(
                    self._view,
                    ids,
                    row.look,
                    event.globalPosition().toPoint(),
                    copying=bool(event.modifiers() & _CTRL),
                )

    def _release(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, id_ = self._pressed, self._pressed_id
        self._pressed, self._pressed_id = None, ""
        if self._carry.active:
            self._carry.finish(event.globalPosition().toPoint(), copying=bool(event.modifiers() & _CTRL))
            return
        if pressed is None:
            return
        point, view = event.position().toPoint(), self._view
        if id_ and event.modifiers() & _CTRL:
            chosen = view.ids()
            view.choose([item for item in chosen if item != id_] if id_ in chosen else [*chosen, id_])
            self._anchor = id_
        elif id_ and not event.modifiers() & _SHIFT:
            view.choose([id_])
            self._anchor = id_
        elif not id_:
            self._click_ground(point)

    def _double(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        id_ = self._id_at(point)
        cell = self._view.settled().cell_at(point)
        if id_:
            self.post_opened.emit(id_)
        elif cell is not None and not cell.more.contains(point) and self._view.action_at(point) is None:
            self.day_chosen.emit(cell.day)

    def _click_ground(self, point: QPoint) -> None:
        cell = self._view.settled().cell_at(point)
        gap = self._view.action_at(point)
        if gap is not None:
            self.gap_planned.emit(*gap)
        elif cell is not None and cell.more.contains(point):
            self.day_opened.emit(cell.day)

    def _hover(self, point: QPoint) -> None:
        self._view.hover(self._view.row_at(point))
        cell = self._view.settled().cell_at(point)
        hand = self._view.action_at(point) is not None or (cell is not None and cell.more.contains(point))
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)

    def _tip(self, event: QHelpEvent) -> bool:
        scene, point = self._view.settled(), event.pos()
        strip, cell = scene.strip_at(point), scene.cell_at(point)
        if self._view.row_at(point) >= 0:
            return False
        if strip is not None:
            QToolTip.showText(event.globalPos(), strip.piece.band.label, self._view.viewport(), strip.rect)
        elif cell is not None:
            words = "\n".join(self._view.month.almanac.words(cell.day))
            QToolTip.showText(event.globalPos(), words, self._view.viewport(), cell.rect)
        return True

    def _menu(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self._view.visualRect(self._view.currentIndex())
            place = self._view.viewport().mapToGlobal(rect.topLeft() + QPoint(12, 12))
        self.menu_wanted.emit(place)

    def _id_at(self, point: QPoint) -> str:
        at = self._view.row_at(point)
        card = self._view.month.rows()[at].card if at >= 0 else None
        return card.id if card is not None else ""

    def _step_on_day(self, point: QPoint) -> None:
        cell = self._view.settled().cell_at(point)
        if cell is not None:
            self._view.set_day(cell.day)

    def _between(self, start: str, end: str) -> list[str]:
        month = self._view.month
        first, last = month.index_of(start), month.index_of(end)
        if not first.isValid():
            return [end]
        low, high = sorted((first.row(), last.row()))
        return [row.card.id for row in month.rows()[low : high + 1] if row.card is not None]

    # Keys

    def _key(self, event: QKeyEvent) -> bool:
        view = self._view
        if view.editing:
            return False
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = not modifiers & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
        if key is Qt.Key.Key_Home and modifiers & _CTRL:
            view.by_key()
            self.today_wanted.emit()
        elif key in _STEPS and plain:
            view.walk(_STEPS[key], extend=bool(modifiers & _SHIFT))
        elif key in _ENTER and plain:
            view.by_key()
            if view.current_id() and view.settled().visible(view.currentIndex().row()):
                self.post_opened.emit(view.current_id())
            else:
                self.day_opened.emit(view.cursor_day())
        elif key is Qt.Key.Key_Space and view.current_id():
            if modifiers & _CTRL or view.current_id() not in view.ids():
                index = view.currentIndex()
                view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Toggle)
            else:
                self.peeked.emit(view.current_id())
        elif key is Qt.Key.Key_Escape and plain:
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
        if not viewport.isVisible() or not viewport.rect().contains(point):
            return None
        cell = self._view.settled().cell_at(point)
        return cell.day if cell else None

    def carry_edge(self, at: QPoint) -> int:
        """Return -1 over weekday names and week numbers, 1 along the right and the lower edge."""
        viewport = self._view.viewport()
        point = viewport.mapFromGlobal(at)
        if not viewport.isVisible() or not viewport.rect().contains(point):
            return 0
        scene = self._view.settled()
        if point.y() < scene.header or point.x() < scene.margin:
            return -1
        near = scene.header // 2
        return 1 if point.y() >= viewport.height() - near or point.x() >= viewport.width() - near else 0

    def carry_shown(self, place: Place | None, carried: frozenset[str]) -> None:
        """Mark the day and fade the cards."""
        self._view.show_target(place if isinstance(place, date) else None, carried)
