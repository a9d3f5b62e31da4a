# SPDX-License-Identifier: EUPL-1.2
"""The conversation beside a post: who said what when, how much is open, and a line for another word."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.domain.post import Comment
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import KeyCap
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.talk.acts import Acts
from kalender.ui.widgets.talk.conversation import Conversation, open_words
from kalender.ui.widgets.talk.naming import NamingLine
from kalender.ui.widgets.talk.word import Reader
from kalender.wording.tr import tr


class _Reply(NamingLine):
    said = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, hint=tr("Kommentar, @ nennt jemanden"), name=tr("Neuer Kommentar"))
        self._key = KeyCap(theme, "C", self)
        self.textChanged.connect(self._tell_key)

    def _tell_key(self) -> None:
        self._key.setVisible(not self.text() and not self.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the key at the right end."""
        super().resizeEvent(event)
        size = self._key.sizeHint()
        gap = (self.height() - size.height()) // 2
        self._key.setGeometry(self.width() - size.width() - gap, gap, size.width(), size.height())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the key: while one writes it is a letter."""
        super().focusInEvent(event)
        self._tell_key()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the key again."""
        super().focusOutEvent(event)
        self._tell_key()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Send on Enter; Esc leaves the field, so that single keys decide again."""
        if self.offered.isVisible():
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            words = self.text().strip()
            self.clear()
            self.said.emit(words)
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class Talk(QWidget):
    """Threads, oldest first, and a line for another."""

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        acts: Acts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.conversation = Conversation(theme, acts)
        self.reply = _Reply(theme)
        self.reply.said.connect(self.said)
        layout = spaced(theme, QVBoxLayout(self), gap=10)
        head = SectionHeader(theme, tr("Gespräch"))
        self._open = Text(theme, "", "small", ink="text-2", weight=600)
        head.tail.addWidget(self._open)
        layout.addWidget(head)
        layout.addWidget(self.conversation)
        layout.addWidget(self.reply)

    def restyle(self) -> None:
        """Give the line its font again, which a change of parent takes away."""
        self.reply.setFont(self._theme.font("body"))

    def show_comments(self, comments: tuple[Comment, ...], reader: Reader) -> None:
        """Show a conversation, and how much of it is open."""
        self.reply.people = reader.names
        self._open.setText(open_words(comments))
        self.conversation.show_comments(comments, reader)
