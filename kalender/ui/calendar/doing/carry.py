# SPDX-License-Identifier: EUPL-1.2
"""Carrying posts from one place of the page to another by mouse: ghost, target, edges, Esc.

Not QDrag: it would block, hand Esc and the pointer to the desktop, and could not turn the month while it waits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.ghost import HOTSPOT, drag_ghost
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import CardLook
from kalender.wording.tr import tr

EDGE_WAIT = 600
"""Milliseconds at the edge before the next month or week is shown."""


class Basket(Enum):
    """The other place beside the days: the basket of ideas, where a post loses its date."""

    IDEAS = "ideas"


Place = date | Basket
"""A day, in the week a day with a time (a datetime), or the basket."""


@frozen
class Verdict:
    """What letting go would do: when ("Do 17. Dez., 12:00"), a note, and whether it is ok, warn or err."""

    when: str
    note: str = ""
    kind: str = "ok"


class Zone(Protocol):
    """A part of the page posts can be carried to."""

    def carry_place(self, at: QPoint) -> Place | None:
        """Return the place under a global point, None where nothing can be put down."""

    def carry_edge(self, at: QPoint) -> int:
        """Return -1 or 1 where a global point asks for the month or week before or after, else 0."""

    def carry_shown(self, place: Place | None, carried: frozenset[str]) -> None:
        """Show where the posts would fall, and which posts are carried (all that are faded)."""


class Carry(QObject):
    """The one carrying at a time, of posts or of an event. dropped: ids, place, copying. turned: months or weeks to turn.

    bar_wanted: what is wanted of an event or an entry of a layer that was pointed at (event, edit, menu), and its
    name (see grid/bars.py), empty where it is let go of.

    begun: something was picked up. given_up: it was put back, so that what was shown at first is to be shown again.

    verdict: tells what putting ids down at a place would do; asked once for each place. ahead: names what comes where it is
    held at an edge.
    """

    dropped = Signal(object, object, bool)
    turned = Signal(int)
    begun = Signal()
    given_up = Signal()
    ended = Signal()
    bar_wanted = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        verdict: Callable[[tuple[str, ...], Place, bool], Verdict],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self._verdict = verdict
        self._zones: list[Zone] = []
        self._ids: tuple[str, ...] = ()
        self._look: CardLook | None = None
        self._ghost: QLabel | None = None
        self._place: Place | None = None
        self._shown: tuple[Place | None, bool, int] | None = None
        self._at = QPoint()
        self.verdict: Verdict | None = None
        self.ahead: Callable[[int], str] = lambda _pages: ""
        self._turning = 0
        self.edge = QTimer(self)
        self.edge.setSingleShot(True)
        self.edge.setInterval(EDGE_WAIT)
        self.edge.timeout.connect(self._turn)

    def add_zone(self, zone: Zone) -> None:
        """Let posts be put down in a part of the page."""
        self._zones.append(zone)

    @property
    def active(self) -> bool:
        """Whether something is being carried."""
        return bool(self._ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """What is being carried."""
        return self._ids

    @property
    def at(self) -> QPoint:
        """The global point where the pointer was last."""
        return self._at

    @property
    def place(self) -> Place | None:
        """Where it would fall now."""
        return self._place

    def begin(
        self, source: QWidget, ids: tuple[str, ...], look: CardLook, at: QPoint, *, copying: bool
    ) -> None:
        """Pick posts up at a global point; look: that of the one under the pointer."""
        self.cancel()
        self._ids = ids
        several = len(ids) > 1
        words = tr("{count} Beiträge").format(count=len(ids))
        self._look = replace(look, title=words, channels=()) if several else look
        self._ghost = QLabel(source.window())
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self.begun.emit()
        self.move(at, copying=copying)

    def rehearse(self, look: CardLook, verdict: Verdict) -> None:
        """Draw a ghost that nobody sees, so that the first one needs nothing it does not find."""
        drag_ghost(self._theme, self._texts, look, when=verdict.when, note=verdict.note, kind=verdict.kind)

    def move(self, at: QPoint, *, copying: bool) -> None:
        """Follow the pointer to a global point."""
        if not self.active:
            return
        self._at = at
        places = [zone.carry_place(at) for zone in self._zones]
        self._place = next((place for place in places if place is not None), None)
        turning = self._turning = next((edge for zone in self._zones if (edge := zone.carry_edge(at))), 0)
        self._show(copying=copying)
        self._follow(at)
        if turning and not self.edge.isActive():
            self.edge.start()
        elif not turning:
            self.edge.stop()

    def finish(self, at: QPoint, *, copying: bool) -> None:
        """Put down at a global point, or back where there is no place."""
        if not self.active:
            return
        self.move(at, copying=copying)
        ids, place = self._ids, self._place
        if place is None:
            self.cancel()
            return
        self._end()
        self.dropped.emit(ids, place, copying)

    def cancel(self) -> None:
        """Put everything back where it was."""
        if self.active:
            self._end()
            self.given_up.emit()

    def _end(self) -> None:
        self._ids = ()
        self._turning = 0
        self._place = self._shown = self._look = self.verdict = None
        self.edge.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        for zone in self._zones:
            zone.carry_shown(None, frozenset())
        self.ended.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Cancel with Esc or when another program comes to the front; copy while Strg is held."""
        kind = event.type()
        if kind in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease} and isinstance(event, QKeyEvent):
            pressed = kind == QEvent.Type.KeyPress
            if event.key() == Qt.Key.Key_Escape:
                if pressed:
                    self.cancel()
                return True
            if event.key() == Qt.Key.Key_Control:
                self._show(copying=pressed)
                self._follow(self._at)
            return pressed
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if kind == QEvent.Type.ApplicationDeactivate:
            self.cancel()
        return False

    def _show(self, *, copying: bool) -> None:
        if self._shown == (self._place, copying, self._turning) or self._look is None:
            return
        self._shown = (self._place, copying, self._turning)
        for zone in self._zones:
            zone.carry_shown(self._place, frozenset() if copying else frozenset(self._ids))
        if self._place is None:
            coming = self.ahead(self._turning) if self._turning else ""
            self.verdict = Verdict(when=coming or tr("Hier nicht möglich"))
        else:
            self.verdict = self._verdict(self._ids, self._place, copying)
        if self._ghost is not None:
            pixmap = drag_ghost(
                self._theme,
                self._texts,
                self._look,
                when=self.verdict.when,
                note=self.verdict.note,
                kind=self.verdict.kind,
                ratio=self._ghost.devicePixelRatioF(),
            )
            self._ghost.setPixmap(pixmap)
            self._ghost.resize(pixmap.deviceIndependentSize().toSize())

    def _follow(self, at: QPoint) -> None:
        window = self._ghost.parentWidget() if self._ghost is not None else None
        if self._ghost is None or window is None:
            return
        spot = window.mapFromGlobal(at) - HOTSPOT
        spot.setX(max(0, min(spot.x(), window.width() - self._ghost.width())))
        spot.setY(max(0, min(spot.y(), window.height() - self._ghost.height())))
        self._ghost.move(spot)
        self._ghost.raise_()
        self._ghost.show()

    def _turn(self) -> None:
        direction = next((edge for zone in self._zones if (edge := zone.carry_edge(self._at))), 0)
        if not self.active or not direction:
            return
        self.turned.emit(direction)
        self._shown = None
        self.move(
            self._at, copying=bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        )
