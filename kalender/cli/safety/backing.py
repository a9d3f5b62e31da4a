# SPDX-License-Identifier: EUPL-1.2
"""The commands backup and restore."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kalender.cli.answers import Answer
from kalender.cli.ports import OpenPlan, Plans
from kalender.cli.values import iso
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.backups.going_back import PostLine
from kalender.services.backups.listing import find_backup, list_backups
from kalender.services.backups.places import Places
from kalender.services.backups.returning import restore_to
from kalender.store import place
from kalender.store.backup.folders import named_moment
from kalender.store.backup.info import BackupInfo, Reason
from kalender.wording.dates import clock, day_field
from kalender.wording.keeping import backups as words
from kalender.wording.refusals import sentence


def backup(given: Namespace, plans: Plans) -> Answer:
    """Back a plan up. Fails where one place has no sound backup afterwards."""
    folder = Path(given.plan)
    places = Places(first=Path(given.to), beside=False) if given.to else plans.backup_places(folder)
    with closing(plans.open(folder, read_only=True)) as house:
        made = house.backups_at(lambda: places).make(Reason.MANUAL)
        today = house.posts.now().date()
    failed = [
        {"place": str(item.place), "reason": item.refusal.kind.value, "message": sentence(item.refusal)}
        for item in made.failed
        if item.refusal is not None
    ]
    facts = {
        "backups": [_facts(item.info) for item in made.outcomes if item.info is not None],
        "failed": failed,
        "absent": sorted({name for item in made.outcomes for name in item.absent}),
    }
    lines = [text for text in words.made(made, today) if text not in {item["message"] for item in failed}]
    return Answer(facts=facts, lines=tuple(lines), error=words.failure(made))


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the backup before something else. line: a sentence where there is none."""

    facts: dict[str, Any]
    line: str = ""


def secured(house: OpenPlan, places: Callable[[], Places]) -> Kept:
    """Back a plan up before an import; where that fails, say so and let the import go on."""
    try:
        made = house.backups_at(places).make(Reason.BEFORE_IMPORT)
    except Refused as refusal:
        return Kept({"backup": None, "backup_failed": sentence(refusal)}, _unsecured(sentence(refusal)))
    failure = words.failure(made)
    path = next((str(item.info.path) for item in made.outcomes if item.info is not None), None)
    return Kept({"backup": path, "backup_failed": failure or None}, _unsecured(failure) if failure else "")


def _unsecured(why: str) -> str:
    return f"Vor dem Einlesen wurde nicht überall gesichert. {why}"


def restore(given: Namespace, plans: Plans) -> Answer:
    """List backups, say what one would change, or go back to it. Raises Refused BACKUP_UNKNOWN, BACKUP_DAMAGED."""
    source = Path(given.backup)
    if given.listing:
        return _listed(source, plans)
    info = _found(source, plans)
    if given.preview and not given.to and (source / place.PLAN).exists():
        return _previewed(info, source, plans)
    if not given.to:
        return Answer(
            facts={"backup": _facts(info)},
            lines=(_line(info),),
            error="Es fehlt der Ordner: Nennen Sie mit --to, wo der Plan liegen soll.",
        )
    folder = Path(given.to)
    if given.preview:
        return _previewed(info, folder, plans)
    if (folder / place.PLAN).exists() and _opens(folder, plans):
        return _into_living(info, folder, plans, missing_only=given.missing_only)
    returned = restore_to(folder, info)
    facts = {
        "backup": _facts(info),
        "folder": str(returned.folder),
        "posts": returned.posts,
        "changesets": returned.changesets,
        "pictures": returned.pictures,
        "missing": list(returned.missing),
        "kept": str(returned.kept) if returned.kept else None,
    }
    lines = [
        f"Wiederhergestellt: {words.posts(returned.posts)}, {words.pictures(returned.pictures)}. Ordner: {folder}"
    ]
    if returned.kept:
        lines.append(f"Die bisherige Plandatei liegt unverändert daneben: {returned.kept.name}")
    if returned.missing:
        lines.append(f"Bilder, die auch in der Sicherung fehlen: {len(returned.missing)}.")
    return Answer(facts=facts, lines=tuple(lines))


