# SPDX-License-Identifier: EUPL-1.2
"""The preview of a post on one channel: near to the platform, light or dark as one likes, never pixel-true."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Painted, Symbol
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.preview.album import Album
from kalender.ui.widgets.preview.content import PHONE, Feed, PreviewContent, colour
from kalender.ui.widgets.preview.parts import Dots, Paper, Picture, Rule, actions, head, words
from kalender.wording.tr import tr

WIDEST = 520
"""Width of a card on a screen, in px at 100 %."""

PHONE_WIDTH = 318


class _Phone(QWidget):
    """A phone: a dark rounded frame round its content."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self._feed = feed
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(10, 10, 10, 10)
        self.body.setSpacing(0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame and the lit screen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(PHONE))
        painter.drawRoundedRect(QRectF(self.rect()), 22, 22)
        painter.setBrush(colour(self._feed.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(9, 9, -9, -9), 14, 14)
        painter.end()


class Preview(QWidget):
    """Shows a PreviewContent. phone: frame of a phone for Instagram and the like; note: the mandatory caption."""

    def __init__(
        self,
        theme: Theme,
        content: PreviewContent | None = None,
        *,
        note: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        self._card: QWidget | None = None
        self._note = QWidget()
        row = QHBoxLayout(self._note)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Symbol(theme, "ri.information-line", "text-3", size=16), 0, Qt.AlignmentFlag.AlignTop)
        caption = tr("Annäherung. Schriftgröße und Umbruch können in der App abweichen.")
        row.addWidget(Text(theme, caption, "small", ink="text-2", wrap=True), 1)
        self._column.addWidget(self._note)
        self._note.setVisible(note)
        self._column.addStretch(1)
        if content is not None:
            self.set_content(content)

    @property
    def content(self) -> PreviewContent | None:
        """What is shown."""
        return self._content

    def set_content(self, content: PreviewContent) -> None:
        """Show another post or channel."""
        self._content = content
        if self._card is not None:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        builders = {"instagram": _instagram, "facebook": _facebook, "website": _website}
        self._card = builders.get(content.platform, _network)(self._theme, content)
        self._card.setAccessibleName(
            tr("Vorschau {network}").format(network=content.network or content.platform)
        )
        self._card.setAccessibleDescription(content.spoken)
        self._column.insertWidget(0, self._card)


def _first(content: PreviewContent, *, many: bool = False, tallest: float = 1.25) -> Picture | None:
    if not content.pictures:
        return None
    at = min(content.at, len(content.pictures) - 1) if many else 0
    alt = content.alts[at] if at < len(content.alts) else ""
    return Picture(
        content.pictures[at],
        alt=alt,
        many=len(content.pictures) if many else 1,
        at=at,
        tallest=tallest,
        feed=content.feed,
    )


def _paper(theme: Theme, content: PreviewContent, width: int) -> tuple[Paper, QVBoxLayout]:
    paper = Paper(content.feed)
    paper.setMaximumWidth(theme.px(width))
    paper.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    column = QVBoxLayout(paper)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    return paper, column


def _instagram(theme: Theme, content: PreviewContent) -> QWidget:
    feed = content.feed
    phone = _Phone(feed)
    phone.setMaximumWidth(theme.px(PHONE_WIDTH))
    phone.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    column = phone.body
    handle = content.handle.removeprefix("@") or content.account
    column.addWidget(head(theme, content.feed, name=handle, below=content.place))
    picture = _first(content, many=True)
    if picture is not None:
        column.addWidget(picture)
    else:
        column.addWidget(Picture(QImage(), alt=tr("Noch kein Bild"), feed=feed))
    row = QHBoxLayout()
    row.setContentsMargins(12, 10, 12, 6)
    row.setSpacing(12)
    for icon in ("ri.heart-line", "ri.chat-3-line", "ri.send-plane-line"):
        row.addWidget(_glyph(theme, feed, icon))
    row.addStretch(1)
    if len(content.pictures) > 1:
        row.addWidget(Dots(theme, len(content.pictures), content.at, feed))
    row.addStretch(1)
    row.addWidget(_glyph(theme, feed, "ri.bookmark-line"))
    column.addLayout(row)
    column.addWidget(words(theme, content, lead=handle, role="small"))
    if content.when:
        when = Text(theme, content.when, "small", ink=content.feed.ink_2)
        when.setContentsMargins(12, 2, 12, 16)
        column.addWidget(when)
    return phone


def _facebook(theme: Theme, content: PreviewContent) -> QWidget:
    paper, column = _paper(theme, content, WIDEST)
    column.addWidget(head(theme, content.feed, name=content.account, below=content.when))
    column.addWidget(words(theme, content))
    _pictures(theme, content, column)
    column.addWidget(
        actions(
            theme,
            content.feed,
            (
                ("ri.thumb-up-line", tr("Gefällt mir")),
                ("ri.chat-3-line", tr("Kommentieren")),
                ("ri.share-forward-line", tr("Teilen")),
            ),
        )
    )
    return paper


def _network(theme: Theme, content: PreviewContent) -> QWidget:
    paper, column = _paper(theme, content, WIDEST)
    below = " · ".join(part for part in (content.handle, content.when) if part)
    column.addWidget(head(theme, content.feed, name=content.account, below=below))
    column.addWidget(words(theme, content))
    _pictures(theme, content, column)
    column.addWidget(
        actions(
            theme,
            content.feed,
            (("ri.chat-3-line", ""), ("ri.share-forward-line", ""), ("ri.heart-line", "")),
        )
    )
    return paper


def _website(theme: Theme, content: PreviewContent) -> QWidget:
    paper, column = _paper(theme, content, WIDEST)
    picture = _first(content, tallest=0.6)
    if picture is not None:
        column.addWidget(picture)
    if content.when:
        when = Text(theme, content.when, "small", ink=content.feed.ink_2)
        when.setContentsMargins(12, 10, 12, 0)
        column.addWidget(when)
    headline = Text(theme, content.headline, "title-2", ink=content.feed.ink, wrap=True)
    headline.setContentsMargins(12, 6, 12, 2)
    column.addWidget(headline)
    column.addWidget(words(theme, content, role="reading"))
    _link(theme, content, column)
    return paper


def _pictures(theme: Theme, content: PreviewContent, column: QVBoxLayout) -> None:
    if not content.pictures:
        _link(theme, content, column)
        column.addWidget(Rule(content.feed))
        return
    picture = _first(content, many=True, tallest=1.0) if content.leafed else Album(content)
    if picture is not None:
        column.addWidget(picture)


def _link(theme: Theme, content: PreviewContent, column: QVBoxLayout) -> None:
    if not content.link:
        return
    host = urlsplit(content.link if "//" in content.link else f"https://{content.link}").netloc
    label = Text(theme, host, "small", ink=content.feed.ink_2)
    label.setContentsMargins(12, 2, 12, 8)
    column.addWidget(label)


def _glyph(theme: Theme, feed: Feed, icon: str) -> Painted:
    return Painted(
        theme, QSize(20, 20), lambda painter, _rect: theme.draw(painter, icon, feed.ink, 0, 0, theme.px(20))
    )
