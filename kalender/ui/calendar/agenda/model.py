# SPDX-License-Identifier: EUPL-1.2
"""The rows of the agenda as a model that reads on when its end is seen, and changes only the rows that are others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kalender.domain.card import Card
from kalender.domain.days.month import BandKind
from kalender.ui.calendar.agenda.rows import DayLines, Entry, Kind, line_words, rows_of
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.beyond.stretch import Reading
from kalender.ui.calendar.looks import Looks
from kalender.ui.calendar.titles import data_of, flags_of
from kalender.wording.cards import spoken_day
from kalender.wording.dates import day_range
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

CHUNK = timedelta(weeks=4)
"""How much is read at a time."""

QUIET = timedelta(weeks=26)
"""After so long without a post nothing more is read by itself."""

LinesOf = Callable[[date, date], DayLines]


def no_lines(_first: date, _last: date) -> DayLines:
    """Return no further lines."""
    return {}


class AgendaModel(QAbstractListModel):
    """Holds days from first to last. lines_of: gives further lines of days, such as deadlines."""

    def __init__(self, looks: Looks, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks, self._reading = looks, reading
        self._rows: list[Entry] = []
        self._at: dict[str, int] = {}
        self._days: dict[date, int] = {}
        self.lines_of: LinesOf = no_lines
        self.almanac = Almanac()
        self.first = self.last = date(2000, 1, 1)
        self.edition = -1

    # What is shown

    def begin(self, first: date) -> None:
        """Show the days from one on."""
        self.first, self.last = first, first + CHUNK - timedelta(days=1)
        self.beginResetModel()
        self._rows = self._read()
        self._count()
        self.endResetModel()

    def read(self) -> None:
        """Read again what has changed since it was read."""
        if self.edition != self._reading.edition:
            self._put(self._read())

    def reach(self, day: date) -> None:
        """Read on, or back, until a day is held."""
        if not self.first <= day <= self.last:
            self.first = min(self.first, day)
            self.last = max(self.last, day + CHUNK)
            self._put(self._read())

    @property
    def today(self) -> date:
        """The local day."""
        return self._reading.today

    def _read(self) -> list[Entry]:
        self.edition = self._reading.edition
        cards = self._reading.cards_of(self.first, self.last)
        self.almanac = self._reading.almanac_of(self.first, self.last)
        return rows_of(
            self.first,
            self.last,
            cards,
            self.almanac,
            self._looks.card,
            today=self.today,
            lines=self.lines_of(self.first, self.last),
        )

    def _put(self, new: list[Entry]) -> None:
        """Show other rows: those at both ends that stay are only told to have changed, those between are replaced."""
        old = self._rows
        most = min(len(old), len(new))
        head = next((at for at in range(most) if old[at].key != new[at].key), most)
        rest = most - head
        tail = next((at for at in range(rest) if old[-1 - at].key != new[-1 - at].key), rest)
        changed = [at for at in range(head) if old[at].content != new[at].content]
        shift = len(new) - len(old)
        changed += [
            at for at in range(len(new) - tail, len(new)) if old[at - shift].content != new[at].content
        ]
        if len(old) > head + tail:
            self.beginRemoveRows(_ROOT, head, len(old) - tail - 1)
            self._rows = [*old[:head], *old[len(old) - tail :]]
            self._count()
            self.endRemoveRows()
        if len(new) > head + tail:
            self.beginInsertRows(_ROOT, head, len(new) - tail - 1)
            self._rows = new
            self._count()
            self.endInsertRows()
        self._rows = new
        self._count()
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))
        if new:  # what applies to days may be another
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def _count(self) -> None:
        self._at = {row.card.id: at for at, row in enumerate(self._rows) if row.card is not None}
        self._days = {
            day: at
            for at, row in enumerate(self._rows)
            if row.kind in {Kind.DAY, Kind.FOLDED}
            for day in row.days
        }

    # Reading on

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: N802 - Qt's name
        """Tell whether it is worth while to read on."""
        if parent.isValid() or not self._rows:
            return False
        last = next((row.day for row in reversed(self._rows) if row.card is not None), self.first)
        return self.last - max(last, self.first) < QUIET

    def fetchMore(self, parent: _Index) -> None:  # noqa: N802 - Qt's name
        """Read four weeks more."""
        if self.canFetchMore(parent):
            self.last += CHUNK
            self._put(self._read())

    def fetch_earlier(self) -> None:
        """Read four weeks before what is held; nothing lies before the first day there is."""
        if self._rows and self.first > date.min + CHUNK:
            self.first -= CHUNK
            self._put(self._read())

    # Asking

    def rows(self) -> Sequence[Entry]:
        """All rows in order."""
        return self._rows

    def row(self, index: _Index) -> Entry | None:
        """The row of an index, or None for an index of nothing."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, id_: str) -> QModelIndex:
        """The index of a post, invalid where it is not shown."""
        return self.index(self._at[id_]) if id_ in self._at else QModelIndex()

    def index_of_day(self, day: date) -> QModelIndex:
        """The index of a day, or of the row it is folded into; invalid where it is not shown."""
        return self.index(self._days[day]) if day in self._days else QModelIndex()

    def posts_of(self, day: date) -> list[Card]:
        """The posts of a day in order."""
        return [row.card for row in self._rows if row.card is not None and row.day == day]

    # Qt

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Posts can be chosen and renamed; everything else can be stepped on."""
        row = self.row(index)
        return flags_of(row, row.card if row is not None else None)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, accessible name and tip of a post; the words of other rows."""
        row = self.row(index)
        if row is None:
            return None
        if row.card is not None:
            return data_of(row.card, role, self._looks.name, self._looks.tip)
        spoken = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return self.words(row) if spoken else None

    def words(self, row: Entry) -> str:
        """Return a row that is no post in words."""
        if row.line is not None:
            return line_words(row.line)
        if row.kind is Kind.FOLDED:
            days = spoken_day(row.day) if len(row.days) == 1 else day_range(row.days[0], row.days[-1])
            return tr("{days}: {words}").format(days=days, words=", ".join(self.told_of(row)))
        count = len(self.posts_of(row.day))
        told = {0: tr("kein Beitrag"), 1: tr("ein Beitrag")}.get(count, tr("{count} Beiträge"))
        words = [spoken_day(row.day), *([tr("heute")] if row.day == self.today else [])]
        return ", ".join([*words, told.format(count=count), *self.notes(row.day)])

    def told_of(self, row: Entry) -> list[str]:
        """Return what is told of folded days: nothing planned, and what applies to them, with its days where not to all."""
        noted: dict[str, list[date]] = {}
        gaps = {band.short for band in self.almanac.bands if band.kind is BandKind.GAP}
        for day in row.days:
            for note in self.notes(day):
                if note in gaps:
                    continue  # that nothing is planned is said
                noted.setdefault(note, []).append(day)
        return [
            tr("nichts geplant"),
            *(
                note if len(days) == len(row.days) else f"{note} ({day_range(days[0], days[-1])})"
                for note, days in noted.items()
            ),
        ]

    def notes(self, day: date) -> list[str]:
        """Return holidays, days of action and bands of a day; its lines stand in rows of their own."""
        almanac = self.almanac
        found = [almanac.holidays[day]] if day in almanac.holidays else []
        return [
            *found,
            *almanac.awareness.get(day, ()),
            *(band.short or band.label for band in almanac.over(day)),
        ]
