# SPDX-License-Identifier: EUPL-1.2
"""Asks why a rule is to do something else in this plan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.saved import EntryLine
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.tr import tr


class ReasonDialog(Sheet):
    """title: the rule; what: what it is to do from now on; done: with the reason, which is needed."""

    def __init__(
        self, theme: Theme, parent: QWidget | None, title: str, what: str, done: Callable[[str], object]
    ) -> None:
        super().__init__(theme, parent, title=tr("Prüfregel ändern"), width=460)
        self.body.addWidget(Text(theme, title, "title-2", wrap=True))
        self.body.addWidget(Text(theme, what, "body", wrap=True))
        about = tr("Der Grund steht mit Ihrem Namen und dem Tag bei der Regel. So weiß später jeder, warum.")
        self.body.addWidget(Text(theme, about, "small", ink="text-2", wrap=True))
        self.reason = EntryLine(theme, hint=tr("Grund"), name=tr("Grund der Änderung"))
        self.body.addWidget(self.reason)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(tr("Ändern"), lambda: done(self.reason.text()), kind=Kind.PRIMARY)
        self.go.setDefault(True)
        self.go.setEnabled(False)
        self.reason.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
