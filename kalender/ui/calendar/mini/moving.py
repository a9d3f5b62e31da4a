# SPDX-License-Identifier: EUPL-1.2
"""Auf Tag verschieben: day and time typed or picked, with what it would do said before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QWidget

from kalender.domain.text.when import Typed
from kalender.ui.calendar.doing.carry import Verdict
from kalender.ui.calendar.mini.going import unclear
from kalender.ui.calendar.mini.line import BusyDays, CountsOf, DayLine
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.moment import MomentPopover
from kalender.wording.tr import tr

_INKS = {"ok": "ok", "warn": "warn", "err": "err"}


class MovePopover(MomentPopover):
    """placed: a day, where the time was left as it is; a datetime where it was changed; None for no date.

    judge: tells what putting the posts at a place would do. Several posts keep their times until the time is changed; then the first
    one comes to it and the others keep their distance.
    """

    placed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        moment: datetime | None,
        *,
        today: date,
        count: int,
        judge: Callable[[date], Verdict],
        counts_of: CountsOf,
    ) -> None:
        words = tr("Verschieben") if count == 1 else tr("{count} Beiträge verschieben").format(count=count)
        super().__init__(theme, owner, moment, today=today, accept=words)
        self.setAccessibleName(tr("Auf Tag verschieben"))
        self._judge = judge
        self._timed = False
        self.busy = BusyDays(theme, self.month, counts_of)
        self.line = DayLine(theme, self.month, today)
        self.when = Text(theme, "", "body", weight=600, wrap=True)
        self.told = Text(theme, "", "small", ink="text-2", wrap=True)
        self.body.insertWidget(0, self.line)
        self.setTabOrder(self.line, self.month)
        self.body.insertWidget(self.body.count() - 1, self.when)
        self.body.insertWidget(self.body.count() - 1, self.told)
        self.line.meant.connect(self._meant)
        self.line.accepted.connect(self._accept)
        self.month.selectionChanged.connect(self._tell)
        self.time.timeChanged.connect(self._clocked)
        self._tell()

    @property
    def place(self) -> date:
        """What is picked now: a day, or a day with the time that was chosen for it."""
        if not self._timed:
            return self.month.day
        picked = self.time.time()
        return datetime.combine(self.month.day, time(picked.hour(), picked.minute()))

    def _meant(self, found: Typed) -> None:
        if found.clock is not None:
            self.time.setTime(QTime(found.clock.hour, found.clock.minute))
            self._timed = True
        self._tell()

    def _clocked(self) -> None:
        self._timed = True
        self._tell()

    def _tell(self) -> None:
        if self.line.wrong:
            self.when.setText("")
            self.told.setText(unclear())
            self.told.set_ink("warn")
            return
        verdict = self._judge(self.place)
        self.when.setText(verdict.when)
        self.told.setText(verdict.note)
        self.told.set_ink(_INKS.get(verdict.kind, "text-2") if verdict.note else "text-2")
        self.told.setVisible(bool(verdict.note))
        if self.isVisible():
            self.adjustSize()

    def _accept(self) -> None:
        if self.line.wrong:
            self.line.setFocus()
            return
        place = self.place
        self.close()
        self.placed.emit(place)

    def _give(self, moment: datetime | None) -> None:
        self.close()
        self.placed.emit(moment)
