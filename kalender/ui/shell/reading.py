# SPDX-License-Identifier: EUPL-1.2
"""A window on a plan that is only read: says so as long as it lasts, and lets nobody type what cannot be saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from kalender.ui.shell.frame.topbar import Saving
from kalender.ui.shell.window import MainWindow
from kalender.ui.widgets.controls.field import LineField
from kalender.wording.rescue.reading import FROZEN
from kalender.wording.tr import tr

NOTICE = "only-read"
"""Key of the line above the pages."""

_TYPED_IN = (QLineEdit, QTextEdit, QPlainTextEdit)


@runtime_checkable
class Freezes(Protocol):
    """A part of a page that knows what to switch off where nothing can be written."""

    def freeze(self, reason: str) -> None:
        """Switch off what would change something, and say why."""


class _Freezer(QObject):
    """Makes every field inside the pages read-only before it is first seen; those that only search stay as they are."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__(pages)
        self._watch(pages)

    def _watch(self, widget: QWidget) -> None:
        """Look at a widget and everything in it, now and whenever something comes into it."""
        widget.installEventFilter(self)
        self._freeze(widget)
        for child in widget.findChildren(QWidget):
            child.installEventFilter(self)
            self._freeze(child)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See what comes into the pages."""
        if event.type() == QEvent.Type.ChildPolished:
            child = event.child()  # type: ignore[attr-defined]  # a QChildEvent by its type
            if isinstance(child, QWidget):
                self._watch(child)
        return False

    def _freeze(self, widget: QWidget) -> None:
        if isinstance(widget, Freezes):
            widget.freeze(tr(FROZEN))
        searches = isinstance(widget, LineField) and widget.searches
        if isinstance(widget, _TYPED_IN) and not searches and not widget.isReadOnly():
            widget.setReadOnly(True)
            widget.setToolTip(tr(FROZEN))


def only_read(
    window: MainWindow, words: str, *, link: str = "", clicked: Callable[[], object] | None = None
) -> None:
    """Turn a window into one that only reads, for good: words say why, the link what helps."""
    window.notices.tell(NOTICE, words, severity="warn", link=link, clicked=clicked, closable=False)
    window.set_saving(Saving.READING)
    window.actions_.freeze(tr(FROZEN))
    _Freezer(window.pages)
