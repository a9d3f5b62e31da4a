# SPDX-License-Identifier: EUPL-1.2
"""One post while it is being written: autosave, patience with a disk that fails, reload when others change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kalender.domain.post import Post
from kalender.domain.refusal import STORAGE, RefusalKind, Refused
from kalender.services.acting.desk import Changes, Desk, Loaded
from kalender.services.editing import Editing
from kalender.ui.patience import Patience

SAVE_AFTER = 1500
"""Milliseconds from the first unsaved letter to its saving; never reset by the next one, so 2 s are kept."""

Key = tuple[str, str]
"""What is being typed in: ("text", channel or ""), ("field", name), ("alt", attachment), ("link" or "comment", channel)."""


class Session(QObject):
    """Keeps the post as it was loaded and, over it, what is typed.

    changed: the post is another one now (loaded, saved, changed elsewhere); typed: something was typed, not yet
    saved; saved: everything is saved; failed: a Refused; gone: the post is no longer there. troubled: the Refused of
    a disk that does not take what is typed, None when it does again. Until then everything stays here and is tried
    again and again.
    """

    changed = Signal()
    typed = Signal()
    saved = Signal()
    failed = Signal(object)
    gone = Signal()
    troubled = Signal(object)

    def __init__(self, editing: Editing, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._desk = desk
        self._loaded: Loaded[Post] | None = None
        self._pending: dict[Key, str] = {}
        self._burst = 0
        self._writing = False
        self._behind = False
        self._patience = Patience()
        self.trouble: Refused | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self.flush)

    @property
    def id(self) -> str:
        """The id of the post, or empty."""
        return self._loaded.value.id if self._loaded else ""

    @property
    def post(self) -> Post:
        """The post with what is typed, saved or not. Raises LookupError while none is open."""
        if self._loaded is None:
            raise LookupError("no post is open")
        post = self._loaded.value
        for key, text in self._pending.items():
            post = _with(post, key, text)
        return post

    @property
    def dirty(self) -> bool:
        """Tell whether something typed is not saved yet."""
        return bool(self._pending)

    @property
    def unsaved(self) -> Mapping[Key, str]:
        """What is typed and not saved yet, by the place it is typed in."""
        return dict(self._pending)

    def open(self, id_: str) -> None:
        """Load a post; saves what is left of the one before. Raises Refused: NOT_FOUND, or why that is in vain."""
        if not self.flush():
            raise self.trouble or Refused(RefusalKind.WRITE_FAILED, detail=self.post.title)
        self._loaded = self._editing.load(id_)
        self._behind = False
        self.part()
        self.changed.emit()

    def forget(self) -> None:
        """Let go of what is typed and not saved: the person wants it so, or it is kept elsewhere."""
        self._timer.stop()
        self._pending.clear()
        self._recovered()

    def type(self, kind: str, name: str, text: str) -> None:
        """Take what is typed; it is saved within two seconds."""
        if self._loaded is None:
            return
        self._pending[kind, name] = text
        if not self._timer.isActive():
            self._timer.start()
        self.typed.emit()

    def part(self) -> None:
        """Begin another step of undo with the next letter."""
        self._burst += 1

    def flush(self) -> bool:
        """Save what is typed; tell whether nothing is left unsaved."""
        self._timer.stop()
        if self._loaded is None or not self._pending or self._writing:
            return not self._pending
        self._writing = True
        try:
            if self._behind:
                self._loaded = self._editing.load(self.id)
                self._behind = False
            base = self._loaded
            for key, text in list(self._pending.items()):
                if _with(base.value, key, text) != base.value:
                    self._write(key, text, base)
                    self._behind = True
                self._pending.pop(key, None)
        except Refused as refusal:
            self._stumbled(refusal)
        finally:
            self._writing = False
        if not self._pending:
            self._recovered()
        if self.trouble is None:
            self._reload()
        if not self._pending:
            self.saved.emit()
        return not self._pending

    def _stumbled(self, refusal: Refused) -> None:
        """Keep what is typed where the disk is to blame, and try again by and by."""
        if refusal.kind in STORAGE:
            self.trouble = refusal
            self._timer.start(self._patience.next())
            self.troubled.emit(refusal)
            return
        self._recovered()
        if refusal.kind is RefusalKind.NOT_FOUND:
            self._pending.clear()
        self.failed.emit(refusal)

    def _recovered(self) -> None:
        self._patience.over()
        self._timer.setInterval(SAVE_AFTER)
        if self.trouble is not None:
            self.trouble = None
            self.troubled.emit(None)

    def do(self, verb: Callable[[], object]) -> bool:
        """Save what is typed, then do something else to the post; tell whether it was done."""
        if not self.flush() and self.trouble is not None:
            self.failed.emit(self.trouble)
            return False
        self.part()
        try:
            verb()
        except Refused as refusal:
            self.failed.emit(refusal)
            return False
        return True

    def undo(self) -> None:
        """Take back the last step, a burst of typing being one."""
        self.do(self._desk.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.do(self._desk.redo)

    def hear(self, changes: Changes) -> None:
        """Take in what changed in the plan; what is typed here and not saved stays."""
        if self._loaded is None or self._writing:
            return
        if f"post/{self.id}" in changes.refs and not self._pending:
            self._reload()
        else:
            self.changed.emit()

    def _write(self, key: Key, text: str, base: Loaded[Post]) -> None:
        kind, name = key
        burst = f"{self.id}/{kind}/{name}/{self._burst}"
        if kind == "text":
            self._editing.set_text(self.id, text, name or None, burst=burst, base=base)
        elif kind == "alt":
            self._editing.set_alt(self.id, name, text, burst=burst, base=base)
        elif kind == "link":
            self._editing.set_version_fields(self.id, name, burst=burst, base=base, link=text)
        elif kind == "comment":
            self._editing.set_version_fields(self.id, name, burst=burst, base=base, first_comment=text)
        else:
            values: dict[str, Any] = {name: text}
            self._editing.set_fields(self.id, burst=burst, base=base, **values)

    def _reload(self) -> None:
        if self._loaded is None:
            return
        try:
            self._loaded = self._editing.load(self.id)
            self._behind = False
        except Refused as refusal:
            if refusal.kind in STORAGE:
                self._behind = True
                return
            self._loaded = None
            self._pending.clear()
            self.gone.emit()
            return
        self.changed.emit()


_OF_VERSIONS = {"text": "text", "comment": "first_comment", "link": "link"}


def _with(post: Post, key: Key, text: str) -> Post:
    kind, name = key
    if kind == "text" and not name:
        return replace(post, text=text)
    if kind in _OF_VERSIONS:
        version = post.version(name)
        own: dict[str, Any] = {_OF_VERSIONS[kind]: text}
        return post if version is None else post.with_version(replace(version, **own))
    if kind == "alt":
        return replace(
            post,
            attachments=tuple(
                replace(item, alt=text, decorative=False) if item.id == name else item
                for item in post.attachments
            ),
        )
    values: dict[str, Any] = {name: text}
    return replace(post, **values)
