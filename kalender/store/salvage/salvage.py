# SPDX-License-Identifier: EUPL-1.2
"""Makes a new plan of what a damaged plan file still holds. The damaged file is only read."""

from __future__ import annotations

import json
import mmap
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kalender.domain.format import Format, Platform
from kalender.domain.frozen import frozen
from kalender.domain.journal.changeset import BadChangeset, Changeset, encode
from kalender.store.connection import worded_os_error
from kalender.store.journal import chunks
from kalender.store.plan_file import NewId, PlanFile, new_id
from kalender.store.salvage import restating
from kalender.store.salvage.asking import ask
from kalender.store.salvage.carving import carve
from kalender.store.salvage.fitting import Fitted, fit, opened, unpacked
from kalender.store.salvage.remains import Remains, Watch

SECONDS = 120.0
"""How long the search may take unless told otherwise; what was found until then is kept."""

_MOST_REMNANTS = 4 << 20
"""Most bytes of readable content of lost changesets that are told."""

_AT_ONCE = 500

Tell = Callable[[int, int, str], object]


@frozen
class Lost:
    """A changeset that is named but has no content with its hash. number: its place in the history, 0 where unknown."""

    id: str
    number: int = 0


@frozen
class Waiting:
    """A changeset that is whole and waits for others that are lost. needs: their ids; one may wait for one that waits."""

    id: str
    needs: tuple[str, ...]


@frozen
class Remnant:
    """Readable content of a change that could not be proved. values: JSON object of keys and values."""

    number: int
    record: str
    values: str


@frozen
class Found:
    """What a damaged file holds. newest: local time of the latest changeset; complete: nothing was left unread for lack of time.

    posts: how many the readable changesets speak of, the deleted ones not counted.
    """

    plan: str
    taken: tuple[str, ...]
    lost: tuple[Lost, ...]
    waiting: tuple[Waiting, ...]
    posts: int
    newest: str
    remnants: tuple[Remnant, ...]
    complete: bool


@frozen
class Salvage:
    """What became of a damaged file. taken: ids in the history of the new plan; waiting ones lie there too, apart.

    restated: records whose latest readable state was written anew, because a link of the history before it is lost.
    doubted: those among them of which something may be lost itself; their approvals count no longer.
    """

    out: Path
    plan: str
    taken: tuple[str, ...]
    lost: tuple[Lost, ...]
    waiting: tuple[Waiting, ...]
    posts: int
    restated: tuple[str, ...]
    doubted: tuple[str, ...]
    newest: str
    remnants: tuple[Remnant, ...]
    complete: bool


def look(
    file: Path, *, plans: Sequence[str] = (), seconds: float = SECONDS, tell: Tell = lambda *_at: None
) -> Found:
    """Return what salvage() would find in a damaged plan file, without making anything.

    Raises Refused DISK_FULL or WRITE_FAILED where the copy to work on cannot be made, OSError where the file cannot be read.
    """
    fitted, watch = _fitted(file, plans, seconds, tell)
    ready, waiting = _apart(fitted)
    return Found(
        plan=fitted.plan,
        taken=tuple(one.id for one in ready),
        lost=_lost(fitted),
        waiting=waiting,
        posts=_posts(fitted),
        newest=_newest(fitted),
        remnants=_remnants(fitted),
        complete=not watch.late,
    )


