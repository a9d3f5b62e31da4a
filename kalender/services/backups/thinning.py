# SPDX-License-Identifier: EUPL-1.2
"""Making room in a backup place: old generations, and originals no backup names any more."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kalender.services.backups.generations import Generation, superseded
from kalender.services.backups.listing import from_snapshot
from kalender.store.backup import folders
from kalender.store.backup.folders import Hashes
from kalender.store.backup.info import BadManifest, Manifest, read_manifest

GRACE = 30 * 86_400.0
"""Seconds for which an original stays that no backup names: another computer may be about to name it."""


def thin_out(
    folder: Path, latest: Manifest, stem: str, hashes: Hashes, now: datetime, spare: str = ""
) -> tuple[str, ...]:
    """Delete superseded backups of the computer that made the latest one, which is sound; return their names.

    stem: name of the latest; spare: name of one that is needed right now.
    What cannot be read counts for nothing and stays. One goes only after the one that stands in for it was read and
    found to be what its manifest says. Raises OSError.
    """
    found = {name: manifest for name, manifest in _readable(folder) if manifest.device == latest.device}
    rows = [Generation(name=name, made_at=item.made_at, reason=item.reason) for name, item in found.items()]
    while True:
        going = superseded(rows, now, stem)
        unsound = {name for name in going.values() if not _sound(folder, name, found[name], hashes)}
        if not unsound:
            break
        rows = [row for row in rows if row.name not in unsound]
    for name in going.keys() - {spare}:
        for ending in (folders.MANIFEST, folders.SNAPSHOT):
            (folder / f"{name}{ending}").unlink(missing_ok=True)
    return tuple(sorted(going.keys() - {spare}))


def sweep(folder: Path, hashes: Hashes) -> int:
    """Delete originals that no backup names, whole or damaged, of whatever computer; return how many.

    Nothing goes while a single backup cannot be asked what it names, or while there is none. Raises OSError.
    """
    named = _named(folder, hashes)
    if named is None:
        return 0
    before = time.time() - GRACE
    gone = 0
    for path in sorted((folder / folders.PICTURES).glob("*/*")):
        if path.name not in named and path.is_file() and path.stat().st_mtime <= before:
            path.unlink()
            gone += 1
    return gone


def _readable(folder: Path) -> Iterator[tuple[str, Manifest]]:
    for stem in folders.stems(folder):
        with suppress(OSError, BadManifest):
            yield stem, read_manifest((folder / f"{stem}{folders.MANIFEST}").read_bytes())


def _sound(folder: Path, stem: str, manifest: Manifest, hashes: Hashes) -> bool:
    try:
        return hashes.of(folder / f"{stem}{folders.SNAPSHOT}") == manifest.snapshot_sha256
    except OSError:
        return False


def _named(folder: Path, hashes: Hashes) -> set[str] | None:
    """Return the file names of all originals that backups name; None where one of them cannot be asked."""
    stems = folders.stems(folder)
    readable = dict(_readable(folder))
    found: set[str] = set()
    for stem in stems:
        manifest: Manifest | None = readable.get(stem)
        if manifest is None:
            path = folder / f"{stem}{folders.SNAPSHOT}"
            try:
                manifest = from_snapshot(path, hashes.of(path), stem)
            except OSError:
                return None
        if manifest is None:
            return None
        found |= _names(manifest)
    return found if stems else None


def _names(manifest: Manifest) -> set[str]:
    return {f"{item.sha256}.{item.suffix}" for item in manifest.pictures}
