# SPDX-License-Identifier: EUPL-1.2
"""The geometry of a year or a quarter in small months, and how many posts make which heat.

Pure arithmetic in px of the view that asks, as in month.py.
"""

from __future__ import annotations

from datetime import date, timedelta

from kalender.domain.days.month import DAYS, shifted
from kalender.domain.frozen import frozen

QUARTER, YEAR = 3, 12
"""Months shown together."""

WEEKS = 6
"""Rows of a small month; the longest has as many."""

_STEPS = (0, 1, 2, 4)
"""The most posts on a day of each heat but the last."""


@frozen
class Measures:
    """Sizes in px. title, head: height of the name of a month and of the names of its days; gap: between months.

    number: width of the numbers of the weeks; least: width and height of a day at the least; wide: width of a month from which on
    another one stands beside it.
    """

    title: int = 28
    head: int = 18
    gap: int = 20
    number: int = 26
    least: int = 22
    wide: int = 210


@frozen
class Box:
    """A small month: where it lies, and the size of a day in it."""

    month: date
    x: int
    y: int
    width: int
    height: int
    day_width: int
    day_height: int


def heat(count: int) -> int:
    """Return the heat of a day with so many posts: 0 for none, then 1, 2, 3 to 4, and 4 for five and more."""
    return next((step for step, most in enumerate(_STEPS) if count <= most), len(_STEPS))


def months_from(day: date, count: int) -> tuple[date, ...]:
    """Return the first days of the months of the quarter (count 3) or of the year (12) that holds a day."""
    first = day.replace(month=(day.month - 1) // count * count + 1, day=1)
    return tuple(shifted(first, number) for number in range(count))


def last_of(month: date) -> date:
    """Return the last day of a month."""
    return shifted(month, 1) - timedelta(days=1)


def lay_out(months: tuple[date, ...], width: int, height: int, measures: Measures) -> tuple[Box, ...]:
    """Return the places of small months in a view; where its height is too little, they go on below it.

    Columns are as many as have room and leave no gap in the last row; the days grow with the room, in width and height.
    """
    gap = measures.gap
    most = max(1, (width - gap) // (measures.wide + gap))
    columns = max(number for number in (1, 2, 3, 4, 6) if number <= most and len(months) % number == 0)
    rows = len(months) // columns
    box_width = (width - gap * (columns + 1)) // columns
    day_width = max(measures.least, (box_width - measures.number) // DAYS)
    over = measures.title + measures.head
    free = (height - gap * (rows + 1)) // rows - over
    tallest = 1.1 if rows > 1 else 1.8
    day_height = max(measures.least, min(free // WEEKS, round(day_width * tallest)))
    box_height = over + day_height * WEEKS
    return tuple(
        Box(
            month=month,
            x=gap + number % columns * (box_width + gap),
            y=gap + number // columns * (box_height + gap),
            width=measures.number + day_width * DAYS,
            height=box_height,
            day_width=day_width,
            day_height=day_height,
        )
        for number, month in enumerate(months)
    )


def cell_of(box: Box, day: date, measures: Measures) -> tuple[int, int]:
    """Return the left and the upper edge of a day of the month of a box."""
    row = (box.month.weekday() + day.day - 1) // DAYS
    x = box.x + measures.number + day.weekday() * box.day_width
    return x, box.y + measures.title + measures.head + row * box.day_height


def day_at(box: Box, x: int, y: int, measures: Measures) -> date | None:
    """Return the day of the month of a box under a point, or None."""
    column = (x - box.x - measures.number) // box.day_width
    row = (y - box.y - measures.title - measures.head) // box.day_height
    number = row * DAYS + column - box.month.weekday()
    if not (0 <= column < DAYS and 0 <= row < WEEKS and 0 <= number < last_of(box.month).day):
        return None
    return box.month + timedelta(days=number)
