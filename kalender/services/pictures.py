# SPDX-License-Identifier: EUPL-1.2
"""The pictures of a plan: taken in, described, cropped around one focus point, and where they are used."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kalender.domain.content import canonical, crop_for, digest_of, own_for
from kalender.domain.crop import Border, Crop, Focus, Work, enlarged_to
from kalender.domain.format import Format
from kalender.domain.frozen import frozen
from kalender.domain.picture import COMPANIONS, Picture
from kalender.domain.post import Attachment, Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.media.kinds import Kind, Unreadable, UnreadablePicture, kind_of
from kalender.media.shelf import SMALL, Condition, Shelf
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.services.ports import PictureWorker, WorkerDied, WorkerTimeout
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:  # a picture library is no part of the start: what runs in the child is imported with it
    from kalender.media.taking import Taken
    from kalender.services.films.films import Films

TIMEOUT = 10.0
"""Seconds for one picture: a large phone photo takes one or two."""

LONG_TIMEOUT = 60.0
"""Seconds for a HEIC, which may have 200 megapixels and is decoded tile by tile."""

FIXED_FIELDS = frozenset({"id", "sha256", "suffix", "width", "height", "bytes", "from_file"})
"""What a picture is cannot be set; it follows from the file."""

READ_FIELDS = ("alt", "note", "credit", "licence", "licence_link", "terms", "ai")
"""Fields that may be filled with what a file says of itself."""


@frozen
class RefusedPicture:
    """A file that was not taken, and why. facts: for the sentence."""

    path: Path
    why: Unreadable
    facts: dict[str, object]


@frozen
class PictureReport:
    """What an import did: ids of new pictures, ids of those that were there already, files refused."""

    added: tuple[str, ...]
    duplicates: tuple[str, ...]
    refused: tuple[RefusedPicture, ...]


@frozen
class CropView:
    """A picture of a post in one format of one channel. own: cropped by hand; enlarged: per cent, 100 or less is sharp.

    border: all of it is shown within this.
    """

    channel: str
    attachment: Attachment
    picture: Picture
    format: Format
    crop: Crop
    own: bool
    enlarged: int
    border: Border | None = None


Progress = Callable[[int, int], None]
"""Hears how many files of how many are through; raises to cancel."""


class Pictures:
    """The library. Files are read by the worker only; the shelf holds an original before the plan names it."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        shelf: Shelf,
        worker: PictureWorker,
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self.shelf = shelf
        self._worker = worker
        self._new_id = new_id

    @property
    def films(self) -> Films:
        """Films that pictures are the cover of."""
        from kalender.services.films.films import Films

        return Films(self._desk, self.shelf)

    # Reading

    def all(self, search: str = "") -> list[Picture]:
        """Return the pictures of the library by name; search: words that name, alt text, credit, source or note contain."""
        found = [item for item in self.known().values() if item.says(search)]
        return sorted(found, key=lambda item: (item.name.casefold(), item.id))

    def known(self) -> dict[str, Picture]:
        """Return the pictures of the library by id, in no order: for those who narrow them and put them in order."""
        every = self._store.all(Picture)
        return {item.id: item for item in every if not item.shape and item.suffix not in COMPANIONS}

    def get(self, id_: str) -> Picture:
        """Return a picture; raises Refused NOT_FOUND."""
        found = self._store.get(Picture, id_)
        if found is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return found

    def original(self, id_: str) -> Path:
        """Return the file of a picture; raises Refused NOT_FOUND, PICTURE_MISSING or PICTURE_DAMAGED."""
        picture = self.get(id_)
        path = self.shelf.path(picture.sha256, picture.suffix)
        refusal = file_refusal(self.condition(picture), name=picture.name, picture=id_)
        if refusal is not None:
            raise refusal
        return path

    def condition(self, picture: Picture) -> Condition:
        """Tell how the file of a picture lies on the disk, without reading it."""
        return self.shelf.condition(picture.sha256, picture.suffix, picture.bytes)

    def examine(self, picture: Picture) -> Condition:
        """Read the file of a picture to its end, unless it was read and not touched since; from any thread."""
        if not self.shelf.examined(picture.sha256, picture.suffix):
            self.shelf.examine(picture.sha256, picture.suffix)
        return self.condition(picture)

    def used_in(self, id_: str) -> list[str]:
        """Return the ids of the posts that use a picture."""
        return list(self._store.posts_using(f"picture/{id_}"))

    def used(self) -> frozenset[str]:
        """Return the ids of all pictures that some post uses."""
        return self._store.linked("picture")

    def crops(self, post: Post) -> list[CropView]:
        """Return every picture of a post in every format of every channel, in the order of the plan."""
        around = self._plan.around(post)
        order = [item.id for item in self._plan.channels]
        found = []
        for version in sorted(
            post.versions, key=lambda item: order.index(item.id) if item.id in order else len(order)
        ):
            for attachment in post.attachments_for(version):
                picture = around.pictures.get(attachment.picture)
                if picture is None:
                    continue
                for format_ in around.formats_for(version):
                    crop = crop_for(version, attachment, picture, format_)
                    own = own_for(version, attachment, format_)
                    border = own if isinstance(own, Border) else None
                    found.append(
                        CropView(
                            channel=version.id,
                            attachment=attachment,
                            picture=picture,
                            format=format_,
                            crop=crop,
                            own=own is not None,
                            enlarged=enlarged_to(
                                border or crop, picture.shaped(format_.ratio).size, format_.ratio
                            ),
                            border=border,
                        )
                    )
        return found

    # Small pictures, in any thread

    def small_path(self, picture: Picture, longest: int = SMALL) -> Path:
        """Return where the small picture lies as it is after what is done to it, whether it is made yet or not."""
        plain = self.shelf.small(picture.sha256, longest)
        return plain if picture.work.plain else plain.with_stem(f"{plain.stem}-{_mark(picture.work)}")

    def make_small(self, picture: Picture, longest: int = SMALL) -> Path | None:
        """Make the small picture where it is missing and return it; None where the original cannot be read."""
        from kalender.media.taking import make_small

        target = self.small_path(picture, longest)
        if target.exists():
            return target
        try:
            original = self.shelf.path(picture.sha256, picture.suffix)
            patience = LONG_TIMEOUT if picture.suffix == Kind.HEIC.value else TIMEOUT
            return self._worker.call(make_small, original, target, longest, picture.work, timeout=patience)
        except (UnreadablePicture, WorkerDied, OSError):
            return None

    # Taking in

    @staticmethod
    def gather(paths: Iterable[Path]) -> list[Path]:
        """Return files, those of folders too (hidden ones left out), each once and in order.

        Raises Refused FILE_UNREADABLE for a folder that cannot be read to its end.
        """
        found: dict[Path, None] = {}
        for path in paths:
            try:
                whole = path.is_dir()
                inside = _inside(path) if whole else []
                for item in inside:
                    if item.is_file() and not item.name.startswith((".", "~")):
                        found.setdefault(item)
                if not whole:
                    found.setdefault(path)
            except OSError as error:
                raise Refused(RefusalKind.FILE_UNREADABLE, path=str(path)) from error
        return list(found)

    def take(self, path: Path) -> Taken | RefusedPicture:
        """Look a file over and put it onto the shelf; touches no plan, so it may run in any thread.

        Raises Refused PLAN_READ_ONLY.
        """
        from kalender.media.taking import take

        self._desk.check_writable()
        try:
            patience = LONG_TIMEOUT if kind_of(path) is Kind.HEIC else TIMEOUT
            return self._worker.call(take, path, self.shelf.folder, timeout=patience)
        except UnreadablePicture as refusal:
            return RefusedPicture(path=path, why=refusal.why, facts=dict(refusal.facts))
        except WorkerTimeout:
            return RefusedPicture(path=path, why=Unreadable.TOO_SLOW, facts={})
        except WorkerDied:
            return RefusedPicture(path=path, why=Unreadable.CRASHED, facts={})

    def add(self, found: Sequence[tuple[Path, Taken | RefusedPicture]]) -> PictureReport:
        """Put taken files into the plan, as one step; what is there already is found by its bytes."""
        added, report = self.sorted_out(found)
        if added:
            with self._desk.action("picture.imported", count=len(added), title=_one_name(added)) as act:
                for picture in added:
                    act.put(picture)
        return report

    def sorted_out(
        self, found: Sequence[tuple[Path, Taken | RefusedPicture]]
    ) -> tuple[list[Picture], PictureReport]:
        """Return the pictures that are new, for a step of another verb, and the report; nothing is written."""
        self.shelf.tidy()
        known = {item.sha256: item.id for item in self._store.all(Picture)}
        added: list[Picture] = []
        duplicates: list[str] = []
        refused: list[RefusedPicture] = []
        for path, result in found:
            if isinstance(result, RefusedPicture):
                refused.append(result)
            elif result.sha256 in known:
                duplicates.append(known[result.sha256])
            else:
                picture = self._record(path, result)
                known[result.sha256] = picture.id
                added.append(picture)
        return added, PictureReport(
            added=tuple(item.id for item in added), duplicates=tuple(duplicates), refused=tuple(refused)
        )

    def _record(self, path: Path, taken: Taken) -> Picture:
        found = taken.inspection
        picture = Picture(
            id=self._new_id(),
            sha256=taken.sha256,
            name=path.name,
            suffix=found.kind.value,
            width=found.width,
            height=found.height,
            bytes=found.bytes,
            alt=found.alt,
            note=found.caption,
            credit=found.credit,
            ai=found.ai,
            terms=found.terms,
            licence=found.licence,
            licence_link=found.licence_link,
            focus=found.focus,
            proposed=found.proposed,
        )
        blank = Picture(id="")
        said = tuple(name for name in READ_FIELDS if getattr(picture, name) != getattr(blank, name))
        return replace(picture, from_file=said)

    def import_files(self, paths: Iterable[Path], progress: Progress | None = None) -> PictureReport:
        """Take in files and folders; one step to undo. A cancelled import keeps nothing in the plan."""
        files = self.gather(paths)
        found: list[tuple[Path, Taken | RefusedPicture]] = []
        for number, path in enumerate(files):
            if progress is not None:
                progress(number, len(files))
            found.append((path, self.take(path)))
        if progress is not None:
            progress(len(files), len(files))
        return self.add(found)

    # Describing

    def set_focus(self, id_: str, focus: Focus) -> None:
        """Set the point that every crop keeps; formats with an own crop stay as they are."""
        self._change(id_, "picture.focus", lambda item: item.focused(focus))

    def set_fields(self, id_: str, *, burst: str = "", **values: Any) -> None:
        """Describe a picture: alt, credit, licence, people …; raises Refused UNKNOWN_FIELD."""
        known = {item.name for item in fields(Picture)} - FIXED_FIELDS
        for name in values:
            if name not in known:
                raise Refused(RefusalKind.UNKNOWN_FIELD, field=name, known=sorted(known))
        self._change(id_, "picture.fields", lambda item: item.described(values), burst=burst)

    def delete(self, ids: Sequence[str]) -> None:
        """Put pictures into the trash; posts that use them say that one is missing. The file stays on the shelf."""
        pictures = [self.get(id_) for id_ in ids]
        with self._desk.action("picture.deleted", count=len(pictures), title=_one_name(pictures)) as act:
            for picture in pictures:
                act.delete(picture)

    def _change(self, id_: str, label: str, change: Callable[[Picture], Picture], *, burst: str = "") -> None:
        with self._desk.action(label, burst=burst) as act:
            picture = act.get(Picture, id_)
            act.put(change(picture))
            act.describe(title=picture.name)


def file_refusal(state: Condition, **facts: object) -> Refused | None:
    """Return why a picture whose file lies so cannot be used, or None."""
    if state is Condition.WHOLE:
        return None
    missing = state is Condition.MISSING
    return Refused(RefusalKind.PICTURE_MISSING if missing else RefusalKind.PICTURE_DAMAGED, **facts)


def _inside(folder: Path) -> list[Path]:
    """Return everything in a folder by name; raises OSError where a part of it cannot be read, which rglob() hides."""

    def fail(error: OSError) -> None:
        raise error

    return sorted(
        Path(place, name) for place, _folders, names in os.walk(folder, onerror=fail) for name in names
    )


def _mark(work: Work) -> str:
    """Return a short name for what is done to a picture; the same numbers have the same name."""
    return digest_of(canonical(work.told()))[:12]


def _one_name(pictures: Sequence[Picture]) -> str:
    return pictures[0].name if len(pictures) == 1 else ""
