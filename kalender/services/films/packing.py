# SPDX-License-Identifier: EUPL-1.2
"""Films in a package: copied as they are, beside the cover that was made of their picture."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from kalender.domain.content import Surroundings
from kalender.domain.frozen import frozen
from kalender.domain.post import Post, Version
from kalender.domain.refusal import RefusalKind, Refused
from kalender.media.shelf import CHUNK, Condition, Shelf


@frozen
class PackedFilm:
    """A film in a channel folder. captions: name of their file, empty where there are none; silent: none are needed."""

    number: int
    name: str
    captions: str
    silent: bool


@frozen
class Copy:
    """A file of the shelf and where it goes in the package."""

    source: Path
    sha256: str
    target: str


def films_of(post: Post, version: Version, around: Surroundings) -> list[PackedFilm]:
    """Return the films a channel gets: those of its pictures, where one of its formats is a film."""
    if not any(item.video for item in around.formats_for(version)):
        return []
    found = []
    for number, attachment in enumerate(post.attachments_for(version), start=1):
        picture = around.pictures.get(attachment.picture)
        if picture is not None and picture.film:
            captions = f"film-{number}.{picture.captions_suffix}" if picture.captions else ""
            found.append(
                PackedFilm(
                    number=number,
                    name=f"film-{number}.{picture.film_suffix}",
                    captions=captions,
                    silent=picture.silent,
                )
            )
    return found


def copies_of(post: Post, version: Version, around: Surroundings, folder: str, shelf: Shelf) -> list[Copy]:
    """Return what to copy into a channel folder. Raises Refused PICTURE_MISSING or PICTURE_DAMAGED."""
    attached = post.attachments_for(version)
    found = []
    for film in films_of(post, version, around):
        picture = around.pictures[attached[film.number - 1].picture]
        files = [(film.name, picture.film, picture.film_suffix)]
        if film.captions:
            files.append((film.captions, picture.captions, picture.captions_suffix))
        for name, sha256, suffix in files:
            state = shelf.condition(sha256, suffix)
            if state is not Condition.WHOLE:
                gone = state is Condition.MISSING
                kind = RefusalKind.PICTURE_MISSING if gone else RefusalKind.PICTURE_DAMAGED
                raise Refused(kind, title=post.title, name=picture.film_name or name)
            found.append(Copy(source=shelf.path(sha256, suffix), sha256=sha256, target=f"{folder}/{name}"))
    return found


def put(copies: Sequence[Copy], part: Path) -> None:
    """Copy films into a package that is being built, and compare. Raises Refused PICTURE_DAMAGED, DISK_FULL, WRITE_FAILED."""
    import hashlib

    for item in copies:
        digest = hashlib.sha256()
        try:
            with item.source.open("rb") as old, (part / item.target).open("xb") as new:
                while chunk := old.read(CHUNK):
                    digest.update(chunk)
                    new.write(chunk)
                new.flush()
                os.fsync(new.fileno())
        except OSError as error:
            full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
            kind = RefusalKind.DISK_FULL if full else RefusalKind.WRITE_FAILED
            raise Refused(kind, detail=error.strerror or str(error)) from error
        if digest.hexdigest() != item.sha256:
            raise Refused(RefusalKind.PICTURE_DAMAGED, name=item.target)
