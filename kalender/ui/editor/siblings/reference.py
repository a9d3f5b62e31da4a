# SPDX-License-Identifier: EUPL-1.2
"""The words of the original beside the text: to read and to copy, never to change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from kalender.ui.editor.text.direction import lay_out
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.wording.tr import tr


class Reference(Ground):
    """A quiet box with a heading; it scrolls where the text is long."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-subtle", edges="all", line="line-subtle", radius=6, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(6), theme.px(8))
        column.setSpacing(theme.px(6))
        self.title = Text(theme, "", "small", ink="text-2", weight=600)
        column.addWidget(self.title)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAcceptRichText(False)
        self.text.setProperty("bare", "true")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(0)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(tr("Text des Originals"))
        column.addWidget(self.text, 1)
        self.setMinimumHeight(theme.px(120))
        theme.changed.connect(self._dress)
        self._dress()

    def show_text(self, title: str, text: str, *, rtl: bool) -> None:
        """Show the words of the original; rtl: it runs from right to left."""
        self.title.setText(title)
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        lay_out(self.text, rtl=rtl)

    def _dress(self) -> None:
        self.text.setFont(self._theme.font("reading"))
