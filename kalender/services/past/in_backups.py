# SPDX-License-Identifier: EUPL-1.2
"""Which originals the backups still need from the plan: those they name and do not hold themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection

from kalender.services.backups.listing import original, reachable
from kalender.services.backups.places import Places
from kalender.store.backup import folders
from kalender.store.backup.info import BadManifest, read_manifest
from kalender.store.plan_file import PlanFile


class InBackups:
    """Asks the backups at their places. A backup holds its own copy of every original; a cut-off one may lack some."""

    def __init__(self, store: PlanFile, places: Callable[[], Places]) -> None:
        self._store = store
        self._places = places

    def referenced_pictures(self) -> Collection[str]:
        """Return the SHA-256 of originals that a backup names and lacks; raises OSError where a place is away.

        A manifest that cannot be read stands for everything: nobody knows what that backup needs.
        """
        needed: set[str] = set()
        places = self._places()
        for place in places.all:
            if not reachable(place):
                if places.beside and place == places.first:
                    continue  # the folder beside the plan is made with the first backup
                raise FileNotFoundError(str(place))
            for folder in folders.folders_of(place, self._store.plan):
                for stem in folders.stems(folder):
                    try:
                        manifest = read_manifest((folder / f"{stem}{folders.MANIFEST}").read_bytes())
                    except BadManifest as error:
                        raise OSError(str(error)) from error
                    for item in manifest.pictures:
                        path = original(folder, item)
                        if item.size and not (path.is_file() and path.stat().st_size == item.size):
                            needed.add(item.sha256)
        return needed
