# SPDX-License-Identifier: EUPL-1.2
"""Asks for one sentence, beside the work and not in its way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.tr import tr


def ask_text(
    theme: Theme,
    parent: QWidget,
    *,
    title: str,
    question: str,
    verb: str,
    then: Callable[[str], object],
) -> Sheet:
    """Open a question with a field; then hears the answer, once, and never an empty one."""
    dialog = Sheet(theme, parent, title=title)
    field = QLineEdit()
    field.setAccessibleName(question)

    def typed(text: str) -> None:
        if text.strip():
            go.allow()
        else:
            go.refuse(tr("Schreiben Sie zuerst einen Satz."))

    def answer() -> None:
        if field.text().strip():
            dialog.accept()
            then(field.text().strip())

    dialog.body.addWidget(Text(theme, title, "title-2"))
    dialog.body.addWidget(Text(theme, question, "body", ink="text-2", wrap=True))
    dialog.body.addWidget(field)
    dialog.add_button(tr("Abbrechen"))
    go = dialog.add_button(verb, answer, kind=Kind.PRIMARY, closes=False)
    go.setDefault(True)
    go.refuse(tr("Schreiben Sie zuerst einen Satz."))
    field.textChanged.connect(typed)
    dialog.open()
    field.setFocus()
    return dialog
