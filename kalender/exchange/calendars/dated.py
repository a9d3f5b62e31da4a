# SPDX-License-Identifier: EUPL-1.2
"""Tables of dates: which columns hold days, names, times and places is seen from the cells, and from the headings.

Three forms are common: a day and what is on it in each row; a column of days for each kind, named by its heading; a day in
each row and a mark in the column of what is on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time

from kalender.domain.frozen import frozen
from kalender.domain.refusal import RefusalKind
from kalender.exchange.calendars.found import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_BAD,
    MOST_ENTRIES,
    BadEntry,
    CalendarReading,
    Fault,
    FoundEntry,
)
from kalender.exchange.columns import plain
from kalender.exchange.moments import Day, NoMoment, day_of, time_of
from kalender.exchange.sheets import Cell, Sheet, TableRefused

_TITLES = frozenset(
    {
        "titel", "bezeichnung", "betreff", "art", "abfallart", "fraktion", "gremium", "wahl", "sitzung", "ereignis", "anlass",
        "name", "subject", "summary", "leistung", "veranstaltung", "termin", "ausgabe", "abfall", "tonne", "was",
        "beschreibung", "bezeichnung des termins", "thema", "feiertag", "tag",
    }
)  # fmt: skip
_ENDS = frozenset({"bis", "ende", "enddatum", "end date", "letzter tag", "datum bis", "bis datum"})
_CLOCKS = frozenset({"uhrzeit", "zeit", "beginn", "von", "start time", "startzeit", "anfang", "uhr"})
_CLOCK_ENDS = frozenset({"endzeit", "end time", "bis uhr", "bis uhrzeit", "ende uhrzeit"})
_PLACES = frozenset(
    {"ort", "sitzungsort", "raum", "location", "bezirk", "strasse", "ortsteil", "treffpunkt", "saal"}
)
_NOTES = frozenset({"bemerkung", "bemerkungen", "hinweis", "notiz", "beschreibung", "description", "info"})
_MARKS = frozenset({"x", "xx", "ja", "1", "✓", "✔", "•", "j"})
_DAYS = frozenset({"wochentag", "wt", "tag", "kw", "woche", "kalenderwoche", "nr", "lfd nr", "uhrzeit"})
_ENOUGH = 0.5


@frozen
class _Columns:
    """Numbers of columns; names of days stand for the headings of those with dates."""

    days: tuple[int, ...]
    titles: tuple[int, ...] = ()
    end: int = -1
    clock: int = -1
    clock_end: int = -1
    place: int = -1
    note: int = -1
    marks: tuple[int, ...] = ()


def read_dated(sheets: Sequence[Sheet], today: date) -> CalendarReading:
    """Return the entries of tables. Raises TableRefused CALENDAR_EMPTY where no column holds days."""
    entries: list[FoundEntry] = []
    bad: list[BadEntry] = []
    for sheet in sheets:
        layout = _layout(sheet, today)
        if layout is None:
            continue
        heading, columns = layout
        for number in range(heading + 1, len(sheet.rows)):
            _row(sheet, heading, columns, number, today, entries, bad)
    if not entries and not bad:
        raise TableRefused(RefusalKind.CALENDAR_EMPTY)
    return CalendarReading(entries=tuple(entries[:MOST_ENTRIES]), bad=tuple(bad[:MOST_BAD]))


def _layout(sheet: Sheet, today: date) -> tuple[int, _Columns] | None:
    """Return the row of the headings (from 0) and what the columns are, or None where there are no days."""
    for number, row in enumerate(sheet.rows[:15]):
        words = [plain(cell) if isinstance(cell, str) else "" for cell in row]
        if sum(bool(word) for word in words) < 2 or _day(row, today):
            continue
        columns = _columns(words, sheet.rows[number + 1 :], today)
        if columns is not None:
            return number, columns
    width = max((len(row) for row in sheet.rows), default=0)
    columns = _columns([""] * width, sheet.rows, today)  # no headings at all
    return (-1, columns) if columns is not None else None


def _day(row: Sequence[Cell], today: date) -> bool:
    return any(_dated(cell, today) for cell in row)


def _dated(cell: Cell, today: date) -> Day | None:
    """Return the day of a cell that says one beyond doubt; numbers are none, they may be anything."""
    if cell == "" or isinstance(cell, (int, float)):
        return None
    try:
        return day_of(cell, today)
    except NoMoment:
        return None


def _columns(words: Sequence[str], rows: Sequence[Sequence[Cell]], today: date) -> _Columns | None:
    days, marks, texts = [], [], []
    for at, _word in enumerate(words):
        cells = [row[at] for row in rows[:400] if at < len(row) and row[at] != ""]
        if not cells:
            continue
        if sum(_dated(cell, today) is not None for cell in cells) >= _ENOUGH * len(cells):
            days.append(at)
        elif all(plain(cell) in _MARKS or str(cell).strip() in _MARKS for cell in cells):
            marks.append(at)
        elif sum(isinstance(cell, str) for cell in cells) >= _ENOUGH * len(cells):
            texts.append(at)
    if not days:
        return None
    named = {kind: _of(words, wanted) for kind, wanted in _KINDS.items()}
    end = named["end"] if named["end"] in days and len(days) > 1 else -1
    others = {named["clock"], named["clock_end"], named["place"], end}
    titles = [at for at in texts if words[at] in _TITLES and at not in others]
    if not titles:
        titles = [at for at in texts if at not in {*others, named["note"]} and words[at] not in _DAYS]
    chosen = titles[:1]
    return _Columns(
        days=tuple(at for at in days if at != end),
        titles=tuple(chosen),
        end=end,
        clock=named["clock"] if named["clock"] not in days else -1,
        clock_end=named["clock_end"] if named["clock_end"] not in days else -1,
        place=named["place"],
        note=named["note"] if named["note"] not in chosen else -1,
        marks=tuple(at for at in marks if words[at]),
    )


_KINDS = {"end": _ENDS, "clock": _CLOCKS, "clock_end": _CLOCK_ENDS, "place": _PLACES, "note": _NOTES}


def _of(words: Sequence[str], wanted: frozenset[str]) -> int:
    return next((at for at, word in enumerate(words) if word in wanted), -1)


def _row(
    sheet: Sheet,
    heading: int,
    columns: _Columns,
    number: int,
    today: date,
    entries: list[FoundEntry],
    bad: list[BadEntry],
) -> None:
    row = sheet.rows[number]

    def cell(at: int) -> Cell:
        return row[at] if 0 <= at < len(row) else ""

    said = [" ".join(str(cell(at)).split()) for at in columns.titles if cell(at) != ""]
    for at in columns.days:
        if cell(at) == "":
            if len(columns.days) == 1 and said:
                bad.append(BadEntry(line=number + 1, fault=Fault.NO_START, what=said[0], sheet=sheet.name))
            continue
        day = _dated(cell(at), today)
        if day is None:
            what = f"{said[0] if said else ''} {cell(at)}".strip()[:LONGEST_TITLE]
            bad.append(BadEntry(line=number + 1, fault=Fault.BAD_DATE, what=what, sheet=sheet.name))
            continue
        names = list(_names(sheet, heading, columns, at, said, row))
        if not names:
            bad.append(
                BadEntry(line=number + 1, fault=Fault.NO_TITLE, what=f"{day.day:%d.%m.%Y}", sheet=sheet.name)
            )
        for name in names:
            clock = _clock(cell(columns.clock)) or day.time
            start = datetime.combine(day.day, clock or time())
            entries.append(
                FoundEntry(
                    key=f"{plain(name)}\n{start:%Y-%m-%d}\n{plain(cell(columns.place))}",
                    title=name[:LONGEST_TITLE],
                    start=start,
                    end=_end(cell, columns, start, today, timed=clock is not None),
                    all_day=clock is None,
                    place=" ".join(str(cell(columns.place)).split())[:LONGEST_TITLE],
                    note=str(cell(columns.note)).strip()[:LONGEST_NOTE],
                    line=number + 1,
                )
            )


def _names(
    sheet: Sheet, heading: int, columns: _Columns, at: int, said: Sequence[str], row: Sequence[Cell]
) -> Iterator[str]:
    """Yield what is on a day: the marked columns, else the title, with the heading where there are several days."""

    def word(number: int) -> str:
        if heading < 0 or number >= len(sheet.rows[heading]):
            return ""
        return " ".join(str(sheet.rows[heading][number]).split())

    marked = [word(number) for number in columns.marks if number < len(row) and row[number] != ""]
    if marked:
        yield from marked
    elif len(columns.days) > 1 and word(at):
        yield f"{word(at)} ({said[0]})" if said else word(at)
    elif said:
        yield said[0]


def _end(
    cell: Callable[[int], Cell], columns: _Columns, start: datetime, today: date, *, timed: bool
) -> datetime | None:
    read = cell(columns.clock_end if timed else columns.end)
    if timed:
        clock = _clock(read)
        return datetime.combine(start.date(), clock) if clock is not None and clock > start.time() else None
    day = _dated(read, today)
    return datetime.combine(day.day, time()) if day is not None and day.day > start.date() else None


def _clock(cell: Cell) -> time | None:
    try:
        return time_of(cell) if cell != "" else None
    except NoMoment:
        return None
