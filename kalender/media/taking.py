# SPDX-License-Identifier: EUPL-1.2
"""What child processes are asked to do: take a file onto the shelf, make a small picture, render formats."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kalender.domain.crop import PLAIN, Work
from kalender.domain.frozen import frozen
from kalender.media.colour import on_white
from kalender.media.decode import opened, quietly, upright
from kalender.media.inspection import Inspection, inspect
from kalender.media.kinds import kind_of
from kalender.media.shelf import SMALL, brought, put_in_place, put_on_shelf
from kalender.media.working import worked

_QUALITY = 82


@frozen
class Taken:
    """A file that lies on the shelf now, complete."""

    sha256: str
    inspection: Inspection


def take(source: Path, shelf: Path) -> Taken:
    """Copy a file beside the shelf, look the copy over and put it in place; raises UnreadablePicture.

    What is looked over is exactly what is kept, even where somebody writes to the source meanwhile.
    A refused file leaves nothing behind.
    """
    kind_of(source)
    with brought(source, shelf) as (copy, sha256):
        found = inspect(copy)
        put_on_shelf(copy, shelf, sha256, found.kind.value)
    return Taken(sha256=sha256, inspection=found)


def make_small(original: Path, target: Path, longest: int = SMALL, work: Work = PLAIN) -> Path:
    """Write the small picture of an original, upright and in sRGB, and return where; raises UnreadablePicture.

    work: what is done to the original; a covered place is not to be seen in the file.
    """
    with quietly(), opened(original) as source:
        image = worked(on_white(upright(source, longest)), work)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        image.save(part, "JPEG", quality=_QUALITY)
        put_in_place(part, target)
    finally:
        with suppress(OSError):  # lies in a folder that may be emptied at any time
            part.unlink(missing_ok=True)
    return target
