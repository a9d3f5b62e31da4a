# SPDX-License-Identifier: EUPL-1.2
"""Saves an open plan in another place, with its pictures, when its own has been taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kalender.domain.picture import Picture
from kalender.domain.refusal import RefusalKind, Refused
from kalender.media.kinds import Unreadable, UnreadablePicture
from kalender.media.shelf import Shelf, brought, put_on_shelf
from kalender.store.plan_file import PlanFile

Progress = Callable[[int, int], None]


def free_folder(parent: Path, name: str) -> Path:
    """Return a folder inside another that is not there yet: the name, else the name with a number."""
    found, number = parent / name, 2
    while found.exists():
        found, number = parent / f"{name} ({number})", number + 1
    return found


def save_elsewhere(store: PlanFile, shelf: Shelf, folder: Path, progress: Progress) -> int:
    """Save the plan in a new folder, pictures first, and return how many of those could not be read any more.

    The old folder is left as it is. progress: pictures done, of all; raises to cancel. Raises Refused DISK_FULL,
    WRITE_FAILED, PLAN_EXISTS, PLAN_IN_SYNCED_FOLDER.
    """
    there = Shelf(folder / shelf.folder.name, shelf.cache)
    pictures = store.all(Picture)
    missing = 0
    for number, picture in enumerate(pictures):
        progress(number, len(pictures))
        original = shelf.path(picture.sha256, picture.suffix)
        try:
            with brought(original, there.folder) as (part, sha256):
                if sha256 == picture.sha256:
                    put_on_shelf(part, there.folder, sha256, picture.suffix)
                else:
                    missing += 1
        except UnreadablePicture as error:
            if error.why is Unreadable.NO_SPACE:
                raise Refused(RefusalKind.DISK_FULL, path=str(folder)) from error
            missing += 1
    progress(len(pictures), len(pictures))
    store.copy_to(folder)
    return missing
