# SPDX-License-Identifier: EUPL-1.2
"""A field with its label above and, where something is wrong, the remedy below."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.tr import tr

Editor = TypeVar("Editor", bound=QWidget)


class Field(QWidget):
    """Label, editor and message. tail: a widget at the right of the label, such as a counter."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        *,
        tail: QWidget | None = None,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.editor = editor
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        self._label = Text(theme, label, "small", ink="text-2", weight=600)
        self._label.setBuddy(editor)
        head.addWidget(self._label)
        head.addStretch(1)
        if tail is not None:
            head.addWidget(tail)
        column.addLayout(head)
        column.addWidget(editor)
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        self._message = QWidget()
        row = QHBoxLayout(self._message)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(Symbol(theme, SEVERITY["err"], "err", size=13), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Text(theme, "", "small", ink="err", wrap=True)
        row.addWidget(self._words, 1)
        column.addWidget(self._message)
        self._message.hide()

    @property
    def error(self) -> str:
        """The remedy shown, or empty."""
        return self._words.text()

    def set_error(self, remedy: str) -> None:
        """Show what to do ("Bitte beschreiben Sie das Bild in ein bis zwei Sätzen."), or clear it with ""."""
        self._words.setText(remedy)
        self._message.setVisible(bool(remedy))
        self.editor.setAccessibleDescription(remedy or self._hint)
        self.editor.setProperty("wrong", bool(remedy))
        if isinstance(self.editor, LineField):
            self.editor.mark(SEVERITY["err"] if remedy else "", "err")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def set_label(self, label: str) -> None:
        """Change the label."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)


SEARCH = "ri.search-line"
"""The symbol of a line in which something is searched for."""


class LineField(QLineEdit):
    """One line of text as high as a button, with a symbol in front where one is given. name: accessible name."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        icon: str = "",
        hint: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._icon = icon
        self._action: QAction | None = None
        self._mark: QAction | None = None
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def searches(self) -> bool:
        """Tell whether the line is for finding something, not for writing it."""
        return self._icon == SEARCH

    def setClearButtonEnabled(self, enable: bool) -> None:  # noqa: N802 - Qt's name
        """Let the line be emptied by a button, which has a name for readers."""
        super().setClearButtonEnabled(enable)
        clear = self.findChild(QAction, "_q_qlineeditclearaction")
        if isinstance(clear, QAction):
            self._name(clear, tr("Leeren"))

    def mark(self, icon: str, role: str) -> None:
        """Show a symbol at the end of the line, or none."""
        if self._mark is not None:
            self.removeAction(self._mark)
            self._mark = None
        if icon:
            self._mark = self.addAction(
                self._theme.icon(icon, role), QLineEdit.ActionPosition.TrailingPosition
            )
            self._name(self._mark, tr("Hinweis"))

    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.line("body") + self._theme.px(10))
        if self._icon:
            if self._action is not None:
                self.removeAction(self._action)
            icon = self._theme.icon(self._icon, "text-3", 16)
            self._action = self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
            self._name(self._action, tr("Suchen") if self.searches else tr("Eingeben"))

    def _name(self, action: QAction, words: str) -> None:
        """Give the button of a symbol words for readers; a click on it leads into the line."""
        for button in action.associatedObjects():
            if isinstance(button, QToolButton):
                button.setAccessibleName(words)
        action.triggered.connect(self.setFocus)
