# SPDX-License-Identifier: EUPL-1.2
"""Where the parts of the review stand: three columns, a folded list, or one column with the decision below."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.ui.review.decision import DecisionBar
from kalender.ui.review.listing import ListColumn
from kalender.ui.review.reading import Head, Reading
from kalender.ui.review.side import SidePanel
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import Bar, spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button
from kalender.wording.tr import tr


class Room(Enum):
    """How much room there is, measured at the text size in use."""

    WIDE = auto()
    MIDDLE = auto()
    FOLDED = auto()
    SINGLE = auto()


LIST = {Room.WIDE: 300, Room.MIDDLE: 260, Room.FOLDED: 88}
SIDE = {Room.WIDE: 328, Room.MIDDLE: 300, Room.FOLDED: 300}
READING = 800
"""Most px at 100 % that lines of text are stretched to, margins included."""
NO_LIMIT = 16_777_215
"""Qt's own greatest width."""
WIDTHS = ((Room.WIDE, 1340), (Room.MIDDLE, 1180), (Room.FOLDED, 900))
"""Least width of the page for each, in px at 100 %; below the last one there is a single column."""


def room_for(width: int, scale: int) -> Room:
    """Return the arrangement for a width in px at a text size in per cent."""
    at_100 = width * 100 / scale
    return next((room for room, least in WIDTHS if at_100 >= least), Room.SINGLE)


class Rooms(QWidget):
    """Moves the parts between columns. stepped: the next post (1) or the one before (-1) is wanted."""

    stepped = Signal(int)

    def __init__(
        self,
        theme: Theme,
        list_: ListColumn,
        head: Head,
        reading: Reading,
        side: SidePanel,
        bar: DecisionBar,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._list, self._head, self._reading, self._side, self._bar = list_, head, reading, side, bar
        self.room = Room.WIDE
        self._width = 0
        self._steps = self._step_bar()
        self._area, self._aside = (
            _scrolling(tr("Beitrag")),
            _scrolling(tr("Freigabe, Prüfungen und Gespräch")),
        )
        body = Ground(theme, "bg-surface")
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        row = spaced(theme, QHBoxLayout())
        row.addWidget(reading, 1000)
        row.addStretch(1)
        self._body.addLayout(row, 1)
        self._area.setWidget(body)
        inside = Ground(theme, "bg-surface")
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(side)
        self._aside.setWidget(inside)
        self._middle = Ground(theme, "bg-surface")
        middle = spaced(theme, QVBoxLayout(self._middle))
        middle.addWidget(head)
        middle.addWidget(self._area, 1)
        self._right = Ground(theme, "bg-surface", edges="l", line="line")
        self._right_column = spaced(theme, QVBoxLayout(self._right), (1, 0, 0, 0))
        self._right_column.addWidget(self._aside, 1)
        self._right_column.addWidget(bar)
        columns = spaced(theme, QHBoxLayout())
        columns.addWidget(list_)
        columns.addWidget(self._middle, 1)
        columns.addWidget(self._right)
        self._outer = spaced(theme, QVBoxLayout(self))
        self._outer.addWidget(self._steps)
        self._outer.addLayout(columns, 1)
        self._place()
        theme.changed.connect(self._again)

    def _step_bar(self) -> QWidget:
        theme = self._theme
        bar = Bar(theme, 44)
        row = spaced(theme, QHBoxLayout(bar), (14, 0, 14, 0), 10)
        self._before = Button(
            theme,
            icon="ri.arrow-left-s-line",
            name=tr("Voriger Beitrag"),
            clicked=lambda: self.stepped.emit(-1),
        )
        self._after = Button(
            theme,
            icon="ri.arrow-right-s-line",
            name=tr("Nächster Beitrag"),
            clicked=lambda: self.stepped.emit(1),
        )
        self.place_words = Text(theme, "", "title-3")
        self.toggle = Button(theme, tr("Liste zeigen"), icon="ri.list-check", clicked=self._toggle)
        for part in (self._before, self.place_words, self._after):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.toggle)
        return bar

    def show_place(self, row: int, count: int) -> None:
        """Say which of the waiting posts is shown; row -1: none of them."""
        words = (
            tr("Beitrag {at} von {all}").format(at=row + 1, all=count)
            if row >= 0
            else tr("Nicht zur Prüfung")
        )
        self.place_words.setText(words)
        self._before.setEnabled(row > 0)
        self._after.setEnabled(0 <= row < count - 1)
        if self._listing():
            self.show_list(shown=False)

    def arrange(self, width: int) -> None:
        """Take the arrangement for a width in px."""
        self._width = width
        room = room_for(width, self._theme.scale)
        if room is not self.room:
            self.room = room
            self._place()
        else:
            self._fix_widths()

    def _again(self) -> None:
        self.arrange(self._width or self.width())

    def _place(self) -> None:
        single = self.room is Room.SINGLE
        self._steps.setVisible(single)
        self._head.set_stacked(self.room is not Room.WIDE)
        self._list.set_folded(self.room is Room.FOLDED)
        self._bar.set_broad(single)
        if single:
            self._body.addWidget(self._side)
            self._outer.addWidget(self._bar)
        else:
            self._inside.addWidget(self._side)
            self._right_column.addWidget(self._bar)
        for moved in (self._side, self._bar):
            for text in moved.findChildren(Text):
                text.restyle()
        self._side.talk.restyle()
        self._bar.restyle()
        self._right.setVisible(not single)
        self._list.setVisible(not single)
        self._middle.setVisible(True)
        self._bar.setVisible(True)
        self._side.setVisible(True)
        self.toggle.set_words(tr("Liste zeigen"))
        self._fix_widths()

    def _fix_widths(self) -> None:
        if self.room is Room.SINGLE:
            self._list.setMinimumWidth(0)
            self._list.setMaximumWidth(NO_LIMIT)
            self._reading.setMaximumWidth(NO_LIMIT)
            return
        self._reading.setMaximumWidth(self._theme.px(READING))
        self._list.setFixedWidth(self._theme.px(LIST[self.room]))
        self._right.setFixedWidth(self._theme.px(SIDE[self.room]))

    def _listing(self) -> bool:
        return self.room is Room.SINGLE and not self._list.isHidden()

    def _toggle(self) -> None:
        self.show_list(shown=not self._listing())

    def show_list(self, *, shown: bool) -> None:
        """In a single column, show the list in the place of the post, or the post again."""
        if self.room is not Room.SINGLE:
            return
        self._list.setVisible(shown)
        self._middle.setVisible(not shown)
        self._bar.setVisible(not shown)
        self.toggle.set_words(tr("Beitrag zeigen") if shown else tr("Liste zeigen"))

    def to_top(self) -> None:
        """Show the beginning of a post."""
        self._area.verticalScrollBar().setValue(0)
        self._aside.verticalScrollBar().setValue(0)


def _scrolling(name: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    return area
