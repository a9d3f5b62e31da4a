# SPDX-License-Identifier: EUPL-1.2
"""A leaf of a form: heading, a sentence and what is asked; frames round lists; notes with a symbol."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text


class Leaf(QScrollArea):
    """Heading, one sentence, content in `body`; scrolls where it is too long, never sideways."""

    def __init__(self, theme: Theme, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ground = Ground(theme, "bg-surface")
        self.body = spaced(theme, QVBoxLayout(self.ground), (30, 24, 30, 16), 10)
        self.heading = Text(theme, title, "title-1", wrap=True)
        self.body.addWidget(self.heading)
        self.body.addWidget(Text(theme, text, "body", ink="text-2", wrap=True))
        self.body.addSpacing(theme.px(4))
        self.setWidget(self.ground)
        self.setAccessibleName(title)


class Framed(QWidget):
    """A frame with rounded corners round rows that have grounds of their own; they go into `rows`.

    outside: the ground it lies on, which shows in the corners.
    """

    RADIUS = 8

    def __init__(self, theme: Theme, *, outside: str = "bg-surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(1, 1, 1, 1)
        self.rows.setSpacing(0)
        self._edge = _Edge(theme, outside, self)

    def childEvent(self, event: QChildEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the edge above the rows."""
        super().childEvent(event)
        edge = getattr(self, "_edge", None)
        if event.type() == QEvent.Type.ChildPolished and edge is not None and event.child() is not edge:
            edge.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the edge follow."""
        super().resizeEvent(event)
        self._edge.setGeometry(self.rect())
        self._edge.raise_()


class _Edge(QWidget):
    """Paints the line round the rows and what lies outside its corners."""

    def __init__(self, theme: Theme, outside: str, frame: QWidget) -> None:
        super().__init__(frame)
        self._theme, self._outside = theme, outside
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint corners and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._theme.line_width
        line = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        inside = QPainterPath()
        inside.addRoundedRect(line, Framed.RADIUS, Framed.RADIUS)
        corners = QPainterPath()
        corners.addRect(QRectF(self.rect()))
        painter.fillPath(corners.subtracted(inside), self._theme.colour(self._outside))
        painter.setPen(QPen(self._theme.colour("line"), width))
        painter.drawPath(inside)
        painter.end()


def note(theme: Theme, icon: str, words: str, *, ink: str = "text-3") -> QWidget:
    """Return a sentence in small letters behind a symbol."""
    whole = QWidget()
    row = spaced(theme, QHBoxLayout(whole), (0, 4, 0, 0), 8)
    row.addWidget(Symbol(theme, icon, ink, size=16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(theme, words, "small", ink="text-2", wrap=True), 1)
    return whole
