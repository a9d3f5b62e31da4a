# SPDX-License-Identifier: EUPL-1.2
"""Asks for the name of a view, and says who will see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.field import Field
from kalender.wording.tr import tr


class NameDialog(QDialog):
    """do: is given the name; returns why it was not done, empty where it was."""

    def __init__(
        self, theme: Theme, parent: QWidget, *, title: str, verb: str, name: str, do: Callable[[str], str]
    ) -> None:
        super().__init__(parent)
        self._do = do
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(name)
        self.name.setMinimumWidth(theme.px(360))
        self.name.selectAll()
        self._field = Field(theme, tr("Name der Ansicht"), self.name)
        told = tr(
            "Gesichert werden Filter, Suchwörter, Seite und Anordnung, nicht der Zeitraum. "
            "Die Ansicht gehört zum Plan: Alle, die mit ihm arbeiten, sehen sie."
        )
        self.go = Button(theme, verb, kind=Kind.PRIMARY, clicked=self._accept)
        self.go.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(Text(theme, title, "title-2"))
        column.addWidget(self._field)
        column.addWidget(Text(theme, told, "small", ink="text-2", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(theme, tr("Abbrechen"), clicked=self.reject))
        row.addWidget(self.go)
        column.addLayout(row)
        self.name.setFocus()

    def _accept(self) -> None:
        refused = self._do(self.name.text())
        if refused:
            self._field.set_error(refused)
            self.name.setFocus()
        else:
            self.accept()
