# SPDX-License-Identifier: EUPL-1.2
"""The panel at the right of the calendar: what is chosen, in detail, with its actions fixed at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.domain.plan import Person, Topic
from kalender.ui.calendar.inspector import sections
from kalender.ui.calendar.inspector.chains import ChainsOf, chain_section
from kalender.ui.calendar.inspector.changing import LABELS, Changing
from kalender.ui.calendar.inspector.values import MonthSheet, PostSheet
from kalender.ui.calendar.strips import Strips
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.pane import own_pane
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, close_button
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.wording.tr import tr

WIDE, NARROW, SIDE = 340, 304, 16
"""Widths in a very wide window and in others, and the padding at the sides, in px."""


class Inspector(Ground):
    """Shows one post, several, or the month. closed: the cross was pressed; menu_wanted: global point.

    chain_wanted: what is wanted of what a post belongs to, and the id of the post. day_wanted: another day for it.
    topic_chosen, person_chosen: id of the post, and that of its new topic or of who is in charge from now on.
    labels_said: id of the post, and its labels from now on.
    """

    post_opened = Signal(str)
    export_wanted = Signal(list)
    review_wanted = Signal(str)
    menu_wanted = Signal(QPoint)
    renamed = Signal(str, str)
    chain_wanted = Signal(str, str)
    day_wanted = Signal()
    topic_chosen = Signal(str, str)
    person_chosen = Signal(str, str)
    labels_said = Signal(str, tuple)
    closed = Signal()

    def __init__(self, theme: Theme, strips: Strips, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="l", line="line", parent=parent)
        self._themed = theme
        self._strips = strips
        self._id = ""
        self._wide = False
        self._shown: PostSheet | MonthSheet | None = None
        self._summary: sections.MonthSummary | None = None
        self._many: tuple[Sequence[Card], Sequence[QAction]] | None = None
        self.instead: Callable[[], Sequence[QWidget]] = tuple
        """Gives what is shown instead of the month, where no post is chosen but something else is."""
        self.chains_of: ChainsOf = lambda _card: ()
        """Gives what a post belongs to; set by whoever knows."""
        self.choices: Callable[[], tuple[Sequence[Topic], Sequence[Person]]] = lambda: ((), ())
        """Gives the topics and the people to choose from."""
        self.known_labels: Callable[[], Sequence[str]] = tuple
        """Gives the labels that posts have."""
        self.changeable = False
        """Whether date, topic, person and labels can be changed in their places."""
        self.setAccessibleName(tr("Ausgewählter Beitrag"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self._area = QScrollArea()
        own_pane(self._area, filled=False)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._area, 1)
        self._foot = self._actions()
        column.addWidget(self._foot)
        theme.changed.connect(self._again)
        self._restyle()

    @property
    def post(self) -> str:
        """The id of the one post shown, or empty."""
        return self._id

    def show_post(self, sheet: PostSheet) -> None:
        """Show one post; the line of its labels keeps the keyboard where it has it."""
        inside = self.focusWidget() if self._id == sheet.card.id else None
        writing = inside is not None and inside.hasFocus() and inside.property(LABELS) is not None
        if inside is not None and writing:
            inside.blockSignals(True)  # noqa: FBT003 - Qt takes no keyword; what is half written is not said yet
        self._shown, self._many, self._id = sheet, None, sheet.card.id
        self._title.setText(tr("Ausgewählter Beitrag"))
        width = (WIDE if self._wide else NARROW) - 2 * SIDE
        parts: list[QWidget] = [
            sections.head(
                self._themed, sheet, self._strips, self._rename, width=width, changing=self._changing()
            )
        ]
        note = sections.void_note(self._themed, sheet.card, lambda: self.review_wanted.emit(self._id))
        if note is not None:
            parts.append(note)
        wanted = self.chain_wanted.emit
        parts += [chain_section(self._themed, chain, wanted) for chain in self.chains_of(sheet.card)]
        parts.append(sections.channels(self._themed, sheet.channels))
        parts.append(sections.findings(self._themed, sheet.findings))
        self._put(parts)
        if inside is not None and writing:
            from kalender.ui.calendar.inspector.labelling import go_on

            go_on(inside, parts[0])
        self._foot.show()
        if sheet.may_export:
            self.export.allow()
        else:
            self.export.refuse(tr("Exportiert wird nur, was freigegeben ist."))

    def _changing(self) -> Changing | None:
        if not self.changeable:
            return None
        topics, people = self.choices()
        return Changing(
            topics=topics,
            people=people,
            day=self.day_wanted.emit,
            topic=lambda topic: self.topic_chosen.emit(self._id, topic),
            person=lambda person: self.person_chosen.emit(self._id, person),
            labels=partial(self.labels_said.emit, self._id),
            known_labels=self.known_labels,
        )

    def show_month(self, sheet: MonthSheet) -> None:
        """Show the month in numbers, because nothing is chosen."""
        self._shown, self._many, self._id = sheet, None, ""
        other = self.instead()
        if self._summary is not None and not other:
            self._summary.tell(sheet)
            return
        self._title.setText(tr("Veranstaltung") if other else tr("Überblick"))
        summary = None if other else sections.MonthSummary(self._themed, sheet)
        self._put(other if summary is None else summary.parts)
        self._summary = summary
        self._foot.hide()

    def show_several(self, cards: Sequence[Card], actions: Sequence[QAction]) -> None:
        """Show how many are chosen and what can be done with them."""
        self._shown, self._many, self._id = None, (cards, actions), ""
        self._title.setText(tr("Auswahl"))
        self._put(list(sections.several(self._themed, cards, actions)))
        self._foot.hide()

    def _head(self) -> Ground:
        theme = self._themed
        ground = Ground(theme, "bg-surface", edges="b")
        row = QHBoxLayout(ground)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        self._title = Text(theme, "", "small", weight=600, ink="text-2")
        row.addWidget(self._title, 1)
        self.close_button = close_button(theme, self.closed.emit)
        self.close_button.setToolTip(tr("Schließen (F4)"))
        row.addWidget(self.close_button)
        return ground

    def _actions(self) -> Ground:
        theme = self._themed
        ground = Ground(theme, "bg-surface", edges="t")
        row = QHBoxLayout(ground)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(8))
        self.open = Button(
            theme,
            tr("Öffnen"),
            icon="ri.pencil-line",
            kind=Kind.PRIMARY,
            keys="Enter",
            clicked=lambda: self.post_opened.emit(self._id),
        )
        self.export = Button(
            theme,
            icon="ri.inbox-unarchive-line",
            name=tr("Exportieren …"),
            clicked=lambda: self.export_wanted.emit([self._id]),
        )
        self.more = Button(theme, icon="ri.more-fill", name=tr("Weitere Aktionen"), clicked=self._menu)
        row.addWidget(self.open, 1)
        row.addWidget(self.export)
        row.addWidget(self.more)
        return ground

    def _menu(self) -> None:
        self.menu_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def _rename(self, title: str) -> None:
        self.renamed.emit(self._id, title)

    def _put(self, parts: Sequence[QWidget]) -> None:
        self._summary = None
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        inside = Ground(self._themed, "bg-surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._area.setWidget(inside)

    def set_wide(self, on: bool) -> None:
        """Take more room in a very wide window."""
        if on != self._wide:
            self._wide = on
            self._again()

    def _restyle(self) -> None:
        self.setFixedWidth(self._themed.px(WIDE) if self._wide else Metrics(self._themed).inspector)

    def _again(self) -> None:
        self._restyle()
        self._summary = None
        if isinstance(self._shown, PostSheet):
            self.show_post(self._shown)
        elif self._shown is not None:
            self.show_month(self._shown)
        elif self._many is not None:
            self.show_several(*self._many)
