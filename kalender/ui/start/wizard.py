# SPDX-License-Identifier: EUPL-1.2
"""The wizard that sets up a plan in five steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kalender.domain.format import Platform
from kalender.domain.pace.deadlines import USUAL, Terms
from kalender.domain.plan import Land
from kalender.domain.refusal import Refused
from kalender.ui.start.channels import ChannelStep
from kalender.ui.start.draft import LandFacts, PlanDraft, channels_of, judge, land_facts, topics
from kalender.ui.start.pages import LastStep, PlaceStep, Step, TownStep
from kalender.ui.start.people import PeopleStep
from kalender.ui.start.steps import Steps
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.wording.lands import LANDS, ROLES
from kalender.wording.pace.deadlines import told
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class Wizard(QWidget):
    """plan_wanted(PlanDraft): everything is entered; later: set up another time. A window or a page, never modal.

    documents: folder in which a place is proposed. place_ok(folder): why a plan cannot lie there, or None.
    """

    plan_wanted = Signal(object)
    later = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        platforms: Sequence[Platform],
        documents: Path,
        today: date,
        facts: Callable[[Land, date], LandFacts] = land_facts,
        place_ok: Callable[[Path], Refused | None] = judge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("Kalender einrichten"))
        self.town = TownStep(theme, facts, today)
        self.channels = ChannelStep(theme, platforms)
        self.people = PeopleStep(theme)
        self.place = PlaceStep(theme, place_ok, documents, lambda: self.town.municipality().title)
        self.last = LastStep(theme)
        names = [tr("Ihre Kommune"), tr("Kanäle"), tr("Personen und Rollen"), tr("Speicherort"), tr("Fertig")]
        self.steps = Steps(theme, names)
        self._pages: tuple[Step, ...] = (self.town, self.channels, self.people, self.place, self.last)
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
        self.skip = Button(theme, tr("Später einrichten"), kind=Kind.QUIET, clicked=self.later.emit)
        self.back = Button(theme, tr("Zurück"), clicked=lambda: self.go(-1))
        self.next = Button(
            theme, tr("Weiter"), kind=Kind.PRIMARY, keys=tr("Enter"), clicked=lambda: self.go(1)
        )
        self._where = Text(theme, "", "small", ink="text-2")
        self._build()
        self._show(0)

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = Ground(theme, "bg-window", edges="r")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(px(14), px(20), px(14), px(16))
        left.setSpacing(px(2))
        head = Text(theme, tr("Willkommen"), "title-3")
        words = tr("Fünf Schritte, etwa drei Minuten. Alles lässt sich später ändern.")
        intro = Text(theme, words, "small", ink="text-2", wrap=True)
        for label in (head, intro):
            label.setContentsMargins(px(10), 0, px(6), 0)
            left.addWidget(label)
        left.addSpacing(px(12))
        left.addWidget(self.steps)
        left.addStretch(1)
        note = QHBoxLayout()
        note.setSpacing(px(8))
        note.addWidget(Symbol(theme, "ri.lock-line", "text-2", size=16), 0, Qt.AlignmentFlag.AlignTop)
        safe = tr("Ihre Daten bleiben auf Ihrem Rechner.")
        note.addWidget(Text(theme, safe, "small", ink="text-2", wrap=True), 1)
        left.addLayout(note)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        foot = Ground(theme, "bg-subtle", edges="t")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(px(24), px(14), px(24), px(14))
        buttons.setSpacing(px(10))
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self._where)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        right.addWidget(foot)
        row.addWidget(self._left)
        row.addLayout(right, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size of the window at 100 %."""
        return QSize(self._theme.px(1014), self._theme.px(676))

    @property
    def step(self) -> int:
        """The number of the step at work, from 0."""
        return self._stack.currentIndex()

    def go(self, by: int) -> None:
        """Go on or back; on only where nothing is missing."""
        if by > 0 and not self._pages[self.step].check():
            return
        if by > 0 and self.step == len(self._pages) - 1:
            self.plan_wanted.emit(self.draft())
            return
        self._show(max(0, self.step + by))

    def draft(self) -> PlanDraft:
        """Return what was entered."""
        return PlanDraft(
            folder=self.place.path(),
            municipality=USUAL.of_plan(self.town.municipality()),
            channels=channels_of(self.channels.chosen()),
            people=self.people.people(),
            topics=topics(),
        )

    def refuse(self, refusal: Refused) -> None:
        """Say why the plan could not be made."""
        self.last.show_failure(sentence(refusal))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes on, Esc puts it off."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go(1)
        elif event.key() == Qt.Key.Key_Escape:
            self.later.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, step: int) -> None:
        if step == len(self._pages) - 1:
            self._summarise()
        self._stack.setCurrentIndex(step)
        self.steps.show_step(step)
        self._where.setText(tr("Schritt {n} von {all}").format(n=step + 1, all=len(self._pages)))
        self._pages[step].begin()
        self.back.setEnabled(step > 0)
        last = step == len(self._pages) - 1
        self.next.set_words(tr("Plan anlegen") if last else tr("Weiter"))
        self._pages[step].first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _summarise(self) -> None:
        draft = self.draft()
        town = draft.municipality
        people = ", ".join(f"{item.name} ({tr(ROLES[item.role])})" for item in draft.people)
        channels = ", ".join(
            tr("{channel} ({n} je Woche)").format(channel=item.name, n=item.per_week)
            for item in draft.channels
        )
        self.last.show_facts(
            [
                (tr("Kommune"), f"{town.title}, {LANDS[town.land]}"),
                (tr("Kanäle"), channels),
                (tr("Personen"), people),
                (tr("Themen"), ", ".join(item.name for item in draft.topics)),
                (
                    tr("Fristen"),
                    tr("{terms} (Einstellungen › Fristen und Takt)").format(terms=told(Terms.of(town))),
                ),
                (tr("Ordner"), str(draft.folder)),
            ]
        )

    def _restyle(self) -> None:
        self._left.setFixedWidth(self._theme.px(222))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the list of steps out where there is no room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < self._theme.px(780)
        self._left.setVisible(not narrow)
        self._where.setVisible(narrow)
