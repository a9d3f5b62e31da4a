# SPDX-License-Identifier: EUPL-1.2
"""The conversation beside a post: who said what when, and a field for a reply."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kalender.domain.plan import Person
from kalender.domain.post import Comment
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Avatar, KeyCap
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.wording.dates import clock, relative_day
from kalender.wording.tr import tr


class _Reply(QLineEdit):
    said = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
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
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            words = self.text().strip()
            self.clear()
            self.said.emit(words)
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class Talk(QWidget):
    """Comments, oldest first, and a reply."""

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        person: Callable[[str], Person | None],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person = person
        self._now = now
        self._words = spaced(theme, QVBoxLayout(), gap=12)
        self.reply = _Reply(theme)
        self.reply.setPlaceholderText(tr("Antworten …"))
        self.reply.setAccessibleName(tr("Antworten"))
        self.reply.said.connect(self.said)
        layout = spaced(theme, QVBoxLayout(self), gap=10)
        layout.addWidget(SectionHeader(theme, tr("Gespräch")))
        layout.addLayout(self._words)
        layout.addWidget(self.reply)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Give the field the font and height of the text size."""
        self.reply.setFont(self._theme.font("body"))
        self.reply.setMinimumHeight(self._theme.px(36))

    def show_comments(self, comments: tuple[Comment, ...]) -> None:
        """Show a conversation."""
        while (item := self._words.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for comment in sorted(comments, key=lambda item: (item.at or datetime.min, item.id)):
            self._words.addWidget(self._one(comment))

    def _one(self, comment: Comment) -> QWidget:
        theme = self._theme
        person = self._person(comment.by)
        name = person.name if person else tr("Unbekannt")
        box = QWidget()
        row = spaced(theme, QHBoxLayout(box), gap=10)
        row.addWidget(
            Avatar(theme, person.initials if person else "?", avatar_ink(comment.by), size=24),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        said = f"<b>{escape(name)}</b> {escape(self._when(comment, person))}"
        column.addWidget(Text(theme, said, "small", ink="text-2", wrap=True, rich=True))
        column.addWidget(Text(theme, comment.text, "body", wrap=True))
        row.addLayout(column, 1)
        box.setAccessibleName(f"{name}: {comment.text}")
        return box

    def _when(self, comment: Comment, person: Person | None) -> str:
        parts = [person.office] if person and person.office else []
        if comment.at is not None:
            parts.append(f"{relative_day(comment.at.date(), self._now().date())} {clock(comment.at)}")
        return ", ".join(parts)
