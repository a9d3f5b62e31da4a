# SPDX-License-Identifier: EUPL-1.2
"""The state of a record as a pure function of the set of its revisions: three-way, key by key, with conflicts.

No order of arrival, device or clock enters; `at` only chooses which of several undecided values is shown. Candidates
of a key are the revisions that set it and no later setter knew. Base: the merge of all that all of them knew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from kalender.domain.frozen import frozen, ordered
from kalender.domain.journal.beginning import begun
from kalender.domain.journal.record import Json
from kalender.domain.text.sentences import merge_texts

TEXT_KEYS = frozenset({"text", "note", "first_comment"})
"""Last steps of the keys that are merged by sentences; part of the journal's format."""

DELETION = ""
"""The key under which a record that was deleted and edited at once is listed."""


@frozen
class Revision:
    """One op on the record with the facts of its changeset; id is the changeset's."""

    id: str
    by: str
    at: str
    parents: tuple[str, ...] = ()
    sets: Mapping[str, Json] = field(default_factory=dict)
    deleted: bool = False


class ConflictKind(StrEnum):
    """What was done at once."""

    VALUE = "value"
    TEXT = "text"
    PART = "part"
    DELETED = "deleted"


@frozen
class Candidate:
    """One of several values nobody has chosen between: what, who, when, in which changeset."""

    value: Json
    by: str
    at: str
    revision: str


@frozen
class Conflict:
    """A key with several values. shown: the one that holds until someone decides; proposal: a merge by words.

    For a part (key ends in "/") and for a record (DELETION) a value true means kept, false taken away.
    """

    key: str
    kind: ConflictKind
    base: Json
    candidates: tuple[Candidate, ...]
    shown: Json
    proposal: Json = None


