# SPDX-License-Identifier: EUPL-1.2
"""Choosing a day, or a day and a time: a button that says it, and a popover to change it."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QTimeEdit, QToolButton, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.feedback.popover import Popover
from kalender.wording.dates import WEEKDAYS
from kalender.wording.tr import tr

_GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


class MonthPicker(QCalendarWidget):
    """A month to pick a day from: Monday first, week numbers, German; arrow keys move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setLocale(_GERMAN)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setGridVisible(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setAccessibleName(tr("Tag wählen"))
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def day(self) -> date:
        """The day picked."""
        picked = self.selectedDate()
        return date(picked.year(), picked.month(), picked.day())

    def set_day(self, day: date) -> None:
        """Pick a day."""
        self.setSelectedDate(QDate(day.year, day.month, day.day))

    def _restyle(self) -> None:
        weekend = QTextCharFormat()
        weekend.setForeground(self._theme.colour("text-2"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, weekend)
        header = QTextCharFormat()
        header.setForeground(self._theme.colour("text-3"))
        header.setFont(self._theme.font("small"))
        self.setHeaderTextFormat(header)
        for name, icon in (("prevmonth", "ri.arrow-left-s-line"), ("nextmonth", "ri.arrow-right-s-line")):
            button = self.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:
                button.setIcon(self._theme.icon(icon))
                button.setAccessibleName(tr("Voriger Monat") if name == "prevmonth" else tr("Nächster Monat"))


class MomentPopover(Popover):
    """Picks a day and a time. chosen: a datetime, or None for no date; nothing is emitted when it is left by Esc.

    none: words of the choice of no date.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        moment: datetime | None,
        *,
        today: date,
        usual: time = time(10, 0),
        clock: bool = True,
        undated: bool = True,
        accept: str = "",
        none: str = "",
    ) -> None:
        super().__init__(theme, owner, name=tr("Termin wählen"))
        self._clock = clock
        start = moment or datetime.combine(today, usual)
        self.month = MonthPicker(theme)
        self.month.set_day(start.date())
        self.month.activated.connect(lambda _day: self._accept())
        self.body.addWidget(self.month)
        self.time = QTimeEdit(QTime(start.hour, start.minute), self)
        self.time.setVisible(clock)
        self.time.setDisplayFormat("HH:mm")
        self.time.setMinimumWidth(theme.px(76))
        self.time.lineEdit().setTextMargins(theme.px(8), 0, theme.px(8), 0)
        self.time.setAccessibleName(tr("Uhrzeit"))
        if clock:
            row = QHBoxLayout()
            label = Text(theme, tr("Uhrzeit"), "small", ink="text-2", weight=600)
            label.setBuddy(self.time)
            row.addWidget(label)
            row.addWidget(self.time)
            row.addStretch(1)
            self.body.addLayout(row)
        buttons = QHBoxLayout()
        if undated:
            buttons.addWidget(
                Button(
                    theme,
                    none or tr("Ohne Termin"),
                    kind=Kind.QUIET,
                    clicked=lambda: self._give(None),
                )
            )
        buttons.addStretch(1)
        words = accept or (tr("Termin übernehmen") if clock else tr("Tag übernehmen"))
        buttons.addWidget(Button(theme, words, kind=Kind.PRIMARY, keys="Enter", clicked=self._accept))
        self.body.addLayout(buttons)

    def _accept(self) -> None:
        picked = self.time.time()
        self._give(datetime.combine(self.month.day, time(picked.hour(), picked.minute())))

    def _give(self, moment: datetime | None) -> None:
        self.close()
        self.chosen.emit(moment)


class MomentButton(Button):
    """Says when ("Fr 11.12.2026, 15:00") and opens the choice. today: the day shown where there is no date yet."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, *, today: date, usual: time = time(10, 0), parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", icon="ri.calendar-2-line", parent=parent)
        self._moment: datetime | None = None
        self._today, self._usual = today, usual
        self._themed = theme
        self.clicked.connect(self._open)
        self.set_moment(None)

    @property
    def moment(self) -> datetime | None:
        """The date shown."""
        return self._moment

    def set_moment(self, moment: datetime | None) -> None:
        """Show a date, or that there is none."""
        self._moment = moment
        if moment is None:
            self.set_words(tr("Ohne Termin"))
            return
        self.set_words(f"{WEEKDAYS[moment.weekday()][:2]} {moment:%d.%m.%Y, %H:%M}")
        self.setAccessibleName(tr("Termin: {when}").format(when=self.text()))

    def _open(self) -> None:
        popover = MomentPopover(self._themed, self, self._moment, today=self._today, usual=self._usual)
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popover.chosen.connect(self.chosen)
        popover.open_under()
