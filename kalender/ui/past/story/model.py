# SPDX-License-Identifier: EUPL-1.2
"""The states of a post as rows: when, who, what; approvals bear their sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from kalender.domain.post import DecisionKind
from kalender.services.past.states import PostState
from kalender.ui.past.changes import Names
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.rows import Index, RowPainter
from kalender.ui.widgets.paint.emblems import seal
from kalender.wording.dates import day_year, moment_long
from kalender.wording.past.differences import changed_words, state_words
from kalender.wording.past.steps import who
from kalender.wording.tr import tr

STATE = int(Qt.ItemDataRole.UserRole)
"""Role that gives the PostState."""

HEIGHT = 56


class StateModel(QAbstractListModel):
    """States of one post, the newest first."""

    def __init__(self, names: Names, parent: QObject) -> None:
        super().__init__(parent)
        self._names = names
        self._states: Sequence[PostState] = ()

    def show_states(self, states: Sequence[PostState]) -> None:
        """Show these."""
        self.beginResetModel()
        self._states = states
        self.endResetModel()

    def row_of(self, id_: str) -> int:
        """Return the row of a state, or -1."""
        return next((row for row, state in enumerate(self._states) if state.id == id_), -1)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many states there are."""
        return 0 if parent is not None and parent.isValid() else len(self._states)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what was done, what a screen reader says, or the state."""
        if not index.isValid() or index.row() >= len(self._states):
            return None
        state = self._states[index.row()]
        if role == STATE:
            return state
        if role == int(Qt.ItemDataRole.DisplayRole):
            return state_words(state, self._names.channel)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(state)
        return None

    def _spoken(self, state: PostState) -> str:
        parts = [
            state_words(state, self._names.channel),
            who(state.by, self._names.person),
            moment_long(state.at),
        ]
        if state.current:
            parts.append(tr("jetziger Stand"))
        changed = changed_words(state, self._names.channel)
        return ", ".join([*parts, changed] if changed else parts)


class StateRows(RowPainter):
    """What, below it who and when; a seal where the step was an approval."""

    def __init__(self, theme: Theme, names: Callable[[], Names], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._names = names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row."""
        del option, index
        return QSize(200, self.theme.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        state: PostState = index.data(STATE)
        theme, px, texts, names = self.theme, self.theme.px, self.texts, self._names()
        rect = self.ground(painter, option)
        left, room = rect.x() + px(16), rect.width() - px(32)
        decided = state.decision
        approved = decided is not None and decided.kind is not DecisionKind.CHANGE
        if approved:
            seal(painter, theme, rect.right() - px(36), rect.y() + px(10), px(20), valid=True)
            room -= px(28)
        words = state_words(state, names.channel)
        texts.draw(painter, words, "body", "text", left, rect.y() + px(7), room, weight=600, pitch=px(20))
        when = f"{day_year(state.at.date())}, {state.at:%H:%M}"
        line = tr("{when} · {who}").format(when=when, who=who(state.by, names.person))
        if state.current:
            line = tr("jetzt · {line}").format(line=line)
        texts.draw(painter, line, "small", "text-2", left, rect.y() + px(29), room, pitch=px(18))
        self.ring(painter, option, current=False)
