# SPDX-License-Identifier: EUPL-1.2
"""An export while it runs: packages are made beside the window, delivered at the desk, one post after the other."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kalender.domain.card import Card
from kalender.domain.refusal import RefusalKind, Refused
from kalender.jobs.jobs import Job, Jobs
from kalender.services.packing import Package
from kalender.services.publishing import FATAL, ExportReport, HeldBack, Left, Publishing
from kalender.wording.cards import title
from kalender.wording.tr import tr


class Step(Enum):
    """How far one post of an export is."""

    WAITING = auto()
    WORKING = auto()
    LEFT = auto()
    HELD = auto()


class ExportRun(QObject):
    """One export; finished is emitted once, with a report or None where it broke off with failed before."""

    stepped = Signal(int, object, str)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        publishing: Publishing,
        jobs: Jobs,
        cards: Sequence[Card],
        out: Path,
        *,
        archive: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._publishing = publishing
        self._jobs = jobs
        self._cards = list(cards)
        self._out = out
        self._archive = archive
        self._left: list[Left] = []
        self._held: list[HeldBack] = []
        self._at = -1
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """Tell whether the export was broken off, by a person or by a disk."""
        return self._stopped

    def start(self) -> None:
        """Begin with the first post."""
        self._next()

    def cancel(self) -> None:
        """Stop after the package that is being made; finished packages stay."""
        self._stopped = True

    def _next(self) -> None:
        self._at += 1
        if self._stopped or self._at >= len(self._cards):
            self._finish()
            return
        card = self._cards[self._at]
        self.stepped.emit(self._at, Step.WORKING, tr("wird gepackt"))
        try:
            order = self._publishing.order(card.id)
        except Refused as refusal:
            self._hold(card, refusal)
            return

        def work(_job: Job) -> Package:
            return self._publishing.build(order, self._out)

        self._jobs.run(
            tr("Export: {title}").format(title=title(card)),
            work,
            done=self._built,
            failed=self._broke,
            cancelled=self._dropped,
        )

    def _built(self, package: Package) -> None:
        try:
            left = self._publishing.deliver(package)
        except Refused as refusal:
            self._broke(refusal)
            return
        self._left += left
        pictures = sum(1 for item in left for name in item.files if not name.endswith((".txt", ".json")))
        folders = tr("1 Ordner") if len(left) == 1 else tr("{count} Ordner").format(count=len(left))
        words = tr("1 Bild") if pictures == 1 else tr("{count} Bilder").format(count=pictures)
        self.stepped.emit(self._at, Step.LEFT, f"{folders}, {words}")
        self._next()

    def _broke(self, error: BaseException) -> None:
        if isinstance(error, Refused) and error.kind not in FATAL:
            self._hold(self._cards[self._at], error)
            return
        self._stopped = True
        self.stepped.emit(self._at, Step.HELD, tr("abgebrochen"))
        self.failed.emit(_refused(error))
        self._finish()

    def _hold(self, card: Card, refusal: Refused) -> None:
        self._held.append(HeldBack(card=card, reason=refusal))
        self.stepped.emit(self._at, Step.HELD, tr("zurückgehalten"))
        self._next()

    def _dropped(self) -> None:
        """The job was cancelled before it began: nothing of this post has been made."""
        self._stopped = True
        self.stepped.emit(self._at, Step.WAITING, tr("nicht exportiert"))
        self._finish()

    def _finish(self) -> None:
        if not self._archive or not self._left:
            self._end(None)
            return
        folders = [item.folder for item in self._left]

        def work(_job: Job) -> Path:
            return self._publishing.archive(self._out, folders)

        self._jobs.run(
            tr("ZIP-Datei wird geschrieben"),
            work,
            done=self._end,
            failed=self._unpacked,
            cancelled=lambda: self._end(None),
        )

    def _unpacked(self, error: BaseException) -> None:
        """The ZIP file could not be written; the folders are there all the same."""
        self.failed.emit(_refused(error))
        self._end(None)

    def _end(self, archive: Path | None) -> None:
        self.finished.emit(
            ExportReport(out=self._out, left=tuple(self._left), held_back=tuple(self._held), archive=archive)
        )


def _refused(error: BaseException) -> Refused:
    return error if isinstance(error, Refused) else Refused(RefusalKind.WRITE_FAILED, detail=str(error))
