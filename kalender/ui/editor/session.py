# SPDX-License-Identifier: EUPL-1.2
"""One post while it is being written: what is typed and not yet saved, autosave, reload when others change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Changes, Desk, Loaded
from kalender.services.editing import Editing

SAVE_AFTER = 1500
"""Milliseconds from the first unsaved letter to its saving; never reset by the next one, so 2 s are kept."""

Key = tuple[str, str]
"""What is being typed in: ("text", channel or ""), ("field", name), ("alt", attachment)."""


class Session(QObject):
    """Keeps the post as it was loaded and, over it, what is typed.

    changed: the post is another one now (loaded, saved, changed elsewhere); typed: something was typed, not yet
    saved; saved: everything is saved; failed: a Refused; gone: the post is no longer there.
    """

    changed = Signal()
    typed = Signal()
    saved = Signal()
    failed = Signal(object)
    gone = Signal()

    def __init__(self, editing: Editing, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._desk = desk
        self._loaded: Loaded[Post] | None = None
        self._pending: dict[Key, str] = {}
        self._burst = 0
        self._writing = False
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

    def open(self, id_: str) -> None:
        """Load a post; saves what is left of the one before. Raises Refused NOT_FOUND, or WRITE_FAILED where that is in vain."""
        if not self.flush():
            raise Refused(RefusalKind.WRITE_FAILED, detail=self.post.title)
        self._loaded = self._editing.load(id_)
        self.part()
        self.changed.emit()

    def close(self) -> None:
        """Save and let go of the post."""
        self.flush()
        self._timer.stop()
        self._pending.clear()
        self._loaded = None

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
        base = self._loaded
        try:
            for key, text in list(self._pending.items()):
                if _with(base.value, key, text) != base.value:
                    self._write(key, text, base)
                self._pending.pop(key, None)
        except Refused as refusal:
            if refusal.kind is RefusalKind.NOT_FOUND:
                self._pending.clear()
            self.failed.emit(refusal)
        finally:
            self._writing = False
        self._reload()
        if not self._pending:
            self.saved.emit()
        return not self._pending

    def do(self, verb: Callable[[], object]) -> bool:
        """Save what is typed, then do something else to the post; tell whether it was done."""
        self.flush()
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
        except Refused:
            self._loaded = None
            self._pending.clear()
            self.gone.emit()
            return
        self.changed.emit()


def _with(post: Post, key: Key, text: str) -> Post:
    kind, name = key
    if kind == "text" and not name:
        return replace(post, text=text)
    if kind in {"text", "comment"}:
        version = post.version(name)
        if version is None:
            return post
        changed = replace(version, text=text) if kind == "text" else replace(version, first_comment=text)
        return post.with_version(changed)
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
