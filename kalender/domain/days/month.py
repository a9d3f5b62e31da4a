# SPDX-License-Identifier: EUPL-1.2
"""Layout of a month: which weeks it shows, and how bands, lines and cards are packed into the day cells.

Pure arithmetic in px of the view that asks; nothing here knows how a card looks, only how high it may be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache

from kalender.domain.frozen import frozen

DAYS = 7
"""Days of a week; Monday is the first column."""

MOST_BANDS = 3
"""Bands shown over one another; what lies below is counted."""

MOST_EVENTS = 2
"""Events shown below as many bands, where there is room; others are counted."""


class BandKind(IntEnum):
    """What applies to a stretch of days, in the order from the top of a cell."""

    SCHOOL = 0
    OWN = 1
    BLACKOUT = 2
    GAP = 3
    EVENT = 4


@frozen
class Band:
    """A stretch of days, last inclusive. label is shown in the first week of the view, short in the following ones.

    ink: role of its colour, where it has one: that of its layer, or of the topic of an event. icon: symbol of its layer.
    """

    kind: BandKind
    first: date
    last: date
    label: str
    short: str = ""
    channel: str = ""
    id: str = ""
    ink: str = ""
    icon: str = ""

    def covers(self, day: date) -> bool:
        """Tell whether the band lies on a day."""
        return self.first <= day <= self.last


@frozen
class Piece:
    """The part of a band in one week: columns first to last (0–6, inclusive) in a lane counted from the top.

    leading: the first piece of the band in the view, which carries the full label. starts, ends: the band itself
    begins or ends here.
    """

    band: Band
    first: int
    last: int
    lane: int
    leading: bool
    starts: bool
    ends: bool


@frozen
class WeekBands:
    """The bands of a week. lanes: lanes to keep free above the cards, per column; hidden: bands not shown, per column."""

    pieces: tuple[Piece, ...]
    lanes: tuple[int, ...]
    hidden: tuple[int, ...]


class Density(IntEnum):
    """How much of a card is shown, from most to least."""

    PICTURE = 0
    NORMAL = 1
    ONE_LINE = 2
    ROW = 3


_WITH_PICTURES = tuple(Density)
_WITHOUT_PICTURES = _WITH_PICTURES[1:]


@frozen
class Measures:
    """Heights in px. header: day number; band, line: pitch of a band and of a council line; strip: picture of a card.

    two, one, row: a card with two title lines, with one, and as a single row; gap: between cards; more: the words
    "2 weitere"; foot: kept free at the bottom of a cell.
    """

    header: int = 23
    band: int = 20
    line: int = 18
    strip: int = 34
    two: int = 56
    one: int = 41
    row: int = 24
    gap: int = 3
    more: int = 16
    foot: int = 1


@frozen
class Shape:
    """What the height of a card depends on: lines of its title (1 or 2) and whether it has a picture."""

    lines: int = 1
    picture: bool = False

    def height(self, density: Density, measures: Measures) -> int:
        """Return the height of the card in px at a density."""
        if density is Density.ROW:
            return measures.row
        body = measures.two if self.lines > 1 and density is not Density.ONE_LINE else measures.one
        return body + (measures.strip if self.picture and density is Density.PICTURE else 0)


@frozen
class Slot:
    """Where something lies inside a day cell, in px from its top."""

    top: int
    height: int

    @property
    def bottom(self) -> int:
        """The first px below."""
        return self.top + self.height


@frozen
class DayPlan:
    """What is shown in a day cell: the first cards and lines, and how many of each are left to the list of the day.

    more: place of the words "2 weitere".
    """

    density: Density
    lines: tuple[Slot, ...] = ()
    cards: tuple[Slot, ...] = ()
    hidden_lines: int = 0
    hidden_cards: int = 0
    more: Slot | None = None

    @property
    def hidden(self) -> int:
        """How many entries are not shown in the cell."""
        return self.hidden_lines + self.hidden_cards


@frozen
class WeekPlan:
    """A row of the month: top and height in px, its seven days, their bands and their plans."""

    days: tuple[date, ...]
    number: int
    top: int
    height: int
    bands: WeekBands
    plans: tuple[DayPlan, ...]


def weeks_of(month: date) -> tuple[tuple[date, ...], ...]:
    """Return the weeks, Monday to Sunday, that hold a day of the month in which a day lies: four to six."""
    return _weeks_from(month.replace(day=1))


@lru_cache(maxsize=64)
def _weeks_from(first: date) -> tuple[tuple[date, ...], ...]:
    start = first - timedelta(days=first.weekday())
    weeks = []
    while start <= first or (start.year, start.month) == (first.year, first.month):
        weeks.append(tuple(start + timedelta(days=column) for column in range(DAYS)))
        start += timedelta(days=DAYS)
    return tuple(weeks)


def shifted(month: date, months: int) -> date:
    """Return the first day of the month so many months later (or earlier, where negative)."""
    index = month.year * 12 + month.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def pack_bands(
    days: Sequence[date],
    bands: Sequence[Band],
    *,
    view_first: date | None = None,
    limit: int = MOST_BANDS,
    events: int = MOST_EVENTS,
) -> WeekBands:
    """Lay bands over one week: in the order of their kinds, each in the highest lane that is free.

    Of events the longest come first, then the earliest. view_first: first day of the whole view, where every band
    running in shows its full label again. limit: lanes there are; events: lanes more that only events may use.
    """
    start = view_first or days[0]
    taken: list[set[int]] = []
    pieces: list[Piece] = []
    hidden = [0] * len(days)
    for band in sorted(bands, key=_rank):
        columns = [column for column, day in enumerate(days) if band.covers(day)]
        if not columns:
            continue
        above = [item.lane for item in pieces if item.band.kind < band.kind and _meet(item, columns)]
        least = max(above, default=-1) + 1
        lane = next(
            (at for at, used in enumerate(taken) if at >= least and used.isdisjoint(columns)),
            max(least, len(taken)),
        )
        if lane >= (limit + events if band.kind is BandKind.EVENT else limit):
            for column in columns:
                hidden[column] += 1
            continue
        while lane >= len(taken):
            taken.append(set())
        taken[lane].update(columns)
        pieces.append(
            Piece(
                band=band,
                first=columns[0],
                last=columns[-1],
                lane=lane,
                leading=max(band.first, start) >= days[0],
                starts=band.first >= days[0],
                ends=band.last <= days[-1],
            )
        )
    lanes = tuple(
        max((piece.lane + 1 for piece in pieces if piece.first <= column <= piece.last), default=0)
        for column in range(len(days))
    )
    return WeekBands(pieces=tuple(pieces), lanes=lanes, hidden=tuple(hidden))


def _rank(band: Band) -> tuple[int, int, date, date, str, str]:
    """Return what bands are laid by: an event that is longer leaves more whole lanes to the others."""
    length = (band.last - band.first).days if band.kind is BandKind.EVENT else 0
    return band.kind, -length, band.first, band.last, band.id, band.label


def _meet(piece: Piece, columns: Sequence[int]) -> bool:
    return piece.first <= columns[-1] and columns[0] <= piece.last


def pack_day(
    shapes: Sequence[Shape],
    *,
    lines: int,
    top: int,
    room: int,
    pictures: bool,
    measures: Measures,
) -> DayPlan:
    """Pack a day: the richest density in which all lines and cards fit, else rows and a count of what is left.

    lines: council lines above the cards. top: px taken by header and bands. room: px of the whole cell.
    """
    end = room - measures.foot
    start = top + lines * measures.line
    gaps = measures.gap * max(0, len(shapes) - 1)
    for density in _densities(shapes, end - start - gaps, pictures=pictures, measures=measures):
        heights = [shape.height(density, measures) for shape in shapes]
        if start + sum(heights) + gaps <= end:
            slots = _stack(tuple(heights), start, measures.gap)
            return DayPlan(density=density, lines=_lines(lines, top, measures), cards=slots)
    end -= measures.more
    shown_lines = min(lines, max(0, (end - top) // measures.line))
    start = top + shown_lines * measures.line
    fitting = max(0, (end - start + measures.gap) // (measures.row + measures.gap))
    shown = min(len(shapes), fitting) if shown_lines == lines else 0
    whole = shown_lines == lines and shown == len(shapes)
    return DayPlan(
        density=Density.ROW,
        lines=_lines(shown_lines, top, measures),
        cards=_stack((measures.row,) * shown, start, measures.gap),
        hidden_lines=lines - shown_lines,
        hidden_cards=len(shapes) - shown,
        more=None if whole else Slot(top=max(top, end), height=measures.more),
    )


def pack_month(
    month: date,
    *,
    height: int,
    bands: Sequence[Band] = (),
    lines: Mapping[date, int] | None = None,
    shapes: Mapping[date, Sequence[Shape]] | None = None,
    pictures: bool = False,
    measures: Measures = Measures(),
) -> tuple[WeekPlan, ...]:
    """Lay out the month in which a day lies, on height px divided among its weeks."""
    weeks = weeks_of(month)
    plans = []
    for row, days in enumerate(weeks):
        top, bottom = height * row // len(weeks), height * (row + 1) // len(weeks)
        room = bottom - top
        lanes = max(0, (room - measures.header - measures.row - measures.foot) // measures.band)
        limit = min(MOST_BANDS, lanes)
        laid = pack_bands(
            days, bands, view_first=weeks[0][0], limit=limit, events=min(MOST_EVENTS, lanes - limit)
        )
        plans.append(
            WeekPlan(
                days=days,
                number=days[0].isocalendar().week,
                top=top,
                height=room,
                bands=laid,
                plans=tuple(
                    pack_day(
                        (shapes or {}).get(day, ()),
                        lines=(lines or {}).get(day, 0),
                        top=measures.header + laid.lanes[column] * measures.band,
                        room=room,
                        pictures=pictures,
                        measures=measures,
                    )
                    for column, day in enumerate(days)
                ),
            )
        )
    return tuple(plans)


def _densities(
    shapes: Sequence[Shape], room: int, *, pictures: bool, measures: Measures
) -> tuple[Density, ...]:
    """Return what may fit, the richest first; nothing where even one line for each card takes more than the room."""
    if len(shapes) * min(measures.row, measures.one, measures.two) > room:
        return ()
    return _WITH_PICTURES if pictures and any(shape.picture for shape in shapes) else _WITHOUT_PICTURES


def _lines(count: int, top: int, measures: Measures) -> tuple[Slot, ...]:
    return tuple(Slot(top=top + measures.line * at, height=measures.line) for at in range(count))


@lru_cache(maxsize=4096)
def _stack(heights: tuple[int, ...], top: int, gap: int) -> tuple[Slot, ...]:
    """Return the places of cards over one another; most days of a plan are alike in this."""
    slots = []
    for height in heights:
        slots.append(Slot(top=top, height=height))
        top += height + gap
    return tuple(slots)
