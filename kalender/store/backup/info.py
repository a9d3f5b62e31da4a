# SPDX-License-Identifier: EUPL-1.2
"""What a backup says of itself (its manifest), and what a look at it found."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from kalender.domain.frozen import frozen

FORMAT = 1
"""Version of the manifest; a backup with a higher one is listed, and left to a newer program."""


class Reason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    MANUAL = "manual"
    BEFORE_IMPORT = "before_import"
    BEFORE_RESTORE = "before_restore"
    UNKNOWN = "unknown"


class Damage(StrEnum):
    """What is wrong with a backup. Whether its posts can be had all the same, BackupInfo.whole tells."""

    NONE = ""
    UNFINISHED = "unfinished"
    MANIFEST = "manifest"
    SNAPSHOT_MISSING = "snapshot_missing"
    SNAPSHOT_EMPTY = "snapshot_empty"
    SNAPSHOT_ALTERED = "snapshot_altered"
    UNREADABLE = "unreadable"
    NEWER = "newer"
    PICTURES_MISSING = "pictures_missing"
    PICTURES_ALTERED = "pictures_altered"


@dataclass(frozen=True, slots=True, order=True)
class PictureFile:
    """An original that a plan names. size in bytes, 0 where the plan itself lacked it when the backup was made."""

    sha256: str
    suffix: str
    size: int = 0


@frozen
class Manifest:
    """What a backup holds. made_at: local wall time; snapshot: size in bytes and SHA-256 of the snapshot file.

    changesets, newest: how many, and the id of the last to arrive; together they tell two states of a journal apart.
    """

    plan: str
    device: str
    town: str
    reason: Reason
    made_at: datetime
    changesets: int
    newest: str
    posts: int
    pictures: tuple[PictureFile, ...]
    snapshot_size: int
    snapshot_sha256: str


@frozen
class BackupInfo:
    """A backup as a look at it found it.

    path: of the snapshot; place: the backup place it lies in. size: bytes of the snapshot and the originals it names.
    pictures: how many it holds; lost: names of originals that are missing or altered in the backup. damaged: "" where
    everything was read and fits, else a Damage.
    """

    path: Path
    place: Path
    plan: str
    device: str
    town: str
    reason: Reason
    made_at: datetime
    changesets: int
    newest: str
    posts: int
    pictures: int
    size: int
    sha256: str
    damaged: Damage = Damage.NONE
    lost: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Tell whether the posts in it can be had, be it without some pictures."""
        return self.damaged in _WHOLE

    @property
    def name(self) -> str:
        """The name a person may call it by on the command line."""
        return self.path.stem


_WHOLE = frozenset(
    {Damage.NONE, Damage.UNFINISHED, Damage.MANIFEST, Damage.PICTURES_MISSING, Damage.PICTURES_ALTERED}
)


def listed(manifest: Manifest, snapshot: Path, place: Path) -> BackupInfo:
    """Return a backup as its manifest tells of it, found sound."""
    return BackupInfo(
        path=snapshot,
        place=place,
        plan=manifest.plan,
        device=manifest.device,
        town=manifest.town,
        reason=manifest.reason,
        made_at=manifest.made_at,
        changesets=manifest.changesets,
        newest=manifest.newest,
        posts=manifest.posts,
        pictures=sum(1 for item in manifest.pictures if item.size),
        size=manifest.snapshot_size + sum(item.size for item in manifest.pictures),
        sha256=manifest.snapshot_sha256,
    )


class BadManifest(ValueError):  # noqa: N818 - names the thing, as Refused does
    """Bytes that are no manifest. newer: written by a newer program."""

    def __init__(self, why: str, *, newer: bool = False) -> None:
        super().__init__(why)
        self.newer = newer


def write_manifest(found: Manifest) -> bytes:
    """Return a manifest as JSON in UTF-8, sealed with the hash of its own content."""
    body: dict[str, Any] = {
        "format": FORMAT,
        "plan": found.plan,
        "device": found.device,
        "town": found.town,
        "reason": found.reason.value,
        "made_at": found.made_at.isoformat(timespec="seconds"),
        "changesets": found.changesets,
        "newest": found.newest,
        "posts": found.posts,
        "pictures": [[item.sha256, item.suffix, item.size] for item in found.pictures],
        "snapshot": {"size": found.snapshot_size, "sha256": found.snapshot_sha256},
    }
    return json.dumps({**body, "seal": _seal(body)}, ensure_ascii=False, indent=1).encode()


def read_manifest(text: bytes) -> Manifest:
    """Return the manifest in some bytes; raises BadManifest for anything write_manifest() did not write."""
    try:
        body = json.loads(text)
        _check(body, body.pop("seal"))
        return Manifest(
            plan=str(body["plan"]),
            device=str(body["device"]),
            town=str(body["town"]),
            reason=_reason(body["reason"]),
            made_at=datetime.fromisoformat(body["made_at"]).replace(tzinfo=None),
            changesets=int(body["changesets"]),
            newest=str(body["newest"]),
            posts=int(body["posts"]),
            pictures=tuple(PictureFile(str(a), str(b), int(c)) for a, b, c in body["pictures"]),
            snapshot_size=int(body["snapshot"]["size"]),
            snapshot_sha256=str(body["snapshot"]["sha256"]),
        )
    except BadManifest:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadManifest(str(error)) from error


def _check(body: dict[str, Any], seal: object) -> None:
    if type(body["format"]) is int and body["format"] > FORMAT:
        raise BadManifest("written by a newer program", newer=True)
    if seal != _seal(body):
        raise BadManifest("the seal does not fit")


def _reason(value: object) -> Reason:
    try:
        return Reason(str(value))
    except ValueError:
        return Reason.UNKNOWN


def _seal(body: dict[str, Any]) -> str:
    plain = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
