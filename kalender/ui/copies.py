# SPDX-License-Identifier: EUPL-1.2
"""Small copies of pictures for every page: made beside the window, kept in memory as far as that goes."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kalender.domain.picture import Picture
from kalender.domain.refusal import Refused
from kalender.jobs.jobs import Job, Jobs
from kalender.media.shelf import Condition
from kalender.services.pictures import Pictures
from kalender.wording.tr import tr

SIZES = (512, 2000)
"""Longest edges in px of the copies: for cards and lists, for the crop canvas and previews."""

MOST_PIXELS = 20_000_000
"""Pixels kept in memory, four bytes each."""

_Key = tuple[str, int, bool]
"""Picture, longest edge, and whether it is the original as it was taken in, with nothing done to it."""


class PictureCopies(QObject):
    """Gives copies at once where they are there, and makes them where they are not; ready tells that more are.

    Several wishes are fulfilled by one job, so that a library of thousands makes no thousands of jobs.
    """

    ready = Signal()
    came = Signal(str)
    """The id of each picture of which a copy has been made."""
    unsound = Signal(str)
    """The id of each picture shown large whose file is not, or no longer, what was taken in."""

    def __init__(self, pictures: Pictures, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._jobs = jobs
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._pixels = 0
        self._wanted: OrderedDict[_Key, Picture] = OrderedDict()
        self._failed: set[_Key] = set()
        self._working = False
        self._unread: OrderedDict[str, Picture] = OrderedDict()
        self._read: set[str] = set()
        self._reading = False

    def raw_of(self, id_: str, px: int = SIZES[0]) -> QImage:
        """Return a copy of a picture as it was taken in, for those who decide what is done to it."""
        return self.image_of(id_, px, raw=True)

    def image_of(self, id_: str, px: int = SIZES[0], *, raw: bool = False) -> QImage:
        """Return a copy of a picture whose longest edge is at least px where there is such a size; null until made."""
        longest = next((size for size in SIZES if size >= px), SIZES[-1])
        key = (id_, longest, raw)
        if longest == SIZES[-1] and id_ not in self._read:
            self._doubt(id_)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        if id_ and key not in self._failed and key not in self._wanted:
            self._want(key)
        return self._kept.get(key) or QImage()

    def forget(self, ids: frozenset[str] | set[str]) -> None:
        """Drop what is kept of pictures that have changed or gone."""
        for key in [key for key in self._kept if key[0] in ids]:
            image = self._kept.pop(key)
            self._pixels -= image.width() * image.height()
        self._failed = {key for key in self._failed if key[0] not in ids}
        self._read.difference_update(ids)

    def _doubt(self, id_: str) -> None:
        """Have the file of a picture read to its end, once: whoever looks at it closely must know whether it is whole."""
        self._read.add(id_)
        try:
            self._unread[id_] = self._pictures.get(id_)
        except Refused:
            return
        if not self._reading:
            self._read_files()

    def _read_files(self) -> None:
        self._reading = True
        batch = list(self._unread.values())
        self._unread.clear()

        def work(job: Job) -> list[str]:
            wrong = []
            for number, picture in enumerate(batch):
                job.report(number, len(batch))
                if self._pictures.examine(picture) is not Condition.WHOLE:
                    wrong.append(picture.id)
            return wrong

        self._jobs.run(
            tr("Bilddateien werden geprüft"),
            work,
            done=self._files_read,
            failed=lambda _error: self._files_read([]),
            cancelled=lambda: self._files_read([]),
        )

    def _files_read(self, wrong: list[str]) -> None:
        self._reading = False
        for id_ in wrong:
            self.unsound.emit(id_)
        if self._unread:
            self._read_files()

    def _want(self, key: _Key) -> None:
        try:
            picture = self._pictures.get(key[0])
        except Refused:
            self._failed.add(key)
            return
        if key[2]:
            picture = picture.unworked
        path = self._pictures.small_path(picture, key[1])
        if path.exists():
            self._keep(key, QImage(str(path)))
            return
        self._wanted[key] = picture
        if not self._working:
            self._start()

    def _start(self) -> None:
        self._working = True
        batch = list(self._wanted.items())

        def work(job: Job) -> list[tuple[_Key, Path | None]]:
            made: list[tuple[_Key, Path | None]] = []
            for number, (key, picture) in enumerate(batch):
                job.report(number, len(batch))
                made.append((key, self._pictures.make_small(picture, key[1])))
            return made

        self._jobs.run(
            tr("Vorschaubilder werden erstellt"),
            work,
            done=self._done,
            failed=lambda _error: self._stopped(batch),
            cancelled=lambda: self._stopped(batch),
        )

    def _done(self, made: list[tuple[_Key, Path | None]]) -> None:
        for key, path in made:
            self._wanted.pop(key, None)
            image = QImage(str(path)) if path is not None else QImage()
            if image.isNull():
                self._failed.add(key)
            else:
                self._keep(key, image)
                self.came.emit(key[0])
        self._working = False
        self.ready.emit()
        if self._wanted:
            self._start()

    def _stopped(self, batch: list[tuple[_Key, Picture]]) -> None:
        for key, _picture in batch:
            self._wanted.pop(key, None)
        self._working = False

    def _keep(self, key: _Key, image: QImage) -> None:
        if image.isNull():
            self._failed.add(key)
            return
        self._kept[key] = image
        self._pixels += image.width() * image.height()
        while self._pixels > MOST_PIXELS and len(self._kept) > 1:
            _old, dropped = self._kept.popitem(last=False)
            self._pixels -= dropped.width() * dropped.height()
