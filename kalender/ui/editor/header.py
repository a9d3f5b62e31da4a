# SPDX-License-Identifier: EUPL-1.2
"""The bar over the editor: back, title, stage, when, who, more, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kalender.domain.plan import Person
from kalender.domain.stage import Stage
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.signs import StageChip
from kalender.ui.widgets.blocks.text import Line
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.moment import MomentButton
from kalender.ui.widgets.controls.person import PersonChooser
from kalender.wording.terms import STAGES, Term
from kalender.wording.tr import tr


@dataclass(frozen=True, slots=True)
class Step:
    """The next step of a post: words and symbol of the main button."""

    words: str
    icon: str


STEPS = {
    Stage.IDEA: Step("Entwurf beginnen", "ri.pencil-line"),
    Stage.DRAFT: Step("Zur Prüfung geben", "ri.eye-line"),
    Stage.IN_REVIEW: Step("Prüfung öffnen", "ri.shield-check-line"),
    Stage.APPROVED: Step("Exportieren …", "ri.inbox-unarchive-line"),
    Stage.EXPORTED: Step("Veröffentlichung eintragen …", "ri.check-double-line"),
}
"""What Strg+Enter leads to, by stage; a published post has no next step."""


class TitleEdit(QLineEdit):
    """The title, changed in place: Enter keeps it, Esc takes back the one before."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before = ""
        self.setProperty("bare", "true")
        self.setPlaceholderText(tr("Titel des Beitrags"))
        self.setAccessibleName(tr("Titel"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        theme.changed.connect(self._dress)
        theme.changed.connect(self._dress_later)
        self._dress()

    def show_title(self, title: str) -> None:
        """Show another title unless it is being typed."""
        if title != self.text() and not self.hasFocus():
            self.setText(title)
            self.setCursorPosition(0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the title."""
        metrics = self._theme.metrics("title-1")
        words = self.text() or self.placeholderText()
        return QSize(round(metrics.horizontalAdvance(words)) + self._theme.px(12), self._theme.px(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters."""
        return QSize(self._theme.px(90), self._theme.px(34))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Remember what Esc brings back."""
        self._before = self.text()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc takes the change back."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._before:
            self.setText(self._before)
            self.textEdited.emit(self._before)
            return
        super().keyPressEvent(event)

    def _dress_later(self) -> None:
        QTimer.singleShot(0, self, self._dress)

    def _dress(self) -> None:
        self.setFont(self._theme.font("title-1"))
        self._fit()

    def _fit(self) -> None:
        self.updateGeometry()


class Header(FoldingBar):
    """What the post is and what comes next. All signals speak of what the person wants."""

    back = Signal()
    titled = Signal(str)
    title_done = Signal()
    dated = Signal(object)
    given_to = Signal(str)
    more = Signal()
    forward = Signal()

    def __init__(self, theme: Theme, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        row, right = self.first, self.second
        self.leave = Button(
            theme, tr("Kalender"), icon="ri.arrow-left-line", kind=Kind.QUIET, clicked=self.back.emit
        )
        self.title = TitleEdit(theme)
        self.pencil = Button(
            theme, icon="ri.pencil-line", kind=Kind.QUIET, name=tr("Titel ändern"), clicked=self._edit_title
        )
        self.chip = StageChip(theme, STAGES[Stage.DRAFT])
        self.when = MomentButton(theme, today=today)
        self.who = PersonChooser(theme, (), label=tr("Zuständig"))
        self.menu = Button(theme, icon="ri.more-fill", name=tr("Weitere Befehle"), clicked=self.more.emit)
        self.next = Button(theme, kind=Kind.PRIMARY, keys=tr("Strg Enter"), clicked=self.forward.emit)
        row.addWidget(self.leave)
        row.addSpacing(theme.px(4))
        row.addWidget(Line(theme, upright=True))
        row.addSpacing(theme.px(4))
        row.addWidget(self.title)
        row.addWidget(self.pencil)
        row.addWidget(self.chip)
        row.addStretch(1)
        for widget in (self.when, self.who, self.menu, self.next):
            right.addWidget(widget)
        self.title.textEdited.connect(self.titled)
        self.title.editingFinished.connect(self.title_done)
        self.when.chosen.connect(self.dated)
        self.who.chosen.connect(self.given_to)

    def show_post(
        self, title: str, term: Term, stage: Stage, planned: datetime | None, responsible: str
    ) -> None:
        """Show what the post is."""
        self.title.show_title(title)
        self.chip.set_term(term)
        self.when.set_moment(planned)
        self.who.set_current(responsible)
        step = STEPS.get(stage)
        self.next.setVisible(step is not None)
        if step is not None:
            self.next.set_words(tr(step.words))
            self.next.set_icon(step.icon)

    def lock(self, *, locked: bool) -> None:
        """Let title, time and person be read and not changed."""
        for part in (self.title, self.pencil, self.when, self.who):
            part.setEnabled(not locked)

    def turned(self, *, folded: bool) -> None:
        """Take the person up to the title where the halves stand under each other."""
        if folded:
            self.first.addWidget(self.who)
        else:
            self.second.insertWidget(1, self.who)

    def show_people(self, people: Sequence[Person], current: str) -> None:
        """Show who can be responsible."""
        self.who.set_people(people, current=current)

    def _edit_title(self) -> None:
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()
