# SPDX-License-Identifier: EUPL-1.2
"""How results are painted and read out: posts with the place of the match, commands with their key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kalender.domain.card import Hit
from kalender.domain.stage import Flag
from kalender.ui.shell.search.offers import Offer
from kalender.ui.theme.theme import Theme
from kalender.wording import dates, terms
from kalender.wording.cards import title
from kalender.wording.tr import tr

HIT = Qt.ItemDataRole.UserRole
OFFER = Qt.ItemDataRole.UserRole + 1
HEADING = Qt.ItemDataRole.UserRole + 2
"""Words above a row that begins a group; empty on the others."""

_HEADING = 26
"""Height in px at 100 % of the heading of a group."""

_Index = QModelIndex | QPersistentModelIndex


class ResultRows(QStyledItemDelegate):
    """Paints a result: symbol, title, where it was found; or what can be done, with its key or why not now.

    The heading of a group is painted above its first row: so every row is a result, for the keys and for screen readers.
    """

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height: one line, or two where the place of the match or a reason is shown; more under a heading."""
        hit, offer = index.data(HIT), index.data(OFFER)
        two = (isinstance(hit, Hit) and bool(hit.excerpt)) or (
            isinstance(offer, Offer) and bool(offer.reason)
        )
        return QSize(100, self._theme.px(50 if two else 34) + self._above(index))

    def _above(self, index: _Index) -> int:
        return self._theme.px(_HEADING) if index.data(HEADING) else 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a result."""
        theme, px = self._theme, self._theme.px
        rect = QRectF(option.rect).adjusted(0, self._above(index), 0, 0)
        state = option.state
        painter.save()
        if index.data(HEADING):
            place = QRectF(rect.x() + px(12), option.rect.y(), rect.width() - px(24), px(_HEADING))
            painter.setFont(theme.font("small", 600))
            painter.setPen(theme.colour("text-3"))
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(place.adjusted(0, 0, 0, -px(3)), align, str(index.data(HEADING)))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("bg-selected"))
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("bg-hover"))
        hit = index.data(HIT)
        inner = rect.adjusted(px(12), px(4), -px(12), -px(4))
        if isinstance(hit, Hit):
            self._hit(painter, inner, hit)
        else:
            offer = index.data(OFFER)
            if isinstance(offer, Offer):
                self._offer(painter, inner, offer)
        painter.restore()

    def _hit(self, painter: QPainter, rect: QRectF, hit: Hit) -> None:
        theme, px = self._theme, self._theme.px
        term = terms.look(hit.card.stage, hit.card.flags)
        size = px(16)
        theme.draw(painter, term.icon, f"st-{term.key}", rect.x(), rect.y() + px(2), size)
        when = when_words(hit)
        align = Qt.AlignmentFlag.AlignVCenter
        width = theme.metrics("small").horizontalAdvance(when)
        line = QRectF(rect.x(), rect.y(), rect.width(), px(21))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text-2"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | align, when)
        left = rect.x() + size + px(8)
        room = rect.right() - width - px(12) - left
        painter.setFont(theme.font("body", 500))
        painter.setPen(theme.colour("text"))
        words = theme.metrics("body", 500).elidedText(title(hit.card), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, rect.y(), room, px(21)), Qt.AlignmentFlag.AlignLeft | align, words)
        if hit.excerpt:
            self._excerpt(painter, QRectF(left, rect.y() + px(21), rect.right() - left, px(18)), hit)

    def _excerpt(self, painter: QPainter, rect: QRectF, hit: Hit) -> None:
        theme = self._theme
        text = hit.excerpt.replace("\n", " ")
        painter.setClipRect(rect)
        x, at = rect.x(), 0
        pieces: list[tuple[str, bool]] = []
        for start, length in hit.marks:
            pieces += [(text[at:start], False), (text[start : start + length], True)]
            at = start + length
        pieces.append((text[at:], False))
        for piece, marked in pieces:
            weight = 600 if marked else 400
            metrics = theme.metrics("small", weight)
            words = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, rect.right() - x)
            painter.setFont(theme.font("small", weight))
            painter.setPen(theme.colour("text" if marked else "text-2"))
            place = QRectF(x, rect.y(), rect.right() - x, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            x += metrics.horizontalAdvance(piece)
            if x >= rect.right():
                break

    def _offer(self, painter: QPainter, rect: QRectF, offer: Offer) -> None:
        theme, px = self._theme, self._theme.px
        line = QRectF(rect.x(), rect.y(), rect.width(), px(26 if not offer.reason else 21))
        theme.draw(painter, offer.icon, "text-3", rect.x(), line.center().y() - px(8), px(16))
        align = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text-3"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | align, offer.hint)
        left = px(24)
        room = line.width() - left - theme.metrics("small").horizontalAdvance(offer.hint) - px(8)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text-3" if offer.reason else "text"))
        words = theme.metrics("body").elidedText(offer.words, Qt.TextElideMode.ElideRight, room)
        place = QRectF(line.x() + left, line.y(), room, line.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | align, words)
        if offer.reason:
            below = QRectF(rect.x() + left, line.bottom(), rect.width() - left, px(18))
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text-2"))
            reason = theme.metrics("small").elidedText(
                offer.reason, Qt.TextElideMode.ElideRight, below.width()
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | align, reason)


def when_words(hit: Hit) -> str:
    """Return when a post is planned; one in the archive says so, with its year."""
    planned = hit.card.planned
    if planned is None:
        return tr("Idee")
    if Flag.ARCHIVED in hit.card.flags:
        return tr("Archiv · {day}").format(day=dates.day_year(planned.date()))
    return dates.moment_short(planned)


def spoken(hit: Hit) -> str:
    """Return a hit in words."""
    when = dates.moment_long(hit.card.planned) if hit.card.planned else tr("Idee")
    archived = tr("im Archiv") if Flag.ARCHIVED in hit.card.flags else ""
    return ", ".join(part for part in (title(hit.card), when, archived, hit.excerpt) if part)
