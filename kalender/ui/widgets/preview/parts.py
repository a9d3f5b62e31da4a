# SPDX-License-Identifier: EUPL-1.2
"""Parts of previews: paper, texts in the colours of the feed, pictures, actions, the head with the account."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Painted, Sign
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.paint.emblems import crest
from kalender.ui.widgets.preview.content import LIGHT, Feed, PreviewContent, colour

TALLEST = 1.25
"""Height of a picture against its width, at most; what is taller is shown from its middle."""


class Paper(QWidget):
    """A card with a thin border, as platforms show posts."""

    def __init__(self, feed: Feed = LIGHT, radius: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feed, self._radius = feed, radius

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._feed.edge), 1))
        painter.setBrush(colour(self._feed.paper))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius
        )
        painter.end()


class Rule(QWidget):
    """A thin line."""

    def __init__(self, feed: Feed = LIGHT) -> None:
        super().__init__()
        self._feed = feed
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self._feed.line))
        painter.end()


class Picture(QWidget):
    """A picture as wide as the card; the number of several in the corner."""

    def __init__(
        self,
        image: QImage,
        *,
        alt: str,
        many: int = 1,
        at: int = 0,
        tallest: float = TALLEST,
        feed: Feed = LIGHT,
    ) -> None:
        super().__init__()
        self._feed = feed
        self._at = at
        self._image = image
        self._many = many
        self._tallest = tallest
        self.setAccessibleName(alt)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at a width."""
        if self._image.isNull():
            return width * 9 // 16
        return round(min(width * self._image.height() / self._image.width(), width * self._tallest))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size of the picture's ratio."""
        width = max(1, self.width())
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the height that the width asks for."""
        super().resizeEvent(event)
        if self.height() != self.heightForWidth(self.width()):
            self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture, cut to the room there is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        target = QRectF(self.rect())
        if self._image.isNull():
            painter.fillRect(target, colour(self._feed.line))
        else:
            painter.drawImage(target, self._image, middle(self._image, target))
        if self._many > 1:
            chip = QRectF(self.width() - 44, 10, 34, 20)
            path = QPainterPath()
            path.addRoundedRect(chip, 10, 10)
            painter.setOpacity(0.8)
            painter.fillPath(path, colour(LIGHT.ink))
            painter.setOpacity(1)
            painter.setPen(colour(LIGHT.paper))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, f"{self._at + 1}/{self._many}")
        painter.end()


class Dots(Sign):
    """The dots under a picture of several."""

    def __init__(self, theme: Theme, many: int, at: int = 0, feed: Feed = LIGHT) -> None:
        super().__init__(theme)
        self._feed = feed
        self._at = at
        self._many = many

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the dots."""
        return QSize(self._many * 9, 8)

    def paint(self, painter: QPainter) -> None:
        """Paint the dots, that of the picture in front filled."""
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self._many):
            painter.setBrush(colour(self._feed.dot if number == self._at else self._feed.dots))
            painter.drawEllipse(QPointF(4 + number * 9, 4), 3, 3)


def head(theme: Theme, feed: Feed, *, name: str, below: str) -> QWidget:
    """Return the head of a post: coat of arms in a disc, name, a line below."""
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(12, 10, 12, 10)
    row.setSpacing(10)

    def disc(painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(colour(feed.line), 1))
        painter.setBrush(colour(LIGHT.paper))
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        inset = rect.width() * 0.27
        crest(painter, rect.adjusted(inset, inset * 0.8, -inset, -inset * 0.8))

    row.addWidget(Painted(theme, QSize(34, 34), disc))
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Text(theme, name, "body", ink=feed.ink, weight=600))
    if below:
        column.addWidget(Text(theme, below, "small", ink=feed.ink_2))
    row.addLayout(column, 1)
    more = Painted(
        theme,
        QSize(16, 16),
        lambda painter, _rect: theme.draw(painter, "ri.more-fill", feed.ink, 0, 0, theme.px(16)),
    )
    row.addWidget(more)
    return widget


def words(theme: Theme, content: PreviewContent, *, lead: str = "", role: str = "body") -> Text:
    """Return the text of a post up to the fold, with "mehr" after it. lead: bold words in front."""
    text = escape(content.shown).replace("\n", "<br>")
    front = f"<b>{escape(lead)}</b> " if lead else ""
    feed = content.feed
    more = f' … <span style="color:{feed.ink_2}">{escape(content.more)}</span>' if content.folded else ""
    label = Text(theme, f"{front}{text}{more}", role, ink=feed.ink, wrap=True, rich=True)
    direct(label, content)
    label.setContentsMargins(12, 4, 12, 8)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return label


def direct(label: Text, content: PreviewContent) -> None:
    """Lay words out in the direction of their language; the frame around them stays that of a German reader."""
    if content.rtl:
        label.setText(f'<div dir="rtl" align="right">{label.text()}</div>')


def actions(theme: Theme, feed: Feed, entries: tuple[tuple[str, str], ...]) -> QWidget:
    """Return the row of things readers can do: (symbol, words)."""
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(12, 8, 12, 8)
    for icon, text in entries:
        row.addStretch(1)
        size = theme.px(16)

        def paint(painter: QPainter, _rect: QRectF, name: str = icon, edge: int = size) -> None:
            theme.draw(painter, name, feed.ink_2, 0, 0, edge)

        row.addWidget(Painted(theme, QSize(16, 16), paint))
        if text:
            row.addWidget(Text(theme, text, "small", ink=feed.ink_2))
        row.addStretch(1)
    return widget


def middle(image: QImage, target: QRectF) -> QRectF:
    """Return the part of an image that fills the target without distortion, in pixels of the image."""
    width, height = image.width(), image.height()
    scale = min(width / max(1.0, target.width()), height / max(1.0, target.height()))
    w, h = target.width() * scale, target.height() * scale
    return QRectF((width - w) / 2, (height - h) / 2, w, h)
