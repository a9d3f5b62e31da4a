# SPDX-License-Identifier: EUPL-1.2
"""A film and its captions at a picture of the library, which is its cover: taken in unchanged, handed out unchanged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.domain.picture import Music, Picture
from kalender.domain.refusal import RefusalKind, Refused
from kalender.media.kinds import UnreadablePicture
from kalender.media.shelf import Shelf
from kalender.services.acting.desk import Desk

if TYPE_CHECKING:  # films are rare: what reads them is no part of the start
    from kalender.media.film.reading import Captions, Film


class Films:
    """take_film and take_captions touch no plan and may run in any thread; the others are one action each.

    Film and captions lie on the shelf under records of their own, whose id is the hash of their bytes: whatever
    keeps, copies or examines originals keeps, copies and examines them too.
    """

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk, self._shelf = desk, shelf

    def take_film(self, path: Path) -> Film:
        """Copy a film onto the shelf. Raises Refused FILM_UNREADABLE, PLAN_READ_ONLY."""
        from kalender.media.film.reading import take_film

        self._desk.check_writable()
        try:
            return take_film(path, self._shelf.folder)
        except UnreadablePicture as refusal:
            raise Refused(RefusalKind.FILM_UNREADABLE, name=path.name, why=refusal.why.value) from refusal

    def take_captions(self, path: Path) -> Captions:
        """Copy captions onto the shelf. Raises Refused CAPTIONS_UNREADABLE, PLAN_READ_ONLY."""
        from kalender.media.film.reading import take_captions

        self._desk.check_writable()
        try:
            return take_captions(path, self._shelf.folder)
        except UnreadablePicture as refusal:
            raise Refused(RefusalKind.CAPTIONS_UNREADABLE, name=path.name) from refusal

    def attach(self, picture: str, path: Path, film: Film) -> None:
        """Make a picture the cover of a film that was taken; captions of another film go. Raises Refused NOT_FOUND."""
        with self._desk.action("picture.film") as act:
            cover = act.get(Picture, picture)
            act.put(_companion(film.sha256, film.suffix, film.bytes, path.name))
            act.put(
                replace(
                    cover,
                    film=film.sha256,
                    film_suffix=film.suffix,
                    film_name=path.name,
                    film_ms=film.milliseconds,
                    film_width=film.width,
                    film_height=film.height,
                    film_bytes=film.bytes,
                    captions="",
                    captions_suffix="",
                    silent=not film.sound,
                    burned=False,
                    music=Music.UNSAID,
                )
            )
            act.describe(title=cover.name)

    def caption(self, picture: str, path: Path, captions: Captions) -> None:
        """Give the film of a picture captions that were taken. Raises Refused NOT_FOUND."""
        with self._desk.action("picture.captions") as act:
            cover = act.get(Picture, picture)
            act.put(_companion(captions.sha256, captions.suffix, captions.bytes, path.name))
            act.put(replace(cover, captions=captions.sha256, captions_suffix=captions.suffix, silent=False))
            act.describe(title=cover.name)

    def set_silent(self, picture: str, *, silent: bool) -> None:
        """Say that a film has no sound that would have to be read. Raises Refused NOT_FOUND."""
        with self._desk.action("picture.captions") as act:
            cover = act.get(Picture, picture)
            act.put(replace(cover, silent=silent))
            act.describe(title=cover.name)

    def set_burned(self, picture: str, *, burned: bool) -> None:
        """Say that the captions of a film are part of its picture, for all to read. Raises Refused NOT_FOUND."""
        with self._desk.action("picture.captions") as act:
            cover = act.get(Picture, picture)
            act.put(replace(cover, burned=burned))
            act.describe(title=cover.name)

    def set_music(self, picture: str, music: Music) -> None:
        """Say what music a film has, and on what ground. Raises Refused NOT_FOUND."""
        with self._desk.action("picture.music") as act:
            cover = act.get(Picture, picture)
            act.put(replace(cover, music=music))
            act.describe(title=cover.name)

    def remove(self, picture: str) -> None:
        """Take the film from a picture; its file stays on the shelf. Raises Refused NOT_FOUND."""
        with self._desk.action("picture.film_removed") as act:
            cover = act.get(Picture, picture)
            act.put(
                replace(
                    cover, film="", film_suffix="", film_name="", film_ms=0, film_width=0, film_height=0,
                    film_bytes=0, captions="", captions_suffix="", silent=False, burned=False, music=Music.UNSAID,
                )
            )  # fmt: skip
            act.describe(title=cover.name)


def _companion(sha256: str, suffix: str, size: int, name: str) -> Picture:
    return Picture(id=sha256, sha256=sha256, suffix=suffix, bytes=size, name=name)
