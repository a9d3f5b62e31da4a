# SPDX-License-Identifier: EUPL-1.2
"""Which ways out there are for a plan, and which one to propose. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kalender.services.rescue.inspection import READ, Inspection, Trouble
from kalender.store.backup.info import BackupInfo
from kalender.wording.rescue.screen import backup_line, count
from kalender.wording.tr import tr

_MUCH = 10
"""One changeset in so many may be lost for what is readable to be proposed before an older backup."""


class Way(Enum):
    """A way out."""

    SALVAGE = "salvage"
    RESTORE = "restore"
    MOVE = "move"
    GO_THERE = "go_there"
    LOOK = "look"
    RETRY = "retry"
    OTHER = "other"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A way out with the words on its button and those beside it."""

    way: Way
    title: str
    words: str
    icon: str


def choices(seen: Inspection) -> list[Choice]:
    """Return the ways out of a trouble, the proposed one first."""
    if seen.trouble is Trouble.SYNCED:
        moved = [_go_there(seen)] if seen.moved_to is not None else [_move(seen)]
        return [*moved, _look(), _other()]
    if seen.trouble is Trouble.IN_USE:
        return [_look(), _retry(), _other()]
    if seen.trouble is Trouble.NEWER:
        return [_other(), _retry()]
    assert seen.trouble in READ
    ways = []
    backup = newest(seen)
    if backup is not None:
        ways.append(_restore(backup))
    if seen.readable:
        ways.insert(0 if backup is None or _more(seen, backup) else 1, _salvage(seen))
    if seen.trouble is Trouble.UNREADABLE:
        ways.insert(0, _retry())
    ways.append(_other())
    if len(ways) < 3:
        ways.append(_new())
    return ways


def newest(seen: Inspection) -> BackupInfo | None:
    """Return the newest backup whose posts can be had."""
    return next((item for item in seen.backups if item.whole), None)


def _more(seen: Inspection, backup: BackupInfo) -> bool:
    """Tell whether the file holds nearly all it ever held, and more than the backup."""
    lost = len(seen.found.lost) if seen.found is not None else 0
    return lost * _MUCH <= seen.readable and seen.readable >= backup.changesets


def _salvage(seen: Inspection) -> Choice:
    posts = seen.found.posts if seen.found is not None else 0
    return Choice(
        way=Way.SALVAGE,
        title=tr("Retten, was lesbar ist"),
        words=tr("{posts} aus {steps}. Es entsteht ein neuer Plan neben dem beschädigten.").format(
            posts=count(posts, tr("Beitrag"), tr("Beiträge")),
            steps=count(seen.readable, tr("Arbeitsschritt"), tr("Arbeitsschritten")),
        ),
        icon="ri.first-aid-kit-line",
    )


def _restore(backup: BackupInfo) -> Choice:
    return Choice(
        way=Way.RESTORE,
        title=tr("Letzte Sicherung wiederherstellen"),
        words=tr("{backup}. Was danach geschah, fehlt. Die beschädigte Datei bleibt daneben liegen.").format(
            backup=backup_line(backup)
        ),
        icon="ri.history-line",
    )


def _move(seen: Inspection) -> Choice:
    where = tr("Neuer Ort: {place}. ").format(place=seen.target) if seen.target is not None else ""
    return Choice(
        way=Way.MOVE,
        title=tr("Auf diesen Rechner verschieben"),
        words=where + tr("Alles wird kopiert und verglichen, dann öffnet sich der Plan dort."),
        icon="ri.folder-transfer-line",
    )


def _go_there(seen: Inspection) -> Choice:
    return Choice(
        way=Way.GO_THERE,
        title=tr("Am neuen Ort öffnen"),
        words=str(seen.moved_to),
        icon="ri.folder-open-line",
    )


def _look() -> Choice:
    return Choice(
        way=Way.LOOK,
        title=tr("Nur ansehen"),
        words=tr("Der Plan öffnet sich, ändern lässt sich darin nichts."),
        icon="ri.eye-line",
    )


def _retry() -> Choice:
    return Choice(
        way=Way.RETRY,
        title=tr("Noch einmal versuchen"),
        words=tr("Wenn sich inzwischen etwas geändert hat."),
        icon="ri.refresh-line",
    )


def _other() -> Choice:
    return Choice(
        way=Way.OTHER,
        title=tr("Anderen Plan öffnen …"),
        words=tr("Dieser bleibt, wie er ist."),
        icon="ri.folder-open-line",
    )


def _new() -> Choice:
    return Choice(
        way=Way.NEW,
        title=tr("Neuen Plan anlegen"),
        words=tr("In einem anderen Ordner."),
        icon="ri.add-line",
    )
