# SPDX-License-Identifier: EUPL-1.2
"""A foreign editorial plan, row by row: what each row says, or why it cannot be taken."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from kalender.exchange.columns import (
    ChannelName,
    Column,
    Field,
    channel_named,
    guessed,
    heading_row,
    plain,
    with_mapping,
)
from kalender.exchange.moments import NoMoment, day_of, time_of, weekday_of
from kalender.exchange.plan_rows import BadRow, PlanRow, RowFault, SheetReading
from kalender.exchange.sheets import Cell, Sheet

LONGEST_TEXT = 50_000
LONGEST_TITLE = 300

_IDEA = (
    "idee",
    "vorschlag",
    "themenspeicher",
    "idea",
    "backlog",
    "speicher",
    "brainstorm",
    "merken",
    "evtl",
    "vielleicht",
)
_GONE = ("abgesagt", "entfaellt", "gestrichen", "verworfen", "storniert", "cancel", "abgelehnt", "dropped")
_YES = frozenset(
    {
        "x",
        "xx",
        "ja",
        "j",
        "yes",
        "y",
        "1",
        "true",
        "wahr",
        "ok",
        "✓",
        "✔",
        "✗",
        "✘",
        "☑",
        "☒",
        "•",
        "●",
        "×",
        "+",
    }
)
_NO = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "nein",
        "n",
        "no",
        "0",
        "false",
        "falsch",
        "☐",
        "o",
        "entfällt",
        "n/a",
        "kein",
        "keine",
    }
)
_ALL = frozenset({"alle", "alle kanaele", "all", "ueberall", "saemtliche"})
_SEPARATORS = re.compile(r"[,;/+&|\n•]| und | and ")
_YEAR = re.compile(r"\b(20\d\d)\b")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")


def read_plan(
    sheets: Sequence[Sheet],
    channels: Sequence[ChannelName],
    today: date,
    mapping: Mapping[str, str] | None = None,
) -> tuple[SheetReading, ...]:
    """Return what the sheets that look like a plan say; empty where none has a column of titles or texts.

    mapping: heading -> field as a person chose it. Raises ValueError for a field there is not.
    """
    found = []
    for sheet in sheets:
        start = heading_row(sheet.rows, channels)
        if start is None and mapping and sheet.rows:
            start = 0
        if start is None:
            continue
        columns = guessed(sheet.rows[start], channels)
        if mapping:
            columns = with_mapping(columns, mapping, channels)
        if {item.field for item in columns} & {Field.TITLE, Field.TEXT, Field.CHANNEL}:
            found.append(_Reader(sheet, start, columns, channels, today).read())
    dated = [item for item in found if any(column.field is Field.DATE for column in item.columns)]
    return _without_twins(tuple(dated or found[:1]))


def _without_twins(readings: tuple[SheetReading, ...]) -> tuple[SheetReading, ...]:
    """Number rows that say the same key, so that each stays itself in a later file."""
    seen: Counter[str] = Counter()
    numbered = []
    for reading in readings:
        rows, bad = [], list(reading.bad)
        for row in reading.rows:
            seen[row.key] += 1
            if seen[row.key] > 1 and row.key.startswith("id "):
                facts: dict[str, object] = {"value": row.key[3:]}
                bad.append(BadRow(sheet=row.sheet, row=row.row, fault=RowFault.TWICE, facts=facts))
            elif seen[row.key] > 1:
                rows.append(replace(row, key=f"{row.key} #{seen[row.key]}"))
            else:
                rows.append(row)
        numbered.append(
            SheetReading(
                sheet=reading.sheet, heading=reading.heading, columns=reading.columns, rows=tuple(rows),
                bad=tuple(sorted(bad, key=lambda item: item.row)),
            )
        )  # fmt: skip
    return tuple(numbered)


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(
        self,
        sheet: Sheet,
        start: int,
        columns: tuple[Column, ...],
        channels: Sequence[ChannelName],
        today: date,
    ) -> None:
        self._sheet = sheet
        self._start = start
        self._columns = columns
        self._by_field: dict[Field, int] = {
            item.field: item.number for item in reversed(columns) if item.field is not Field.CHANNEL
        }
        self._own = [item for item in columns if item.field is Field.CHANNEL]
        self._channels = channels
        self._today = today
        self._year = _year_of(sheet, start)
        self._bad: list[BadRow] = []

    def read(self) -> SheetReading:
        rows = [row for number, cells in self._filled() if (row := self._row(number, cells)) is not None]
        return SheetReading(
            sheet=self._sheet.name,
            heading=self._start + 1,
            columns=self._columns,
            rows=tuple(rows),
            bad=tuple(self._bad),
        )

    def _filled(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Yield the rows that say something, with their number in the file."""
        heading = [plain(cell) for cell in self._sheet.rows[self._start]]
        said = {item.number for item in self._columns if item.field not in _BESIDE}
        for number, cells in enumerate(self._sheet.rows[self._start + 1 :], start=self._start + 2):
            if len(cells) == len(heading) and all(map(_same, cells, heading)):  # headings again, for printing
                continue
            if len(cells) > len(self._columns) and any(_text(cell) for cell in cells[len(self._columns) :]):
                self._refuse(number, RowFault.TOO_MANY_CELLS, count=len(cells), most=len(self._columns))
            elif any(_text(cells[column]) for column in said if column < len(cells)):
                yield number, cells

    def _row(self, number: int, cells: tuple[Cell, ...]) -> PlanRow | None:
        before = len(self._bad)
        day, clock = self._moment(number, cells)
        title, text = self._words(number, cells)
        channels = self._chosen(number, cells)
        if len(self._bad) > before:
            return None
        if text is None and channels and any(channels.values()):
            text = next(own for own in channels.values() if own)
            channels = {name: None if own == text else own for name, own in channels.items()}
        status = plain(self._said(cells, Field.STATUS) or "")
        idea = any(word in status for word in _IDEA) or (day is None and not status)
        pictures = self._said(cells, Field.PICTURE)
        labels = self._said(cells, Field.LABELS)
        groups = self._said(cells, Field.GROUPS)
        return PlanRow(
            sheet=self._sheet.name,
            row=number,
            key=self._key(cells, day, title),
            title=title,
            day=day,
            clock=clock,
            text=text,
            channels=channels,
            idea=idea,
            dropped=any(word in status for word in _GONE),
            topic=self._said(cells, Field.TOPIC),
            responsible=self._said(cells, Field.RESPONSIBLE),
            link=self._said(cells, Field.LINK),
            pictures=None
            if pictures is None
            else tuple(filter(None, (item.strip() for item in re.split(r"[,;\n]", pictures)))),
            alt=self._said(cells, Field.ALT),
            place=self._said(cells, Field.PLACE),
            note=self._said(cells, Field.NOTE),
            campaign=self._said(cells, Field.CAMPAIGN),
            labels=None
            if labels is None
            else tuple(filter(None, (item.strip(" #") for item in re.split(r"[,;\n]", labels)))),
            goal=self._said(cells, Field.GOAL),
            groups=None
            if groups is None
            else tuple(filter(None, (item.strip() for item in re.split(r"[,;\n]", groups)))),
            task=self._said(cells, Field.TASK),
            source=self._said(cells, Field.SOURCE),
        )

    def _cell(self, cells: Sequence[Cell], which: Field) -> Cell:
        column = self._by_field.get(which)
        return cells[column] if column is not None and column < len(cells) else ""

    def _said(self, cells: Sequence[Cell], which: Field) -> str | None:
        """Return the text of a field, None where the sheet has no such column."""
        return _text(self._cell(cells, which)) if which in self._by_field else None

    def _moment(self, number: int, cells: Sequence[Cell]) -> tuple[date | None, time | None]:
        cell = self._cell(cells, Field.DATE)
        try:
            found = day_of(cell, self._today, self._year)
        except (NoMoment, OverflowError):
            self._refuse(number, RowFault.BAD_DATE, value=_text(cell))
            return None, None
        clock_cell = self._cell(cells, Field.TIME)
        try:
            clock = time_of(clock_cell)
        except NoMoment:
            self._refuse(number, RowFault.BAD_TIME, value=_text(clock_cell))
            return None, None
        if found is None:
            return None, None
        named = weekday_of(_text(self._cell(cells, Field.WEEKDAY)))
        for weekday in (named, found.weekday):
            if weekday is not None and weekday != found.day.weekday():
                self._refuse(
                    number, RowFault.WEEKDAY, named=weekday, right=found.day.weekday(), day=found.day
                )
                return None, None
        return found.day, clock or found.time

    def _words(self, number: int, cells: Sequence[Cell]) -> tuple[str, str | None]:
        text = self._said(cells, Field.TEXT)
        title = " ".join((self._said(cells, Field.TITLE) or "").split())
        if not title and Field.TITLE not in self._by_field:
            title = _first_words(text or next((_text(cells[item.number]) for item in self._own if item.number < len(cells)
                                               and not _mark(cells[item.number])), ""))  # fmt: skip
        if not title:
            self._refuse(number, RowFault.NO_TITLE)
        for value, most in ((title, LONGEST_TITLE), (text or "", LONGEST_TEXT)):
            if len(value) > most:
                self._refuse(number, RowFault.TOO_LONG, count=len(value), most=most)
        return title, text

    def _chosen(self, number: int, cells: Sequence[Cell]) -> dict[str, str | None] | None:
        """Return the channels of a row with their own texts, None where the sheet says nothing of channels."""
        listed = self._said(cells, Field.CHANNELS)
        if listed is None and not self._own:
            return None
        found: dict[str, str | None] = {}
        for name in self._listed(listed or ""):
            channel = channel_named(name, self._channels)
            if channel:
                found.setdefault(channel, None)
            else:
                known = [item.id for item in self._channels]
                self._refuse(number, RowFault.UNKNOWN_CHANNEL, value=name, known=known)
        for column in self._own:
            cell = cells[column.number] if column.number < len(cells) else ""
            mark = _mark(cell)
            if mark is None:
                found[column.channel] = _text(cell)
            elif mark:
                found.setdefault(column.channel, None)
        return found

    def _listed(self, text: str) -> list[str]:
        if plain(text) in _ALL:
            return [item.id for item in self._channels]
        if plain(text) in _NO or text.strip() in _NO:
            return []
        if channel_named(text, self._channels):
            return [text]
        parts = [part.strip() for part in _SEPARATORS.split(f" {text} ")]
        return [part for part in parts if part]

    def _key(self, cells: Sequence[Cell], day: date | None, title: str) -> str:
        own = self._said(cells, Field.EXTERNAL)
        if own:
            return f"id {own}"
        return f"{day.isoformat() if day else 'offen'} {plain(title) or title}"

    def _refuse(self, number: int, fault: RowFault, **facts: object) -> None:
        self._bad.append(BadRow(sheet=self._sheet.name, row=number, fault=fault, facts=facts))


