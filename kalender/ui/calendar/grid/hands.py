# SPDX-License-Identifier: EUPL-1.2
"""What mouse and keys do with days and posts: choose, open, carry, step, ask for the list of a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QRubberBand, QToolTip

from kalender.ui.calendar.doing.carry import Carry, Place
from kalender.ui.calendar.grid.bars import EVENT, Held
from kalender.ui.calendar.grid.view import PostGrid
from kalender.ui.widgets.paint.values import CardLook

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


class GridHands(QObject):
    """Watches the events of a PostGrid and speaks in the words of the plan; keys of one grid alone are in its own hands.

    post_opened: id. day_opened: day whose list is wanted. day_chosen: an empty spot was double-clicked.
    gap_planned: channel, day. menu_wanted: global point. peeked: quick preview of an id. today_wanted.
    nudged: days and minutes by which the chosen posts are to be moved.
    """

    post_opened = Signal(str)
    day_opened = Signal(object)
    day_chosen = Signal(object)
    gap_planned = Signal(str, object)
    menu_wanted = Signal(QPoint)
    peeked = Signal(str)
    today_wanted = Signal()
    nudged = Signal(int, int)
    let_go = Signal()

    def __init__(self, view: PostGrid, carry: Carry) -> None:
        super().__init__(view)
        self._view = view
        self._carry = carry
        self._pressed: QPoint | None = None
        self._pressed_id = ""
        self._pressed_bar = ""
        self._bar_shown = False
        self._anchor = ""
        self._band: QRubberBand | None = None
        self._before: tuple[str, ...] = ()
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
                self._step_to(point)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed, self._pressed_id = point, id_
        self._pressed_bar = "" if id_ else view.name_at(point)
        if not id_:
            if not event.modifiers() & (_CTRL | _SHIFT):
                self._step_to(point)
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
        if self._take_bar(event, point):
            return
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not self._pressed_id and (far or self._band is not None):
            self._stretch(self._pressed, point)
        if far and self._pressed_id:
            ids = self._view.ids()
            others = [id_ for id_ in ids if id_ != self._pressed_id] if self._pressed_id in ids else []
            ids = (self._pressed_id, *others)
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

    def _take_bar(self, event: QMouseEvent, point: QPoint) -> bool:
        """Take an event up by its bar; tell whether that is what is in hand."""
        name, start = self._pressed_bar, self._pressed
        day = self._view.spot_at(start) if start is not None else None
        if not name.startswith(EVENT) or start is None or day is None:
            return False
        if (point - start).manhattanLength() >= QApplication.startDragDistance():
            band = next(item for item in self._view.month.almanac.bands if item.id == name)
            held = Held(event=name.removeprefix(EVENT), day=date(day.year, day.month, day.day))
            look = CardLook(key="entwurf", icon="ri.flag-line", word="", time="", title=band.short)
            at = event.globalPosition().toPoint()
            self._carry.begin(self._view, (held.name,), look, at, copying=False)
        return True

    def _stretch(self, start: QPoint, end: QPoint) -> None:
        """Choose what a frame drawn over free ground touches; with Strg what was chosen before stays."""
        view = self._view
        if self._band is None:
            self._band = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())
            self._band.show()
            self._before = view.ids() if QApplication.keyboardModifiers() & _CTRL else ()
        frame = QRect(start, end).normalized()
        self._band.setGeometry(frame)
        touched = [
            row.card.id
            for at, row in enumerate(view.month.rows())
            if row.card is not None
            and view.visible(at)
            and frame.intersects(view.visualRect(view.month.index(at, 0)))
        ]
        wanted = tuple(dict.fromkeys((*self._before, *touched)))
        if wanted != view.ids():
            view.choose(wanted, current=False)

    def _release(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, id_ = self._pressed, self._pressed_id
        bar = self._pressed_bar
        self._pressed, self._pressed_id, self._pressed_bar = None, "", ""
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
            self._band = None
            return
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
        elif not id_ and (bar.startswith(EVENT) or self._bar_shown):
            self._bar_shown = bar.startswith(EVENT)
            self._carry.bar_wanted.emit("event", bar if self._bar_shown else "")
        elif not id_:
            self._click_ground(point)

    def _double(self, event: QMouseEvent) -> None:
        view, point = self._view, event.position().toPoint()
        id_, spot = self._id_at(point), view.spot_at(point)
        bar = "" if id_ else view.name_at(point)
        if bar.startswith(EVENT):
            self._carry.bar_wanted.emit("edit", bar)
        elif id_:
            self.post_opened.emit(id_)
        elif spot is not None and view.more_at(point) is None and view.action_at(point) is None:
            self.day_chosen.emit(spot)

    def _click_ground(self, point: QPoint) -> None:
        gap, crowded = self._view.action_at(point), self._view.more_at(point)
        if gap is not None:
            self.gap_planned.emit(*gap)
        elif crowded is not None:
            self.day_opened.emit(crowded)

    def _hover(self, point: QPoint) -> None:
        view = self._view
        view.hover(view.row_at(point))
        hand = view.action_at(point) is not None or view.more_at(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        view.viewport().setCursor(shape)

    def _tip(self, event: QHelpEvent) -> bool:
        if self._view.row_at(event.pos()) >= 0:
            return False
        found = self._view.tip_at(event.pos())
        if found is not None:
            QToolTip.showText(event.globalPos(), found[0], self._view.viewport(), found[1])
        return True

    def _menu(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self._view.visualRect(self._view.currentIndex())
            place = self._view.viewport().mapToGlobal(rect.topLeft() + QPoint(12, 12))
        else:
            point = self._view.viewport().mapFromGlobal(place)
            bar = "" if self._id_at(point) else self._view.name_at(point)
            if bar:
                self._carry.bar_wanted.emit("menu", bar)
                return
        self.menu_wanted.emit(place)

    def _id_at(self, point: QPoint) -> str:
        at = self._view.row_at(point)
        card = self._view.month.rows()[at].card if at >= 0 else None
        return card.id if card is not None else ""

    def _step_to(self, point: QPoint) -> None:
        spot = self._view.spot_at(point)
        if spot is not None:
            self._view.step_to(spot)

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
        elif key in _ENTER and plain:
            view.by_key()
            if view.current_id() and view.visible(view.currentIndex().row()):
                self.post_opened.emit(view.current_id())
            else:
                self._enter()
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

    def _enter(self) -> None:
        """Do what Enter does where no post is painted under the cursor."""
        self.day_opened.emit(self._view.cursor_day())

    # Carrying

    def carry_place(self, at: QPoint) -> Place | None:
        """Return the spot under a global point."""
        point = self._inside(at)
        return self._view.spot_at(point) if point is not None else None

    def carry_edge(self, _at: QPoint) -> int:
        """Return -1 or 1 where a global point asks for what lies before or after, else 0."""
        return 0

    def carry_shown(self, place: Place | None, carried: frozenset[str]) -> None:
        """Mark the spot and fade the cards."""
        self._view.show_target(place if isinstance(place, date) else None, carried)

    def _inside(self, at: QPoint) -> QPoint | None:
        """Return where a global point lies in the viewport, None where it does not."""
        viewport = self._view.viewport()
        point = viewport.mapFromGlobal(at)
        return point if viewport.isVisible() and viewport.rect().contains(point) else None
