# SPDX-License-Identifier: EUPL-1.2
"""The checklist of a post: boxes to tick, with who and when, and a line for another point."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.post import Todo
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.controls.saved import EntryLine
from kalender.wording.dates import day_month
from kalender.wording.tr import tr

Names = Callable[[str], str]


class TodoRow(QWidget):
    """One point."""

    def __init__(self, theme: Theme, todo: Todo, who: str) -> None:
        super().__init__()
        self.todo = todo
        row = spaced(theme, QHBoxLayout(self), gap=8)
        self.box = CheckBox(theme, todo.text)
        self.box.setChecked(todo.done)
        row.addWidget(self.box)
        when = f"{who}, {day_month(todo.at.date())}" if todo.at is not None else ""
        self.said = Text(theme, when, "small", ink="text-3")
        row.addWidget(self.said)
        row.addStretch(1)
        self.box.setAccessibleDescription(tr("abgehakt: {who}").format(who=when) if when else "")
        self.remove = Button(
            theme,
            icon="ri.close-line",
            kind=Kind.QUIET,
            size=Size.DENSE,
            name=tr("Punkt entfernen: {text}").format(text=todo.text),
        )
        row.addWidget(self.remove)


class Checklist(QWidget):
    """ticked(id, done), added(text), removed(id): what the person wants."""

    ticked = Signal(str, bool)
    added = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Todo, ...] = ()
        self.rows: list[TodoRow] = []
        column = spaced(theme, QVBoxLayout(self), gap=2)
        self._list = spaced(theme, QVBoxLayout(), gap=2)
        column.addLayout(self._list)
        self.entry = EntryLine(
            theme, hint=tr("Weiterer Punkt, Eingabe nimmt ihn auf"), name=tr("Weiterer Punkt der Checkliste")
        )
        self.entry.returnPressed.connect(self._add)
        column.addSpacing(theme.px(4))
        column.addWidget(self.entry)

    def show_todos(self, todos: Sequence[Todo], name: Names) -> None:
        """Show these; the keyboard stays on the same point."""
        wanted = tuple(todos)
        if wanted == self._shown:
            return
        self._shown = wanted
        held = next((row.todo.id for row in self.rows if row.box.hasFocus()), "")
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for todo in wanted:
            row = TodoRow(self._theme, todo, name(todo.by) if todo.done else "")
            row.box.clicked.connect(lambda on, id_=todo.id: self.ticked.emit(id_, on))
            row.remove.clicked.connect(lambda _on=False, id_=todo.id: self.removed.emit(id_))
            self._list.addWidget(row)
            self.rows.append(row)
            if todo.id == held:
                row.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        text = self.entry.text().strip()
        if text:
            self.entry.clear()
            self.added.emit(text)


def state_words(todos: Sequence[Todo]) -> str:
    """Return Checkliste, 2 von 6 erledigt; or the bare word where there is nothing in it."""
    if not todos:
        return tr("Checkliste")
    done = sum(item.done for item in todos)
    if done == len(todos):
        return tr("Checkliste, alles erledigt")
    return tr("Checkliste, {done} von {all} erledigt").format(done=done, all=len(todos))
