# SPDX-License-Identifier: EUPL-1.2
"""The page „Was ist passiert?“: filters, the steps day by day, and the chosen one beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kalender.domain.refusal import Refused
from kalender.services.acting.changes import Changes
from kalender.services.past.comparing import Difference
from kalender.services.past.states import PastStates
from kalender.services.past.taking_back import TakingBack
from kalender.services.past.timeline import Page, Step, Timeline
from kalender.ui.past.changes import Names
from kalender.ui.past.timeline.detail import StepDetail
from kalender.ui.past.timeline.filters import TimelineFilters
from kalender.ui.past.timeline.model import ROW, Row, TimelineModel
from kalender.ui.past.timeline.rows import StepRows
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.rows import RowList
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Line
from kalender.ui.widgets.controls.button import Button
from kalender.wording.past.steps import said, told
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

SETTLED = 120
"""Milliseconds a step stays chosen before what it did is read: arrows run through without waiting."""

DETAIL = 360
STACKED = 760
"""Below this width in px at 100 % the chosen step stands below the list."""

_UNBOUND = 16_777_215  # QWIDGETSIZE_MAX


class TimelinePage(QWidget):
    """Steps at the left, the chosen one at the right. open_post, open_story: a post by id; refused: why not."""

    open_post = Signal(str)
    open_story = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        timeline: Timeline,
        taking_back: TakingBack,
        states: PastStates,
        names: Names,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._timeline = timeline
        self._taking_back = taking_back
        self._states = states
        self._names = names
        self._now = now
        self.filters = TimelineFilters(theme)
        self.model = TimelineModel(self._fetch, self.words, lambda: now().date(), self)
        self.list = RowList(StepRows(theme, self), name=tr("Was ist passiert?"))
        self.list.setModel(self.model)
        self.detail = StepDetail(theme)
        self.empty = EmptyState(
            theme,
            icon="ri.history-line",
            title=tr("Noch nichts passiert"),
            text=tr(
                "Hier steht künftig jeder Schritt: wer wann was getan hat. Jeder lässt sich zurücknehmen."
            ),
        )
        self.none = EmptyState(
            theme,
            icon="ri.filter-3-line",
            title=tr("Kein Schritt passt"),
            text=tr(
                "Zu dieser Auswahl gibt es nichts. Zeigen Sie alles oder wählen Sie einen anderen Zeitraum."
            ),
            buttons=[Button(theme, tr("Alles zeigen"), clicked=self.filters.reset)],
        )
        self._build()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED)
        self._settle.timeout.connect(self.show_chosen)
        self.filters.changed.connect(self.reload)
        self.model.filled.connect(self._show_one)
        self.list.shown.connect(self._settle.start)
        self.list.opened.connect(self.open_chosen)
        self.detail.post_wanted.connect(self.open_post)
        self.detail.story_wanted.connect(self.open_story)
        self.detail.back_wanted.connect(self.take_back)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.list)
        theme.changed.connect(self._fit)
        self.reload()

    def _build(self) -> None:
        theme = self._theme
        layout = spaced(theme, QVBoxLayout(self))
        note = tr("Jeder Schritt, wer ihn wann getan hat, und der Weg zurück")
        layout.addWidget(PageBar(theme, tr("Was ist passiert?"), note=note))
        layout.addWidget(self.filters)
        self._pages = QStackedWidget()
        for part in (self.list, self.empty, self.none):
            self._pages.addWidget(part)
        self._body = spaced(theme, QBoxLayout(QBoxLayout.Direction.LeftToRight))
        self._body.addWidget(self._pages, 1)
        self._rule = Line(theme, role="line")
        self._body.addWidget(self._rule)
        self._body.addWidget(self.detail)
        layout.addLayout(self._body, 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the chosen step below the list where the page is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        stacked = self.width() < self._theme.px(STACKED)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)
        self._rule.setVisible(stacked)
        self.detail.setMinimumWidth(0 if stacked else self._theme.px(DETAIL))
        self.detail.setMaximumWidth(_UNBOUND if stacked else self._theme.px(DETAIL))
        self.detail.setMaximumHeight(self.height() * 9 // 20 if stacked else _UNBOUND)

    # Reading

    def words(self, step: Step) -> str:
        """Return a step as a sentence."""
        return told(step, self._names.person, self._names.channel)

    def _fetch(self, cursor: int | None) -> Page:
        wanted = self.filters.value(self._now().date())
        return self._timeline.page(wanted, cursor, said=lambda code, by: said(code, by, self._names.person))

    def reload(self) -> None:
        """Read again from the top; the chosen step stays chosen where it is still shown."""
        chosen = self.chosen()
        bar = self.list.verticalScrollBar()
        place, keep = bar.value(), self.model.rowCount()
        self._show_people()
        self.model.reload(keep=keep if place else 0)
        row = self.model.row_of(chosen.number) if chosen else -1
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        else:
            self.list.step_to_first()
        if place:
            bar.setValue(place)
        self._show_one()
        self.show_chosen()

    def changed(self, changes: Changes) -> None:
        """Something was done: it stands at the top now."""
        if changes.refs:
            self.reload()

    def _show_people(self) -> None:
        writers = [(id_, self._names.person(id_)) for id_ in self._timeline.writers() if id_]
        self.filters.show_people([(id_, name) for id_, name in writers if name])

    def _show_one(self) -> None:
        """Show the list, or why it is empty."""
        active = self.filters.value(self._now().date()).active
        waiting = not self.model.complete
        page = self.list if self.model.rowCount() or waiting else self.none if active else self.empty
        self._pages.setCurrentWidget(page)

    # Choosing

    def chosen(self) -> Step | None:
        """Return the chosen step, or None."""
        row = self.list.currentIndex().data(ROW)
        return row.step if isinstance(row, Row) else None

    def show_chosen(self) -> None:
        """Show what the chosen step did and whether it can be taken back."""
        self._settle.stop()
        step = self.chosen()
        if step is None:
            self.detail.show_step(None, "", None, (), self._names)
            return
        try:
            outlook = self._taking_back.outlook(step.number)
        except Refused:
            self.detail.show_step(None, "", None, (), self._names)
            return
        self.detail.show_step(step, self.words(step), outlook, self._changes(step), self._names)

    def _changes(self, step: Step) -> Sequence[Difference]:
        if not step.post or step.size != 1:
            return ()
        return self._states.step(step.post, step.id)

    def open_chosen(self) -> None:
        """Open the post of the chosen step."""
        step = self.chosen()
        if step is not None and step.post:
            self.open_post.emit(step.post)

    def take_back(self) -> None:
        """Take the chosen step back; Strg+Z brings it again."""
        step = self.chosen()
        if step is None:
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)  # a field of text would keep Strg+Z to itself
        try:
            self._taking_back.take_back(step.number)
        except Refused as refusal:
            self.refused.emit(sentence(refusal))

    # What the window asks of a page

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.list, self.detail.back, self.filters.text]

    def focus_filter(self) -> None:
        """Put the focus into the search."""
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()
