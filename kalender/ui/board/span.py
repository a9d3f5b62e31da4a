# SPDX-License-Identifier: EUPL-1.2
"""The chip of the board that keeps it to the posts around one month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from kalender.domain.card import Filter
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import Button
from kalender.wording.dates import month
from kalender.wording.tr import tr


class MonthChip(Button):
    """Checked: only posts of a month, of a week more on either side, and what has no date. changed: it was clicked."""

    def __init__(self, theme: Theme, changed: Callable[[], object]) -> None:
        super().__init__(theme, icon="ri.calendar-2-line", checkable=True, closing=True, clicked=changed)
        self._first: date | None = None

    def show_month(self, day: date) -> None:
        """Keep to the month of a day."""
        self._first = day.replace(day=1)
        self.setText(month(day))
        self.setAccessibleName(tr("Nur {month}").format(month=month(day)))
        self.setChecked(True)

    def narrow(self, value: Filter) -> Filter:
        """Return a filter kept to the month."""
        if self._first is None or not self.isChecked():
            return value
        first, last = around(self._first)
        return replace(value, first=first, last=last, undated=True)


def around(first_day: date) -> tuple[datetime, datetime]:
    """Return the time from a week before a month to a week after it."""
    after = (first_day + timedelta(days=32)).replace(day=1)
    return (
        datetime.combine(first_day - timedelta(days=7), time()),
        datetime.combine(after + timedelta(days=6), time(23, 59)),
    )
