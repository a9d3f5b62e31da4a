# SPDX-License-Identifier: EUPL-1.2
"""How a post recurs, in plain choices: what is counted, on which days, until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kalender.domain.chains.repeating import Every, Repeat, nth_of
from kalender.domain.days.recurrence import BadRule, Rule
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Size
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.day import DayButton
from kalender.ui.widgets.controls.field import LineField
from kalender.ui.widgets.controls.number import NumberField
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.wording.chains.series import NTH
from kalender.wording.dates import MONTHS, WEEKDAYS
from kalender.wording.tr import tr

OWN = "own"
"""The choice of a rule that the plain ones cannot say."""

_EVERY = (
    (Every.DAY.value, "Täglich"),
    (Every.WEEK.value, "Wöchentlich"),
    (Every.MONTH.value, "Monatlich"),
    (Every.YEAR.value, "Jährlich"),
    (OWN, "Eigene Regel"),
)
_UNITS = {
    Every.DAY: ("Jeden", "Tag", "Tage"),
    Every.WEEK: ("Jede", "Woche", "Wochen"),
    Every.MONTH: ("Jeden", "Monat", "Monate"),
    Every.YEAR: ("Jedes", "Jahr", "Jahre"),
}
"""What stands before the number one, and what after it and after others."""

_ENDS = (("never", "ohne Ende"), ("until", "bis zu einem Tag"), ("count", "nach Anzahl"))
MOST_POSTS = 200


class RuleForm(QWidget):
    """Choices that make up a rule. changed: it is another now."""

    changed = Signal()

    def __init__(self, theme: Theme, start: datetime, rule: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._start = start
        column = spaced(theme, QVBoxLayout(self), (0, 0, 0, 0), 12)
        self.every = Segmented(theme, [(key, tr(words)) for key, words in _EVERY], name=tr("Wiederholung"))
        column.addWidget(self.every)
        self.interval = NumberField(theme, tr("Abstand"), 1, 1, 99)
        self._unit = Text(theme, "", "body")
        self._each = Text(theme, "", "body")
        self._pace = _row(theme, self._each, self.interval, self._unit)
        column.addWidget(self._pace)
        self._pages = QStackedWidget()
        self.weekdays = self._weekday_buttons()
        self.month = Choice(theme, name=tr("Tag im Monat"))
        self.own = LineField(theme, name=tr("Regel nach RFC 5545"), hint="FREQ=WEEKLY;BYDAY=TU")
        day = f"{start.day}. {MONTHS[start.month - 1]}"
        for page in (
            QWidget(),
            _row(theme, Text(theme, tr("am"), "body"), *self.weekdays),
            _row(theme, Text(theme, tr("und zwar"), "body"), self.month),
            _row(theme, Text(theme, tr("am {day}").format(day=day), "body")),
            self.own,
        ):
            self._pages.addWidget(page)
        column.addWidget(self._pages)
        self.end = Segmented(theme, [(key, tr(words)) for key, words in _ENDS], name=tr("Ende der Serie"))
        self.until = DayButton(theme, tr("Letzter Tag der Serie"), start.date() + timedelta(days=182))
        self.count = NumberField(theme, tr("Anzahl der Beiträge"), 10, 2, MOST_POSTS)
        self._end = _row(theme, Text(theme, tr("Ende"), "body"), self.end, self.until, self.count)
        column.addWidget(self._end)
        self._fill_months()
        self._show(rule)
        self.every.chosen.connect(lambda _key: self._tell())
        self.end.chosen.connect(lambda _key: self._tell())
        self.month.currentIndexChanged.connect(lambda _row: self._tell())
        self.until.chosen.connect(lambda _day: self._tell())
        for number in (self.interval, self.count):
            number.changed.connect(lambda _value: self._tell())
        self.own.textEdited.connect(lambda _text: self._tell())
        self._fold()

    @property
    def text(self) -> str:
        """The rule of RFC 5545."""
        if self.every.current == OWN:
            return self.own.text().strip().upper()
        return self._repeat().text

    def _repeat(self) -> Repeat:
        every = Every(self.every.current)
        found = Repeat(every=every, interval=self.interval.value)
        if every is Every.WEEK:
            days = tuple(at for at, button in enumerate(self.weekdays) if button.isChecked())
            found = replace(found, weekdays=days or (self._start.weekday(),))
        if every is Every.MONTH:
            nth, value = self.month.currentData()
            found = replace(found, nth=nth, weekday=value) if nth else replace(found, month_day=value)
        if self.end.current == "until":
            return replace(found, until=self.until.day)
        return replace(found, count=self.count.value) if self.end.current == "count" else found

    def _weekday_buttons(self) -> list[Button]:
        buttons = []
        for at, name in enumerate(WEEKDAYS):
            button = Button(self._theme, name[:2], size=Size.DENSE, checkable=True)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setChecked(at == self._start.weekday())
            button.toggled.connect(lambda _on: self._tell())
            buttons.append(button)
        return buttons

    def _fill_months(self) -> None:
        day = self._start.date()
        weekday, nth = WEEKDAYS[day.weekday()], nth_of(day)
        last = (day + timedelta(days=7)).month != day.month
        self.month.addItem(tr("am {day}. des Monats").format(day=day.day), (0, day.day))
        self.month.addItem(_nth(nth, weekday), (nth, day.weekday()))
        if last and nth > 0:
            self.month.addItem(_nth(-1, weekday), (-1, day.weekday()))
        if (day + timedelta(days=1)).day == 1:
            self.month.addItem(tr("am letzten Tag des Monats"), (0, -1))

    def _show(self, rule: str) -> None:
        if not rule:
            self.every.choose(Every.WEEK.value)
            return
        try:
            parsed = Rule.parse(rule)
        except BadRule:
            parsed = None
        repeat = Repeat.of(parsed, self._start) if parsed is not None else None
        self.own.setText(rule)
        if repeat is None:
            self.every.choose(OWN)
            return
        self.every.choose(repeat.every.value)
        self.interval.set_value(repeat.interval)
        for at, button in enumerate(self.weekdays):
            button.setChecked(at in (repeat.weekdays or (self._start.weekday(),)))
        if repeat.every is Every.MONTH:
            wanted = (repeat.nth, repeat.weekday) if repeat.nth else (0, repeat.month_day)
            if self.month.findData(wanted) < 0:
                words = (
                    _nth(repeat.nth, WEEKDAYS[repeat.weekday])
                    if repeat.nth
                    else tr("am letzten Tag des Monats")
                    if repeat.month_day < 0
                    else tr("am {day}. des Monats").format(day=repeat.month_day)
                )
                self.month.addItem(words, wanted)
            self.month.setCurrentIndex(self.month.findData(wanted))
        if repeat.until is not None:
            self.end.choose("until")
            self.until.set_day(repeat.until)
        elif repeat.count:
            self.end.choose("count")
            self.count.set_value(repeat.count)

    def end_with(self, day: date) -> None:
        """Let it end with a day."""
        self.end.choose("until")
        self.until.set_day(day)
        self._tell()

    def _tell(self) -> None:
        self._fold()
        self.changed.emit()

    def _fold(self) -> None:
        """Show what belongs to the choice that holds."""
        key = self.every.current
        own = key == OWN
        self._pages.setCurrentIndex([name for name, _words in _EVERY].index(key))
        self._pages.setVisible(key != Every.DAY.value)
        self._pace.setVisible(not own)
        self._end.setVisible(not own)
        if not own:
            each, one, many = _UNITS[Every(key)]
            alone = self.interval.value == 1
            self._each.setText(tr(each) if alone else tr("Alle"))
            self._unit.setText(tr(one if alone else many))
        self.until.setVisible(self.end.current == "until")
        self.count.setVisible(self.end.current == "count")


def _nth(nth: int, weekday: str) -> str:
    return tr("am {nth} {day} des Monats").format(nth=tr(NTH[nth]), day=weekday)


def _row(theme: Theme, *parts: QWidget) -> QWidget:
    holder = QWidget()
    row = spaced(theme, QHBoxLayout(holder), (0, 0, 0, 0), 8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return holder
