# SPDX-License-Identifier: EUPL-1.2
"""What goes into a package: texts, pictures in every format, alt texts, credits, the note of the approval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.domain.content import (
    Surroundings,
    alt_text,
    border_for,
    canonical,
    crop_for,
    digest_of,
    manifest,
)
from kalender.domain.format import Format
from kalender.domain.frozen import frozen
from kalender.domain.journal.record import Json
from kalender.domain.picture import AiMark, Picture
from kalender.domain.post import Attachment, Decision, Post, Version
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.siblings.tongues import lang
from kalender.domain.stage import standing
from kalender.exchange.names import slug, unlike
from kalender.exchange.package import ChannelContent, Finished, PackageContent, archive, build
from kalender.media.kinds import Unreadable, UnreadablePicture
from kalender.media.shelf import Shelf
from kalender.services.clock import Clock
from kalender.services.pictures import file_refusal
from kalender.services.plan_view import PlanView
from kalender.services.ports import PictureWorker, WorkerDied

if TYPE_CHECKING:  # a picture library is no part of the start: what runs in the child is imported with it
    from kalender.media.render import RenderOrder
    from kalender.services.films.packing import Copy, PackedFilm

RENDER_TIMEOUT = 60.0


@frozen
class PackedPicture:
    """One picture of a channel in one format."""

    number: int
    format: Format
    name: str
    alt: str
    decorative: bool
    credit: str
    ai: AiMark


@frozen
class PackedVersion:
    """One channel of a post, as the texts of the package need it. channel: its name in words."""

    id: str
    channel: str
    post: Post
    version: Version
    pictures: tuple[PackedPicture, ...]
    clickable: bool
    alt_supported: bool
    films: tuple[PackedFilm, ...] = ()


@frozen
class NoteFacts:
    """What the note of an approval says."""

    post: Post
    approval: Decision
    approver: str
    digest: str
    municipality: str


class Texts:
    """Words the text files of a package; wording/ brings the German ones. File names are part of the words."""

    def __init__(
        self,
        version: Callable[[PackedVersion], tuple[tuple[str, str], ...]],
        note: Callable[[NoteFacts], tuple[str, str]],
    ) -> None:
        self.version = version
        self.note = note


@frozen
class PackOrder:
    """Everything needed to build a package, read in one go; no thread needs the plan any more."""

    post: str
    digest: str
    content: PackageContent
    renders: tuple[tuple[Path, str, str, tuple[tuple[RenderOrder, str], ...]], ...]
    """For each original: file, SHA-256, name, and what to make of it with the file's place in the package."""
    copies: tuple[Copy, ...] = ()
    """Films and captions, which go out as they came."""


@frozen
class PackedChannel:
    """A channel folder of a package; folder is relative to the export folder."""

    channel: str
    folder: str
    files: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Package:
    """A complete package that waits for the gate."""

    post: str
    digest: str
    finished: Finished

    @property
    def channels(self) -> tuple[PackedChannel, ...]:
        """Its channel folders."""
        content = self.finished.content
        return tuple(
            PackedChannel(
                channel=item.id, folder=f"{content.folder}/{item.folder}", files=self.finished.files[item.id]
            )
            for item in content.channels
        )

    def put_in_place(self) -> None:
        """Give the package its name; raises Refused DISK_FULL or WRITE_FAILED."""
        self.finished.put_in_place()

    def discard(self) -> None:
        """Remove a package that may not leave; one that is in its place stays."""
        self.finished.discard()


