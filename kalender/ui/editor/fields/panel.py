# SPDX-License-Identifier: EUPL-1.2
"""The fields of a post under its pictures: four in sight, what a channel has of its own, and two folds that say what is in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.plan import Meeting, Topic
from kalender.domain.post import Post, Version
from kalender.ui.editor.fields.checklist import Checklist, state_words
from kalender.ui.editor.fields.more import MoreFields, Offers, filled_words, grid
from kalender.ui.editor.fields.own import OwnFields
from kalender.ui.editor.fields.past import of_post
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided, Line
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.paint.chips import topic_swatch
from kalender.wording.tr import tr

FIRST = (
    ("place", "Veranstaltungsort", "ri.map-pin-2-line"),
    ("link", "Link für alle Kanäle", "ri.link"),
    ("note", "Interne Notiz, wird nie veröffentlicht", "ri.lock-line"),
)
OPEN, SHUT = "ri.arrow-down-s-line", "ri.arrow-right-s-line"


class Fields(QWidget):
    """typed(name, text): a field is being written in; left: the person went on; topic_chosen(id or "").

    chosen(name, value): a list of words, a moment or a meeting. own: what the channel in front has of its own, see OwnFields.
    """

    typed = Signal(str, str)
    left = Signal()
    topic_chosen = Signal(str)
    chosen = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._topics: tuple[Topic, ...] = ()
        self._lines: dict[str, LineField] = {}
        self._post: Post | None = None
        self._today = date.min
        self._more: MoreFields | None = None
        self._offers: Offers = lambda _field: ()
        self._meetings: Callable[[], Sequence[Meeting]] = tuple
        self._meeting: Callable[[str], Meeting | None] = lambda _id: None
        self._name: Callable[[str], str] = lambda id_: id_
        self._column = spaced(theme, QVBoxLayout(self), gap=10)
        self.own = OwnFields(theme)
        self._rule = Line(theme)
        self._column.addWidget(self.own)
        self._column.addWidget(self._rule)
        self.show_version(None, "")
        self.topic = Choice(theme)
        of_post(self.topic, "topic")
        self.topic.activated.connect(self._choose_topic)
        first = [Field(theme, tr("Thema"), self.topic), *(self._line(*entry) for entry in FIRST)]
        self._column.addLayout(grid(theme, first))
        self.fold, self.summary = self._folded(tr("Mehr Angaben"), self._fold)
        self._place = self._column.count()
        self.todo_fold, self.todo_state = self._folded(tr("Checkliste"), self._fold_todos)
        self.checklist = Checklist(theme)
        self.checklist.hide()
        self._column.addWidget(self.checklist)
        theme.changed.connect(self._fill_topics)

    def _folded(self, words: str, clicked: Callable[[], object]) -> tuple[Button, Elided]:
        theme = self._theme
        row = spaced(theme, QHBoxLayout(), gap=8)
        button = Button(theme, words, icon=SHUT, kind=Kind.QUIET, size=Size.DENSE, clicked=clicked)
        state = Elided(theme, "", "small", ink="text-2")
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(state, 1)
        self._column.addLayout(row)
        return button, state

    def join(
        self,
        offers: Offers,
        meetings: Callable[[], Sequence[Meeting]],
        meeting: Callable[[str], Meeting | None],
        name: Callable[[str], str],
    ) -> None:
        """Say where words, meetings and the names of people come from."""
        self._offers, self._meetings, self._meeting, self._name = offers, meetings, meeting, name

    @property
    def more(self) -> MoreFields:
        """The fields behind „Mehr Angaben“, built at the first time."""
        if self._more is None:
            self._more = MoreFields(self._theme)
            self._more.hide()
            self._more.join(self._offers, self._meetings, self._meeting)
            self._more.typed.connect(self.typed)
            self._more.left.connect(self.left)
            self._more.chosen.connect(self.chosen)
            self._column.insertWidget(self._place, self._more)
            if self._post is not None:
                self._more.show_post(self._post, self._today)
        return self._more

    def line(self, name: str) -> LineField:
        """Return the field of a name, unfolded where it lies deeper. Raises KeyError for an unknown one."""
        if name in self._lines:
            return self._lines[name]
        found = self.more.lines[name]
        self.reveal()
        return found

    def reveal(self) -> None:
        """Unfold „Mehr Angaben“."""
        if self.more.isHidden():
            self._fold()

    def show_topics(self, topics: Sequence[Topic]) -> None:
        """Show other topics to choose from."""
        if tuple(topics) != self._topics:
            self._topics = tuple(topics)
            self._fill_topics()

    def show_version(self, version: Version | None, channel: str, today: date | None = None) -> None:
        """Show what the channel in front has of its own; None on the common text."""
        self.own.setVisible(version is not None)
        self._rule.setVisible(version is not None)
        if version is not None and self._post is not None:
            self.own.show_version(self._post, version, channel, today or self._today)

    def show_post(self, post: Post, today: date | None = None) -> None:
        """Show the fields of a post; one that is being typed in keeps its cursor."""
        other = self._post is None or self._post.id != post.id
        self._post = post
        self._today = today or self._today
        for name, line in self._lines.items():
            value = str(getattr(post, name))
            if line.text() != value:
                line.setText(value)
                line.setCursorPosition(0)
        row = next((i for i, item in enumerate(self._topics, 1) if item.id == post.topic), 0)
        self.topic.setCurrentIndex(row)
        if self._more is not None:
            if other:
                self._more.meeting.forget()
            self._more.show_post(post, self._today)
        self.checklist.show_todos(post.todos, self._name)
        self.todo_fold.set_words(state_words(post.todos))
        if other:
            self._show(self.checklist, self.todo_fold, shown=any(not item.done for item in post.checklist))
        self._summarise()

    def _summarise(self) -> None:
        folded = self._more is None or self._more.isHidden()
        words = filled_words(self._post, self._meeting) if self._post is not None and folded else ""
        self.summary.setText(words)
        self.fold.setAccessibleDescription(words)
        opened = next((item for item in self._post.todos if not item.done), None) if self._post else None
        hint = tr("Als Nächstes: {text}").format(text=opened.text) if opened is not None else ""
        self.todo_state.setText(hint if self.checklist.isHidden() else "")

    def _line(self, name: str, label: str, icon: str) -> Field:
        line = LineField(self._theme, icon=icon)
        line.textEdited.connect(lambda text, field=name: self.typed.emit(field, text))
        line.editingFinished.connect(self.left)
        of_post(line, name)
        self._lines[name] = line
        return Field(self._theme, tr(label), line)

    def _choose_topic(self, row: int) -> None:
        self.topic_chosen.emit(self._topics[row - 1].id if row else "")

    def _fill_topics(self) -> None:
        row = max(0, self.topic.currentIndex())
        self.topic.clear()
        self.topic.addItem(tr("Ohne Thema"))
        for item in self._topics:
            self.topic.addItem(self._swatch(item.colour), item.name)
        self.topic.setCurrentIndex(min(row, len(self._topics)))

    def _swatch(self, role: str) -> QIcon:
        size = self._theme.px(16)
        pixmap = QPixmap(QSize(size, size) * 2)
        pixmap.setDevicePixelRatio(2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        topic_swatch(painter, self._theme, self._theme.px(3), size / 2, role)
        painter.end()
        return QIcon(pixmap)

    def _fold(self) -> None:
        self._show(self.more, self.fold, shown=self.more.isHidden())

    def _fold_todos(self) -> None:
        self._show(self.checklist, self.todo_fold, shown=self.checklist.isHidden())

    def _show(self, part: QWidget, button: Button, *, shown: bool) -> None:
        part.setVisible(shown)
        button.set_icon(OPEN if shown else SHUT)
        self._summarise()
