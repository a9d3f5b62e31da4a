# SPDX-License-Identifier: EUPL-1.2
"""The row of chips over calendar and board: words, channels, stage, topic, person, label, and the saved view in use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kalender.domain.stage import Flag, Stage
from kalender.services.plan_view import PlanView
from kalender.ui.narrowing.chips import Entry, ListChip
from kalender.ui.narrowing.narrowing import OVER, Narrowing
from kalender.ui.narrowing.using import ViewChip
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol, TopicSign
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, literal
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.values import channel_mark
from kalender.wording.cards import counted
from kalender.wording.terms import FLAGS, STAGES
from kalender.wording.tr import tr

_LEVELS = 5
"""From much room to little: all words; no ": alle"; channels as symbols; no count; no word for the views. Then two rows."""

_BELOW = 4
"""Place of the room below the second row."""


class FilterBar(QWidget):
    """Shows and changes a Narrowing. labels: gives the labels that posts have. extra: chips of the page, before the end.

    left: Esc was pressed in the empty field for words.
    """

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        narrowing: Narrowing,
        plan: PlanView,
        labels: Callable[[], Sequence[str]],
        *,
        extra: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._plan, self._labels = theme, plan, labels
        self.narrowing = narrowing
        self._extra = tuple(extra)
        self._two = self._fitting = False
        self._up = 0
        self._known_labels: tuple[str, ...] = ()
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        ground = Ground(theme, "bg-surface", edges="b", parent=self)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        rows = spaced(theme, QVBoxLayout(ground), (16, 0, 16, 0), 0)
        self._first, self._second = (spaced(theme, QHBoxLayout(), gap=8) for _ in range(2))
        rows.addStretch(1)
        rows.addLayout(self._first)
        rows.addStretch(1)
        rows.addLayout(self._second)
        rows.addStretch(0)
        self._rows = rows
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Filtern …"))
        self.words.setAccessibleName(tr("In der Ansicht filtern"))
        self.words.setClearButtonEnabled(True)
        self.words.textEdited.connect(lambda text: narrowing.change(text=text))
        self.words.textChanged.connect(self._emptied)
        self.words.installEventFilter(self)
        self._heading = Text(theme, tr("Kanäle"), "small", ink="text-2", weight=600)
        self.channels: dict[str, Button] = {}
        self._names: dict[str, str] = {}
        self.stage = self._list(tr("Stand"), self._stages, "stages")
        self.over = self._list(tr("Außerdem"), self._flags, "flags")
        self.topic = self._list(tr("Thema"), self._topics, "topics")
        self.person = self._list(tr("Person"), self._people, "people")
        self.label = self._list(tr("Schlagwort"), self._words_of_posts, "labels")
        self.around = self._list(tr("Veranstaltung"), self._events, "events")
        self.reset = Button(
            theme,
            tr("Filter zurücksetzen"),
            icon="ri.close-line",
            kind=Kind.QUIET,
            name=tr("Filter zurücksetzen"),
            clicked=narrowing.clear,
        )
        self.view = ViewChip(theme, narrowing)
        self._count = Text(theme, "", "small", ink="text-2")
        self._told = ""
        self.refill()
        narrowing.changed.connect(self.show_value)
        narrowing.told.connect(self._fit)
        theme.changed.connect(self._rescale)
        self._restyle()

    def _list(self, title: str, entries: Callable[[], Sequence[Entry]], respect: str) -> ListChip:
        chip = ListChip(self._theme, title, entries)
        if respect == "stages":
            chip.picked.connect(lambda ids: self.narrowing.change(stages=frozenset(map(Stage, ids))))
        elif respect == "flags":
            chip.picked.connect(lambda ids: self.narrowing.change(flags=frozenset(map(Flag, ids))))
        else:
            chip.picked.connect(lambda ids: self.narrowing.change(**{respect: ids}))
        return chip

    # What can be chosen

    def _stages(self) -> list[Entry]:
        def sign(icon: str, role: str) -> Callable[[], QWidget]:
            return lambda: Symbol(self._theme, icon, role, size=14)

        return [
            Entry(id=stage.value, words=term.text, sign=sign(term.icon, f"st-{term.key}"))
            for stage, term in STAGES.items()
        ]

    def _flags(self) -> list[Entry]:
        return [Entry(id=flag.value, words=FLAGS[flag].text) for flag in OVER]

    def _topics(self) -> list[Entry]:
        def sign(colour: str) -> Callable[[], QWidget]:
            return lambda: TopicSign(self._theme, "", colour)

        named = [Entry(id=item.id, words=item.name, sign=sign(item.colour)) for item in self._plan.topics]
        return [*named, Entry(id="", words=tr("ohne Thema"))]

    def _people(self) -> list[Entry]:
        chosen = self.narrowing.value.people
        named = [
            Entry(id=item.id, words=item.name)
            for item in self._plan.people
            if item.active or item.id in chosen
        ]
        return [*named, Entry(id="", words=tr("ohne Person"))]

    def _events(self) -> list[Entry]:
        return [Entry(id=item.id, words=item.title) for item in self._plan.events]

    def _words_of_posts(self) -> list[Entry]:
        return [Entry(id=word, words=word) for word in self._known_labels]

    # Showing

    def refill(self) -> None:
        """Build the chips of the channels anew from the plan, and name what is chosen."""
        for button in self.channels.values():
            button.hide()
            button.deleteLater()
        if self.isVisible():
            self._asking.start()
        self.channels, self._names = {}, {}
        chosen = self.narrowing.value.channels
        for channel in self._plan.channels:
            if not channel.active and channel.id not in chosen:
                continue
            mark = channel_mark(channel, self._plan.platforms.get(channel.platform))
            button = Button(
                self._theme, literal(mark.short), checkable=True, name=mark.label, clicked=self._pick_channels
            )
            button.set_mark(mark)
            button.setToolTip(mark.label)
            self.channels[channel.id], self._names[channel.id] = button, literal(mark.short)
        self._lay_out(two=False)
        self.show_value()

    def _lay_out(self, *, two: bool, up: int = 0) -> None:
        """Put all into one row, or into two, with so many of the lists in the first."""
        for row in (self._first, self._second):
            while row.takeAt(0) is not None:
                pass
        first: list[QWidget] = [self.words, self._heading, *self.channels.values()]
        lists: list[QWidget] = [
            self.stage,
            self.over,
            self.topic,
            self.person,
            self.label,
            self.around,
            *self._extra,
            self.reset,
        ]
        end: list[QWidget] = [self.view, self._count]
        _fill(self._first, [*first, *lists[:up]] if two else [*first, *lists])
        _fill(self._second, lists[up:] if two else [])
        self._first.addStretch(1)
        for widget in end:
            self._first.addWidget(widget)
        if two:
            self._second.addStretch(1)
        self._two, self._up = two, up
        self._rows.setStretch(_BELOW, 1 if two else 0)
        for before, after in pairwise([*first, *lists, self.view.keep, self.view.drop, self.view.name]):
            QWidget.setTabOrder(before, after)
        self._restyle()

    def show_value(self) -> None:
        """Name and tint what is chosen."""
        value = self.narrowing.value
        if self.words.text().strip() != value.text.strip():
            with QSignalBlocker(self.words):
                self.words.setText(value.text)
        for id_, button in self.channels.items():
            button.setChecked(id_ in value.channels)
        self.stage.show_chosen(frozenset(stage.value for stage in value.stages))
        self.over.show_chosen(frozenset(flag.value for flag in value.flags))
        self.over.setVisible(bool(value.flags))
        self.topic.show_chosen(value.topics)
        self.person.show_chosen(value.people)
        self.label.show_chosen(value.labels)
        self.label.setVisible(bool(value.labels) or bool(self._known_labels))
        self.around.show_chosen(value.events)
        self.around.setVisible(bool(value.events) or bool(self._plan.events))
        self.reset.setVisible(bool(self.narrowing.respects()))
        self._fit()

    def set_count(self, count: int) -> None:
        """Show how many posts are chosen."""
        self._told = counted(count)
        self._count.setText(self._told)

    def focus(self) -> None:
        """Put the focus into the field for words."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _emptied(self, text: str) -> None:
        """Hear of the cross in the field, which is no editing."""
        if not text:
            self.narrowing.change(text="")

    def _pick_channels(self) -> None:
        chosen = frozenset(id_ for id_, button in self.channels.items() if button.isChecked())
        unseen = self.narrowing.value.channels - self.channels.keys()
        self.narrowing.change(channels=chosen | unseen)

    # Room

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Ask anew which labels there are, once the row stands there: looking through all posts takes a moment."""
        super().showEvent(event)
        self.show_value()
        self._asking.start()

    def _ask(self) -> None:
        """Know the labels of all posts; too much for every letter that is typed."""
        known = tuple(self._labels())
        if known != self._known_labels:
            self._known_labels = known
            self.show_value()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave words out where they have no room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the page be narrow."""
        return QSize(self._theme.px(320), self.minimumHeight())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Empty the field with Esc, or leave it where it is empty."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                if self.words.text():
                    self.words.clear()
                else:
                    self.left.emit()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _restyle(self) -> None:
        self.words.setFont(self._theme.font("body"))
        self.words.setFixedWidth(self._theme.px(132))
        self.words.setFixedHeight(self.stage.sizeHint().height())
        busy, self._fitting = self._fitting, True  # half of a fixed height is set when the resize comes
        self.setFixedHeight(Metrics(self._theme).subbar * (2 if self._two else 1))
        self._fitting = busy

    def _rescale(self) -> None:
        self._restyle()
        self._fit()

    def _fit(self) -> None:
        if self._fitting:
            return  # another height is another resize
        self._fitting = True
        fixed = self._fixed()
        fitting = next(
            (level for level in range(_LEVELS) if fixed + self._wanted(level) <= self.width()), None
        )
        self._say(_LEVELS - 1 if fitting is None else fitting)
        up = self._rising() if fitting is None else 0
        if (fitting is None, up) != (self._two, self._up):
            self._lay_out(two=fitting is None, up=up)
        self._fitting = False

    def _rising(self) -> int:
        """Return how many of the lists stand in the first of two rows: those for which the second has no room."""
        row: list[QWidget] = [*self._lists(), *self._extra, self.reset]
        wide = [0 if item.isHidden() else item.sizeHint().width() + self._first.spacing() for item in row]
        room = self.width() - 2 * self._theme.px(16) - self._theme.px(12)
        lists = len(self._lists())
        return next((up for up in range(lists) if sum(wide[up:]) <= room), lists)

    def _fixed(self) -> int:
        """Return the room of what says the same wherever it stands, with all gaps and margins."""
        same = [item for item in (*self._extra, self.view) if not item.isHidden()]
        shown = [item for item in (*self._lists(), self.reset) if not item.isHidden()]
        gaps = self._first.spacing() * (len(same) + len(shown) + len(self.channels))
        edges = 2 * self._theme.px(16) + self._theme.px(12)
        return self.words.width() + sum(item.sizeHint().width() for item in same) + gaps + edges

    def _wanted(self, level: int) -> int:
        """Return the room of what says less and less: words that have no room are left out, nothing is touched yet."""
        gap = self._first.spacing()
        room = sum(chip.wanted(short=level >= 1) for chip in self._lists() if not chip.isHidden())
        room += sum(button.room_for(self._name(id_, level)).width() for id_, button in self.channels.items())
        if not self.reset.isHidden():
            room += self.reset.room_for(_reset(level)).width()
        if level < 1:
            room += self._heading.sizeHint().width() + gap
        if level < 3 and self._told:
            room += self._count.sizeHint().width() + gap
        return room

    def _lists(self) -> tuple[ListChip, ...]:
        return self.stage, self.over, self.topic, self.person, self.label, self.around

    def _name(self, channel: str, level: int) -> str:
        return self._names[channel] if level < 2 or self.channels[channel].isChecked() else ""

    def _say(self, level: int) -> None:
        for chip in self._lists():
            chip.set_short(short=level >= 1)
        self._heading.setVisible(level < 1)
        for id_, button in self.channels.items():
            if button.text() != (name := self._name(id_, level)):
                button.setText(name)
                button.updateGeometry()
        self.reset.setText(_reset(level))
        self._count.setVisible(level < 3 and bool(self._told))
        self.view.set_short(short=level == _LEVELS - 1)


def _reset(level: int) -> str:
    return tr("Filter zurücksetzen") if level < 2 else tr("Zurücksetzen")


def _fill(row: QBoxLayout, widgets: Sequence[QWidget]) -> None:
    for widget in widgets:
        row.addWidget(widget)