def _opens(folder: Path, plans: Plans) -> bool:
    """Tell whether a plan can be opened; one that is damaged is replaced, and kept beside."""
    try:
        plans.open(folder, read_only=True).close()
    except Refused as refusal:
        if refusal.kind in {RefusalKind.PLAN_DAMAGED, RefusalKind.PLAN_FOREIGN}:
            return False
        raise
    return True


def _into_living(info: BackupInfo, folder: Path, plans: Plans, *, missing_only: bool) -> Answer:
    places = plans.backup_places(folder)
    with closing(plans.open(folder)) as house:
        done = house.backups_at(lambda: places).restore(info, missing_only=missing_only)
    gone = done.gone
    before = [_facts(item.info) for item in done.before.outcomes if item.info] if done.before else []
    facts = {
        "backup": _facts(info),
        "folder": str(folder),
        "records": gone.records,
        "received": gone.received,
        "pictures": gone.pictures,
        "missing": list(gone.missing),
        "before": before,
    }
    return Answer(facts=facts, lines=(words.restored(done, back="„kalender undo“ nimmt das zurück."),))


def _previewed(info: BackupInfo, folder: Path, plans: Plans) -> Answer:
    places = plans.backup_places(folder)
    with closing(plans.open(folder, read_only=True)) as house:
        found = house.backups_at(lambda: places).preview(info)
    facts = {
        "backup": _facts(info),
        "back": [_post(item) for item in found.back],
        "changed": [_post(item) for item in found.changed],
        "gone": [_post(item) for item in found.gone],
        "others": dict(found.others),
        "pictures": list(found.originals),
        "missing": list(found.lost),
        "lacking": found.lacking,
    }
    return Answer(facts=facts, lines=tuple(words.preview(found)))


def _post(item: PostLine) -> dict[str, Any]:
    return {"id": item.id, "title": item.title, "planned": item.planned or None, "fields": list(item.fields)}


def _listed(source: Path, plans: Plans) -> Answer:
    found = _all(source, plans)
    lines = [_line(item) for item in found] or [
        f"Zu „{source}“ gibt es keine Sicherung. Der Befehl „kalender backup“ legt eine an."
    ]
    return Answer(facts={"backups": [_facts(item) for item in found]}, lines=tuple(lines))


def _found(source: Path, plans: Plans) -> BackupInfo:
    """Return the backup in a file, or the newest sound one of a place or a plan."""
    if not source.is_dir():
        return find_backup(source)
    for info in _all(source, plans):
        if not info.damaged:
            return info
    raise Refused(RefusalKind.BACKUP_UNKNOWN, name=str(source))


def _all(source: Path, plans: Plans) -> list[BackupInfo]:
    """Return the backups in a place, in the folder of a plan in a place, or of the plan in a folder."""
    if any(named_moment(item.stem) for item in source.glob("plan-*")):
        return [item for item in list_backups([source.parent]) if item.path.parent == source]
    if (source / place.PLAN).exists() or (source / place.PICTURES).is_dir():
        return list_backups(plans.backup_places(source).all, _plan_of(source, plans))
    return list_backups([source])


def _plan_of(folder: Path, plans: Plans) -> str | None:
    """Return the id of the plan in a folder, or None where it cannot be told: then all are listed."""
    try:
        with closing(plans.open(folder, read_only=True)) as house:
            return house.store.plan
    except Refused:
        return None


def _line(info: BackupInfo) -> str:
    state = words.damage(info) or words.state(info)
    held = f"{words.posts(info.posts)}, {words.pictures(info.pictures)}, {words.size(info.size)}"
    day = f"{day_field(info.made_at.date())} {clock(info.made_at)}"
    return f"{day}  {words.REASONS[info.reason]}: {held}. {state} {info.path}"


def _facts(info: BackupInfo) -> dict[str, Any]:
    return {
        "path": str(info.path),
        "place": str(info.place),
        "plan": info.plan or None,
        "town": info.town,
        "reason": info.reason.value,
        "made_at": iso(info.made_at),
        "posts": info.posts,
        "pictures": info.pictures,
        "changesets": info.changesets,
        "size": info.size,
        "state": info.damaged.value or "sound",
        "missing": list(info.lost),
        "message": words.damage(info) or None,
    }
