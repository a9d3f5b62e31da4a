# SPDX-License-Identifier: EUPL-1.2
"""Takes a foreign editorial plan into this one: all of a file or nothing, as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from kalender.domain.picture import Picture
from kalender.domain.plan import Person, Topic
from kalender.domain.position import between
from kalender.domain.post import Attachment, Post, Version
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.columns import ChannelName, Column, channel_words, plain
from kalender.exchange.plan_rows import BadRow, PlanRow, SheetReading, fingerprints, long_hash
from kalender.exchange.plan_table import read_plan
from kalender.exchange.sheets import Sheet, TableRefused
from kalender.exchange.tables import read_tables
from kalender.services.clock import Clock
from kalender.services.desk import Action, Desk
from kalender.services.plan_view import PlanView
from kalender.services.ports import PictureWorker, WorkerDied, WorkerTimeout
from kalender.store.plan_file import PlanFile

V = TypeVar("V")

TIMEOUT = 10.0
"""Seconds for one table; the largest of the corpus takes a tenth of one."""

MARK = "table"
"""How the external name of an imported post begins: table <key> title=<hash> when=<hash> …"""

COLOURS = ("th-rathaus", "th-leben", "th-bauen", "th-familie", "th-umwelt")


class Outcome(StrEnum):
    """What an import does with a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPreview:
    """What one sheet was understood as. heading: number of the row of headings, from 1."""

    name: str
    heading: int
    columns: tuple[Column, ...]
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPreview:
    """A row and what an import would do with it. post: id of the one it updates, or empty."""

    row: PlanRow
    outcome: Outcome
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePreview:
    """What an import of a file would do. encoding, delimiter: of a CSV file; certain: nothing was guessed there."""

    path: Path
    sheets: tuple[SheetPreview, ...]
    rows: tuple[RowPreview, ...]
    refused: tuple[BadRow, ...]
    encoding: str = ""
    delimiter: str = ""
    certain: bool = True

    def count(self, outcome: Outcome) -> int:
        """Return how many rows have this outcome."""
        return sum(1 for item in self.rows if item.outcome is outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Something of a row that could not be found here and was left out. what: picture; or moved: responsible."""

    row: int
    what: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReport:
    """What an import did: ids of posts, and the rows refused; where any is refused, nothing was taken."""

    path: Path
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: tuple[BadRow, ...] = ()
    hints: tuple[Hint, ...] = ()


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

        mapping: heading -> field (Field values, channel/<id>) as a person chose it. Raises Refused FILE_MISSING,
        FILE_UNREADABLE, TABLE_TOO_LARGE, TABLE_ENCRYPTED, TABLE_EMPTY, TABLE_WITHOUT_TITLES, UNKNOWN_FIELD.
        """
        sheets = self._sheets(path)
        readings = self._readings(path, sheets, mapping)
        match = _Matching(self._store.all(Post), readings)
        rows = []
        for reading in readings:
            for row in reading.rows:
                post = match.post_for(row)
                outcome = _outcome(row, post)
                rows.append(RowPreview(row=row, outcome=outcome, post=post.id if post else ""))
        first = sheets[0]
        return TablePreview(
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
        )

    def import_table(self, path: Path, mapping: Mapping[str, str] | None = None) -> TableReport:
        """Take a file in, as one step; with any bad row nothing is taken and the report names them all.

        A row whose post was imported before changes only what its author changed in the file since. Raises as preview().
        """
        found = self.preview(path, mapping)
        if found.refused:
            return TableReport(path=path, refused=found.refused)
        touched = [item for item in found.rows if item.outcome is not Outcome.UNCHANGED]
        added: list[str] = []
        writer = _Writer(self._plan, self._store.all(Picture), self._new_id)
        if touched:
            with self._desk.action("table.imported", count=len(touched), title=path.name) as act:
                for item in touched:
                    if item.post:
                        act.put(writer.updated(act, act.get(Post, item.post), item.row))
                    else:
                        post = writer.made(act, item.row)
                        added.append(post.id)
                        act.put(post)
        return TableReport(
            path=path,
            added=tuple(added),
            updated=tuple(item.post for item in found.rows if item.outcome is Outcome.UPDATED),
            unchanged=tuple(item.post for item in found.rows if item.outcome is Outcome.UNCHANGED),
            hints=tuple(writer.hints),
        )

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
            raise Refused(RefusalKind.UNKNOWN_FIELD, field=str(error), known=[]) from error
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


def _external(row: PlanRow) -> str:
    said = " ".join(f"{name}={value}" for name, value in sorted(fingerprints(row).items()))
    return f"{MARK} {long_hash(row.key)} {said}"


def _earlier(post: Post) -> tuple[str, dict[str, str]]:
    """Return the key of the row a post came from and what it said then; empty for a post that was written here."""
    mark, _, rest = post.external.partition(" ")
    if mark != MARK:
        return "", {}
    key, _, said = rest.partition(" ")
    return key, dict(item.split("=", 1) for item in said.split() if "=" in item)


def _changed(row: PlanRow, post: Post) -> set[str]:
    """Return the names of what a row says otherwise than in the file before."""
    _key, before = _earlier(post)
    return {name for name, value in fingerprints(row).items() if before.get(name) != value}


def _outcome(row: PlanRow, post: Post | None) -> Outcome:
    if post is None:
        return Outcome.ADDED
    return Outcome.UPDATED if _changed(row, post) else Outcome.UNCHANGED


class _Matching:
    """Finds the post a row belongs to: by its number, by day and title, or by a title that is there just once."""

    def __init__(self, posts: Sequence[Post], readings: Sequence[SheetReading]) -> None:
        rows = [row for reading in readings for row in reading.rows]
        self._by_key = {key: post for post in posts if (key := _earlier(post)[0])}
        self._by_id = {post.id: post for post in posts}
        keys = {long_hash(row.key) for row in rows}
        self._titles = _once(
            (plain(post.title), post) for key, post in self._by_key.items() if key not in keys
        )
        self._rows = _once((plain(row.title), row) for row in rows if long_hash(row.key) not in self._by_key)

    def post_for(self, row: PlanRow) -> Post | None:
        found = self._by_key.get(long_hash(row.key))
        if found is None and row.key.startswith("id "):
            return self._by_id.get(row.key[3:])
        if found is None and self._rows.get(plain(row.title)) is row:
            return self._titles.get(plain(row.title))  # the same row, moved to another day
        return found


def _once(pairs: Iterable[tuple[str, V]]) -> dict[str, V]:
    """Return the values whose name no other has."""
    found: dict[str, V] = {}
    several = set()
    for name, value in pairs:
        if name in found:
            several.add(name)
        found[name] = value
    return {name: value for name, value in found.items() if name and name not in several}


class _Writer:
    """Turns rows into posts. hints: what was not found here."""

    def __init__(self, plan: PlanView, pictures: Sequence[Picture], new_id: Callable[[], str]) -> None:
        self._plan = plan
        self._pictures = {name: item for item in pictures for name in _names(item)}
        self._new_id = new_id
        self.hints: list[Hint] = []

    def made(self, act: Action, row: PlanRow) -> Post:
        """Return a new post for a row."""
        only = [item.id for item in self._plan.channels if item.active]
        channels = only if row.channels is None and len(only) == 1 else ()
        post = Post(
            id=self._new_id(),
            zone=self._plan.municipality.zone,
            versions=tuple(Version(id=item) for item in channels),
        )
        return self._written(act, post, row, set(fingerprints(row)))

    def updated(self, act: Action, post: Post, row: PlanRow) -> Post:
        """Return a post with what its row says otherwise than in the file before."""
        return self._written(act, post, row, _changed(row, post))

    def _written(self, act: Action, post: Post, row: PlanRow, names: set[str]) -> Post:
        values: dict[str, str | tuple[str, ...] | bool] = {
            name: getattr(row, name)
            for name in ("title", "text", "link", "place", "note", "campaign", "labels")
            if name in names
        }
        if "topic" in names:
            values["topic"] = self._topic(act, row.topic or "")
        if "responsible" in names:
            values |= self._responsible(row.responsible or "")
        if "dropped" in names:
            values["dropped"] = row.dropped
        post = replace(post, external=_external(row), **values)  # type: ignore[arg-type]  # each value has its field's type
        if "channels" in names and row.channels is not None:
            post = _on_channels(post, row.channels)
        if "when" in names:
            post = self._at(post, row)
        if "idea" in names:
            post = replace(post, idea=row.idea and not post.requests)
        return self._with_pictures(post, row) if {"pictures", "alt"} & names else post

    def _at(self, post: Post, row: PlanRow) -> Post:
        if row.day is None:
            return post.to_backlog() if post.planned else post
        clock = row.clock or (post.planned.time() if post.planned else self._usual(post))
        idea = post.idea
        return replace(post.moved_to(datetime.combine(row.day, clock)), idea=idea)

    def _usual(self, post: Post) -> time:
        """Return the usual time of the first channel of a post."""
        wanted = {item.id for item in post.versions}
        for channel in self._plan.channels:
            if channel.id in wanted:
                try:
                    return time.fromisoformat(channel.usual_time)
                except ValueError:
                    break
        return time(10)

    def _topic(self, act: Action, name: str) -> str:
        """Return the id of a topic; one that is not there yet is made, with the same id wherever that happens."""
        if not name:
            return ""
        for item in self._plan.topics:
            if plain(item.name) == plain(name) or item.id == name:
                return item.id
        id_ = str(uuid5(NAMESPACE_URL, f"kalender:topic:{plain(name)}"))
        if act.find(Topic, id_) is None:
            place = between(max((item.position for item in self._plan.topics), default=""), "")
            colour = COLOURS[int(id_[:2], 16) % len(COLOURS)]
            act.put(Topic(id=id_, name=name, colour=colour, position=place))
        return id_

    def _responsible(self, name: str) -> dict[str, str]:
        """Return who is responsible; someone who is not in the plan becomes the contact."""
        if not name:
            return {"responsible": ""}
        found = [item for item in self._plan.people if item.active and plain(name) in _called(item)]
        if len(found) == 1:
            return {"responsible": found[0].id}
        return {"responsible": "", "contact": name}

    def _with_pictures(self, post: Post, row: PlanRow) -> Post:
        attachments = list(post.attachments)
        last = max((item.position for item in attachments), default="")
        for name in row.pictures or ():
            picture = self._pictures.get(name.casefold()) or self._pictures.get(Path(name).stem.casefold())
            if picture is None:
                self.hints.append(Hint(row=row.row, what="picture", value=name))
            elif all(item.picture != picture.id for item in attachments):
                last = between(last, "")
                attachments.append(Attachment(id=self._new_id(), picture=picture.id, position=last))
        if row.alt and attachments:
            first = min(attachments, key=lambda item: (item.position, item.id))
            attachments = [replace(item, alt=row.alt) if item is first else item for item in attachments]
        return replace(post, attachments=tuple(attachments))


def _on_channels(post: Post, channels: Mapping[str, str | None]) -> Post:
    """Return the post on these channels; a version that stays keeps what else it overrides."""
    kept = {item.id: item for item in post.versions}
    return replace(
        post,
        versions=tuple(replace(kept.get(name, Version(id=name)), text=own) for name, own in channels.items()),
    )


def _names(picture: Picture) -> tuple[str, str]:
    return picture.name.casefold(), Path(picture.name).stem.casefold()


def _called(person: Person) -> set[str]:
    """Return what a person may be called in a table: name, first and last name, initials, id."""
    words = plain(person.name).split()
    return {plain(person.name), plain(person.id), plain(person.initials), *words[:1], *words[-1:]} - {""}
