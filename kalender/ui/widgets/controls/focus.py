# SPDX-License-Identifier: EUPL-1.2
"""The ring round what has the keyboard focus: one overlay per window, so no widget changes its size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.glyphs import ring

OWN = "paintsFocus"
"""A widget with this property true paints its focus itself, as lists and the month do."""

_GAP = 2
_REACH = _GAP + 2
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}


class FocusRing(QWidget):
    """Follows the focus inside a window; seen when it came by the keyboard, in high contrast always.

    The window tells of moves by Tab with by_keyboard(), from its focusNextPrevChild.
    """

    # Defaults of the class: a window that is being taken apart still tells of its focus.
    _target: QWidget | None = None
    _watched: tuple[QObject, ...] = ()
    _keyboard = False

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    @property
    def target(self) -> QWidget | None:
        """The widget that has the ring now."""
        return None if self.isHidden() else self._target

    def by_keyboard(self) -> None:
        """Note that the focus moves by the keyboard from here on, until the mouse moves it."""
        self._keyboard = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the target when it or what it lies in moves."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ring."""
        painter = QPainter(self)
        inner = QRectF(self.rect()).adjusted(_REACH, _REACH, -_REACH, -_REACH)
        ring(painter, self._theme, inner, 4, gap=_GAP)
        painter.end()

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        window = self.parentWidget()
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._keyboard = False
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = ()
        self._target = None
        wanted = (
            new is not None
            and new.window() is window
            and (self._keyboard or self._theme.contrast)
            and not isinstance(new, QAbstractItemView)
            and not new.property(OWN)
        )
        if new is not None and wanted:
            self._target = new
            widget: QWidget | None = new
            while widget is not None and widget is not window:
                widget.installEventFilter(self)
                self._watched = (*self._watched, widget)
                widget = widget.parentWidget()
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        top_left = target.mapTo(target.window(), QPoint(0, 0))
        if target.visibleRegion().isEmpty():
            self.hide()
            return
        place = QRect(top_left, target.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)
        self.setGeometry(place)
        self.raise_()
        self.show()