@frozen
class Merged:
    """The state of a record: its keys (null ones left out, parts taken away false), heads, and what needs a look.

    merged: text keys blended from several people's sentences, to be checked until someone writes them.
    """

    state: Mapping[str, Json]
    heads: tuple[str, ...]
    deleted: bool = False
    conflicts: tuple[Conflict, ...] = ()
    merged: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Tell whether nothing is undecided or to be checked."""
        return not self.conflicts and not self.merged


def is_text(key: str) -> bool:
    """Tell whether a key holds a text that is merged by sentences."""
    return key.rpartition("/")[2] in TEXT_KEYS


def merge(revisions: Iterable[Revision]) -> Merged:
    """Return the state of a record from all its revisions, in any order; raises ValueError where a parent is missing."""
    known = list(revisions)
    return (_first(*known) if len(known) == 1 and not known[0].parents else None) or _Graph(known).merged()


def extended(old: Merged, new: Revision) -> Merged | None:
    """Return the state after a revision that knew all heads of a clean record, or None where merge() must look.

    Equal to merge() of everything, at a cost that does not grow with the history.
    """
    if not old.clean or set(new.parents) != set(old.heads):
        return None
    if not old.heads and not old.state:
        return _first(new)
    alone = len(old.heads) < 2
    state = dict(old.state)
    around: set[str] = set()
    for key, value in new.sets.items():
        if key.count("/") > 1:
            paths = _parts_around(key)
            if paths and not (alone and (key not in old.state or (value is not None and value is not False))):
                return None  # what keeps a part there may be what is taken back: only the whole history tells
            around.update(paths)
        if key.endswith("/"):
            state[key] = value is True
        elif value is None:
            state.pop(key, None)
        else:
            state[key] = value
    if any(state.get(path, True) is not True for path in around):
        return None  # someone writes inside a part that was taken away: only the whole history tells
    return Merged(state=state, heads=(new.id,), deleted=new.deleted)


def _first(new: Revision) -> Merged | None:
    """Return the state after the first revision of a record, or None where it takes a part away."""
    state = begun(new.sets)
    return None if state is None else Merged(state=state, heads=(new.id,), deleted=new.deleted)


def _parts_around(key: str) -> tuple[str, ...]:
    """Return the presence keys of the parts a key lies in, the outermost first."""
    found = []
    end = key.find("/", key.find("/") + 1) + 1
    while 0 < end < len(key):
        found.append(key[:end])
        after = key.find("/", end)
        end = key.find("/", after + 1) + 1 if after >= 0 else 0
    return tuple(found)


@ordered
class _Settled:
    """The value of a key among some revisions, and how it came about."""

    value: Json = None
    kind: ConflictKind | None = None
    blended: bool = False
    candidates: tuple[int, ...] = ()
    base: Json = None
    proposal: Json = None


class _Unsettled(Exception):  # noqa: N818 - a question, not an error
    """A base has to be settled first."""

    def __init__(self, key: str, within: int) -> None:
        super().__init__(key)
        self.key = key
        self.within = within


class _Graph:
    """The revisions of one record in an order in which parents come first, with a bit for each."""

    def __init__(self, revisions: Iterable[Revision]) -> None:
        self._revisions = _parents_first({item.id: item for item in revisions})
        number = {item.id: n for n, item in enumerate(self._revisions)}
        self._known: list[int] = []  # for each revision those its writer knew, as bits
        self._setters: dict[str, list[int]] = {}
        covered = 0
        for n, item in enumerate(self._revisions):
            known = 0
            for parent in item.parents:
                known |= self._known[number[parent]] | 1 << number[parent]
            self._known.append(known)
            covered |= known
            for key in item.sets:
                self._setters.setdefault(key, []).append(n)
        self._heads = [n for n in range(len(self._revisions)) if not covered >> n & 1]
        self._all = (1 << len(self._revisions)) - 1
        self._memo: dict[tuple[str, int], _Settled] = {}

    def merged(self) -> Merged:
        alone = {key: some[0] for key, some in self._setters.items() if len(some) == 1}
        settled = {key: _Settled(value=self._value(key, n), candidates=(n,)) for key, n in alone.items()}
        settled |= {key: self._settle(key, self._all) for key in self._setters if key not in alone}
        conflicts: list[Conflict] = []
        state: dict[str, Json] = {}
        for key, found in settled.items():
            if found.kind is not None:
                conflicts.append(self._conflict(key, found))
            elif key.endswith("/") and found.value is not True and found.candidates:
                editors = self._editors_inside(key, found.candidates)
                if editors:
                    conflicts.append(self._contested_part(key, found.candidates, editors))
                state[key] = editors is not None
                continue
            if found.value is not None:
                state[key] = found.value
        deleted = [n for n in self._heads if self._revisions[n].deleted]
        if deleted and len(deleted) < len(self._heads):
            conflicts.append(self._contested())
        return Merged(
            state=state,
            heads=tuple(sorted(self._revisions[n].id for n in self._heads)),
            deleted=bool(self._heads) and len(deleted) == len(self._heads),
            conflicts=tuple(sorted(conflicts, key=lambda item: item.key)),
            merged=tuple(sorted(key for key, found in settled.items() if found.blended)),
        )

    def _value(self, key: str, n: int) -> Json:
        """Return what a revision set a key to; for the presence of a part true or false."""
        value = self._revisions[n].sets[key]
        return value is True if key.endswith("/") else value

    def _rank(self, n: int) -> tuple[str, str]:
        return self._revisions[n].at, self._revisions[n].id

    def _latest_setters(self, key: str, within: int) -> list[int]:
        """Return the setters of a key that no other setter among `within` knew, in the order they are shown."""
        setters = [n for n in self._setters.get(key, ()) if within >> n & 1]
        if len(setters) > 1:
            overtaken = 0
            for n in setters:
                overtaken |= self._known[n]
            setters = [n for n in setters if not overtaken >> n & 1]
        return sorted(setters, key=self._rank) if len(setters) > 1 else setters

    def _settle(self, key: str, within: int) -> _Settled:
        """Return the value of a key among some revisions.

        Bases are settled first, without recursion: histories may cross more often than the interpreter can call.
        """
        waiting = [(key, within)]
        while waiting:
            if waiting[-1] in self._memo:
                waiting.pop()
                continue
            try:
                self._memo[waiting[-1]] = self._settled(*waiting[-1])
            except _Unsettled as need:
                waiting.append((need.key, need.within))
        return self._memo[key, within]

    def _base(self, key: str, within: int) -> _Settled:
        """Return a base already settled, or ask for it."""
        found = self._memo.get((key, within))
        if found is None:
            raise _Unsettled(key, within)
        return found

    def _settled(self, key: str, within: int) -> _Settled:
        candidates = tuple(self._latest_setters(key, within))
        values = [self._value(key, n) for n in candidates]
        if not candidates:
            return _Settled(value=False if key.endswith("/") else None)
        if all(_same(value, values[0]) for value in values):
            return _Settled(value=values[0], candidates=candidates)
        changed = tuple(n for n in candidates if not self._still_at_base(key, n, candidates))
        values = [self._value(key, n) for n in changed]
        if all(_same(value, values[0]) for value in values):
            return _Settled(value=values[0], candidates=changed)
        common = within
        for n in changed:
            common &= self._known[n]
        base = self._base(key, common)
        if is_text(key) and all(isinstance(value, str) for value in values):
            return self._blended(changed, [str(value) for value in values], base)
        if key.endswith("/"):
            return _Settled(value=True, kind=ConflictKind.PART, candidates=changed, base=base.value)
        return _Settled(value=values[-1], kind=ConflictKind.VALUE, candidates=changed, base=base.value)

    def _still_at_base(self, key: str, n: int, candidates: tuple[int, ...]) -> bool:
        """Tell whether a candidate, against each that differs, holds just what both of them started from."""
        value = self._value(key, n)
        for other in candidates:
            if _same(self._value(key, other), value):
                continue
            base = self._base(key, self._known[n] & self._known[other])
            if base.kind is not None or not _same(base.value, value):
                return False
        return True

    def _blended(self, changed: tuple[int, ...], texts: list[str], base: _Settled) -> _Settled:
        old = base.value if isinstance(base.value, str) else ""
        shown = proposal = texts[0]
        clean = base.kind is None
        for text in texts[1:]:
            step = merge_texts(old, shown, text)
            clean = clean and step.clean
            proposal = merge_texts(old, proposal, text).proposal
            shown = step.text
        if clean:
            return _Settled(value=shown, blended=shown not in texts, candidates=changed, base=old)
        return _Settled(
            value=shown, kind=ConflictKind.TEXT, candidates=changed, base=base.value, proposal=proposal
        )

    def _editors_inside(self, part: str, removers: tuple[int, ...]) -> list[int] | None:
        """Return who edited a removed part without knowing of a removal; None where it stays removed.

        An empty list: everyone who edited it since knew, and so brought it back.
        """
        editors, revived = set(), False
        for key in self._setters:
            if not key.startswith(part) or key == part:
                continue
            for n in self._latest_setters(key, self._all):
                value = self._value(key, n)
                if key.endswith("/") and value is False:
                    continue  # taking something out of the part is no word for keeping it
                if any(n == remover or self._known[remover] >> n & 1 for remover in removers):
                    continue
                unaware = [remover for remover in removers if not self._known[n] >> remover & 1]
                if not unaware:
                    revived = revived or value is not None
                elif not self._unchanged(key, n, unaware):
                    editors.add(n)
        return sorted(editors, key=self._rank) if editors or revived else None

    def _unchanged(self, key: str, n: int, others: list[int]) -> bool:
        value = self._value(key, n)
        bases = (self._settle(key, self._known[n] & self._known[other]) for other in others)
        return all(base.kind is None and _same(base.value, value) for base in bases)

    def _candidate(self, n: int, value: Json) -> Candidate:
        revision = self._revisions[n]
        return Candidate(value=value, by=revision.by, at=revision.at, revision=revision.id)

    def _conflict(self, key: str, found: _Settled) -> Conflict:
        assert found.kind is not None
        return Conflict(
            key=key,
            kind=found.kind,
            base=found.base,
            candidates=tuple(self._candidate(n, self._value(key, n)) for n in found.candidates),
            shown=found.value,
            proposal=found.proposal,
        )

    def _contested_part(self, key: str, removers: tuple[int, ...], editors: list[int]) -> Conflict:
        sides = sorted([*removers, *editors], key=self._rank)
        return Conflict(
            key=key,
            kind=ConflictKind.PART,
            base=True,
            candidates=tuple(self._candidate(n, n in editors) for n in sides),
            shown=True,
        )

    def _contested(self) -> Conflict:
        heads = sorted(self._heads, key=self._rank)
        return Conflict(
            key=DELETION,
            kind=ConflictKind.DELETED,
            base=True,
            candidates=tuple(self._candidate(n, not self._revisions[n].deleted) for n in heads),
            shown=True,
        )


def _same(one: Json, other: Json) -> bool:
    """Tell whether two JSON values are equal; true is not 1."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(item, other[key]) for key, item in one.items())
    return one == other


def _parents_first(found: Mapping[str, Revision]) -> list[Revision]:
    """Return revisions in an order in which every parent comes before its children."""
    ordered: list[Revision] = []
    waiting = {id_: len(set(item.parents)) for id_, item in found.items()}
    children: dict[str, list[str]] = {}
    for item in found.values():
        for parent in set(item.parents):
            if parent not in found:
                raise ValueError(f"revision {parent[:12]} is missing")
            children.setdefault(parent, []).append(item.id)
    ready = [id_ for id_, count in waiting.items() if not count]
    while ready:
        id_ = ready.pop()
        ordered.append(found[id_])
        for child in children.get(id_, ()):
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    return ordered
