# SPDX-License-Identifier: EUPL-1.2
"""The rows of the agenda: a day, what applies to it, its posts; days on which nothing is planned are folded into one row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum

from kalender.domain.card import Card
from kalender.domain.days.month import DAYS
from kalender.ui.calendar.almanac import Almanac, Line
from kalender.ui.calendar.month.model import Row
from kalender.ui.widgets.paint.values import CardLook
from kalender.wording.dates import clock

LONG = 2 * DAYS
"""From so many empty days on they are told as a stretch and not one by one."""

DayLines = Mapping[date, Sequence[Line]]
"""Further lines of days, such as what is due on them."""


class Kind(Enum):
    """What a row is."""

    DAY = "day"
    LINE = "line"
    POST = "post"
    FOLDED = "folded"


class Entry(Row):
    """A row of the agenda. days: those of a folded row, else the one day; line: what applies to the day."""

    __slots__ = ("days", "kind", "line")

    def __init__(
        self,
        kind: Kind,
        days: tuple[date, ...],
        *,
        card: Card | None = None,
        look_of: Callable[[Card], CardLook] | None = None,
        line: Line | None = None,
    ) -> None:
        super().__init__(days[0], card, look_of)
        self.kind, self.days, self.line = kind, days, line

    @property
    def key(self) -> tuple[object, ...]:
        """What stays the same while a row only changes its content."""
        named = self.card.id if self.card is not None else line_words(self.line) if self.line else ""
        return self.kind, self.day, named

    @property
    def content(self) -> tuple[object, ...]:
        """What is shown."""
        return self.card, self.days

    @property
    def long(self) -> bool:
        """Tell whether so many days are folded that they are told as a stretch."""
        return self.kind is Kind.FOLDED and len(self.days) >= LONG


def line_words(line: Line) -> str:
    """Return what applies to a day with its time: Gemeinderat, 18:30."""
    words = f"{line.what}: {line.title}" if line.what else line.title
    return f"{words}, {clock(line.start)}" if line.start else words


def rows_of(
    first: date,
    last: date,
    cards: Iterable[Card],
    almanac: Almanac,
    look_of: Callable[[Card], CardLook],
    *,
    today: date,
    lines: DayLines,
) -> list[Entry]:
    """Return the rows of the days first to last. A day with no post stands alone where it is today or has a name or a line."""
    by_day: dict[date, list[Card]] = {}
    for card in cards:
        if card.planned is not None:
            by_day.setdefault(card.planned.date(), []).append(card)
    found: list[Entry] = []
    empty: list[date] = []
    day = first
    while day <= last:
        noted = (*almanac.lines(day), *lines.get(day, ()))
        posts = by_day.get(day, ())
        if posts or noted or day == today or day in almanac.holidays:
            found += _folded(empty)
            empty = []
            found.append(Entry(Kind.DAY, (day,)))
            found += [Entry(Kind.LINE, (day,), line=line) for line in noted]
            found += [Entry(Kind.POST, (day,), card=card, look_of=look_of) for card in posts]
        else:
            empty.append(day)
        day += timedelta(days=1)
    return found + _folded(empty)


def _folded(days: Sequence[date]) -> list[Entry]:
    """Return rows of empty days: one of a long stretch, else one for each week."""
    if not days:
        return []
    if len(days) >= LONG:
        return [Entry(Kind.FOLDED, tuple(days))]
    weeks: dict[date, list[date]] = {}
    for day in days:
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(day)
    return [Entry(Kind.FOLDED, tuple(week)) for week in weeks.values()]
