# SPDX-License-Identifier: EUPL-1.2
"""Takes a letter, a mail or a note of others into a post: fields, text and pictures as one step to undo."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.domain.frozen import frozen
from kalender.domain.journal.position import between
from kalender.domain.post import Attachment, Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.documents.found import Document, DocumentRefused
from kalender.exchange.documents.reading import read_document
from kalender.services.acting.desk import Desk
from kalender.services.pictures import Pictures, RefusedPicture
from kalender.services.plan_view import PlanView
from kalender.services.ports import PictureWorker, WorkerDied, WorkerTimeout

if TYPE_CHECKING:  # brings the picture library with it
    from kalender.media.taking import Taken

TIMEOUT = 20.0
"""Seconds for one document; the largest that is taken needs two."""


@frozen
class DocumentReading:
    """A document that has been read, and what became of the pictures inside; nothing of it is in the plan."""

    path: Path
    document: Document
    pictures: tuple[tuple[Path, Taken | RefusedPicture], ...] = ()

    @property
    def shown(self) -> int:
        """How many pictures are taken."""
        return sum(not isinstance(item, RefusedPicture) for _path, item in self.pictures)


@frozen
class DocumentPreview:
    """What goes where. fields: of the post, with their new values; added: the text goes below the one there is.

    kept: fields that hold something and stay as they are, though the document says something too.
    """

    post: str
    fields: dict[str, str]
    added: bool
    kept: tuple[str, ...]


@frozen
class DocumentTaken:
    """What was done: the post, and the pictures that are new and those known before."""

    post: str
    added: tuple[str, ...]
    duplicates: tuple[str, ...]


class Documents:
    """Reads in a child process; an import never approves and never replaces what somebody wrote."""

    def __init__(
        self, desk: Desk, plan: PlanView, pictures: Pictures, worker: PictureWorker, new_id: Callable[[], str]
    ) -> None:
        self._desk = desk
        self._plan = plan
        self._pictures = pictures
        self._worker = worker
        self._new_id = new_id

    def read(self, path: Path) -> DocumentReading:
        """Read a document and put its pictures onto the shelf; touches no plan, so it may run in any thread.

        Raises Refused FILE_MISSING, FILE_UNREADABLE, DOCUMENT_TOO_LARGE, DOCUMENT_ENCRYPTED, DOCUMENT_EMPTY, DOCUMENT_OLD,
        PLAN_READ_ONLY.
        """
        self._desk.check_writable()
        with tempfile.TemporaryDirectory(prefix="kalender-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            try:
                document = self._worker.call(read_document, path, folder, timeout=TIMEOUT)
            except DocumentRefused as refused:
                raise Refused(refused.kind, path=path.name) from refused
            except WorkerTimeout as error:
                raise Refused(RefusalKind.DOCUMENT_TOO_LARGE, path=path.name) from error
            except (WorkerDied, OSError, RuntimeError) as error:
                raise Refused(RefusalKind.FILE_UNREADABLE, path=path.name) from error
            pictures = tuple(
                (folder / item, self._pictures.take(folder / item)) for item in document.pictures
            )
        return DocumentReading(path=path, document=document, pictures=pictures)

    def preview(self, reading: DocumentReading, post: Post | None = None) -> DocumentPreview:
        """Return what taking would do to a post, or to a new idea."""
        found = reading.document
        name, address = parseaddr(found.sender) if "@" in found.sender else ("", "")
        said = {
            "title": found.title,
            "text": found.text,
            "contact": found.contact,
            "source": (name or address or found.sender)[:120],
        }
        said = {field: words for field, words in said.items() if words}
        there = {field: getattr(post, field) for field in said} if post is not None else {}
        added = bool(said.get("text") and there.get("text") and said["text"] not in there["text"])
        fields = {field: words for field, words in said.items() if not there.get(field)}
        if added:
            fields["text"] = f"{there['text'].rstrip()}\n\n{said['text']}"
        kept = tuple(field for field in said if field not in fields and there.get(field) != said[field])
        return DocumentPreview(
            post=post.id if post is not None else "", fields=fields, added=added, kept=kept
        )

    def take(self, reading: DocumentReading, post: str = "") -> DocumentTaken:
        """Fill the empty fields of a post, add the text below its own and the pictures behind its own; "" makes an idea.

        Raises Refused NOT_FOUND.
        """
        new, report = self._pictures.sorted_out(reading.pictures)
        pictures = list(dict.fromkeys([*report.added, *report.duplicates]))
        with self._desk.action("document.taken", document=reading.path.name) as act:
            old = act.get(Post, post) if post else None
            preview = self.preview(reading, old)
            for picture in new:
                act.put(picture)
            base = old or Post(
                id=self._new_id(),
                idea=True,
                zone=self._plan.municipality.zone,
                responsible=self._desk.person,
            )
            known = {item.picture for item in base.attachments}
            last = max((item.position for item in base.attachments), default="")
            attached = list(base.attachments)
            for picture_id in pictures:
                if picture_id not in known:
                    last = between(last, "")
                    attached.append(Attachment(id=self._new_id(), picture=picture_id, position=last))
            changed = replace(base, **preview.fields, attachments=tuple(attached))  # type: ignore[arg-type]  # fields of text
            act.put(changed)
            act.describe(title=changed.title)
        return DocumentTaken(post=base.id, added=report.added, duplicates=report.duplicates)
