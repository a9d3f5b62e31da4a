# SPDX-License-Identifier: EUPL-1.2
"""Whether a plan is whole: its file, its history, its rows, and every picture to the last byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kalender.domain.frozen import frozen
from kalender.domain.picture import Picture
from kalender.domain.refusal import Refused
from kalender.media.kinds import UnreadablePicture, kind_of
from kalender.media.shelf import Condition, Shelf
from kalender.store.plan_file import PlanFile
from kalender.store.verify import Problem

Progress = Callable[[int, int], None]
"""Hears how much of how much is done; raises to stop."""

PICTURE_WEIGHT = 20
"""Reading a picture to its end takes as long as reading this many steps of the history."""


@frozen
class Trouble:
    """Something that is not as it must be.

    kind: that of a Problem of the store, or picture_missing, picture_empty, picture_altered, picture_unreadable.
    where: the place in technical words; name: of the picture or post, where it is one; posts: titles of those it concerns.
    """

    kind: str
    where: str
    name: str = ""
    posts: tuple[str, ...] = ()


@frozen
class Examination:
    """What was read, what is wrong with it, and files on the shelf that belong to no picture (relative, not wrong)."""

    changesets: int
    posts: int
    pictures: int
    bytes: int
    troubles: tuple[Trouble, ...]
    strays: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Tell whether everything holds."""
        return not self.troubles


class Verifying:
    """Reads everything a plan consists of and changes nothing; may run in any thread, work goes on meanwhile."""

    def __init__(self, store: PlanFile, shelf: Shelf) -> None:
        self._store = store
        self._shelf = shelf

    def run(self, progress: Progress = lambda _done, _of: None) -> Examination:
        """Check the plan. Raises Refused where the file cannot be read at all."""
        kept, removed = self._pictures()
        weight = PICTURE_WEIGHT * (len(kept) + len(removed))
        steps = 0

        def of_store(done: int, of: int) -> None:
            nonlocal steps
            steps = of
            progress(done, of + weight)

        found = self._store.verify(of_store)
        troubles = [self._worded(problem) for problem in found.problems]
        size = 0
        for number, picture in enumerate((*kept, *removed)):
            progress(steps + PICTURE_WEIGHT * number, steps + weight)
            kind = self._wrong(picture)
            if kind == "picture_missing" and number >= len(kept):
                continue  # a picture in the trash may have been taken from the shelf for good
            size += picture.bytes
            if kind:
                titles = self._titles(f"picture/{picture.id}")
                where = f"{picture.sha256[:2]}/{picture.sha256}.{picture.suffix}"
                troubles.append(
                    Trouble(kind=kind, where=where, name=picture.name or picture.id, posts=titles)
                )
        progress(steps + weight, steps + weight)
        return Examination(
            changesets=found.changesets,
            posts=found.posts,
            pictures=len(kept),
            bytes=size,
            troubles=tuple(troubles),
            strays=tuple(self._strays((*kept, *removed))),
        )

    def _pictures(self) -> tuple[list[Picture], list[Picture]]:
        """Return the pictures of the library and those in its trash; none where the rows cannot be read."""
        try:
            return self._store.all(Picture), self._store.trash(Picture)
        except Refused:
            return [], []

    def _wrong(self, picture: Picture) -> str:
        """Return what is wrong with the file of a picture, empty for nothing; the file is read to its end."""
        found = self._shelf.examine(picture.sha256, picture.suffix)
        if found is not Condition.WHOLE:
            return f"picture_{found.value}"
        path = self._shelf.path(picture.sha256, picture.suffix)
        if picture.bytes and path.stat().st_size != picture.bytes:
            return "picture_altered"
        if picture.companion:
            return ""  # its bytes are those that were taken in, which is all that is asked of them
        try:
            return "" if kind_of(path).value == picture.suffix else "picture_unreadable"
        except UnreadablePicture:
            return "picture_unreadable"

    def _strays(self, known: Iterable[Picture]) -> Iterator[str]:
        """Yield files on the shelf that no picture of the plan is called by."""
        wanted = {self._shelf.path(item.sha256, item.suffix) for item in known}
        for path in self._shelf.files():
            if path not in wanted:
                yield Path(path).relative_to(self._shelf.folder).as_posix()

    def _worded(self, problem: Problem) -> Trouble:
        """Return a problem with the title of the post it is about, where it is about one."""
        last = problem.where.rpartition(" ")[2]
        id_ = last.removeprefix("post/")
        name = ""
        if id_ != last or problem.where.startswith(("card ", "search ")):
            name = next(iter(self._title(id_)), "")
        return Trouble(kind=problem.kind, where=problem.where, name=name)

    def _title(self, id_: str) -> tuple[str, ...]:
        try:
            card = self._store.card(id_)
        except Refused:
            return ()
        return (card.title or card.id,) if card is not None else ()

    def _titles(self, ref: str) -> tuple[str, ...]:
        try:
            return tuple(title for id_ in self._store.posts_using(ref) for title in self._title(id_))
        except Refused:
            return ()
