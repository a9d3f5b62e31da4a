# SPDX-License-Identifier: EUPL-1.2
"""The strip in a popover of the calendar, with its legend, and what can be done from a cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.domain.pace.cadence import Cell, Pace, Strip
from kalender.ui.calendar.pace.model import PaceModel
from kalender.ui.calendar.pace.view import GOAL, NAME, REACHED, WEEK, PaceTable, look
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Painted
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.feedback.popover import Popover
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.pace.cadence import PACES
from kalender.wording.tr import tr

MOST, LEAST = 10, 4
"""Weeks that are shown at most and at least."""


class PacePopover(Popover):
    """plan_wanted: channel, first and last day of a cell below its goal. day_wanted: a day to show. goals_wanted."""

    plan_wanted = Signal(str, object, object)
    day_wanted = Signal(object)
    goals_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        read: Callable[[int], Strip],
        marks: Mapping[str, ChannelMark],
        today: date,
        *,
        room: int,
    ) -> None:
        super().__init__(theme, owner, name=tr("Takt"))
        self._today = today
        weeks = (room // max(1, theme.px(1)) - NAME - GOAL - REACHED - 60) // WEEK
        self.model = PaceModel(self)
        head = SectionHeader(theme, tr("Takt je Kanal"), note=tr("geplante und erschienene Beiträge"))
        self.goals = Link(theme, tr("Ziele ändern"), clicked=self._goals)
        head.tail.addWidget(self.goals)
        self.body.addWidget(head)
        self.model.show(read(max(LEAST, min(MOST, weeks))), marks, today)
        self.table = PaceTable(theme, self.model)
        self.table.cell_opened.connect(self._open)
        if self.model.rowCount():
            self.body.addWidget(self.table)
            self.body.addWidget(self._legend(theme))
            hint = tr("Klick oder Eingabe: unter dem Ziel einen Beitrag planen, sonst die Woche zeigen.")
            self.body.addWidget(Text(theme, hint, "small", ink="text-3", wrap=True))
            self.table.setCurrentIndex(self.model.index(0, max(1, self.model.now)))
        else:
            self.table.hide()
            none = tr(
                "Noch verspricht kein Kanal etwas. Legen Sie fest, wie viele Beiträge je Woche oder Monat erscheinen sollen."
            )
            words = Text(theme, none, "body", ink="text-2", wrap=True)
            words.setFixedWidth(theme.px(360))
            self.body.addWidget(words)

    def start(self) -> None:
        """Put the keyboard onto the week of today."""
        (self.table if self.model.rowCount() else self.goals).setFocus(Qt.FocusReason.PopupFocusReason)

    def _legend(self, theme: Theme) -> QWidget:
        whole = QWidget()
        row = spaced(theme, QHBoxLayout(whole), (0, 2, 0, 0), 8)
        for pace, words in PACES.items():

            def paint(painter: QPainter, rect: QRectF, pace: Pace = pace) -> None:
                ground, _ink = look(theme, pace)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                dashed = Qt.PenStyle.DashLine if pace is Pace.BELOW else Qt.PenStyle.SolidLine
                painter.setPen(theme.pen("gap" if pace is Pace.BELOW else "line", style=dashed))
                painter.setBrush(ground)
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

            row.addWidget(Painted(theme, QSize(26, 18), paint))
            row.addWidget(Text(theme, tr(words), "small", ink="text-2"))
            row.addSpacing(theme.px(8))
        row.addStretch(1)
        return whole

    def _goals(self) -> None:
        self.close()
        self.goals_wanted.emit()

    def _open(self, row: int, column: int) -> None:
        cell = self.model.cell_at(row, column)
        if cell is None:
            return
        channel = self.model.row(row).channel
        self.close()
        if self._wanting(cell):
            self.plan_wanted.emit(channel, max(cell.first, self._today), cell.last)
        else:
            self.day_wanted.emit(cell.first)

    def _wanting(self, cell: Cell) -> bool:
        return cell.pace is Pace.BELOW and cell.last >= self._today
