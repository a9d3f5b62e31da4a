# SPDX-License-Identifier: EUPL-1.2
"""The days of a month and their posts in one list, in reading order: a day, its posts, the next day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from operator import attrgetter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from kalender.domain.card import Card
from kalender.domain.days.month import weeks_of
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.titles import data_of, flags_of
from kalender.ui.widgets.paint.values import CardLook
from kalender.wording.cards import spoken_day
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_BY_TIME = attrgetter("planned", "id")


class Row:
    """A day (card None) or a post of a day. faces: painted pictures of the card, by size and density."""

    __slots__ = ("_look", "_look_of", "card", "day", "faces")

    def __init__(
        self, day: date, card: Card | None = None, look_of: Callable[[Card], CardLook] | None = None
    ) -> None:
        self.day = day
        self.card = card
        self.faces: dict[tuple[object, ...], QPixmap] = {}
        self._look: CardLook | None = None
        self._look_of = look_of

    @property
    def look(self) -> CardLook | None:
        """How the card looks, made when it is asked for: of a crowded day most are only counted."""
        if self._look is None and self._look_of is not None and self.card is not None:
            self._look = self._look_of(self.card)
        return self._look

    def forget_look(self) -> None:
        """Let the card be made and painted anew."""
        self._look = None
        self.faces.clear()

    @property
    def order(self) -> tuple[date, datetime, str]:
        """Where the row stands: by day, the day itself first, then by time."""
        planned = self.card.planned if self.card is not None and self.card.planned else datetime.min
        return self.day, planned, self.card.id if self.card is not None else ""


_NONE: Mapping[str, Row] = {}


class MonthModel(QAbstractListModel):
    """Holds what the month shows; a change of a post touches its own row only.

    look_of: makes the look of a card. name_of, tip_of: its accessible name and its tip.
    """

    def __init__(
        self,
        look_of: Callable[[Card], CardLook],
        name_of: Callable[[Card], str],
        tip_of: Callable[[Card], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look_of = look_of
        self._name_of = name_of
        self._tip_of = tip_of
        self._rows: list[Row] = []
        self._at: dict[str, int] = {}
        self._days: dict[date, int] = {}
        self.month = date(2000, 1, 1)
        self.today = date(2000, 1, 1)
        self.almanac = Almanac()

    # What is shown

    def show(self, month: date, cards: Iterable[Card], almanac: Almanac, today: date) -> None:
        """Show another month, or the same one anew."""
        self.turn(month, self.rows_of(month, cards), almanac, today)

    def turn(self, month: date, rows: list[Row], almanac: Almanac, today: date) -> None:
        """Show a month whose rows were made by rows_of; they stay those of the caller and change with the model."""
        self.beginResetModel()
        self.month, self.almanac, self.today = month.replace(day=1), almanac, today
        self._rows = rows
        self._count()
        self.endResetModel()

    def rows_of(self, month: date, cards: Iterable[Card], known: Mapping[str, Row] = _NONE) -> list[Row]:
        """Return the rows of a month in order. known: rows made before, taken again for posts that are the same still."""
        days: dict[date, list[Card]] = {day: [] for week in weeks_of(month) for day in week}
        for card in cards:
            posts = days.get(card.planned.date()) if card.planned is not None else None
            if posts is not None:
                posts.append(card)
        rows = []
        for day, posts in days.items():
            rows.append(Row(day))
            posts.sort(key=_BY_TIME)
            for card in posts:
                old = known.get(card.id)
                rows.append(old if old is not None and old.card == card else Row(day, card, self._look_of))
        return rows

    @property
    def first(self) -> date:
        """The first day shown."""
        return weeks_of(self.month)[0][0]

    @property
    def last(self) -> date:
        """The last day shown."""
        return weeks_of(self.month)[-1][-1]

    def put(self, card: Card) -> None:
        """Show a post as it is now: where it was, somewhere else, or no longer when it left the days shown."""
        if card.planned is None or card.planned.date() not in self._days:
            self.remove(card.id)
            return
        new = self._row(card)
        old = self._at.get(card.id)
        if old is None:
            to = self._place(new)
            self.beginInsertRows(_ROOT, to, to)
            self._rows.insert(to, new)
            self._count()
            self.endInsertRows()
            return
        to = self._place(new)
        if to in {old, old + 1}:
            self._rows[old] = new
        else:
            self.beginMoveRows(_ROOT, old, old, _ROOT, to)
            del self._rows[old]
            self._rows.insert(to if to < old else to - 1, new)
            self._count()
            self.endMoveRows()
        index = self.index(self._at[card.id])
        self.dataChanged.emit(index, index)

    def remove(self, id_: str) -> None:
        """Show a post no longer, where it was shown."""
        at = self._at.get(id_)
        if at is not None:
            self.beginRemoveRows(_ROOT, at, at)
            del self._rows[at]
            self._count()
            self.endRemoveRows()

    def refresh(self) -> None:
        """Make all looks anew, after a change of theme, channels or pictures."""
        for row in self._rows:
            row.forget_look()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def forget_faces(self, picture: str = "") -> None:
        """Let the posts with this picture, or with any, be painted anew."""
        for at, row in enumerate(self._rows):
            if row.card is not None and row.card.picture and picture in {"", row.card.picture}:
                row.faces.clear()
                self.dataChanged.emit(self.index(at), self.index(at))

    def set_almanac(self, almanac: Almanac) -> None:
        """Show other layers over the same posts."""
        self.almanac = almanac
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    # Asking

    def rows(self) -> list[Row]:
        """All rows in order."""
        return self._rows

    def row(self, index: _Index) -> Row | None:
        """The row of an index, or None for an index of nothing."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, id_: str) -> QModelIndex:
        """The index of a post, invalid where it is not shown."""
        return self.index(self._at[id_]) if id_ in self._at else QModelIndex()

    def index_of_day(self, day: date) -> QModelIndex:
        """The index of a day, invalid where it is not shown."""
        return self.index(self._days[day]) if day in self._days else QModelIndex()

    def posts_of(self, day: date) -> Sequence[Row]:
        """The posts of a day in order."""
        start = self._days.get(day)
        if start is None:
            return ()
        end = start + 1
        while end < len(self._rows) and self._rows[end].card is not None:
            end += 1
        return self._rows[start + 1 : end]

    # Qt

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many days and posts are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Posts can be chosen and renamed; days can only be stepped on."""
        row = self.row(index)
        return flags_of(row, row.card if row is not None else None)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, accessible name and tip of a post; name of a day."""
        row = self.row(index)
        if row is None:
            return None
        if row.card is not None:
            return data_of(row.card, role, self._name_of, self._tip_of)
        named = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return self.day_name(row.day) if named else None

    def day_name(self, day: date) -> str:
        """The accessible name of a day: Donnerstag 17. Dezember, kein Beitrag, Lücke Instagram."""
        count = len(self.posts_of(day))
        posts = {0: tr("kein Beitrag"), 1: tr("ein Beitrag")}.get(count, tr("{count} Beiträge"))
        words = [spoken_day(day)]
        if day == self.today:
            words.append(tr("heute"))
        return ", ".join([*words, posts.format(count=count), *self.almanac.words(day)])

    def _row(self, card: Card) -> Row:
        assert card.planned is not None  # undated posts live in the backlog
        return Row(card.planned.date(), card, self._look_of)

    def _place(self, new: Row) -> int:
        """Where a row would be inserted if its post were not there yet, counted in the list as it is."""
        order = new.order
        low, high = 0, len(self._rows)
        while low < high:
            middle = (low + high) // 2
            if self._rows[middle].order < order:
                low = middle + 1
            else:
                high = middle
        return low

    def _count(self) -> None:
        self._at = {row.card.id: at for at, row in enumerate(self._rows) if row.card is not None}
        self._days = {row.day: at for at, row in enumerate(self._rows) if row.card is None}
