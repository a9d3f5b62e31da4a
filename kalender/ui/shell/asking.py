# SPDX-License-Identifier: EUPL-1.2
"""Asks for one sentence, beside the work and not in its way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.wording.tr import tr


def ask_text(
    theme: Theme,
    parent: QWidget,
    *,
    title: str,
    question: str,
    verb: str,
    then: Callable[[str], object],
) -> QDialog:
    """Open a question with a field; then hears the answer, once, and never an empty one."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    field = QLineEdit()
    field.setMinimumWidth(theme.px(380))
    field.setAccessibleName(question)
    go = Button(theme, verb, kind=Kind.PRIMARY)
    go.setDefault(True)
    go.refuse(tr("Schreiben Sie zuerst einen Satz."))

    def typed(text: str) -> None:
        if text.strip():
            go.allow()
        else:
            go.refuse(tr("Schreiben Sie zuerst einen Satz."))

    def answer() -> None:
        if field.text().strip():
            dialog.accept()
            then(field.text().strip())

    field.textChanged.connect(typed)
    field.returnPressed.connect(answer)
    go.clicked.connect(lambda _checked=False: answer())
    column = QVBoxLayout(dialog)
    column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
    column.setSpacing(theme.px(12))
    column.addWidget(Text(theme, title, "title-2"))
    column.addWidget(Text(theme, question, "body", ink="text-2", wrap=True))
    column.addWidget(field)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(Button(theme, tr("Abbrechen"), clicked=dialog.reject))
    row.addWidget(go)
    column.addLayout(row)
    dialog.open()
    field.setFocus()
    return dialog
