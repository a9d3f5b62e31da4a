# SPDX-License-Identifier: EUPL-1.2
"""The plan file as a whole: make it, open it, write a changeset, receive others', read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

from kalender.domain.format import Format, Platform
from kalender.domain.frozen import ordered
from kalender.domain.journal.changeset import Changeset, encode, parse
from kalender.domain.journal.merge import Merged, Revision
from kalender.domain.journal.record import Json
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.store import founding, place
from kalender.store.connection import Connection, worded_os_error
from kalender.store.driver.beside import Beside, at_once
from kalender.store.journal import TABLES, Journal, chunks
from kalender.store.past import Past
from kalender.store.queries import Queries
from kalender.store.receiving import check_parents, in_order, revisions_of
from kalender.store.rows import steps
from kalender.store.rows.fingerprint import fingerprint
from kalender.store.rows.projection import Progress, Projection, undisturbed
from kalender.store.verify import Verification, verify

NewId = Callable[[], str]


def new_id() -> str:
    """Return a fresh random id."""
    from uuid import uuid4

    return uuid4().hex


@ordered
class Received:
    """What came of changesets from elsewhere. refs: records whose rows changed; waiting: ids that wait for others."""

    new: tuple[str, ...]
    refs: frozenset[str]
    waiting: tuple[str, ...]


class PlanFile(Queries):
    """An open plan. One writer: another process that opens it for writing is refused."""

    def __init__(
        self,
        connection: Connection,
        lock: place.Lock | None,
        formats: Mapping[str, Format],
        platforms: Mapping[str, Platform],
    ) -> None:
        self.journal = Journal(connection)
        self.projection = Projection(connection, self.journal, formats, platforms)
        super().__init__(connection, self.projection)
        self.past = Past(connection)
        self._lock = lock
        self._formats, self._platforms = formats, platforms
        self._stamp = fingerprint(formats, platforms)
        self.folder = connection.file.parent
        self.plan = ""
        self.device = ""

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        formats: Mapping[str, Format],
        platforms: Mapping[str, Platform],
        plan: str = "",
        device: str = "",
        ids: NewId = new_id,
        allow_synced: bool = False,
    ) -> PlanFile:
        """Make an empty plan in a folder (made if missing) and open it; plan: id of a plan to be received from others.

        Raises Refused (PLAN_EXISTS, PLAN_IN_SYNCED_FOLDER, PLAN_IN_USE, DISK_FULL, WRITE_FAILED).
        """
        if not allow_synced and place.synced(folder):
            raise Refused(RefusalKind.PLAN_IN_SYNCED_FOLDER, path=str(folder))
        file = folder / place.PLAN
        if file.exists():
            raise Refused(RefusalKind.PLAN_EXISTS, path=str(folder))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / place.PICTURES).mkdir(exist_ok=True)
            lock = place.Lock(folder)
        except OSError as error:
            raise worded_os_error(error, folder) from error
        try:
            draft = founding.draft(file, plan or ids(), device or ids(), formats, platforms)
            place.put_in_place(draft, file)
            place.sync_folders([folder, folder.parent])
            return cls._opened(Connection(file), lock, formats, platforms, None)
        except OSError as error:
            lock.release()
            raise worded_os_error(error, folder) from error
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        formats: Mapping[str, Format],
        platforms: Mapping[str, Platform],
        read_only: bool = False,
        newer: bool = False,
        allow_synced: bool = False,
        progress: Progress | None = None,
        beside: Beside = at_once,
    ) -> PlanFile:
        """Open the plan in a folder. progress: told (records done, of all) where the rows must be derived anew.

        beside: begins work in another thread, so that rows are written while more are derived.
        newer: read what can be read of a plan of a newer program too; only with read_only.

        Raises Refused: PLAN_MISSING, PLAN_FOREIGN, PLAN_DAMAGED, PLAN_NEWER (the file is untouched), PLAN_IN_USE,
        PLAN_IN_SYNCED_FOLDER.
        """
        if not read_only and not allow_synced and place.synced(folder):
            raise Refused(RefusalKind.PLAN_IN_SYNCED_FOLDER, path=str(folder))
        file = folder / place.PLAN
        place.inspect(file, newer=newer and read_only)
        if read_only and place.interrupted(file):
            founding.take_back_what_was_cut_off(file)
        lock = None if read_only else place.Lock(folder)
        try:
            connection = Connection(file, read_only=read_only, beside=beside)
            return cls._opened(connection, lock, formats, platforms, progress)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def _opened(
        cls,
        connection: Connection,
        lock: place.Lock | None,
        formats: Mapping[str, Format],
        platforms: Mapping[str, Platform],
        progress: Progress | None,
    ) -> PlanFile:
        try:
            store = cls(connection, lock, formats, platforms)
            store._check_layout()
            if not connection.read_only:
                connection.for_writing()
            store._bring_up_to_date(progress)
            connection.seal()
        except BaseException:
            connection.close()
            raise
        return store

    def _check_layout(self) -> None:
        """Read who the plan is; raises PLAN_DAMAGED where a table of the journal or its facts are missing."""
        names = {row[0] for row in self._on.sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not names.issuperset(TABLES):
            raise Refused(RefusalKind.PLAN_DAMAGED, path=str(self._on.file))
        self.plan = self.journal.fact("plan") or ""
        self.device = self.journal.fact("device") or ""
        if not self.plan or not self.device:
            raise Refused(RefusalKind.PLAN_DAMAGED, path=str(self._on.file))

    def _bring_up_to_date(self, progress: Progress | None) -> None:
        if self.journal.fact("rows") == self._stamp:
            return
        if self._on.read_only:
            self._on.to_memory()
        self.rebuild(progress)

    def distrust_rows(self) -> None:
        """Have all rows derived anew when the plan is opened the next time."""
        with self._on.transaction():
            self.journal.set_fact("rows", "")

    def rebuild(self, progress: Progress | None = None) -> None:
        """Derive all rows anew from the journal."""
        with self._on.roomy(), self._on.transaction(), self._on.decoding():
            self.projection.drop()  # what is thrown away need not be sound
            if any(row[0] != "ok" for row in self._on.sql("PRAGMA quick_check(1)")):
                raise Refused(RefusalKind.PLAN_DAMAGED, path=str(self._on.file))
            self.projection.rebuild(progress)
            self.journal.set_fact("rows", self._stamp)
            self.journal.set_plan(self.plan)

    def close(self) -> None:
        """Close the file and let others write."""
        self._on.close()
        if not self._on.read_only:
            place.tidy(self._on.file)
        if self._lock is not None:
            self._lock.release()

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""
        return self._on.read_only

    def wait_at_most(self, seconds: float) -> None:
        """Wait no longer than this for another program that holds the file; a window must not stand still for 5 s."""
        self._on.wait_at_most(seconds)

    def sound(self) -> AbstractContextManager[None]:
        """Follow stored values where they lead; where they lead nowhere the file is damaged: Refused(PLAN_DAMAGED)."""
        return self._on.decoding()

    def copy_to(self, folder: Path, ids: NewId = new_id) -> None:
        """Save the plan in another folder, even where its own file was taken away; pictures are not its affair.

        Raises Refused PLAN_EXISTS, PLAN_IN_SYNCED_FOLDER, DISK_FULL, WRITE_FAILED.
        """
        from kalender.store.elsewhere import put_elsewhere

        put_elsewhere(self._on, folder, ids())

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other threads from reading and writing meanwhile."""
        with self._on.lock:
            yield

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Make everything written inside one transaction; an error leaves the plan as it was."""
        with self._on.whole():
            yield

    def copy_journal(self, file: Path, progress: Progress | None = None) -> int:
        """Write the journal into a new file while others go on writing; return how many changesets it holds."""
        from kalender.store.backup.snapshot import copy_journal

        return copy_journal(self._on, file, progress or (lambda _done, _of: None))

    def edge(self) -> tuple[int, str]:
        """Return how many changesets there are and the id of the last to arrive: they tell two states apart."""
        from kalender.store.backup.inside import newest

        with self._on.lock:
            return self.journal.count(), newest(self._on)

    def heads(self) -> dict[str, tuple[str, ...]]:
        """Return the heads of all records; the plan is held for some of them at a time."""
        from kalender.store.backup.inside import heads

        return dict(heads(self._on))

    def commit(self, changesets: Iterable[Changeset], *, instead: Changeset | None = None) -> frozenset[str]:
        """Write changesets of this device in one transaction; return the names of records whose rows changed.

        instead: the newest changeset, unshared, whose place they take (a burst of typing that grows).
        """
        with self._on.transaction(), self._on.decoding():
            touched: set[str] = set()
            for new in changesets:
                touched |= self._advance(new, instead)
                instead = None
            return frozenset(touched)

    def _advance(self, new: Changeset, instead: Changeset | None = None) -> set[str]:
        """Write a changeset of this device."""
        before = self.projection.merged(op.record for op in new.ops)
        if instead is not None:
            before = self._taken_back(instead, before)
        seq = self.journal.add(new, here=True)
        steps.record_step(self._on, self.journal, seq, new.label)
        return self.projection.advance(revisions_of([new]), before)

    def _taken_back(self, old: Changeset, before: Mapping[str, Merged]) -> dict[str, Merged]:
        """Take the newest changeset back; return the records as a longer one that sets all its keys may find them.

        Their states still hold what it wrote: the longer one writes all of that anew.
        """
        seq = self.journal.numbers([old.id])[old.id]
        self.journal.drop(old, seq)
        steps.forget(self._on, seq)
        parents = {op.record: tuple(sorted(op.parents)) for op in old.ops}
        return {
            ref: replace(item, heads=parents[ref] if item.heads == (old.id,) else ())
            for ref, item in before.items()
            if ref in parents
        } | {ref: item for ref, item in before.items() if ref not in parents}

    def receive(self, bodies: Iterable[bytes]) -> Received:
        """Take changesets of others, in any order, known ones too: one transaction. They wait for what they build on.

        Raises BadChangeset (nothing is taken) where one cannot be read or names a revision that its parent lacks,
        and Refused(PLAN_FOREIGN) for changesets of another plan.
        """
        fresh = {item.id: item for item in map(parse, bodies)}
        if any(item.plan != self.plan for item in fresh.values()):
            raise Refused(RefusalKind.PLAN_FOREIGN, path=str(self._on.file))
        with undisturbed(), self._on.roomy(), self._on.transaction():
            for id_ in self.journal.numbers(fresh):
                del fresh[id_]
            kept = self.journal.waiting()
            with self._on.decoding():
                waiting = {**{id_: parse(body) for id_, body in kept.items()}, **fresh}
            ready = in_order(waiting, self.journal)
            check_parents(ready, self.journal)
            touched: set[str] = set()
            for some in chunks(ready):
                with self._on.decoding():
                    before = self.projection.merged({op.record for new in some for op in new.ops})
                    for new in some:
                        self.journal.add(new, here=False)
                    touched |= self.projection.advance(revisions_of(some), before)
            taken = [new.id for new in ready]
            left = waiting.keys() - taken
            self.journal.stop_waiting(kept.keys() - left)
            for id_ in sorted(left - kept.keys()):
                self.journal.wait(waiting[id_])
        return Received(tuple(taken), frozenset(touched), tuple(sorted(left)))

    def share(self, after: int = 0) -> list[tuple[str, bytes]]:
        """Return ids and canonical bytes of all changesets after a number, and note that others may hold them now."""
        with self._on.transaction():
            seqs = self.journal.seqs(after=after)
            self.journal.mark_shared(self.journal.seqs(after=after, shared=False))
            found = self.journal.read(seqs, self.plan)
            with self._on.decoding():
                return [(found[seq].id, encode(found[seq])) for seq in seqs]

    def changesets(self) -> int:
        """Return how many changesets the plan holds."""
        return self.journal.count()

    def posts(self) -> int:
        """Return how many posts there are, the deleted ones not counted."""
        return self.count(Post)

    def verify(self, progress: Progress | None = None) -> Verification:
        """Check the file, every hash and link of the history, and that all rows equal a rebuild. Changes nothing.

        Everything is asked of a copy, so that work goes on meanwhile. progress: told how far it is; may raise to stop.
        """

        def projected(copy: Connection) -> Projection:
            return Projection(copy, Journal(copy), self._formats, self._platforms)

        copy = self._on.snapshot()
        try:
            return verify(copy, self.plan, projected, progress or (lambda _done, _of: None))
        finally:
            copy.close()

    def last_here(self) -> Changeset | None:
        """Return the newest changeset written in this file, where nobody else can hold it yet; else None."""
        found = self.journal.last_here()
        if found is None or found[2]:
            return None
        with self.sound():
            return self.journal.read([found[0]], self.plan)[found[0]]

    def chain(self) -> tuple[str, ...]:
        """Return what the next changeset of this device follows: the id of the one before."""
        found = self.journal.last_here()
        return () if found is None else (found[1],)

    def next_step(self, stack: str) -> list[Changeset]:
        """Return the changesets of the action that undo or redo (the stack) takes back next; empty for none."""
        whole = steps.top(self._on, stack)
        if whole is None:
            return []
        seqs = steps.parts(self._on, whole)
        found = self.journal.read(seqs, self.plan)
        with self.sound():
            return [found[seq] for seq in seqs]

    def next_label(self, stack: str) -> Mapping[str, Json] | None:
        """Return the label of the action that undo or redo takes back next."""
        whole = steps.top(self._on, stack)
        return None if whole is None else self.journal.label(whole)

    def revisions(self, refs: Iterable[str]) -> dict[str, dict[str, Revision]]:
        """Return all revisions of records, by name and id."""
        return {ref: {item.id: item for item in some} for ref, some in self.journal.revisions(refs).items()}

    def linked(self, kind: str) -> frozenset[str]:
        """Return the ids of those records of a kind (picture, channel …) that some living post refers to."""
        text = "SELECT DISTINCT target FROM link JOIN card ON link.n = card.n WHERE target BETWEEN ? AND ?"
        return frozenset(row[0].partition("/")[2] for row in self._on.sql(text, (f"{kind}/", f"{kind}/~")))
