# SPDX-License-Identifier: EUPL-1.2
"""Everything of one day: what applies to it, its meetings, all its posts, and a new post."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kalender.domain.card import Card
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Size
from kalender.ui.widgets.feedback.popover import Popover
from kalender.wording import cards as words
from kalender.wording.dates import clock, day_long
from kalender.wording.terms import look
from kalender.wording.tr import tr

_MOST = 12


class DayPopover(Popover):
    """Opened from "2 weitere" and by Enter on a day. post_opened: id; post_wanted: a new one on this day."""

    post_opened = Signal(str)
    post_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        day: date,
        cards: Sequence[Card],
        almanac: Almanac,
        name_of: Callable[[Card], str],
    ) -> None:
        super().__init__(theme, owner, name=day_long(day))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._day = day
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Beiträge am {day}").format(day=words.spoken_day(day)))
        self.body.addWidget(Text(theme, day_long(day), "title-3"))
        for line in almanac.words(day):
            self.body.addWidget(Text(theme, line, "small", ink="text-2", wrap=True))
        self._fill(theme, cards, name_of)
        self.body.addWidget(
            Button(
                theme,
                tr("Neuer Beitrag an diesem Tag"),
                icon="ri.add-line",
                size=Size.DENSE,
                clicked=self._wanted,
            )
        )
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        if cards:
            self.list.setFocus()

    def _fill(self, theme: Theme, cards: Sequence[Card], name_of: Callable[[Card], str]) -> None:
        if not cards:
            self.body.addWidget(Text(theme, tr("Noch kein Beitrag an diesem Tag."), "small", ink="text-2"))
            self.list.hide()
            return
        row = theme.px(30)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.colour("bg-selected"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
        self.list.setPalette(palette)
        self.list.setIconSize(QSize(theme.px(15), theme.px(15)))
        self.list.setFont(theme.font("body"))
        widest = theme.px(220)
        for card in cards:
            term = look(card.stage, card.flags)
            text = f"{clock(card.planned)}  {words.title(card)}" if card.planned else words.title(card)
            item = QListWidgetItem(theme.icon(term.icon, f"st-{term.key}", 15), text)
            item.setData(Qt.ItemDataRole.UserRole, card.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name_of(card))
            item.setToolTip(term.text)
            item.setSizeHint(QSize(0, row))
            self.list.addItem(item)
            widest = max(widest, round(theme.metrics("body").horizontalAdvance(text)) + theme.px(40))
        self.list.setFixedSize(min(widest, theme.px(420)), row * min(len(cards), _MOST) + 4)
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list)

    def _open(self, item: QListWidgetItem) -> None:
        id_ = str(item.data(Qt.ItemDataRole.UserRole))
        self.close()
        self.post_opened.emit(id_)

    def _wanted(self) -> None:
        self.close()
        self.post_wanted.emit(self._day)
