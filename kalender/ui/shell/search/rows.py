# SPDX-License-Identifier: EUPL-1.2
"""How results are painted and read out: posts with the place of the match, commands with their key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kalender.domain.card import Hit
from kalender.domain.stage import Flag
from kalender.ui.shell.commands.actions import plain, shown_keys
from kalender.ui.theme.theme import Theme
from kalender.wording import dates, terms
from kalender.wording.cards import title
from kalender.wording.tr import tr

HIT = Qt.ItemDataRole.UserRole
ACTION = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class ResultRows(QStyledItemDelegate):
    """Paints a result: symbol, title, where it was found; or a command with its key."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height: one line, or two where the place of the match is shown."""
        hit = index.data(HIT)
        return QSize(100, self._theme.px(50 if isinstance(hit, Hit) and hit.excerpt else 34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a result."""
        theme, px = self._theme, self._theme.px
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
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
            action = index.data(ACTION)
            if isinstance(action, QAction):
                self._command(painter, inner, action)
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

    def _command(self, painter: QPainter, rect: QRectF, action: QAction) -> None:
        theme, px = self._theme, self._theme.px
        theme.draw(painter, "ri.arrow-right-s-line", "text-3", rect.x(), rect.center().y() - px(8), px(16))
        align = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        words = QRectF(rect.x() + px(24), rect.y(), rect.width(), rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | align, plain(action))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text-3"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | align, shown_keys(action))


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
