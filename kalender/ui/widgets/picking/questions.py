# SPDX-License-Identifier: EUPL-1.2
"""A dialog that asks a few short questions and shows what becomes of the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QScrollArea, QWidget

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.ui.widgets.picking.offering import OfferLine
from kalender.wording.tr import tr

MOST = 6
"""Questions that fit without scrolling, two in a row."""


@frozen
class Question:
    """name: what is asked; answer: what is known already; choices: what is offered, any other words are as good."""

    name: str
    answer: str = ""
    choices: tuple[str, ...] = ()


class Questions(Sheet):
    """done(answers): hears all answers by name, those left empty too. preview: what the answers make, shown as one types."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        title: str,
        note: str,
        questions: Sequence[Question],
        verb: str,
        done: Callable[[Mapping[str, str]], object],
        preview: Callable[[Mapping[str, str]], str] | None = None,
    ) -> None:
        super().__init__(theme, parent, title=title, width=620)
        self._done, self._make = done, preview
        self.body.addWidget(Text(theme, title, "title-2"))
        self.body.addWidget(Text(theme, note, "body", ink="text-2", wrap=True))
        self.lines: dict[str, LineField] = {}
        holder = Ground(theme, "bg-surface")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, theme.px(4), 0)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(8))
        for number, question in enumerate(questions):
            grid.addWidget(self._field(theme, question), number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        if len(questions) > MOST:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(holder)
            area.setMinimumHeight(theme.px(280))
            self.body.addWidget(area, 1)
        else:
            self.body.addWidget(holder)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setFont(theme.font("body"))
        self.preview.setAccessibleName(tr("Vorschau"))
        self.preview.setMinimumHeight(theme.px(130))
        self.body.addWidget(self.preview, 1)
        if preview is None:
            self.preview.hide()
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(verb, self._go, kind=Kind.PRIMARY)
        self.go.setDefault(True)
        if self.lines:
            next(iter(self.lines.values())).setFocus()
        self._show()

    def _field(self, theme: Theme, question: Question) -> Field:
        if question.choices:
            choice = OfferLine(theme, arrow=True)
            choice.offers = lambda: question.choices
            choice.setText(question.answer)
            choice.textChanged.connect(lambda _text: self._show())
            self.lines[question.name] = choice
            return Field(theme, question.name, choice, hint=tr("Pfeil nach unten zeigt, was zur Wahl steht."))
        line = LineField(theme, question.answer)
        line.textChanged.connect(lambda _text: self._show())
        self.lines[question.name] = line
        return Field(theme, question.name, line)

    @property
    def answers(self) -> dict[str, str]:
        """What is entered, by name."""
        return {name: line.text().strip() for name, line in self.lines.items()}

    def _show(self) -> None:
        if self._make is not None:
            self.preview.setPlainText(self._make(self.answers))

    def _go(self) -> None:
        self._done(self.answers)
