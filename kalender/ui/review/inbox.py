# SPDX-License-Identifier: EUPL-1.2
"""The list of posts that wait for a decision, and below it what was decided today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kalender.domain.card import Card
from kalender.domain.stage import Flag
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.glyphs import channel_row, glyphs_width
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.pictures import cover, draw_rounded
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.cards import spoken, title
from kalender.wording.dates import moment_short, waiting
from kalender.wording.tr import tr

CARD = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
ROW = 88
THUMB = 42
FOLDED = 56
"""Edge of the pictures where the list is folded to pictures alone."""


_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class InboxModel(QAbstractListModel):
    """Cards in review in the order they should be read."""

    def __init__(self, labels: Callable[[], Mapping[str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._labels = labels
        self._cards: list[Card] = []

    def show_cards(self, cards: list[Card]) -> None:
        """Replace the cards; nothing happens when they are the same."""
        if cards != self._cards:
            self.beginResetModel()
            self._cards = cards
            self.endResetModel()

    def row_of(self, id_: str) -> int:
        """Return the row of a post, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.id == id_), -1)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many posts wait."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return title, spoken name, or the card."""
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role == int(Qt.ItemDataRole.DisplayRole):
            return title(card)
        if role in {int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.ToolTipRole)}:
            return spoken(card, self._labels())
        return None


class InboxDelegate(QStyledItemDelegate):
    """Thumbnail, title, when it appears, how long it waits, where it goes."""

    def __init__(
        self,
        theme: Theme,
        *,
        image_of: Callable[[str], QImage],
        marks: Callable[[], Mapping[str, ChannelMark]],
        now: Callable[[], datetime],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = TextCache(theme)
        self._image_of = image_of
        self._marks = marks
        self._now = now
        self.keyboard = False

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(100, self._theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        theme, px, texts = self._theme, self._theme.px, self._texts
        card: Card = index.data(CARD)
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if rect.width() < px(2 * THUMB + 40):
            self._small(painter, rect, card, chosen=chosen, hover=hover)
            return
        painter.fillRect(rect, theme.colour("bg-surface" if chosen else "bg-hover" if hover else "bg-window"))
        if chosen:
            painter.fillRect(QRectF(rect.x(), rect.y(), px(4), rect.height()), theme.colour("accent"))
        painter.setPen(theme.pen("line-subtle"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left, top, size = rect.x() + px(14), rect.y() + px(12), px(THUMB)
        self._thumbnail(painter, card, QRectF(left, top, size, size))
        x = left + size + px(10)
        room = rect.right() - px(14) - x
        texts.draw(painter, title(card), "body", "text", x, top - px(3), room, weight=600)
        when = (
            tr("erscheint {when}").format(when=moment_short(card.planned))
            if card.planned
            else tr("ohne Termin")
        )
        texts.draw(painter, when, "small", "text-2", x, top + px(18), room)
        icon, ink, words = self._state(card)
        y = top + px(44)
        symbol = px(14)
        theme.draw(painter, icon, ink, x, round(y + px(1)), symbol)
        marks = [mark for item in card.channels if (mark := self._marks().get(item))]
        glyph = Metrics(theme).symbol_card
        width = glyphs_width(theme, marks, glyph, px(4))
        heavy = 600 if ink == "warn" else 400
        texts.draw(
            painter, words, "small", ink if ink == "warn" else "text-2", x + symbol + px(5), y, room - width - symbol - px(9),
            weight=heavy, pitch=px(17),
        )  # fmt: skip
        channel_row(painter, theme, marks, rect.right() - px(14) - width, round(y + px(2)), glyph, gap=px(4))
        if self.keyboard and chosen and bool(option.state & QStyle.StateFlag.State_HasFocus):
            painter.setPen(theme.pen("focus", 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))

    def _small(self, painter: QPainter, rect: QRectF, card: Card, *, chosen: bool, hover: bool) -> None:
        """Paint a picture alone where the list is folded; the tip and the spoken name say the rest."""
        theme, px = self._theme, self._theme.px
        painter.fillRect(rect, theme.colour("bg-surface" if chosen else "bg-hover" if hover else "bg-window"))
        if chosen:
            painter.fillRect(QRectF(rect.x(), rect.y(), px(4), rect.height()), theme.colour("accent"))
        painter.setPen(theme.pen("line-subtle"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        size = px(FOLDED)
        place = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
        self._thumbnail(painter, card, place)
        icon, ink, _words = self._state(card)
        symbol = px(16)
        corner = QRectF(place.right() - symbol, place.bottom() - symbol, symbol + 2, symbol + 2)
        painter.fillRect(corner, theme.colour("bg-surface"))
        theme.draw(painter, icon, ink, corner.x() + 1, corner.y() + 1, symbol)

    def _thumbnail(self, painter: QPainter, card: Card, rect: QRectF) -> None:
        image = self._image_of(card.picture) if card.picture else QImage()
        if image.isNull():
            theme, size = self._theme, self._theme.px(18)
            painter.setPen(theme.pen("line"))
            painter.setBrush(theme.colour("bg-sunken"))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            theme.draw(
                painter, "ri.file-text-line", "text-3", rect.x() + (rect.width() - size) / 2,
                rect.y() + (rect.height() - size) / 2, size,
            )  # fmt: skip
            return
        ratio = painter.device().devicePixelRatioF()
        draw_rounded(painter, cover(image, int(rect.width()), int(rect.height()), ratio=ratio), rect, 4)

    def _state(self, card: Card) -> tuple[str, str, str]:
        if Flag.RESUBMITTED in card.flags:
            return "ri.refresh-line", "warn", tr("erneut vorgelegt")
        if card.comments:
            return "ri.chat-3-line", "text-3", tr("{n} offen").format(n=card.comments)
        since = waiting(card.waiting_since, self._now()) if card.waiting_since else ""
        return "ri.time-line", "text-3", since


class Inbox(QListView):
    """The waiting posts; one tab stop, arrows move, and the chosen one is shown beside it."""

    chosen = Signal(str)

    def __init__(self, model: InboxModel, delegate: InboxDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inbox = model
        self._rows = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(tr("Beiträge zur Prüfung"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell which post is to be shown."""
        super().currentChanged(_plain(current), _plain(previous))
        card = current.data(CARD)
        if isinstance(card, Card):
            self.chosen.emit(card.id)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ring when the keyboard brought the focus here."""
        self._rows.keyboard = event.reason() in _KEYBOARD
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose without a ring."""
        self._rows.keyboard = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave letters and digits to the page, which decides by single keys; a list would search by them."""
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        self._rows.keyboard = True
        super().keyPressEvent(event)

    def current_id(self) -> str:
        """Return the id of the chosen post, or an empty text."""
        card = self.currentIndex().data(CARD)
        return card.id if isinstance(card, Card) else ""

    def choose(self, id_: str) -> bool:
        """Choose a post; return whether it waits here."""
        row = self._inbox.row_of(id_)
        if row < 0:
            return False
        self.setCurrentIndex(self._inbox.index(row))
        return True

    def step(self, by: int) -> None:
        """Go on to the next post, or back."""
        row = self.currentIndex().row() + by
        if 0 <= row < self._inbox.rowCount():
            self.setCurrentIndex(self._inbox.index(row))


def _plain(index: Index) -> QModelIndex:
    """Return an index of the moment: a persistent one is only valid in its model."""
    return index if isinstance(index, QModelIndex) else index.model().index(index.row(), index.column())
