# SPDX-License-Identifier: EUPL-1.2
"""What the columns of tables meant the last time: kept in the plan, so that whoever stands in has it too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from kalender.domain.plan import ColumnMemory
from kalender.exchange.columns import ChannelName, Column, Field, guessed, heading_row, plain
from kalender.exchange.plan_rows import SheetReading, long_hash
from kalender.exchange.sheets import Sheet


def signature(headings: Iterable[object]) -> str:
    """Return what makes headings the same: their words in plain form and order, without empty ones."""
    return "\n".join(word for word in (plain(heading) for heading in headings) if word)


def meaning(column: Column) -> str:
    """Return a column's meaning as it is written in a mapping: date, channel/<id>."""
    return f"{column.field.value}/{column.channel}" if column.field is Field.CHANNEL else column.field.value


class Memory:
    """The mappings of a plan. kept: all there are; of several for the same headings the newest holds."""

    def __init__(self, kept: Iterable[ColumnMemory], channels: Sequence[ChannelName]) -> None:
        self._channels = channels
        self._newest: dict[str, ColumnMemory] = {}
        for item in sorted(kept, key=lambda item: (item.at or datetime.min, item.id)):
            self._newest[item.headings] = item

    def of_sheets(self, sheets: Sequence[Sheet]) -> dict[str, str]:
        """Return what is remembered for the headings of these sheets, by heading in plain form.

        What means something that is no more, as a channel that was retired, is left out.
        """
        found: dict[str, str] = {}
        for sheet in sheets:
            if sheet.rows:
                start = heading_row(sheet.rows, self._channels) or 0
                found.update(self._of(sheet.rows[start]))
        return found

    def _of(self, headings: Iterable[object]) -> dict[str, str]:
        item = self._newest.get(signature(headings))
        if item is None:
            return {}
        pairs = (entry.partition("\t") for entry in item.columns)
        return {heading: wanted for heading, _tab, wanted in pairs if self._known(wanted)}

    def _known(self, wanted: str) -> bool:
        name, _, channel = wanted.partition("/")
        if name not in {field.value for field in Field}:
            return False
        return name != Field.CHANNEL.value or any(item.id == channel for item in self._channels)

    def to_keep(
        self, readings: Sequence[SheetReading], chosen: Mapping[str, str], person: str, at: datetime
    ) -> list[ColumnMemory]:
        """Return what is to be remembered after an import: where someone chose, or a choice of before held.

        chosen: what was asked for in this import, by heading. What is remembered just so already is left out.
        """
        asked = {plain(heading) for heading in chosen}
        found = []
        for reading in readings:
            named = [column for column in reading.columns if column.heading]
            headings = signature(column.heading for column in named)
            columns = tuple(f"{plain(column.heading)}\t{meaning(column)}" for column in named)
            before = self._newest.get(headings)
            if before is not None and before.columns == columns:
                continue
            if before is None and not self._differs(named, asked):
                continue
            id_ = long_hash(f"{headings}\n{person}")
            found.append(ColumnMemory(id=id_, headings=headings, columns=columns, at=at))
        return found

    def _differs(self, columns: Sequence[Column], asked: set[str]) -> bool:
        """Tell whether someone chose another meaning than would be guessed anyway."""
        if not asked & {plain(column.heading) for column in columns}:
            return False
        guess = guessed([column.heading for column in columns], self._channels)
        return [meaning(column) for column in columns] != [meaning(column) for column in guess]
