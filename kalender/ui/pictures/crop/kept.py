# SPDX-License-Identifier: EUPL-1.2
"""What was decided about pictures and the disk did not take: kept by post, and tried again until it does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from kalender.domain.refusal import STORAGE, Refused
from kalender.services.cropping import Cropped, Cropping
from kalender.ui.patience import Patience
from kalender.wording.trouble.unsaved import kept_crops


class KeptCrops(QObject):
    """Writes what is decided about the pictures of a post, and keeps it where the disk fails.

    troubled: the Refused of a disk that does not take it; None when it does again.
    """

    troubled = Signal(object)

    def __init__(self, cropping: Cropping, parent: QObject) -> None:
        super().__init__(parent)
        self._cropping = cropping
        self._waiting: dict[str, tuple[str, Cropped]] = {}
        self._keeping = True
        self._patience = Patience()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def waiting(self) -> Mapping[str, Cropped]:
        """What is not written yet, by post."""
        return {post: decided for post, (_title, decided) in self._waiting.items()}

    def words(self, now: datetime) -> list[str]:
        """Return what is not written yet as texts to keep, one for each post."""
        return [kept_crops(title, decided.crops, now) for title, decided in self._waiting.values()]

    def write(self, post: str, title: str, decided: Cropped, *, keep: bool) -> None:
        """Write what was decided; keep: remember it where the disk fails. Raises Refused in any case."""
        try:
            self._cropping.apply(post, decided)
        except Refused as refusal:
            if keep and self._keeping and refusal.kind in STORAGE:
                self._waiting[post] = title, decided
                self._stumbled(refusal)
            raise
        self._done(post)

    def take(self, post: str) -> Cropped:
        """Return what is kept of a post, to go on with it, and keep it no more."""
        self._keeping = True
        found = self.waiting.get(post, Cropped())
        self._done(post)
        return found

    def flush(self) -> bool:
        """Write what is kept; tell whether nothing is left."""
        for post, (_title, decided) in list(self._waiting.items()):
            try:
                self._cropping.apply(post, decided)
            except Refused as refusal:
                if refusal.kind in STORAGE:
                    self._stumbled(refusal)
                    return False
            self._done(post)  # written, or the post is not what it was: a rule cannot be waited out
        return True

    def forget(self) -> None:
        """Let go of what is kept, and keep nothing until take(): the person wants it so, or it is kept elsewhere."""
        self._keeping = False
        for post in list(self._waiting):
            self._done(post)

    def _stumbled(self, refusal: Refused) -> None:
        self._timer.start(self._patience.next())
        self.troubled.emit(refusal)

    def _done(self, post: str) -> None:
        if self._waiting.pop(post, None) is not None and not self._waiting:
            self._timer.stop()
            self._patience.over()
            self.troubled.emit(None)
