# SPDX-License-Identifier: EUPL-1.2
"""The quick preview of a post: picture, state, date, channels and the beginning of the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.ui.calendar.strips import Strips
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import ChannelRow, Painted, StageChip
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.feedback.popover import Popover
from kalender.ui.widgets.paint.pictures import draw_rounded
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording import cards as words
from kalender.wording.dates import moment_long
from kalender.wording.terms import look
from kalender.wording.tr import tr

_MOST = 420
_WIDTH, _HEIGHT = 320, 132


class PeekPopover(Popover):
    """Shown by the space bar and gone by it."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        card: Card,
        text: str,
        *,
        marks: Sequence[ChannelMark],
        strips: Strips,
    ) -> None:
        super().__init__(theme, owner, name=tr("Vorschau: {title}").format(title=words.title(card)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(theme.px(_WIDTH) + 2 * theme.px(16))
        if card.picture:

            def paint(painter: QPainter, rect: QRectF) -> None:
                pixmap = strips.cover(
                    card.picture, round(rect.width()), round(rect.height()), self.devicePixelRatioF()
                )
                draw_rounded(painter, pixmap, rect, 6)

            self.body.addWidget(Painted(theme, QSize(_WIDTH, _HEIGHT), paint))
        self.body.addWidget(Text(theme, words.title(card), "title-3", wrap=True))
        row = QHBoxLayout()
        row.addWidget(StageChip(theme, look(card.stage, card.flags)))
        row.addWidget(ChannelRow(theme, marks))
        row.addStretch(1)
        self.body.addLayout(row)
        if card.planned is not None:
            self.body.addWidget(Text(theme, moment_long(card.planned), "small", ink="text-2"))
        short = text if len(text) <= _MOST else text[:_MOST].rsplit(" ", 1)[0] + " …"
        self.body.addWidget(
            Text(theme, short or tr("Noch kein Text."), "body", ink="text" if text else "text-3", wrap=True)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close with the key that opened it."""
        if event.key() == Qt.Key.Key_Space:
            self.close()
            return
        super().keyPressEvent(event)
