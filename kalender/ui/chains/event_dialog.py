# SPDX-License-Identifier: EUPL-1.2
"""The dialogs of an event: what, when, where, and which posts around it; moving it; deleting it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.chains.events import CHAINS, OWN, Event, Step
from kalender.ui.chains.steps import StepRow
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.pane import own_pane
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.controls.day import DayButton
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.chains import events as words
from kalender.wording.tr import tr

ROOM = 232
"""Px at 100 % for the posts of a chain; more of them scroll."""

EVENT, CAMPAIGN = "event", "campaign"


class EventDialog(Sheet):
    """Title, kind, days, place, topic, and the posts wanted around it.

    topics: id and name. chain: name of the template chosen at first, "" to ask for no posts. told: sentences on what
    other days would do. done: hears the event and the steps wanted. today: posts before it are not wanted at first.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        heading: str,
        event: Event,
        topics: Sequence[tuple[str, str]],
        verb: str,
        today: date,
        done: Callable[[Event, tuple[Step, ...]], object],
        chain: str = "",
        told: Callable[[Event], Sequence[str]] = lambda _event: (),
    ) -> None:
        super().__init__(theme, parent, title=heading, width=760)
        self._event, self._done, self._told, self._today = event, done, told, today
        self.body.addWidget(Text(theme, heading, "title-2"))
        self.title = LineField(theme, event.title)
        self._field = Field(theme, tr("Titel"), self.title)
        self.body.addWidget(self._field)
        self.kind = Segmented(
            theme,
            [(EVENT, tr("Veranstaltung")), (CAMPAIGN, tr("Kampagne"))],
            name=tr("Art"),
            current=CAMPAIGN if event.campaign else EVENT,
        )
        first = event.first or today
        self.first = DayButton(theme, tr("Erster Tag"), first)
        self.last = DayButton(theme, tr("Letzter Tag"), event.last or first)
        self.body.addWidget(self.kind)
        row = spaced(theme, QHBoxLayout(), gap=8)
        for part in (
            Text(theme, tr("Vom"), "body"),
            self.first,
            Text(theme, tr("bis"), "body"),
            self.last,
        ):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addLayout(row)
        both = spaced(theme, QHBoxLayout(), gap=12)
        self.place = LineField(theme, event.place)
        both.addWidget(Field(theme, tr("Ort"), self.place), 1)
        self.topic = Choice(theme)
        self.topic.addItem(tr("ohne Thema"), "")
        for id_, name in topics:
            self.topic.addItem(name, id_)
        self.topic.setCurrentIndex(max(0, self.topic.findData(event.topic)))
        both.addWidget(Field(theme, tr("Thema"), self.topic), 1)
        self.body.addLayout(both)
        self.note = LineField(theme, event.note)
        self.body.addWidget(Field(theme, tr("Interne Notiz"), self.note))
        self.chain = Choice(theme)
        self._rows: list[StepRow] = []
        inside = QWidget()
        self._boxes = spaced(theme, QVBoxLayout(inside), (0, 0, 6, 0), 4)
        self._area = QScrollArea()
        own_pane(self._area, filled=False)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more = Button(
            theme, tr("Eigenen Beitrag dazu"), icon="ri.add-line", kind=Kind.QUIET, clicked=self._add_own
        )
        if chain:
            for key, name in words.TEMPLATES.items():
                self.chain.addItem(tr(name), key)
            self.chain.setCurrentIndex(self.chain.findData(chain))
            self.body.addWidget(Field(theme, tr("Beiträge dazu"), self.chain))
            self.body.addWidget(self._area)
            self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            for unused in (self.more, self._area, self.chain):
                unused.setParent(self)
                unused.hide()
            self.chain.currentIndexChanged.connect(lambda _row: self._fill())
        self.words = Text(theme, "", "body", ink="text-2", wrap=True)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(verb, self._go, kind=Kind.PRIMARY, closes=False)
        self.first.chosen.connect(self._follow)
        self.last.chosen.connect(lambda _day: self._refresh())
        self.kind.chosen.connect(lambda _key: self._refresh())
        self._fill()

    @property
    def entered(self) -> Event:
        """The event as it is entered."""
        return replace(
            self._event,
            title=self.title.text().strip(),
            first=self.first.day,
            last=self.last.day,
            place=self.place.text().strip(),
            topic=str(self.topic.currentData() or ""),
            note=self.note.text().strip(),
            campaign=self.kind.current == CAMPAIGN,
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that are ticked."""
        return tuple(row.step for row in self._rows if row.box.isChecked())

    def _follow(self, day: date) -> None:
        """Let the event last as long as before."""
        was = self._event.begun_on(day)
        if self.last.day < day or self._event.first is not None:
            self.last.set_day(max(day, was.last or day))
        self._event = (
            replace(self._event, first=day, last=self.last.day) if not self._event.id else self._event
        )
        for row in self._rows:
            row.box.setChecked(not self._over(self.entered, row.step))
        self._refresh()

    def _fill(self) -> None:
        """List the posts of the template."""
        for row in list(self._rows):
            if row.step.kind != OWN:
                self._remove(row)
        for step in reversed(CHAINS.get(str(self.chain.currentData() or "none"), ())):
            self._put(step, at=0)
        self._refresh()

    def _put(self, step: Step, at: int) -> StepRow:
        row = StepRow(self.theme, step, wanted=not self._over(self.entered, step), parent=self)
        row.changed.connect(self._refresh)
        row.removed.connect(lambda: self._take(row))
        self._boxes.insertWidget(at, row)
        self._rows.insert(at, row)
        return row

    def _remove(self, row: StepRow) -> None:
        self._rows.remove(row)
        self._boxes.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _take(self, row: StepRow) -> None:
        self._remove(row)
        self._refresh()

    def _add_own(self) -> None:
        """Add a post that no template has, a week before the first day."""
        row = self._put(Step(kind=OWN, days=-7), at=len(self._rows))
        self._refresh()
        if row.title is not None:
            row.title.setFocus()
            self._boxes.activate()
            self._area.ensureWidgetVisible(row)

    def _over(self, event: Event, step: Step) -> bool:
        """Tell whether a post of a step would lie in the past."""
        return event.first is not None and event.first + timedelta(days=step.offset(event)) < self._today

    def _refresh(self) -> None:
        """Say when the posts would appear, and what other days would do."""
        event = self.entered
        for row in self._rows:
            step = row.step
            name = tr("{name}, {when}").format(name=row.name, when=words.offset(step.offset(event), event))
            if self._over(event, step):
                name = tr("{name} (liegt schon zurück)").format(name=name)
            row.box.setText(name)
            row.box.setAccessibleName(name)
        self._fit()
        said = list(self._told(event))
        self.words.setText(" ".join(said))
        self.words.setVisible(bool(said))

    def _fit(self) -> None:
        """Give the posts as much room as they need, at most ROOM."""
        for row in self._rows:
            row.ensurePolished()
        heights = sum(max(row.sizeHint().height(), row.minimumSizeHint().height()) for row in self._rows)
        needed = heights + self.theme.px(4) * max(0, len(self._rows) - 1) + 4
        self._area.setFixedHeight(min(self.theme.px(ROOM), needed))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again: only what is shown knows its fonts."""
        super().showEvent(event)
        self._fit()

    def _go(self) -> None:
        event = self.entered
        if not event.title:
            self._field.set_error(tr("Bitte nennen Sie einen Titel."))
            self.title.setFocus()
            return
        if event.first is not None and event.last is not None and event.last < event.first:
            self.words.setText(tr("Der letzte Tag liegt vor dem ersten. Wählen Sie einen späteren."))
            self.words.show()
            return
        steps = self.steps
        nameless = next(
            (row for row in self._rows if row.box.isChecked() and row.title and not row.step.title), None
        )
        if nameless is not None and nameless.title is not None:
            self.words.setText(tr("Bitte geben Sie dem eigenen Beitrag einen Titel."))
            self.words.show()
            nameless.title.setFocus()
            return
        self.close()
        self._done(event, steps)


class DropDialog(Sheet):
    """Asks whether an event goes alone or with its posts. told, done: of whether the posts go too."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        about: str,
        told: Callable[[bool], Sequence[str]],
        done: Callable[[bool], object],
    ) -> None:
        super().__init__(theme, parent, title=tr("Veranstaltung löschen"), width=460)
        self._told = told
        self.body.addWidget(Text(theme, tr("Veranstaltung löschen"), "title-2"))
        self.body.addWidget(Text(theme, about, "body", ink="text-2", wrap=True))
        self.posts = CheckBox(theme, tr("Auch ihre Beiträge in den Papierkorb legen"))
        self.posts.toggled.connect(lambda _on: self.refresh())
        self.body.addWidget(self.posts)
        self.words = Text(theme, "", "body", wrap=True)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(
            tr("In den Papierkorb legen"), lambda: done(self.posts.isChecked()), kind=Kind.PRIMARY
        )
        self.refresh()

    def refresh(self) -> None:
        """Say what becomes of the posts."""
        self.words.setText("\n".join(self._told(self.posts.isChecked())))
