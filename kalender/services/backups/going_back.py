# SPDX-License-Identifier: EUPL-1.2
"""Going back to a backup in a plan that lives on: first as a preview, then as one step that can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kalender.domain.frozen import frozen
from kalender.domain.journal.merge import Merged
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.action import Action
from kalender.services.acting.desk import Desk
from kalender.services.backups.differences import Difference, difference
from kalender.services.backups.listing import Progress, original, quiet, scratch_copy
from kalender.services.backups.returning import bring_pictures
from kalender.store.backup.folders import Hashes
from kalender.store.backup.info import BackupInfo
from kalender.store.backup.inside import Snapshot, changed_heads
from kalender.store.journal import chunks
from kalender.store.plan_file import PlanFile


@frozen
class PostLine:
    """A post that a restore would touch. fields: what of it would change (title, text, version, attachment …)."""

    id: str
    title: str
    planned: str
    fields: tuple[str, ...] = ()


@frozen
class Preview:
    """What a restore would do to the plan as it is now.

    back: posts that would come back; changed; gone: posts that would go to the trash. others: other records by kind.
    originals: file names that would be copied into the plan; lost: those neither the plan nor the backup has.
    lacking: changesets of the backup that the plan has not.
    """

    back: tuple[PostLine, ...]
    changed: tuple[PostLine, ...]
    gone: tuple[PostLine, ...]
    others: Mapping[str, int]
    originals: tuple[str, ...]
    lost: tuple[str, ...]
    lacking: int

    @property
    def nothing(self) -> bool:
        """Tell whether the plan is already as the backup is."""
        return not (self.back or self.changed or self.gone or self.others or self.originals or self.lacking)


@frozen
class Gone:
    """What a restore did. records: how many it changed; received: changesets that were lacking; missing: originals."""

    records: int
    received: int
    pictures: int
    missing: tuple[str, ...]


def preview(
    store: PlanFile, info: BackupInfo, hashes: Hashes | None = None, progress: Progress = quiet
) -> Preview:
    """Say what going back to a backup would change; nothing is written. Raises Refused BACKUP_DAMAGED, BACKUP_FOREIGN."""
    with scratch_copy(info.path, info.sha256) as copy, _opened(copy, info) as inside:
        _check_plan(store, inside, info)
        progress(0, 3)
        lines: dict[str, list[PostLine]] = {"back": [], "changed": [], "gone": []}
        others: Counter[str] = Counter()
        for found, now, then in _differing(store, inside):
            kind = found.ref.partition("/")[0]
            if kind != "post":
                others[kind] += 1
                continue
            here = now is not None and not now.deleted
            which = "gone" if found.deleted else "changed" if here else "back"
            lines[which].append(_line(found, now, then))
        progress(1, 3)
        lacking = sum(len(some) for some in _lacking(store, inside))
        progress(2, 3)
        originals, lost = _originals(store, info, inside, hashes or Hashes())
        progress(3, 3)
    return Preview(
        back=_sorted(lines["back"]),
        changed=_sorted(lines["changed"]),
        gone=_sorted(lines["gone"]),
        others=dict(others),
        originals=originals,
        lost=lost,
        lacking=lacking,
    )


def go_back(
    store: PlanFile, desk: Desk, info: BackupInfo, *, missing_only: bool = False, progress: Progress = quiet
) -> Gone:
    """Make a living plan what a backup says it was, in one transaction and one step of undo.

    Originals come first. Changesets the plan lacks are taken in; then every record that stands elsewhere is set to its
    state in the backup: created since goes to the trash, deleted since comes back. What people did stays (ACTS). Undo
    leads to what was shown before, also where the backup knew more than the plan. missing_only: nothing is set back,
    only originals and lacking changesets come. Raises Refused BACKUP_DAMAGED, BACKUP_FOREIGN, DISK_FULL, WRITE_FAILED;
    nothing is changed then, save for originals that came back.
    """
    with scratch_copy(info.path, info.sha256) as copy, _opened(copy, info) as inside:
        _check_plan(store, inside, info)
        inside.check()
        wanted = inside.pictures()
        missing = bring_pictures(info.path.parent, store.folder, wanted, progress)
        edge = store.edge()
        ahead = None if missing_only or any(_lacking(store, inside)) else _todo(store, inside)
        with desk.together():  # nobody else reads meanwhile
            received = _receive(store, desk, inside, keep=not missing_only)
            if ahead is None or store.edge() != edge:
                ahead = [] if missing_only else _todo(store, inside)
            todo = ahead
            if todo:
                made_at = info.made_at.isoformat(timespec="minutes")
                with desk.action("backup.restored", made_at=made_at, count=len(todo)) as act:
                    for found in todo:
                        _write(act, found)
    return Gone(records=len(todo), received=received, pictures=len(wanted) - len(missing), missing=missing)


def _todo(store: PlanFile, inside: Snapshot) -> list[Difference]:
    """Return what turns the plan into the backup; most of the work, so it is done before others have to wait."""
    return [found for found, _now, _then in _differing(store, inside)]


def _receive(store: PlanFile, desk: Desk, inside: Snapshot, *, keep: bool) -> int:
    """Take in what the plan lacks. keep: set what that changes back to what is shown now, so that undo leads there."""
    ids = [id_ for some in _lacking(store, inside) for id_ in some]
    if not ids:
        return 0
    refs = {ref for some in inside.journal.members(ids).values() for ref in some}
    before = store.projection.merged(refs)
    desk.apply([*inside.bodies(ids), *inside.journal.waiting().values()])
    if keep:
        after = store.projection.merged(refs)
        todo = [
            found
            for ref in sorted(refs)
            if (found := difference(ref, after.get(ref), before.get(ref))) is not None
        ]
        if todo:
            with desk.action("backup.kept", count=len(todo)) as act:
                for found in todo:
                    _write(act, found)
    return len(ids)


def _write(act: Action, found: Difference) -> None:
    if found.deleted:
        act.delete(found.ref)
        return
    if found.revived:
        act.restore(found.ref)
    for key, value in found.sets.items():
        act.decide(found.ref, key, value)


def _opened(copy: Path, info: BackupInfo) -> Snapshot:
    try:
        return Snapshot(copy)
    except Refused as refusal:
        if refusal.kind is RefusalKind.PLAN_NEWER:
            raise Refused(RefusalKind.PLAN_NEWER, path=str(info.path)) from refusal
        raise Refused(RefusalKind.BACKUP_DAMAGED, path=str(info.path)) from refusal


def _check_plan(store: PlanFile, inside: Snapshot, info: BackupInfo) -> None:
    if not info.whole:
        raise Refused(RefusalKind.BACKUP_DAMAGED, path=str(info.path), damage=info.damaged.value)
    if inside.plan != store.plan:
        raise Refused(RefusalKind.BACKUP_FOREIGN, path=str(info.path))


def _differing(
    store: PlanFile, inside: Snapshot
) -> Iterator[tuple[Difference, Merged | None, Merged | None]]:
    """Yield what turns the plan into the backup, with both states of each record."""
    for some in chunks(sorted(changed_heads(store.heads(), inside.tips()))):
        now, then = store.projection.merged(some), inside.states(some)
        for ref in some:
            found = difference(ref, now.get(ref), then.get(ref))
            if found is not None:
                yield found, now.get(ref), then.get(ref)


def _lacking(store: PlanFile, inside: Snapshot) -> Iterator[list[str]]:
    for some in inside.ids():
        known = store.journal.numbers(some)
        missing = [id_ for id_ in some if id_ not in known]
        if missing:
            yield missing


def _originals(
    store: PlanFile, info: BackupInfo, inside: Snapshot, hashes: Hashes
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the originals that would come into the plan, and those that neither side has."""
    come: list[str] = []
    lost: list[str] = []
    for item in inside.pictures():
        if not _holds(hashes, original(store.folder, item), item.sha256):
            path = original(info.path.parent, item)
            (come if _holds(hashes, path, item.sha256) else lost).append(path.name)
    return tuple(come), tuple(lost)


def _holds(hashes: Hashes, path: Path, sha256: str) -> bool:
    try:
        return hashes.of(path) == sha256
    except OSError:
        return False


def _line(found: Difference, now: Merged | None, then: Merged | None) -> PostLine:
    state = (
        then if then is not None and not found.deleted else now or then or Merged(state={}, heads=())
    ).state
    return PostLine(
        id=found.ref.partition("/")[2],
        title=str(state.get("title") or ""),
        planned=str(state.get("planned") or ""),
        fields=found.parts,
    )


def _sorted(lines: Iterable[PostLine]) -> tuple[PostLine, ...]:
    return tuple(sorted(lines, key=lambda item: (item.planned or "9", item.title.casefold(), item.id)))
