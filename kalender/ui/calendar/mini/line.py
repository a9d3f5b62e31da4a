# SPDX-License-Identifier: EUPL-1.2
"""The line in which a day is typed (nächster Dienstag, KW 50, 17.12., +2 Wochen) over a month in which it is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QKeyEvent, Qt, QTextCharFormat
from PySide6.QtWidgets import QApplication

from kalender.domain.days.month import shifted
from kalender.domain.text.when import Typed, typed
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.field import LineField
from kalender.ui.widgets.controls.moment import MonthPicker
from kalender.wording.tr import tr

_WALKING = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}

CountsOf = Callable[[date, date], dict[date, int]]


class DayLine(LineField):
    """While it is empty, the arrow keys walk through the month below. meant: what was typed, a Typed; accepted: Enter."""

    meant = Signal(object)
    accepted = Signal()

    def __init__(self, theme: Theme, month: MonthPicker, today: date) -> None:
        super().__init__(
            theme,
            icon="ri.calendar-event-line",
            hint=tr("z. B. 17.12., Dienstag, KW 50, +2 Wochen"),
            name=tr("Datum eintippen"),
        )
        self._month, self._today = month, today
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._read)

    @property
    def wrong(self) -> bool:
        """Tell whether something is typed that means neither a day nor a time."""
        return bool(self.text().strip()) and typed(self.text(), self._today) == Typed(None, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk through the month, or accept."""
        key = Qt.Key(event.key())
        sideways = key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if (
            key in _WALKING
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and not (sideways and self.text())
        ):
            self._walk(key)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> None:
        day = self._month.day
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            first = shifted(day, -1 if key is Qt.Key.Key_PageUp else 1)
            self._month.set_day(first + timedelta(days=min(day.day, 28) - 1))
        else:
            steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
            self._month.set_day(day + timedelta(days=steps[key]))
        self.clear()

    def _read(self, words: str) -> None:
        found = typed(words, self._today)
        if found.day is not None and date(1752, 9, 14) <= found.day <= date(7999, 12, 31):
            self._month.set_day(found.day)
        self.meant.emit(found)


class BusyDays:
    """Marks the days with posts in a month picker: bold and underlined."""

    def __init__(self, theme: Theme, month: MonthPicker, counts_of: CountsOf) -> None:
        self._theme, self._month, self._counts_of = theme, month, counts_of
        month.currentPageChanged.connect(lambda _year, _month: self.mark())
        self.mark()

    def mark(self) -> None:
        """Mark the days of the month in front and those around it."""
        first = date(self._month.yearShown(), self._month.monthShown(), 1)
        low, high = first - timedelta(days=7), shifted(first, 1) + timedelta(days=14)
        self._month.setDateTextFormat(QDate(), QTextCharFormat())
        busy = QTextCharFormat()
        font = QApplication.font()
        font.setBold(True)
        busy.setFont(font)
        busy.setFontUnderline(True)
        for day, count in self._counts_of(low, high).items():
            busy.setToolTip(tr("ein Beitrag") if count == 1 else tr("{count} Beiträge").format(count=count))
            self._month.setDateTextFormat(QDate(day.year, day.month, day.day), busy)
