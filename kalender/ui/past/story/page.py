# SPDX-License-Identifier: EUPL-1.2
"""The page „Frühere Stände“: the states of a post at the left, what differs from now at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.refusal import Refused
from kalender.services.acting.changes import Changes
from kalender.services.past.states import PastStates, PostState, Story
from kalender.ui.past.changes import DifferenceList, Names
from kalender.ui.past.story.model import STATE, StateModel, StateRows
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.rows import RowList
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.blocks.spacing import Bar, spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import Choice
from kalender.wording.dates import moment_long
from kalender.wording.past.differences import heading, prospect_words, state_words
from kalender.wording.past.steps import who
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

SETTLED = 60
FEW = 20
"""States looked at for the one that is shown first."""

LIST = 330


class StoryPage(QWidget):
    """One post at a time: open(id). back: the way back is wanted; open_post: its editor; refused: why not."""

    back = Signal()
    open_post = Signal(str)
    refused = Signal(str)

    def __init__(self, theme: Theme, states: PastStates, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states = states
        self._names = names
        self.story: Story | None = None
        self.model = StateModel(names, self)
        self.list = RowList(StateRows(theme, lambda: names, self), name=tr("Frühere Stände"))
        self.list.setModel(self.model)
        self.field = Choice(theme, name=tr("Angabe, deren Stände gezeigt werden"))
        self.field.activated.connect(lambda _row: self._choose_field())
        self.bar = PageBar(theme, tr("Frühere Stände"))
        self.leave = Button(
            theme, tr("Zurück"), icon="ri.arrow-left-line", kind=Kind.QUIET, clicked=self.back.emit
        )
        self.edit = Button(theme, tr("Beitrag öffnen"), icon="ri.edit-line", clicked=self._open_post)
        self.bar.row.insertWidget(0, self.leave)
        self.bar.row.addStretch(1)
        self.bar.row.addWidget(self.edit)
        self.heading = Elided(theme, "", "title-3")
        self.restore = Button(
            theme,
            tr("Diesen Stand wiederherstellen"),
            icon="ri.arrow-go-back-line",
            kind=Kind.PRIMARY,
            clicked=lambda: self.bring_back([self.only] if self.only else None),
        )
        self.effect = Text(theme, "", "body", ink="text-2", wrap=True)
        self.same = Text(theme, "", "body", ink="text-2", wrap=True)
        self.legend = Text(
            theme,
            tr("Gestrichen ist, was damals dort stand; unterstrichen, was jetzt dort steht."),
            "small",
            ink="text-3",
            wrap=True,
        )
        self.differences = DifferenceList(theme)
        self._build()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED)
        self._settle.timeout.connect(self.show_chosen)
        self.list.shown.connect(self._settle.start)
        self.list.opened.connect(self.restore.setFocus)
        self.differences.wanted.connect(lambda field: self.bring_back([field]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.list)
        theme.changed.connect(self._fit)

    def _build(self) -> None:
        theme = self._theme
        layout = spaced(theme, QVBoxLayout(self))
        layout.addWidget(self.bar)
        self._left = Ground(theme, "bg-surface", edges="r", line="line")
        left = spaced(theme, QVBoxLayout(self._left), (0, 0, 1, 0))
        above = Bar(theme, 50, edges="b")
        spaced(theme, QHBoxLayout(above), (12, 0, 12, 0)).addWidget(self.field, 1)
        left.addWidget(above)
        left.addWidget(self.list)
        self._right = Ground(theme, "bg-surface")
        column = spaced(theme, QVBoxLayout(self._right))
        head = Bar(theme, 50, edges="b")
        row = spaced(theme, QHBoxLayout(head), (16, 0, 16, 0), 10)
        row.addWidget(self.heading, 1)
        row.addWidget(self.restore)
        column.addWidget(head)
        self._body = Ground(theme, "bg-window")
        inner = spaced(theme, QVBoxLayout(self._body), (16, 12, 16, 16), 8)
        for part in (self.effect, self.same, self.legend, self.differences):
            inner.addWidget(part)
        inner.addStretch(1)
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("Unterschiede zu jetzt"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._body)
        column.addWidget(self._area, 1)
        both = spaced(theme, QHBoxLayout())
        both.addWidget(self._left)
        both.addWidget(self._right, 1)
        layout.addLayout(both, 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the list a third of a narrow page at most."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._left.setFixedWidth(min(self._theme.px(LIST), max(self._theme.px(120), self.width() * 3 // 10)))

    # Showing

    def open(self, post: str, field: str = "", /) -> None:
        """Show the states of a post, or of one field of it, the one before now chosen; raises Refused NOT_FOUND."""
        self.field.setCurrentIndex(0)
        self._read(post)
        row = self.field.findData(field)
        if row > 0:
            self.field.setCurrentIndex(row)
            self._choose_field()
            return
        self._choose_other()
        if field:
            self.refused.emit(
                tr("Dieses Feld war nie anders. Gezeigt werden die Stände des ganzen Beitrags.")
            )

    def _choose_other(self) -> None:
        self.list.setCurrentIndex(self.model.index(self._first_other(), 0))
        self.show_chosen()

    def _first_other(self) -> int:
        """Return the row of the newest state that differs from now, among the newest few."""
        assert self.story is not None
        states, only = self._listed(), self.only
        rows = range(min(len(states), FEW)) if only else range(1, min(len(states), FEW))
        return next(
            (row for row in rows if self.story.compare(states[row].id, only)), min(1, len(states) - 1)
        )

    @property
    def only(self) -> str:
        """The field whose states are shown, empty for all."""
        return str(self.field.currentData() or "")

    def _choose_field(self) -> None:
        if self.story is not None:
            self.model.show_states(self._listed())
            self._choose_other()

    def _listed(self) -> Sequence[PostState]:
        assert self.story is not None
        return self.story.of_field(self.only) if self.only else self.story.states

    def _show_fields(self, story: Story) -> None:
        """Offer the fields that ever changed; the chosen one stays chosen where it is among them."""
        names, only = self._names, self.only
        self.field.clear()
        self.field.addItem(tr("Alle Angaben"), "")
        for item in story.fields():
            self.field.addItem(heading(item, names.channel, names.picture, names.format), item.field)
        self.field.setCurrentIndex(max(0, self.field.findData(only)))

    def _read(self, post: str) -> None:
        self.story = self._states.story(post)
        title = self.story.now.title or tr("Beitrag ohne Titel")
        self.bar.title.setText(tr("Frühere Stände: {title}").format(title=title))
        count = len(self.story.states)
        note = tr("1 Stand") if count == 1 else tr("{count} Stände").format(count=count)
        self.bar.note.setText(f"{note}, {tr('im Papierkorb')}" if self.story.deleted else note)
        self.bar.note.show()
        self.edit.setVisible(not self.story.deleted)
        self._show_fields(self.story)
        self.model.show_states(self._listed())

    def reload(self) -> None:
        """Read again; the chosen state stays chosen."""
        if self.story is None:
            return
        state = self.chosen()
        try:
            self._read(self.story.post)
        except Refused:
            self.story = None
            self.model.show_states(())
            return
        row = self.model.row_of(state.id) if state else -1
        self.list.setCurrentIndex(self.model.index(max(0, row), 0))
        self.show_chosen()

    def changed(self, changes: Changes) -> None:
        """Follow a change of the post."""
        if self.story is not None and f"post/{self.story.post}" in changes.refs:
            self.reload()

    def chosen(self) -> PostState | None:
        """Return the chosen state, or None."""
        state = self.list.currentIndex().data(STATE)
        return state if isinstance(state, PostState) else None

    def show_chosen(self) -> None:
        """Show what differs between the chosen state and now."""
        self._settle.stop()
        state = self.chosen()
        if self.story is None or state is None:
            return
        only = self.only
        found = self.story.compare(state.id, only)
        prospect = self._states.prospect(self.story, state.id, [only] if only else None)
        self.heading.setText(
            tr("{when}, {who}: {what}").format(
                when=moment_long(state.at),
                who=who(state.by, self._names.person),
                what=state_words(state, self._names.channel),
            )
        )
        words = prospect_words(prospect, self._names.channel) if prospect.changes else []
        self.effect.setText("\n".join(words))
        self.effect.setVisible(bool(words))
        self.same.setText(self._same(found_any=bool(found)))
        self.same.setVisible(not found or self.story.deleted)
        self.legend.setVisible(any(item.segments for item in found))
        self.differences.show_differences(found, self._names, restorable=not (self.story.deleted or only))
        self.restore.set_words(
            tr("Nur dieses Feld zurückholen") if only else tr("Diesen Stand wiederherstellen")
        )
        if prospect.changes:
            self.restore.allow()
        else:
            self.restore.refuse(tr("Dieser Stand ist der jetzige. Es gibt nichts wiederherzustellen."))

    def _same(self, *, found_any: bool) -> str:
        if self.story is not None and self.story.deleted:
            return tr("Der Beitrag liegt im Papierkorb. Wiederherstellen holt ihn mit diesem Stand zurück.")
        if found_any:
            return ""
        if self.only:
            return tr("In diesem Stand ist die Angabe wie jetzt.")
        return tr(
            "Inhalt und Angaben sind wie jetzt. Kommentare, Freigaben, Exporte und Veröffentlichungen "
            "gehören zum Verlauf und bleiben immer stehen."
        )

    # Doing

    def bring_back(self, fields: Sequence[str] | None) -> None:
        """Bring the chosen state back, all of it or these fields."""
        state = self.chosen()
        if self.story is None or state is None:
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)  # a text would keep Strg+Z to itself
        try:
            self._states.restore(self.story.post, state.id, fields)
        except Refused as refusal:
            self.refused.emit(sentence(refusal))

    def _open_post(self) -> None:
        if self.story is not None:
            self.open_post.emit(self.story.post)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.field, self.list, self.restore]
