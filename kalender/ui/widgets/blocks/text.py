# SPDX-License-Identifier: EUPL-1.2
"""Texts by role and ink, and grounds with lines, as the parts every page is put together from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kalender.ui.theme.theme import Theme


class Text(QLabel):
    """A text. role: font role; ink: theme role; weight: 400, 500, 600; wrap: over several lines; rich: HTML subset.

    Plain text unless rich, so nothing of a post is ever read as markup.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        *,
        ink: str = "text",
        weight: int | None = None,
        wrap: bool = False,
        rich: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role, self._ink, self._weight = role, ink, weight
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)
        self.restyle()
        theme.changed.connect(self.restyle)

    def set_ink(self, ink: str) -> None:
        """Change the colour to that of another theme role."""
        self._ink = ink
        self.restyle()

    def set_weight(self, weight: int | None) -> None:
        """Change the weight of the font."""
        self._weight = weight
        self.restyle()

    def restyle(self) -> None:
        """Take font and ink from the theme; also after a change of parent, with which Qt brings an old font back."""
        self.setFont(self._theme.font(self._role, self._weight))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._ink))
        palette.setColor(QPalette.ColorRole.Link, self._theme.colour("accent"))
        self.setPalette(palette)


class Elided(QWidget):
    """One line that is cut with an ellipsis where it does not fit; the tip and the name carry the whole text."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        *,
        ink: str = "text",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role, self._ink, self._weight = role, ink, weight
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme.changed.connect(self._restyle)

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self._restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the whole text."""
        return self.room_for(self._text)

    def room_for(self, text: str) -> QSize:
        """Return what the size hint would be with another text."""
        metrics = self._theme.metrics(self._role, self._weight)
        return QSize(round(metrics.horizontalAdvance(text)) + 2, self._theme.line(self._role))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for a few letters."""
        return QSize(self._theme.px(32), self._theme.line(self._role))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the tip in step with what is cut."""
        super().resizeEvent(event)
        self.setToolTip(self._text if self.sizeHint().width() > self.width() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what fits."""
        painter = QPainter(self)
        painter.setFont(self._theme.font(self._role, self._weight))
        painter.setPen(self._theme.colour(self._ink))
        metrics = self._theme.metrics(self._role, self._weight)
        words = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(self.rect()), align, words)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Ground(QWidget):
    """A ground in the colour of a role with lines at edges of choice.

    edges: letters of t, r, b, l; or "all" for a border with rounded corners of radius px. dashed: as for a broken
    seal or a place to drop.
    """

    def __init__(
        self,
        theme: Theme,
        ground: str = "bg-surface",
        *,
        edges: str = "",
        line: str = "line-subtle",
        radius: int = 0,
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground, self._edges, self._line = ground, edges, line
        self._radius, self._dashed = radius, dashed
        theme.changed.connect(self.update)

    def set_ground(self, ground: str, line: str | None = None) -> None:
        """Change ground and line to other theme roles."""
        self._ground = ground
        self._line = line or self._line
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground and lines."""
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        width = theme.line_width
        pen = QPen(theme.colour(self._line), width)
        if self._dashed:
            pen.setDashPattern([3, 2])
        if self._edges == "all" or self._radius:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen if self._edges else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._ground))
            half = width / 2 if self._edges else 0
            painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), self._radius, self._radius)
        else:
            painter.fillRect(rect, theme.colour(self._ground))
            ink = theme.colour(self._line)
            edges = {
                "t": QRectF(0, 0, rect.width(), width),
                "b": QRectF(0, rect.height() - width, rect.width(), width),
                "l": QRectF(0, 0, width, rect.height()),
                "r": QRectF(rect.width() - width, 0, width, rect.height()),
            }
            for edge in self._edges:
                painter.fillRect(edges[edge], ink)
        painter.end()


class Line(QWidget):
    """A thin line between sections."""

    def __init__(
        self, theme: Theme, *, role: str = "line-subtle", upright: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(self._role))
        painter.end()
