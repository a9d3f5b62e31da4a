# SPDX-License-Identifier: EUPL-1.2
"""Leads from a field of the post to what it said before: which field is meant, and the menu of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.editor.page import EditorPage

FIELD = "fieldOfPost"
OWN = "own/"
"""How the name of a field begins that belongs to the channel in front."""
ALT = "alt"
"""The alt text of the picture that is chosen on the strip."""

KEYS = "Ctrl+Shift+F"


def of_post(widget: QWidget, field: str) -> None:
    """Say which field of the post a widget shows, own/… for one of the channel in front; the page gives it its menu."""
    widget.setProperty(FIELD, field)
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)


class FieldPast:
    """Asks for the earlier states of the post, or of the field in which the person writes."""

    def __init__(self, page: EditorPage) -> None:
        self._page = page
        of_post(page.header.title, "title")
        of_post(page.column.album.alt, ALT)
        page.column.box.area.setProperty(FIELD, "text")  # its own menu knows about spelling

    def whole(self) -> None:
        """Show the earlier states of the post."""
        self._want("")

    def one(self) -> None:
        """Show those of the field that has the keyboard, or had it last in this page."""
        field = self._named(self._page.focusWidget())
        if field:
            self._want(field)
        else:
            self._page.refused.emit(
                tr(
                    "Kein Feld gewählt. Setzen Sie den Cursor in das Feld, dessen frühere Stände Sie sehen wollen."
                )
            )

    def _want(self, field: str) -> None:
        if self._page.session.flush():
            self._page.story_wanted.emit(self._page.session.id, field)

    def _named(self, widget: QWidget | None) -> str:
        """Return the field of a widget as the history calls it, empty for anything else."""
        while widget is not None and widget is not self._page:
            name = str(widget.property(FIELD) or "")
            if name:
                return self._of_channel(name)
            widget = widget.parentWidget()
        return ""

    def _of_channel(self, name: str) -> str:
        key = self._page.key
        version = self._page.session.post.version(key)
        if name == ALT:
            return f"attachment/{self._page.column.album.strip.current}/alt"
        if name.startswith(OWN) and key:
            return f"version/{key}/{name.removeprefix(OWN)}"
        if name == "text" and version is not None and version.text is not None:
            return f"version/{key}/text"
        return name

    def answer(self, event: QContextMenuEvent) -> None:
        """Open what Qt offers for a field, with its earlier states; elsewhere on the page there is no menu."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        widget = self._page.childAt(event.pos()) if by_mouse else self._page.focusWidget()
        while widget is not None and not isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
            widget = widget.parentWidget() if widget is not self._page else None
        if widget is None or not self._named(widget) or not self._page.session.id:
            event.ignore()
            return
        menu = widget.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(widget, QTextEdit):  # its own steps are none: Strg+Z takes back those of the plan
            for action in menu.actions()[:3]:
                menu.removeAction(action)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        menu.addSeparator()
        entry = menu.addAction(tr("Frühere Stände dieses Felds …"))
        entry.setShortcut(KEYS)
        entry.triggered.connect(lambda _on=False: self.one())
        menu.popup(event.globalPos())
