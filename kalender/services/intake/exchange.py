# SPDX-License-Identifier: EUPL-1.2
"""Takes a foreign editorial plan into this one: all of a file or nothing, as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from kalender.domain.picture import Picture
from kalender.domain.plan import ColumnMemory
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.columns import ChannelName, Field, channel_words, guessed, plain
from kalender.exchange.plan_rows import SheetReading
from kalender.exchange.plan_table import read_plan
from kalender.exchange.sheets import Sheet, TableRefused
from kalender.exchange.tables import read_tables
from kalender.services.acting.desk import Desk
from kalender.services.clock import Clock
from kalender.services.intake.matching import Matching, outcome_of
from kalender.services.intake.memory import Memory, meaning
from kalender.services.intake.reports import (
    Hint,
    Outcome,
    RowPreview,
    SheetPreview,
    TablePreview,
    TableReport,
)
from kalender.services.intake.writer import Writer
from kalender.services.plan_view import PlanView
from kalender.services.ports import PictureWorker, WorkerDied, WorkerTimeout
from kalender.store.plan_file import PlanFile

TIMEOUT = 10.0
"""Seconds for one table; the largest of the corpus takes a tenth of one."""


class Exchange:
    """Reads tables in a child process and turns their rows into ideas and drafts: an import never approves."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        worker: PictureWorker,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._worker = worker
        self._clock = clock
        self._new_id = new_id

    def preview(self, path: Path, mapping: Mapping[str, str] | None = None) -> TablePreview:
        """Return what an import would do; nothing is written.

        mapping: heading -> field (Field values, channel/<id>) as a person chose it; for other columns of a table with the
        same headings as before, what they meant then is proposed. Raises Refused FILE_MISSING, FILE_UNREADABLE, TABLE_TOO_LARGE, TABLE_ENCRYPTED, TABLE_EMPTY, TABLE_WITHOUT_TITLES, UNKNOWN_FIELD.
        """
        return self._looked(path, mapping)[0]

    def _looked(
        self, path: Path, mapping: Mapping[str, str] | None
    ) -> tuple[TablePreview, tuple[SheetReading, ...], Memory]:
        sheets = self._sheets(path)
        names = self.channel_names()
        memory = Memory(self._store.all(ColumnMemory), names)
        before = memory.of_sheets(sheets)
        chosen = {plain(heading): wanted for heading, wanted in (mapping or {}).items()}
        readings = self._readings(path, sheets, {**before, **chosen})
        match = Matching(self._store.all(Post), readings)
        rows = []
        for reading in readings:
            for row in reading.rows:
                post = match.post_for(row)
                outcome = outcome_of(row, post)
                rows.append(RowPreview(row=row, outcome=outcome, post=post.id if post else ""))
        first = sheets[0]
        preview = TablePreview(
            path=path,
            sheets=tuple(
                SheetPreview(
                    name=item.sheet,
                    heading=item.heading,
                    columns=item.columns,
                    rows=len(item.rows) + len(item.bad),
                )
                for item in readings
            ),
            rows=tuple(rows),
            refused=tuple(bad for item in readings for bad in item.bad),
            encoding=first.encoding,
            delimiter=first.delimiter,
            certain=first.certain,
            remembered=frozenset(_remembered(readings, before, chosen, names)),
        )
        return preview, readings, memory

    def import_table(self, path: Path, mapping: Mapping[str, str] | None = None) -> TableReport:
        """Take a file in, as one step; with any bad row nothing is taken and the report names them all.

        A row whose post was imported before changes only what its author changed in the file since. Raises as preview().
        """
        found, readings, memory = self._looked(path, mapping)
        if found.refused:
            return TableReport(path=path, refused=found.refused)
        touched = [item for item in found.rows if item.outcome is not Outcome.UNCHANGED]
        added: list[str] = []
        writer = Writer(
            self._plan, [item for item in self._store.all(Picture) if not item.companion], self._new_id
        )
        if touched:
            with self._desk.action("table.imported", count=len(touched), title=path.name) as act:
                for item in touched:
                    if item.post:
                        act.put(writer.updated(act, act.get(Post, item.post), item.row))
                    else:
                        post = writer.made(act, item.row)
                        added.append(post.id)
                        act.put(post)
                now = self._clock.local(self._plan.municipality.zone)
                for kept in memory.to_keep(readings, mapping or {}, self._desk.person, now):
                    act.put(kept)
        return TableReport(
            path=path,
            added=tuple(added),
            updated=tuple(item.post for item in found.rows if item.outcome is Outcome.UPDATED),
            unchanged=tuple(item.post for item in found.rows if item.outcome is Outcome.UNCHANGED),
            hints=(*self._doubts(found), *writer.hints),
        )

    @staticmethod
    def _doubts(found: TablePreview) -> Iterable[Hint]:
        """Yield what was guessed while reading the file, or taken from the last time."""
        if not found.certain:
            yield Hint(row=0, what="encoding", value=found.encoding)
        if found.remembered:
            yield Hint(row=0, what="columns", value=", ".join(sorted(found.remembered)))

    def _sheets(self, path: Path) -> tuple[Sheet, ...]:
        try:
            return self._worker.call(read_tables, path, timeout=TIMEOUT)
        except TableRefused as refusal:
            raise Refused(refusal.kind, path=path.name) from refusal
        except WorkerTimeout as late:
            raise Refused(RefusalKind.TABLE_TOO_LARGE, path=path.name) from late
        except WorkerDied as died:
            raise Refused(RefusalKind.FILE_UNREADABLE, path=path.name) from died

    def _readings(
        self, path: Path, sheets: Sequence[Sheet], mapping: Mapping[str, str] | None
    ) -> tuple[SheetReading, ...]:
        today = self._clock.local(self._plan.municipality.zone).date()
        try:
            found = read_plan(sheets, self.channel_names(), today, mapping)
        except ValueError as error:
            names = {field.value for field in Field}
            wrong = next((item for item in (mapping or {}).values() if item not in names), str(error))
            raise Refused(RefusalKind.UNKNOWN_FIELD, field=wrong, known=sorted(names)) from error
        if not found:
            raise Refused(RefusalKind.TABLE_WITHOUT_TITLES, path=path.name)
        if not any(item.rows or item.bad for item in found):
            raise Refused(RefusalKind.TABLE_EMPTY, path=path.name)
        return found

    def channel_names(self) -> tuple[ChannelName, ...]:
        """Return the active channels of the plan with the words that mean them in a table."""
        return tuple(
            channel_words(item.id, item.name, item.platform) for item in self._plan.channels if item.active
        )

    def channel_labels(self) -> dict[str, str]:
        """Return the names of the active channels by their ids, in the order of the plan."""
        return {item.id: item.name or item.id for item in self._plan.channels if item.active}


def _remembered(
    readings: Iterable[SheetReading],
    before: Mapping[str, str],
    chosen: Mapping[str, str],
    channels: Sequence[ChannelName],
) -> Iterable[str]:
    """Yield the headings whose meaning comes from the last time and would be guessed otherwise."""
    for reading in readings:
        guess = guessed([column.heading for column in reading.columns], channels)
        for column, would in zip(reading.columns, guess, strict=True):
            word = plain(column.heading)
            if word in before and word not in chosen and meaning(column) != meaning(would):
                yield column.heading
