# SPDX-License-Identifier: EUPL-1.2
"""What happened, read from the journal: of the whole plan, of one post, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import datetime

from kalender.domain.frozen import changeable, frozen
from kalender.domain.journal.changeset import FIRST, Changeset
from kalender.domain.journal.merge import Merged, Revision, extended, merge
from kalender.domain.journal.record import Json
from kalender.domain.plan import Person, Role
from kalender.services.acting.changes import Label
from kalender.services.acting.desk import AGAIN, label_of, undoes
from kalender.store.plan_file import PlanFile
from kalender.store.receiving import known_to

_NOTHING = Merged(state={}, heads=())


@frozen
class FieldChange:
    """One key of a record before and after, as JSON values; None stands for the default.

    key: path inside the record (version/instagram/text). A key that ends in "/" is a part: true there, false gone.
    """

    ref: str
    key: str
    before: Json
    after: Json


@frozen
class Entry:
    """One action. number: for asking what came before; id: of its changeset; at: the writer's local clock.

    undone: "undo" or "redo" where it took another action back. refs: records it wrote; changes: what it did to them
    (of one record only); created, deleted, restored: what became of that record.
    """

    number: int
    id: str
    at: datetime
    by: str
    label: Label
    undone: str = ""
    refs: tuple[str, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    created: bool = False
    deleted: bool = False
    restored: bool = False


@changeable
class _Found:
    """A changeset of an action, and the records of all its parts."""

    number: int
    changeset: Changeset
    refs: list[str] = field(default_factory=list)


class History:
    """Reads what happened. Nothing is ever taken out of it."""

    def __init__(self, store: PlanFile) -> None:
        self._store = store

    def of_plan(self, limit: int = 100, before: int | None = None) -> list[Entry]:
        """Return the newest actions first; before: number of the entry after which to go on."""
        found: dict[str, _Found] = {}
        cursor = before
        while len(found) < limit:
            numbers = self._store.journal.newest(limit, before=cursor)
            if not numbers:
                break
            cursor = numbers[-1]
            with self._store.sound():
                self._collect(numbers, found)
        wanted = sorted(found.values(), key=lambda item: -item.number)[:limit]
        return [_entry(item.number, item.changeset, tuple(item.refs)) for item in wanted]

    def last_by(self) -> str:
        """Return who wrote last, or empty where nobody ever did."""
        return self._store.journal.last_by()

    def _collect(self, numbers: Iterable[int], found: dict[str, _Found]) -> None:
        """Sort changesets into actions: a later part of one belongs to its first."""
        read = self._store.journal.read(numbers, self._store.plan)
        heads = {changeset.label.get(FIRST) for changeset in read.values()} - {None}
        missing = self._store.journal.numbers(str(id_) for id_ in heads).values()
        read |= self._store.journal.read(missing, self._store.plan)
        for number, changeset in sorted(read.items()):
            whole = str(changeset.label.get(FIRST, changeset.id))
            action = found.setdefault(whole, _Found(number, changeset))
            action.refs += [op.record for op in changeset.ops if op.record not in action.refs]

    def of_post(self, id_: str) -> list[Entry]:
        """Return what happened to a post, the newest first, field by field."""
        return self.of(f"post/{id_}")

    def of(self, ref: str) -> list[Entry]:
        """Return what happened to a record (post/…, picture/…), the newest first, field by field."""
        with self._store.sound():
            return self._of(ref)

    def _of(self, ref: str) -> list[Entry]:
        revisions = self._store.revisions([ref]).get(ref, {})
        numbers = self._store.journal.numbers(revisions)
        states = _States(revisions)
        read = self._store.journal.read(numbers.values(), self._store.plan)
        entries = []
        for id_, revision in revisions.items():
            before = states.before(revision)
            entries.append(
                _entry(
                    numbers[id_],
                    read[numbers[id_]],
                    (ref,),
                    changes=_changes(ref, revision, before),
                    created=not revision.parents,
                    deleted=revision.deleted,
                    restored=before.deleted and not revision.deleted,
                )
            )
        return sorted(entries, key=lambda entry: -entry.number)


class _States:
    """The states of a record along its history; each computed once, in the order of arrival."""

    def __init__(self, revisions: Mapping[str, Revision]) -> None:
        self._revisions = revisions
        self._after: dict[str, Merged] = {}

    def before(self, revision: Revision) -> Merged:
        """Return the state the writer of a revision saw."""
        if not revision.parents:
            seen = _NOTHING
        elif len(revision.parents) == 1 and revision.parents[0] in self._after:
            seen = self._after[revision.parents[0]]
        else:
            seen = merge(known_to(revision.parents, self._revisions))
        after = extended(seen, revision)
        if after is not None:
            self._after[revision.id] = after
        return seen


def _changes(ref: str, revision: Revision, before: Merged) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(ref=ref, key=key, before=before.state.get(key), after=value)
        for key, value in sorted(revision.sets.items())
        if before.state.get(key) != value and not (value is False and before.state.get(key) is None)
    )


def _entry(number: int, changeset: Changeset, refs: tuple[str, ...], **more: object) -> Entry:
    undone = "" if not undoes(changeset.label) else "redo" if changeset.label.get(AGAIN) else "undo"
    values: dict[str, object] = {"undone": undone, **more}
    return Entry(
        number=number,
        id=changeset.id,
        at=_moment(changeset.at),
        by=changeset.by,
        label=label_of(changeset.label),
        refs=refs,
        **values,  # type: ignore[arg-type]  # the names are those of the fields above
    )


def _moment(text: str) -> datetime:
    """Return the time a writer noted; another program may have written none."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return datetime.min


def who_acts(people: Iterable[Person], history: History) -> str:
    """Return the id of the editor who wrote last, else the first one who edits, else the first person at all."""
    active = [item for item in people if item.active]
    editors = [item for item in active if item.role is Role.EDITING]
    last = history.last_by()
    if any(item.id == last for item in editors):
        return last
    return (editors or active)[0].id if active else ""
