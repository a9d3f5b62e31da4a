# SPDX-License-Identifier: EUPL-1.2
"""The one door through which a plan changes: actions, undo and redo, receiving, and who is told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from kalender.domain.frozen import ordered
from kalender.domain.journal.changeset import FIRST, MOST_OPS, UNDOES, Changeset, Op, sealed
from kalender.domain.journal.record import Json
from kalender.domain.refusal import STORAGE, RefusalKind, Refused
from kalender.services.acting.action import Action, Draft, R
from kalender.services.acting.changes import Changes, Label, Loaded
from kalender.services.acting.undoing import inverse
from kalender.store.plan_file import PlanFile

PAUSE = timedelta(seconds=30)
"""Typing that rests longer than this begins a new undo step."""

AGAIN = "@again"
"""Fact of a label: what was undone is done again."""

CODE = "k"
"""Key of a label that holds the code of the action."""
_OWN_FACTS = frozenset({CODE, FIRST, UNDOES, AGAIN})

Listener = Callable[[Changes], None]
Watcher = Callable[[Refused], None]
Clock = Callable[[], datetime]


@ordered
class _Burst:
    """The typing that may still grow: whose it is, its changeset, when it was written."""

    key: str
    changeset: str
    at: datetime


class Desk:
    """Every change of a plan goes through here: one action, one changeset, one announcement.

    clock: local wall time. person: id of who acts, changed by acting_as().
    """

    def __init__(self, store: PlanFile, clock: Clock, person: str = "") -> None:
        self._store = store
        self._clock = clock
        self._person = person
        self._listeners: list[Listener] = []
        self._watchers: list[Watcher] = []
        self._burst: _Burst | None = None
        self._acting = threading.local()

    @property
    def person(self) -> str:
        """The id of the person who acts."""
        return self._person

    def acting_as(self, person: str) -> None:
        """From now on someone else acts on this computer."""
        self._person = person
        self._burst = None

    def load(self, cls: type[R], id_: str) -> Loaded[R]:
        """Return a value with the revision it was read at, for an editor to keep; raises Refused(NOT_FOUND)."""
        found = self._store.projection.loaded(cls, id_)
        if found is None:
            raise Refused(RefusalKind.NOT_FOUND, ref=f"{cls.KIND}/{id_}", id=id_)
        return Loaded(*found)

    @contextmanager
    def action(self, label: str, *, burst: str = "", **facts: object) -> Iterator[Action]:
        """Collect what one action does and commit it at the end as one undo step; nothing on an exception.

        burst: key of an editor whose typing is one step while it goes on. facts: for the sentence in the history.
        """
        if getattr(self._acting, "now", False):
            raise RuntimeError("an action inside an action: hand the open one down instead")
        self.check_writable()
        self._acting.now = True
        try:
            act = Action(self, facts)
            yield act
        finally:
            self._acting.now = False
        with self._writing():
            ops = self._ops(act.drafts())
            changes = self._commit(label, act, ops, burst) if ops else None
        if changes is not None:
            self._announce(changes)

    def _ops(self, drafts: Iterable[Draft]) -> list[Op]:
        """Return the ops of those drafts that change something."""
        todo = list(drafts)
        now = self._store.projection.merged(draft.ref for draft in todo)
        return [op for draft in todo if (op := draft.op(now.get(draft.ref))) is not None]

    def _commit(self, label: str, act: Action, ops: list[Op], burst: str) -> Changes:
        """Write ops as changesets; return what to tell everyone."""
        now = self._clock()
        growing = self._growing(burst, now, ops)
        if growing is not None:
            ops, deps = _grown(growing, ops), growing.deps
        else:
            deps = self._store.chain()
        changesets = self._sealed({**act.facts, CODE: label}, ops, deps, now)
        refs = self._store.commit(changesets, instead=growing)
        single = bool(burst) and len(changesets) == 1
        self._burst = _Burst(burst, changesets[0].id, now) if single else None
        act.written({op.record: changeset.id for changeset in changesets for op in changeset.ops})
        return Changes(refs=refs, label=label, facts=act.facts, by=self._person)

    def _growing(self, burst: str, now: datetime, ops: Iterable[Op]) -> Changeset | None:
        """Return the changeset these ops may join: this editor's, the newest, not shared, and young enough."""
        last = self._burst
        if not burst or last is None or last.key != burst or not timedelta() <= now - last.at <= PAUSE:
            return None
        newest = self._store.last_here()
        if newest is None or newest.id != last.changeset or newest.by != self._person:
            return None
        before = {op.record: op for op in newest.ops}
        for op in ops:
            old = before.get(op.record)
            if (
                old is None
                or op.deleted
                or old.deleted
                or set(op.parents) not in (set(old.parents), {newest.id})
            ):
                return None
        return newest

    def _sealed(
        self, label: Mapping[str, Json], ops: list[Op], deps: tuple[str, ...], now: datetime
    ) -> list[Changeset]:
        """Return ops as changesets of at most MOST_OPS records, the later ones linked to the first."""
        made: list[Changeset] = []
        for start in range(0, max(1, len(ops)), MOST_OPS):
            made.append(
                sealed(
                    plan=self._store.plan,
                    dev=self._store.device,
                    by=self._person,
                    at=now.isoformat(timespec="milliseconds"),
                    label={**label, FIRST: made[0].id} if made else label,
                    deps=(made[-1].id,) if made else deps,
                    ops=ops[start : start + MOST_OPS],
                )
            )
        return made

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write all actions inside, and changesets taken, at once or not at all; everyone hears of it afterwards."""
        held: list[Changes] = []
        with self._store.at_once():
            self._acting.held = held
            try:
                yield
            finally:
                self._acting.held = None
        for changes in held:
            self._announce(changes)

    def undo(self) -> Changes | None:
        """Take back the last own action, as an action of its own; None where there is none."""
        return self._take_back("undo")

    def redo(self) -> Changes | None:
        """Take back the last undo; None where there is none, or something was done since."""
        return self._take_back("redo")

    def can_undo(self) -> Label | None:
        """Return what undo would take back."""
        return self._next("undo")

    def can_redo(self) -> Label | None:
        """Return what redo would do again."""
        return self._next("redo")

    def _next(self, stack: str) -> Label | None:
        found = self._store.next_label(stack)
        return None if found is None else label_of(found)

    def check_writable(self) -> None:
        """Raise Refused PLAN_READ_ONLY where nothing can be written: before anything is collected, not at its end."""
        if self._store.read_only:
            raise Refused(RefusalKind.PLAN_READ_ONLY, path=str(self._store.folder))

    def _take_back(self, stack: str) -> Changes | None:
        self.check_writable()
        with self._writing():
            action = self._store.next_step(stack)
            if not action:
                return None
            self._burst = None
            back = inverse(self._store, action)
            done = label_of(action[0].label)
            undone: list[Json] = [changeset.id for changeset in action]
            label: dict[str, Json] = {**done.facts, CODE: done.code, UNDOES: undone}
            if stack == "redo":
                label[AGAIN] = True
            changesets = self._sealed(label, list(back.ops), self._store.chain(), self._clock())
            refs = self._store.commit(changesets)
        changes = Changes(
            refs=refs, label=done.code, facts=done.facts, by=self._person, undone=stack, kept=back.kept
        )
        self._announce(changes)
        return changes

    def take_back(self, action: Sequence[Changeset], label: str, facts: Mapping[str, Json]) -> Changes | None:
        """Take back any action (its changesets, oldest first) as an ordinary one, which undo takes back in turn.

        None, and nothing written, where nothing of it holds any more. label, facts: of the new action.
        """
        self.check_writable()
        with self._writing():
            back = inverse(self._store, action)
            if not back.ops:
                return None
            self._burst = None
            made = self._sealed({**facts, CODE: label}, list(back.ops), self._store.chain(), self._clock())
            refs = self._store.commit(made)
        changes = Changes(refs=refs, label=label, facts=facts, by=self._person, kept=back.kept)
        self._announce(changes)
        return changes

    def apply(self, bodies: Iterable[bytes]) -> Changes:
        """Take changesets of other replicas (canonical bytes, any order, known ones too) and tell everyone."""
        with self._writing():
            received = self._store.receive(bodies)
        changes = Changes(refs=received.refs, label="plan.received", here=False)
        if received.new:
            self._announce(changes)
        return changes

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call watcher where the disk does not take a change, in the thread that made it; return what ends that."""
        self._watchers.append(watcher)

        def end() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return end

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Keep other threads away while a change is written, and tell the watchers where the disk does not take it."""
        try:
            with self._store.alone():
                yield
        except Refused as refusal:
            if refusal.kind in STORAGE:
                for watcher in tuple(self._watchers):
                    watcher(refusal)
            raise

    def subscribe(self, listener: Listener, *, first: bool = False) -> Callable[[], None]:
        """Call listener after each change, in the thread that made it; return what ends that.

        first: before those that are there already, for what keeps answers and is asked by them again.
        """
        self._listeners.insert(0 if first else len(self._listeners), listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def _announce(self, changes: Changes) -> None:
        held: list[Changes] | None = getattr(self._acting, "held", None)
        if held is not None:
            held.append(changes)
            return
        for listener in tuple(self._listeners):
            listener(changes)


def label_of(found: Mapping[str, Json]) -> Label:
    """Return the code and facts in the label of a changeset."""
    return Label(
        code=str(found.get(CODE, "")),
        facts={key: value for key, value in found.items() if key not in _OWN_FACTS},
    )


def undoes(found: Mapping[str, Json]) -> bool:
    """Tell whether a label is that of an undo or redo."""
    return isinstance(found.get(UNDOES), list)


def _grown(old: Changeset, ops: Iterable[Op]) -> list[Op]:
    """Return the ops of a changeset with newer ones taken in; a key once written stays written."""
    found = {op.record: op for op in old.ops}
    for op in ops:
        before = found[op.record]
        found[op.record] = Op(record=op.record, parents=before.parents, sets={**before.sets, **op.sets})
    return list(found.values())


__all__ = ["PAUSE", "Action", "Changes", "Clock", "Desk", "Label", "Listener", "Loaded"]
