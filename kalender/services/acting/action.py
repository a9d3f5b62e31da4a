# SPDX-License-Identifier: EUPL-1.2
"""An action while it is being put together: what it has read, what it will write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any, Protocol, TypeVar, cast

from kalender.domain.frozen import changeable
from kalender.domain.journal.changeset import Op
from kalender.domain.journal.merge import DELETION, Merged
from kalender.domain.journal.record import Json, Record, patch, ref, restore
from kalender.domain.refusal import Refused
from kalender.services.acting.changes import Loaded

R = TypeVar("R", bound=Record)


class Reader(Protocol):
    """Where an action reads."""

    def load(self, cls: type[R], id_: str) -> Loaded[R]:
        """Return a value with its revision; raises Refused(NOT_FOUND)."""


@changeable
class Draft:
    """What an action does to one record. base: the revision it was written from, None where nothing was read."""

    ref: str
    base: Loaded[Any] | None = None
    value: Any = None
    deleted: bool = False
    decided: dict[str, Json] = field(default_factory=dict)

    def op(self, now: Merged | None) -> Op | None:
        """Return the op on the record as it is now (None: there is none), or None where nothing would change."""
        if self.deleted:
            return None if now is None or now.deleted else self._op(now.heads, {}, deleted=True)
        if now is None:
            return None if self.value is None else self._op((), patch(None, self.value))
        heads = now.heads if self.base is None else self.base.heads
        sets = {} if self.value is None else patch(self._old(now), self.value)
        keep = bool(self.decided)
        sets.update({key: item for key, item in self.decided.items() if key != DELETION})
        if self.decided.get(DELETION) is False:
            return self._op(now.heads, sets, deleted=True)
        revived = now.deleted and (self.value is not None or keep) and set(heads) == set(now.heads)
        return self._op(heads, sets) if sets or revived or keep else None

    def _old(self, now: Merged) -> Record:
        if self.base is not None:
            return cast("Record", self.base.value)
        old: Record = restore(type(self.value), self.value.id, now.state)
        return old

    def _op(self, heads: Iterable[str], sets: Mapping[str, Json], *, deleted: bool = False) -> Op:
        return Op(record=self.ref, parents=tuple(heads), sets=sets, deleted=deleted)


class Action:
    """What `with desk.action(…) as act` hands out. Nothing is written before the block ends."""

    def __init__(self, reader: Reader, facts: Mapping[str, object]) -> None:
        self._reader = reader
        self.facts: dict[str, Json] = {}
        """What the sentence in the history needs."""
        self.describe(**facts)
        self._drafts: dict[str, Draft] = {}
        self._written: Mapping[str, str] = {}

    def get(self, cls: type[R], id_: str) -> R:
        """Return a record's value as this action leaves it so far; raises Refused(NOT_FOUND)."""
        draft = self._draft(f"{cls.KIND}/{id_}")
        if draft.value is None:
            if draft.base is None:
                draft.base = self._reader.load(cls, id_)
            return cast("R", draft.base.value)
        return cast("R", draft.value)

    def find(self, cls: type[R], id_: str) -> R | None:
        """Return a record's value as this action leaves it so far, or None where there is none."""
        try:
            return self.get(cls, id_)
        except Refused:
            return None

    def put(self, value: Record, base: Loaded[Any] | None = None) -> None:
        """Write a value: new, or instead of the one this action or an editor (base) has read.

        Only what differs from that revision is written, so nothing of what others wrote since is lost.
        """
        draft = self._draft(ref(value))
        if base is not None:
            draft.base = base
        draft.value, draft.deleted = value, False

    def delete(self, which: str | Record) -> None:
        """Put a record (post/…, or its value) into the trash; nothing happens where it is not there."""
        draft = self._draft(which if isinstance(which, str) else ref(which))
        draft.deleted, draft.value, draft.base = True, None, None

    def restore(self, ref_: str) -> None:
        """Take a record out of the trash, as it was."""
        self.decide(ref_, DELETION, keep=True)

    def decide(self, ref_: str, key: str, value: Json = None, *, keep: bool | None = None) -> None:
        """Decide a conflict, or confirm a blended text: this value holds.

        keep: for a part (key ends in "/") or a record (DELETION): stay or go.
        """
        self._draft(ref_).decided[key] = value if keep is None else keep

    def describe(self, **facts: object) -> None:
        """Add facts for the sentence in the history: str, int, bool, None, or lists of them."""
        self.facts.update({name: _fact(value) for name, value in facts.items()})

    def drafts(self) -> list[Draft]:
        """Return what the action does, record by record."""
        return list(self._drafts.values())

    def written(self, changesets: Mapping[str, str]) -> None:
        """Take note of the changeset that holds each record."""
        self._written = changesets

    def line(self, value: R) -> Loaded[R]:
        """Return, after the block, the revision an editor that wrote value stands at now: its next base."""
        name = ref(value)
        draft = self._drafts.get(name)
        if name in self._written:
            return Loaded(value, (self._written[name],))
        if draft is not None and draft.base is not None:
            return Loaded(value, draft.base.heads)
        return self._reader.load(type(value), value.id)

    def _draft(self, name: str) -> Draft:
        found = self._drafts.get(name)
        if found is None:
            found = self._drafts[name] = Draft(name)
        return found


def _fact(value: object) -> Json:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, list | tuple | frozenset | set):
        items = sorted(value) if isinstance(value, frozenset | set) else value
        return [_fact(item) for item in items]
    raise TypeError(f"{value!r} is no fact of an action")
