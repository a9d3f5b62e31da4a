# SPDX-License-Identifier: EUPL-1.2
"""The list of the export: days as headings, posts to tick, and those that may not leave with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kalender.domain.card import Card
from kalender.domain.frozen import frozen
from kalender.domain.refusal import RefusalKind
from kalender.domain.stage import Flag, Stage
from kalender.services.publishing import HeldBack
from kalender.wording.cards import VOID_REASONS, spoken_day, title
from kalender.wording.dates import clock, day_short, moment_short, waiting
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

ROW = int(Qt.ItemDataRole.UserRole)
"""Role that gives the Row itself."""

Index = QModelIndex | QPersistentModelIndex


@frozen
class Row:
    """A heading (card None), a post to tick, or one held back (reason in short, whole sentence)."""

    heading: str = ""
    card: Card | None = None
    reason: str = ""
    whole: str = ""
    count: int = 0


def rows(ready: Sequence[Card], held: Sequence[HeldBack], now: datetime) -> list[Row]:
    """Return the list at a local time: posts that may leave by day, then what is held back."""
    found: list[Row] = []
    day: date | None = None
    for card in ready:
        if card.planned is not None and card.planned.date() != day:
            day = card.planned.date()
            found.append(Row(heading=_day(day, now.date())))
        found.append(Row(card=card))
    if held:
        found.append(Row(heading=tr("Nicht exportierbar"), count=len(held)))
        found += [Row(card=item.card, reason=brief(item, now), whole=sentence(item.reason)) for item in held]
    return found


def brief(held: HeldBack, now: datetime) -> str:
    """Return why a post is held back, short enough for a line; the tip has the whole sentence."""
    card, facts = held.card, held.reason.facts
    match held.reason.kind:
        case RefusalKind.NOT_APPROVED if card.waiting_since is not None:
            return tr("Freigabe fehlt noch, wartet {since}").format(since=waiting(card.waiting_since, now))
        case RefusalKind.NOT_APPROVED if Flag.CHANGE_REQUESTED in card.flags:
            return tr("Änderung erbeten")
        case RefusalKind.NOT_APPROVED:
            return tr("Noch nicht zur Prüfung gegeben")
        case RefusalKind.APPROVAL_VOID:
            why = tr(VOID_REASONS[card.reason]) if card.reason is not None else ""
            return tr("Freigabe erloschen. {why}").format(why=why).strip()
        case RefusalKind.HELD:
            return tr("Angehalten: {reason}").format(reason=facts.get("reason", ""))
        case RefusalKind.EMBARGO if card.embargo is not None:
            return tr("Sperrfrist bis {when}").format(when=moment_short(card.embargo))
        case RefusalKind.CONFLICT:
            return tr("Doppelte Änderung, noch nicht entschieden")
        case _:
            return sentence(held.reason)


def _day(day: date, today: date) -> str:
    if day == today:
        return tr("Heute, {day}").format(day=spoken_day(day))
    if day == today + timedelta(days=1):
        return tr("Morgen, {day}").format(day=spoken_day(day))
    return spoken_day(day)


class ExportModel(QAbstractListModel):
    """Rows with check marks: what has not left yet is ticked until somebody says otherwise."""

    ticked_changed = Signal()

    def __init__(self, labels: Callable[[], dict[str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._labels = labels
        self._rows: list[Row] = []
        self._said: dict[str, bool] = {}

    def show_rows(self, found: list[Row]) -> None:
        """Replace the rows; what was ticked or unticked by hand stays so."""
        if found == self._rows:
            return
        self.beginResetModel()
        self._rows = found
        self.endResetModel()
        self.ticked_changed.emit()

    def choose_only(self, ids: Sequence[str]) -> None:
        """Tick just these posts."""
        wanted = set(ids)
        self._said = {card.id: card.id in wanted for card in self.ready()}
        self._all_changed()

    def tick_all(self, *, on: bool) -> None:
        """Tick or untick everything that may leave."""
        self._said = {card.id: on for card in self.ready()}
        self._all_changed()

    def forget(self, ids: Iterable[str]) -> None:
        """Take posts as they are: ticked unless they have left before."""
        for id_ in ids:
            self._said.pop(id_, None)
        self._all_changed()

    def _on(self, card: Card) -> bool:
        return self._said.get(card.id, card.stage is not Stage.EXPORTED)

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticked_changed.emit()

    def ready(self) -> list[Card]:
        """Return the posts that may leave."""
        return [row.card for row in self._rows if row.card is not None and not row.reason]

    def ticked(self) -> list[str]:
        """Return the ids of the ticked posts by time."""
        return [card.id for card in self.ready() if self._on(card)]

    def row_at(self, row: int) -> Row:
        """Return a row."""
        return self._rows[row]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen; held back posts can be read but not ticked."""
        row = self._rows[index.row()]
        if row.card is None:
            return Qt.ItemFlag.ItemIsEnabled
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain if row.reason else plain | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return words, spoken name, check mark, or the row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == int(Qt.ItemDataRole.DisplayRole):
            return row.heading or (title(row.card) if row.card else "")
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return row.whole or None
        if role == int(Qt.ItemDataRole.CheckStateRole) and row.card is not None and not row.reason:
            return Qt.CheckState.Checked if self._on(row.card) else Qt.CheckState.Unchecked
        return None

    def _spoken(self, row: Row) -> str:
        if row.card is None:
            return row.heading
        parts = [title(row.card)]
        if row.card.planned is not None:
            parts.append(f"{day_short(row.card.planned.date())}, {clock(row.card.planned)}")
        if row.reason:
            return ", ".join([*parts, tr("nicht exportierbar"), row.reason])
        parts += [self._labels().get(item, item) for item in row.card.channels]
        parts.append(tr("ausgewählt") if self._on(row.card) else tr("nicht ausgewählt"))
        return ", ".join(parts)

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:  # noqa: N802 - Qt's name
        """Tick or untick a post."""
        row = self._rows[index.row()]
        if role != int(Qt.ItemDataRole.CheckStateRole) or row.card is None or row.reason:
            return False
        self._said[row.card.id] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()
        return True

    def toggle(self, row: int) -> None:
        """Turn the check mark of a row over."""
        index = self.index(row)
        state = index.data(int(Qt.ItemDataRole.CheckStateRole))
        if state is not None:
            turned = Qt.CheckState.Unchecked if state is Qt.CheckState.Checked else Qt.CheckState.Checked
            self.setData(index, turned, int(Qt.ItemDataRole.CheckStateRole))
