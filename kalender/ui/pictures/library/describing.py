# SPDX-License-Identifier: EUPL-1.2
"""What is typed about pictures and not saved yet: saved a moment later, kept and tried again where the disk fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kalender.domain.picture import Picture
from kalender.domain.refusal import STORAGE, RefusalKind, Refused
from kalender.services.pictures import Pictures
from kalender.ui.patience import Patience

SAVE_AFTER = 1500
"""Milliseconds from a letter to its saving."""


class Describing(QObject):
    """Keeps values by picture and field until they are saved.

    refused: a Refused of a rule. troubled: the Refused of a disk that does not take them; None when it does again.
    """

    refused = Signal(object)
    troubled = Signal(object)

    def __init__(self, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._typed: dict[str, dict[str, object]] = {}
        self._names: dict[str, str] = {}
        self._patience = Patience()
        self.trouble: Refused | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def type(self, picture: Picture, name: str, value: object) -> None:
        """Take a value of a field; it is saved a moment after the last one."""
        self._names[picture.id] = picture.name
        self._typed.setdefault(picture.id, {})[name] = value
        if self.trouble is None:
            self._timer.start(SAVE_AFTER)

    def has(self, picture: str) -> bool:
        """Tell whether something of a picture is not saved yet."""
        return picture in self._typed

    def over(self, picture: Picture) -> Picture:
        """Return a picture with what is typed about it."""
        values: dict[str, Any] = self._typed.get(picture.id, {})
        return replace(picture, **values)

    @property
    def unsaved(self) -> Mapping[str, Mapping[str, object]]:
        """What is not saved yet, by picture and field."""
        return self._typed

    def named(self) -> dict[str, list[str]]:
        """Return the texts that are not saved, by the name of their picture."""
        return {
            self._names.get(id_, id_): [text for text in values.values() if isinstance(text, str) and text]
            for id_, values in self._typed.items()
        }

    def forget(self) -> None:
        """Let go of what is not saved: the person wants it so, or it is kept elsewhere."""
        self._timer.stop()
        self._typed.clear()
        self._recovered()

    def flush(self) -> bool:
        """Save what is typed; tell whether nothing is left."""
        self._timer.stop()
        for id_ in list(self._typed):
            try:
                self._save(id_)
            except Refused as refusal:
                if refusal.kind in STORAGE:
                    self.trouble = refusal
                    self._timer.start(self._patience.next())
                    self.troubled.emit(refusal)
                    return False
                if refusal.kind is not RefusalKind.NOT_FOUND:
                    self.refused.emit(refusal)
            self._typed.pop(id_, None)
        self._recovered()
        return True

    def _save(self, id_: str) -> None:
        picture = self._pictures.get(id_)
        new = {name: value for name, value in self._typed[id_].items() if getattr(picture, name) != value}
        if new:
            self._pictures.set_fields(id_, burst=f"library/{id_}", **new)

    def _recovered(self) -> None:
        self._patience.over()
        if self.trouble is not None:
            self.trouble = None
            self.troubled.emit(None)
