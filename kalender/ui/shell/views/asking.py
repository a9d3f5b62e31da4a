# SPDX-License-Identifier: EUPL-1.2
"""Asks for the name of a view, and says who will see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.tr import tr


class NameDialog(Sheet):
    """do: is given the name; returns why it was not done, empty where it was."""

    def __init__(
        self, theme: Theme, parent: QWidget, *, title: str, verb: str, name: str, do: Callable[[str], str]
    ) -> None:
        super().__init__(theme, parent, title=title)
        self._do = do
        self.name = QLineEdit(name)
        self.name.selectAll()
        self._field = Field(theme, tr("Name der Ansicht"), self.name)
        told = tr(
            "Gesichert werden Filter, Suchwörter, Seite und Anordnung, nicht der Zeitraum. "
            "Die Ansicht gehört zum Plan: Alle, die mit ihm arbeiten, sehen sie."
        )
        self.body.addWidget(Text(theme, title, "title-2"))
        self.body.addWidget(self._field)
        self.body.addWidget(Text(theme, told, "small", ink="text-2", wrap=True))
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(verb, self._accept, kind=Kind.PRIMARY, closes=False)
        self.go.setDefault(True)
        self.name.setFocus()

    def _accept(self) -> None:
        refused = self._do(self.name.text())
        if refused:
            self._field.set_error(refused)
            self.name.setFocus()
        else:
            self.accept()
