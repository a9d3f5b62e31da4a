# SPDX-License-Identifier: EUPL-1.2
"""The labels of a post as a line to be written in, with those that other posts have on offer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kalender.ui.calendar.inspector.changing import LABELS, Changing
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import LEVEL
from kalender.ui.widgets.picking.offering import SeveralLine
from kalender.wording.tr import tr


class LabelsLine(SeveralLine):
    """Enter or leaving says the labels, Esc takes back what was typed."""

    def __init__(self, theme: Theme, labels: Sequence[str], changing: Changing) -> None:
        super().__init__(theme, name=tr("Schlagworte"), hint=tr("mit Komma getrennt"))
        self.setProperty(LABELS, "true")
        self.setProperty(LEVEL, "true")
        self._before = tuple(labels)
        self.offers = changing.known_labels
        self.show_words(labels)
        words = tr("Schlagworte, mit Komma getrennt. Pfeil nach unten zeigt Vorschläge.")
        self.setToolTip(f"{', '.join(labels)}\n{words}" if labels else words)
        self.setAccessibleDescription(words)
        self.said.connect(changing.labels)

    def take_over(self, other: LabelsLine) -> None:
        """Get the keyboard and what is being written in another line."""
        self.setFocus()
        if other.words != other._kept:
            self.setText(other.text())
        self.setCursorPosition(other.cursorPosition())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take what was typed back with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.words != self._before:
            self.setText(", ".join(self._before))
            return
        super().keyPressEvent(event)


def go_on(old: QWidget, part: QWidget) -> None:
    """Let the line of labels among the new parts take over from the old one."""
    if isinstance(old, LabelsLine):
        for line in part.findChildren(LabelsLine):
            line.take_over(old)