def salvage(
    file: Path,
    out: Path,
    *,
    formats: Mapping[str, Format] | None = None,
    platforms: Mapping[str, Platform] | None = None,
    plans: Sequence[str] = (),
    seconds: float = SECONDS,
    tell: Tell = lambda *_at: None,
    ids: NewId = new_id,
    now: datetime | None = None,
) -> Salvage:
    """Make a new plan in the folder out of every changeset of a damaged plan file whose hash fits its content.

    The plan keeps its id and gets a new device. Changesets that build on lost ones wait in it; what their records
    showed last is written anew beside them. formats, platforms: of this program; without them the rows of the new
    plan are derived anew when it is opened. plans: what the id of the plan may be, where the file has lost it.
    tell: hears (done, of all, what) and may raise. Pictures are not touched.

    Raises Refused (PLAN_EXISTS, PLAN_IN_USE, DISK_FULL, WRITE_FAILED), OSError where the file cannot be read.
    """
    fitted, watch = _fitted(file, plans, seconds, tell)
    ready, waiting = _apart(fitted)
    plan = PlanFile.create(
        out, formats=formats or {}, platforms=platforms or {}, plan=fitted.plan, ids=ids, allow_synced=True
    )
    try:
        refused = _receive(plan, ready, tell)
        taken = tuple(one.id for one in ready if one.id not in refused)
        plan.receive(encode(fitted.changesets[one.id]) for one in waiting)
        restated, doubted = _restate(plan, fitted, {one.id for one in waiting}, ids(), now)
        posts = plan.posts()
    finally:
        plan.close()
    return Salvage(
        out=out,
        plan=fitted.plan,
        taken=taken,
        lost=(*_lost(fitted), *(Lost(id=id_, number=fitted.numbers.get(id_, 0)) for id_ in sorted(refused))),
        waiting=waiting,
        posts=posts,
        restated=restated,
        doubted=doubted,
        newest=_newest(fitted),
        remnants=_remnants(fitted),
        complete=not watch.late,
    )