class Packing:
    """Reads a post into an order, builds the package, and archives packages."""

    def __init__(
        self, plan: PlanView, shelf: Shelf, worker: PictureWorker, clock: Clock, texts: Texts
    ) -> None:
        self._plan = plan
        self._shelf = shelf
        self._worker = worker
        self._clock = clock
        self._texts = texts

    def order(self, post: Post) -> PackOrder:
        """Return what to pack for a post as it is now. Raises Refused PICTURE_MISSING, or NOT_APPROVED."""
        from kalender.services.films.packing import copies_of

        around = self._plan.around(post)
        digest = digest_of(canonical(manifest(post, around)))
        approval = standing(post, digest).approval
        if approval is None:
            raise Refused(RefusalKind.NOT_APPROVED, title=post.title)
        approver = self._plan.person(approval.by)
        note = self._texts.note(
            NoteFacts(
                post=post,
                approval=approval,
                approver=approver.name if approver else approval.by,
                digest=digest,
                municipality=self._plan.municipality.title,
            )
        )
        channels: list[ChannelContent] = []
        makes: dict[str, tuple[Picture, list[tuple[RenderOrder, str]]]] = {}
        copies: list[Copy] = []
        order = [item.id for item in self._plan.channels]
        versions = sorted(
            post.versions, key=lambda item: order.index(item.id) if item.id in order else len(order)
        )
        for number, version in enumerate(versions, start=1):
            folder = f"{number:02d}-{slug(self._name(version.id), 30, empty='kanal')}"
            pictures = self._pictures(post, version, around, folder, makes)
            packed = self._packed(post, version, around, pictures)
            texts = (*self._texts.version(packed), note)
            films = copies_of(post, version, around, folder, self._shelf)
            copies += films
            files = [*(item.name for item in pictures), *(item.target.split("/")[1] for item in films)]
            channels.append(ChannelContent(id=version.id, folder=folder, texts=texts, pictures=tuple(files)))
        content = PackageContent(
            post=post.id,
            folder=self._folder(post),
            channels=tuple(channels),
            record=self._record(post, digest, approval),
        )
        renders = tuple(
            (self._shelf.path(picture.sha256, picture.suffix), picture.sha256, picture.name, tuple(items))
            for picture, items in makes.values()
        )
        return PackOrder(post=post.id, digest=digest, content=content, renders=renders, copies=tuple(copies))

    def _folder(self, post: Post) -> str:
        when = f"{post.planned:%Y-%m-%d_%H%M}" if post.planned else "ohne-termin"
        return f"{when}_{slug(post.title, 48)}_{slug(post.id, 8, empty='x')[:8]}"

    def _name(self, channel: str) -> str:
        found = next((item for item in self._plan.channels if item.id == channel), None)
        return found.name if found and found.name else channel

    def _packed(
        self, post: Post, version: Version, around: Surroundings, pictures: Sequence[PackedPicture]
    ) -> PackedVersion:
        from kalender.services.films.packing import films_of

        formats = around.formats_for(version)
        return PackedVersion(
            id=version.id,
            channel=self._name(version.id),
            post=post,
            version=version,
            pictures=tuple(pictures),
            clickable=all(item.link_clickable for item in formats),
            alt_supported=all(item.alt_supported for item in formats),
            films=tuple(films_of(post, version, around)),
        )

    def _pictures(
        self,
        post: Post,
        version: Version,
        around: Surroundings,
        folder: str,
        makes: dict[str, tuple[Picture, list[tuple[RenderOrder, str]]]],
    ) -> list[PackedPicture]:
        from kalender.media.render import RenderOrder

        found: list[PackedPicture] = []
        taken: set[str] = set()
        for number, attachment in enumerate(post.attachments_for(version), start=1):
            picture = around.pictures.get(attachment.picture)
            if picture is None:
                raise Refused(RefusalKind.PICTURE_MISSING, title=post.title, name=attachment.picture)
            self._refuse_unsound(picture, post)
            for format_ in around.formats_for(version):
                if format_.video and not format_.export_type:
                    continue
                source = picture.shaped(format_.ratio)
                if source is not picture:
                    self._refuse_unsound(source, post)
                packed = _packed_picture(number, attachment, picture, format_, taken)
                taken.add(packed.name.casefold())
                found.append(packed)
                job = RenderOrder(
                    crop=crop_for(version, attachment, picture, format_),
                    width=format_.width,
                    height=format_.height,
                    path=Path(packed.name),
                    export_type=format_.export_type,
                    max_bytes=format_.max_bytes,
                    target_bytes=format_.target_bytes,
                    credit=packed.credit,
                    ai=picture.ai,
                    work=source.work,
                    border=border_for(version, attachment, format_),
                )
                makes.setdefault(source.id, (source, []))[1].append((job, folder))
        return found

    def _refuse_unsound(self, picture: Picture, post: Post) -> None:
        state = self._shelf.condition(picture.sha256, picture.suffix, picture.bytes)
        refusal = file_refusal(state, title=post.title, name=picture.name)
        if refusal is not None:
            raise refusal

    def _record(self, post: Post, digest: str, approval: Decision) -> dict[str, Json]:
        at = self._clock.local(self._plan.municipality.zone)
        return {
            "post": post.id,
            "title": post.title,
            "planned": post.planned.isoformat(timespec="minutes") if post.planned else None,
            "zone": post.zone,
            "language": lang(post.language),
            "digest": digest,
            "approval": {
                "by": approval.by,
                "kind": approval.kind.value,
                "at": approval.at.isoformat(timespec="minutes") if approval.at else None,
            },
            "exported": at.isoformat(timespec="minutes"),
        }

    def build(self, order: PackOrder, out: Path) -> Package:
        """Make a package beside its final place and verify it; may run in any thread.

        Raises Refused PICTURE_DAMAGED, DISK_FULL or WRITE_FAILED; nothing is left behind then.
        """

        def pictures(part: Path) -> None:
            for original, sha256, name, items in order.renders:
                self._render(original, sha256, name, [(job, part / folder) for job, folder in items])
            if order.copies:
                from kalender.services.films.packing import put

                put(order.copies, part)

        return Package(post=order.post, digest=order.digest, finished=build(order.content, out, pictures))

    def _render(
        self, original: Path, sha256: str, name: str, items: Sequence[tuple[RenderOrder, Path]]
    ) -> None:
        from kalender.media.render import RenderOrder, render

        suffix = original.suffix.lstrip(".")
        if not self._shelf.verify(sha256, suffix):
            raise Refused(RefusalKind.PICTURE_DAMAGED, name=name)
        jobs = [
            RenderOrder(
                crop=job.crop,
                width=job.width,
                height=job.height,
                path=folder / job.path,
                export_type=job.export_type,
                max_bytes=job.max_bytes,
                target_bytes=job.target_bytes,
                credit=job.credit,
                ai=job.ai,
                work=job.work,
                border=job.border,
            )
            for job, folder in items
        ]
        try:
            made = self._worker.call(render, original, jobs, timeout=RENDER_TIMEOUT)
        except UnreadablePicture as refusal:
            full = refusal.why is Unreadable.NO_SPACE
            kind = RefusalKind.DISK_FULL if full else RefusalKind.PICTURE_DAMAGED
            raise Refused(kind, name=name) from refusal
        except WorkerDied as died:
            raise Refused(RefusalKind.PICTURE_DAMAGED, name=name) from died
        except OSError as error:
            raise Refused(RefusalKind.WRITE_FAILED, detail=error.strerror or str(error)) from error
        if not self._shelf.verify(sha256, suffix):  # somebody put another file there while it was being read
            raise Refused(RefusalKind.PICTURE_DAMAGED, name=name)
        for job, done in zip(jobs, made, strict=True):
            fits = (done.width, done.height) == (job.width, job.height)
            if not fits or (job.max_bytes and done.bytes > job.max_bytes):
                raise Refused(RefusalKind.WRITE_FAILED, detail=done.path.name)

    def archive(self, out: Path, folders: Sequence[str]) -> Path:
        """Put the packages of channel folders into one ZIP file in out; return it. Raises Refused DISK_FULL or WRITE_FAILED."""
        packages = sorted({folder.split("/", 1)[0] for folder in folders})
        stamp = self._clock.local(self._plan.municipality.zone)
        try:
            taken = {path.name.casefold() for path in out.glob("*.zip")}
        except OSError as error:
            raise Refused(RefusalKind.WRITE_FAILED, detail=error.strerror or str(error)) from error
        name = unlike(f"kalender-{stamp:%Y-%m-%d-%H%M}", {item.removesuffix(".zip") for item in taken}, "neu")
        return archive(out, packages, out / f"{name}.zip")


def _packed_picture(
    number: int, attachment: Attachment, picture: Picture, format_: Format, taken: set[str]
) -> PackedPicture:
    suffix = "png" if format_.export_type == "png" else "jpg"
    stem = f"bild-{number}_{slug(format_.id, 40, empty='format')}"
    name = f"{stem}.{suffix}"
    if name.casefold() in taken:
        name = f"{stem}-{slug(attachment.id, 6, empty='x')[:6]}.{suffix}"
    return PackedPicture(
        number=number,
        format=format_,
        name=name,
        alt=alt_text(attachment, picture),
        decorative=attachment.decorative,
        credit=picture.credit if picture.credit_shown else "",
        ai=picture.ai,
    )