_BESIDE = frozenset(
    {Field.DATE, Field.TIME, Field.WEEKDAY, Field.IGNORED, Field.EXTERNAL, Field.STATUS, Field.RESPONSIBLE}
)
"""Fields that alone make no post: calendars come with a row for each day."""


def _text(cell: Cell) -> str:
    """Return a cell as the text it shows; a formula that came as text stays text."""
    if isinstance(cell, datetime):
        return f"{cell:%d.%m.%Y %H:%M}" if cell.time() != time(0) else f"{cell:%d.%m.%Y}"
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float):
        return f"{cell:g}".replace(".", ",")
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", str(cell))).strip()


def _same(cell: Cell, heading: str) -> bool:
    return plain(cell) == heading


def _mark(cell: Cell) -> bool | None:
    """Tell whether a cell of a channel marks it, or None where it holds a text of its own."""
    text = _text(cell).casefold()
    if text in _NO:
        return False
    return True if text in _YES else None


def _first_words(text: str, most: int = 60) -> str:
    line = " ".join(text.split("\n", 1)[0].split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def _year_of(sheet: Sheet, start: int) -> int | None:
    """Return the year in the name of a sheet or in a title above the headings, where there is just one."""
    above = [sheet.name, *(_text(cell) for row in sheet.rows[:start] for cell in row)]
    years = {int(year) for text in above for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None
