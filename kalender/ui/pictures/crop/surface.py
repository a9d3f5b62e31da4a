# SPDX-License-Identifier: EUPL-1.2
"""What the canvases of a picture have in common: room, the keyboard of their own, overlays, and Tab through the shapes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from kalender.ui.pictures.crop.overlay import Shown
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.focus import OWN
from kalender.ui.widgets.feedback.scrolling import Middle


class Surface(QLabel):
    """A canvas that paints all of itself; for readers it is a picture, which a label with a pixmap is. stepped: Tab asks for the next (+1) or previous (-1) shape.

    ROOM: the size it would like, in px of the theme; LEAST: in px of the screen.
    """

    stepped = Signal(int)
    ROOM: ClassVar[tuple[int, int]] = (560, 420)
    LEAST: ClassVar[tuple[int, int]] = (240, 200)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Shown()
        self._may_step = (False, False)
        self.setPixmap(QPixmap(1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN, "true")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._redo)

    def _redo(self) -> None:
        """Paint anew after the theme changed."""
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room enough for the panels beside it."""
        return QSize(*(self._theme.px(side) for side in self.ROOM))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The least that can still be worked on."""
        return QSize(*self.LEAST)

    def set_shown(self, shown: Shown) -> None:
        """Choose the overlays."""
        self._shown = shown
        self.update()

    def set_steps(self, *, back: bool, forward: bool) -> None:
        """Tell whether there is a shape before and after this one, so that Tab leaves at the ends."""
        self._may_step = (back, forward)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name and signature
        """Go through the shapes by Tab, and on to the next control after the last."""
        if self.hasFocus() and self._may_step[1 if forward else 0]:
            self.stepped.emit(1 if forward else -1)
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()


def rolling(bars: Sequence[QWidget], canvases: Sequence[QWidget], foot: QWidget) -> Middle:
    """Put canvases, which take all the room there is, between bars and a foot; it scrolls where the window is too low."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for bar in bars:
        column.addWidget(bar)
    for canvas in canvases:
        column.addWidget(canvas, 1)
    column.addWidget(foot)
    return Middle(ground)
