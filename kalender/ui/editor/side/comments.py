# SPDX-License-Identifier: EUPL-1.2
"""The conversation beside a post, folded to its last word until it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.post import Comment
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Avatar
from kalender.ui.widgets.blocks.text import Elided, Ground
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.ui.widgets.talk.acts import Acts
from kalender.ui.widgets.talk.conversation import Conversation, open_words
from kalender.ui.widgets.talk.naming import NamingLine
from kalender.ui.widgets.talk.word import Reader
from kalender.wording.tr import tr


class Comments(Ground):
    """written(text): a comment was entered."""

    written = Signal(str)

    def __init__(self, theme: Theme, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="t", parent=parent)
        self._themed = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(6), theme.px(12), theme.px(6))
        column.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        self.fold = Button(
            theme,
            tr("Kommentare"),
            icon="ri.chat-3-line",
            kind=Kind.QUIET,
            size=Size.DENSE,
            clicked=self._fold,
        )
        self._face = Avatar(theme, "", "#46535A", size=20)
        self._last = Elided(theme, "", "small", ink="text-2")
        head.addWidget(self.fold)
        head.addStretch(1)
        head.addWidget(self._face)
        head.addWidget(self._last)
        column.addLayout(head)
        inside = Ground(theme, "bg-surface")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        self.talk = Conversation(theme, acts)
        inner.addWidget(self.talk)
        inner.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidget(inside)
        self._area.setAccessibleName(tr("Kommentare zu diesem Beitrag"))
        column.addWidget(self._area, 1)
        entry = QHBoxLayout()
        entry.setSpacing(theme.px(6))
        self.entry = NamingLine(
            theme, hint=tr("Kommentar schreiben, @ nennt eine Person"), name=tr("Neuer Kommentar")
        )
        self.entry.returnPressed.connect(self._send)
        self.send = Button(theme, icon="ri.send-plane-line", name=tr("Kommentar abgeben"), clicked=self._send)
        entry.addWidget(self.entry, 1)
        entry.addWidget(self.send)
        column.addLayout(entry)
        self._entry_row = (self.entry, self.send)
        self._opened = False
        self._show_fold()

    def show_comments(self, comments: Sequence[Comment], reader: Reader) -> None:
        """Show the conversation, the oldest word first."""
        self.entry.people = reader.names
        known = sorted(
            (item for item in comments if item.standing), key=lambda item: (item.at or datetime.min, item.id)
        )
        still = open_words(comments)
        self.fold.set_words(tr("Kommentare ({open})").format(open=still) if still else tr("Kommentare"))
        self.talk.show_comments(comments, reader)
        last = known[-1] if known else None
        self._last.setText(f"„{last.text}“" if last else "")
        person = reader.people.get(last.by) if last else None
        if person is not None:
            self._face.set_person(person.initials, avatar_ink(person.id), person.name)
        self._face.setProperty("known", person is not None)
        self._show_fold()

    def reveal(self, comment: str) -> bool:
        """Unfold the conversation at a comment; tell whether it is here."""
        self._opened = True
        self._show_fold()
        return self.talk.reveal(comment)

    def _send(self) -> None:
        text = self.entry.text().strip()
        if text:
            self.entry.clear()
            self.written.emit(text)

    def _fold(self) -> None:
        self._opened = not self._opened
        self._show_fold()
        if self._opened:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the conversation its room anew."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Room for a thread or two, never for more than about half of the column."""
        above = self.parentWidget()
        most = self._themed.px(280) if above is None else round(above.height() * 0.4)
        least = self._themed.px(120)
        self._area.setMinimumHeight(
            max(least, min(self.talk.sizeHint().height(), self._themed.px(280), most))
        )

    def _show_fold(self) -> None:
        self._area.setVisible(self._opened)
        self._give_room()
        for widget in self._entry_row:
            widget.setVisible(self._opened)
        quoted = not self._opened and bool(self._last.text())
        self._last.setVisible(quoted)
        self._face.setVisible(quoted and bool(self._face.property("known")))
        self.fold.setAccessibleDescription(tr("aufgeklappt") if self._opened else tr("zugeklappt"))