def _fitted(file: Path, plans: Sequence[str], seconds: float, tell: Tell) -> tuple[Fitted, Watch]:
    """Search a copy of a file. SQLite is asked first; where anything is amiss, every byte is looked at as well."""
    with tempfile.TemporaryDirectory(prefix="kalender-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy.db"
        _copied(file, copy)
        fitted, watch = Fitted(), Watch(seconds)
        for carving in (False, True):
            remains = Remains()
            ask(copy, remains, Watch(seconds * 0.2, tell))
            if carving:
                _carved(copy, remains, Watch(seconds * 0.3, tell))
            elif not remains.whole:
                continue
            watch = Watch(seconds * 0.4, tell)
            fitted = fit(remains, watch, plans)
            if not (fitted.lost or fitted.leftover or watch.late):
                break
    return fitted, watch


def _carved(copy: Path, remains: Remains, watch: Watch) -> None:
    with copy.open("rb") as stream:
        if os.fstat(stream.fileno()).st_size:
            with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
                carve(data, remains, watch)


def _copied(file: Path, copy: Path) -> None:
    """Copy a file and what SQLite needs to take back a write that was cut off."""
    journal = file.with_name(file.name + "-journal")
    with file.open("rb"):
        pass  # whoever cannot read it hears of it as OSError
    try:
        shutil.copyfile(file, copy)
        with suppress(FileNotFoundError):
            shutil.copyfile(journal, copy.with_name(copy.name + "-journal"))
    except OSError as error:
        raise worded_os_error(error, copy) from error


def _apart(fitted: Fitted) -> tuple[list[Changeset], tuple[Waiting, ...]]:
    """Return the changesets whose history is whole, each after what it builds on, and those that must wait."""
    needs = {
        id_: {*one.deps, *(parent for op in one.ops for parent in op.parents)}
        for id_, one in fitted.changesets.items()
    }
    builders: dict[str, list[str]] = {}
    left = {id_: len(some) for id_, some in needs.items()}
    for id_, some in needs.items():
        for need in some:
            builders.setdefault(need, []).append(id_)
    free = sorted((id_ for id_, count in left.items() if not count), reverse=True)
    ready = []
    while free:
        id_ = free.pop()
        ready.append(fitted.changesets[id_])
        for builder in builders.get(id_, ()):
            left[builder] -= 1
            if not left[builder]:
                free.append(builder)
    whole = {one.id for one in ready}
    waiting = (
        Waiting(id=id_, needs=tuple(sorted(some - whole))) for id_, some in needs.items() if id_ not in whole
    )
    return ready, tuple(sorted(waiting, key=lambda one: (fitted.numbers.get(one.id, 0), one.id)))


def _receive(plan: PlanFile, ready: Sequence[Changeset], tell: Tell) -> set[str]:
    """Take changesets into the new plan; return the ids of those that contradict what they build on."""
    refused: set[str] = set()
    for count, some in enumerate(chunks(ready, _AT_ONCE)):
        tell(count * _AT_ONCE, len(ready), "writing")
        refused |= _taken(plan, some)
    return refused


def _taken(plan: PlanFile, some: Sequence[Changeset]) -> set[str]:
    try:
        plan.receive(encode(one) for one in some)
    except BadChangeset:
        if len(some) == 1:
            return {some[0].id}
        middle = len(some) // 2
        return _taken(plan, some[:middle]) | _taken(plan, some[middle:])
    return set()


def _restate(
    plan: PlanFile, fitted: Fitted, waiting: set[str], device: str, now: datetime | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Show again what waits; return the records, and those in doubt: a gap in their own history, or a head not known."""
    late = [fitted.changesets[id_] for id_ in waiting if id_ not in fitted.waited]
    records = {op.record for one in late for op in one.ops}
    if not records:
        return (), ()
    known = restating.in_their_order(
        fitted.numbers, [one for id_, one in fitted.changesets.items() if id_ not in fitted.waited]
    )
    wanted, gaps = restating.states(known, records)
    here = {one.id for one in known}
    doubted = {
        record
        for record in records
        if record in gaps or not fitted.tips.get(record) or not fitted.tips[record] <= here
    }
    shown = {record: found for record in records if (found := plan.merged(record)) is not None}
    at = (now or datetime.now()).isoformat(timespec="seconds")
    made = list(restating.restated(fitted.plan, device, at, wanted, shown, doubted))
    plan.receive(encode(one) for one in made)
    restated = sorted(op.record for one in made for op in one.ops)
    return tuple(restated), tuple(record for record in restated if record in doubted)


def _lost(fitted: Fitted) -> tuple[Lost, ...]:
    known = set(fitted.numbers.values()) | set(fitted.lost.values())
    gaps: Iterable[int] = range(1, max(known, default=0)) if len(known) < 1 << 20 else ()
    nameless = [
        Lost(id="", number=number) for number, _ in zip(_missing(gaps, known), range(1000), strict=False)
    ]
    found = [Lost(id=id_, number=number) for id_, number in fitted.lost.items()]
    return tuple(sorted([*found, *nameless], key=lambda one: (one.number, one.id)))


def _missing(numbers: Iterable[int], known: set[int]) -> Iterable[int]:
    return (number for number in numbers if number not in known)


def _posts(fitted: Fitted) -> int:
    deleted: dict[str, bool] = {}
    for one in restating.in_their_order(fitted.numbers, [*fitted.changesets.values()]):
        for op in one.ops:
            if op.record.startswith("post/"):
                deleted[op.record] = op.deleted
    return sum(1 for gone in deleted.values() if not gone)


def _newest(fitted: Fitted) -> str:
    return max((one.at for one in fitted.changesets.values()), default="")


def _remnants(fitted: Fitted) -> tuple[Remnant, ...]:
    """Return readable rows of changesets that are lost, in their order, as many as a person would read."""
    taken = set(fitted.numbers.values())
    found: list[Remnant] = []
    room = _MOST_REMNANTS
    for part in sorted(fitted.leftover, key=lambda part: part.seq):
        if part.seq in taken or len(part.body) > room:
            continue
        plain = unpacked(part)
        room -= len(plain)
        op = opened(part, plain) if room > 0 else None
        if op is not None:
            values = json.dumps(dict(op.sets), ensure_ascii=False)
            found.append(Remnant(number=part.seq, record=op.record, values=values))
        if room <= 0:
            break
    return tuple(found)
