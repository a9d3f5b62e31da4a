# SPDX-License-Identifier: EUPL-1.2
"""All threads beside a post: the open ones, and below them, folded, those that are done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kalender.domain.post import Comment
from kalender.domain.talk.threads import Thread, still_open, threads
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.talk.acts import Acts
from kalender.ui.widgets.talk.thread import ThreadView
from kalender.ui.widgets.talk.word import Reader
from kalender.wording.tr import tr


def open_words(comments: Sequence[Comment]) -> str:
    """Return how much of a conversation is open: „2 offen“, „alles erledigt“; nothing where there is none."""
    if not threads(comments):
        return ""
    still = still_open(comments)
    return tr("{n} offen").format(n=still) if still else tr("alles erledigt")


class Conversation(QWidget):
    """What is being written in a line stays in it while others change the conversation."""

    def __init__(self, theme: Theme, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._acts = theme, acts
        self._shown: tuple[object, ...] = ()
        self.views: dict[str, ThreadView] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self.fold = Button(
            theme, icon="ri.check-double-line", kind=Kind.QUIET, size=Size.DENSE, clicked=self._fold
        )
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._done = QWidget()
        self._below = QVBoxLayout(self._done)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(theme.px(10))
        self._column.addWidget(self._done)
        self._opened = False
        self._show_fold()

    def show_comments(self, comments: Sequence[Comment], reader: Reader) -> None:
        """Show a conversation, the oldest thread first."""
        known = tuple(comments), tuple(reader.people.items()), reader.me, reader.now.date()
        if known == self._shown:
            return
        self._shown = known
        found = threads(comments)
        writing = self._writing(found)
        self._empty()
        for thread in found:
            view = ThreadView(self._theme, thread, reader, self._acts, self._left)
            if thread.done:
                self._below.addWidget(view)
            else:
                self._column.insertWidget(self._column.count() - 2, view)
            self.views[thread.id] = view
        self._show_fold()
        if writing is not None:
            thread_id, comment, text = writing
            self.views[thread_id].begin(comment, text)

    def _writing(self, found: Sequence[Thread]) -> tuple[str, str, str] | None:
        """Return the thread, the comment and the words of the line that is open, where they are still there."""
        there: Mapping[str, set[str]] = {item.id: {"", *(word.id for word in item.words)} for item in found}
        for id_, view in self.views.items():
            if view.draft is not None and not view.sending and view.drafted in there.get(id_, set()):
                return id_, view.drafted, view.draft.text()
        return None

    def _empty(self) -> None:
        for view in self.views.values():
            view.hide()
            view.setParent(None)
            view.deleteLater()
        self.views = {}

    def _left(self, thread: str, comment: str) -> None:
        view = self.views.get(thread)
        if view is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        word = view.words.get(comment)
        back = word.more if word is not None and word.more is not None else view.answer
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    # Folding

    @property
    def done(self) -> int:
        """How many threads are put away."""
        return sum(view.told.done for view in self.views.values())

    def _fold(self) -> None:
        self._opened = not self._opened
        self._show_fold()

    def _show_fold(self) -> None:
        done = self.done
        self.fold.setVisible(bool(done))
        self.fold.set_words(tr("Erledigt ({n})").format(n=done))
        self.fold.setAccessibleDescription(tr("aufgeklappt") if self._opened else tr("zugeklappt"))
        self._done.setVisible(bool(done) and self._opened)

    def reveal(self, comment: str) -> bool:
        """Bring the thread of a comment into view, on a ground of its own; tell whether it is here."""
        chosen = next((view for view in self.views.values() if comment in view.words), None)
        for view in self.views.values():
            view.set_ground("accent-tint" if view is chosen else "bg-surface")
        if chosen is None:
            return False
        if chosen.told.done and not self._opened:
            self._fold()
        chosen.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(chosen)
        return True
