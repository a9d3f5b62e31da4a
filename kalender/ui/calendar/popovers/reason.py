# SPDX-License-Identifier: EUPL-1.2
"""Asking for a reason in one sentence: why a post may fall into a blackout after all, or why it is held."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from kalender.domain.plan import Blackout
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.feedback.popover import Popover
from kalender.wording.dates import day_long
from kalender.wording.tr import tr


class _Reason(QPlainTextEdit):
    """Strg+Enter accepts; Tab leaves."""

    accepted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers():
            self.accepted.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class ReasonPopover(Popover):
    """Asks for a reason in a sentence; `reasoned` brings it, and nothing happens when it is left by Esc.

    told: what the reason is for. hint: where it will stand. accept: words of the button that goes on.
    """

    reasoned = Signal(str)

    def __init__(
        self, theme: Theme, owner: QWidget, *, title: str, told: str, hint: str, accept: str
    ) -> None:
        super().__init__(theme, owner, name=title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.px(360))
        self.body.addWidget(Text(theme, title, "title-3"))
        self.body.addWidget(Text(theme, told, "small", ink="text-2", wrap=True))
        self.text = _Reason()
        self.text.setTabChangesFocus(True)
        self.text.setFont(theme.font("body"))
        self.text.setFixedHeight(theme.px(72))
        self.text.accepted.connect(self._accept)
        self._field = Field(theme, tr("Begründung"), self.text, hint=hint)
        self.body.addWidget(self._field)
        self.body.addWidget(Text(theme, hint, "small", ink="text-3", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(theme, tr("Abbrechen"), kind=Kind.QUIET, clicked=self.close))
        self.accept = Button(theme, accept, kind=Kind.PRIMARY, clicked=self._accept)
        row.addWidget(self.accept)
        self.body.addLayout(row)

    def _accept(self) -> None:
        reason = self.text.toPlainText().strip()
        if not reason:
            self._field.set_error(tr("Bitte begründen Sie das in einem Satz."))
            self.adjustSize()
            return
        self.close()
        self.reasoned.emit(reason)


def exception(theme: Theme, owner: QWidget, day: date, blackout: Blackout) -> ReasonPopover:
    """Return the popover that asks why a post may fall into a blackout after all."""
    because = f" ({blackout.reason})" if blackout.reason else ""
    told = tr("{day} liegt in der Sperrzeit „{title}“{because}. Mit einer Begründung ist es möglich.")
    return ReasonPopover(
        theme,
        owner,
        title=tr("Ausnahme begründen"),
        told=told.format(day=day_long(day), title=blackout.title, because=because),
        hint=tr("Die Begründung steht danach als Kommentar beim Beitrag."),
        accept=tr("Trotzdem dorthin legen"),
    )
