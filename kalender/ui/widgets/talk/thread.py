# SPDX-License-Identifier: EUPL-1.2
"""A comment with its answers, and what can be done with them: answer, settle, take up again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kalender.domain.post import Comment
from kalender.domain.talk.threads import Thread
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.talk.acts import Acts
from kalender.ui.widgets.talk.naming import NamingLine
from kalender.ui.widgets.talk.word import Reader, Word
from kalender.wording.tr import tr

INDENT = 32
"""Pixels at 100 % by which answers stand in."""


class Draft(NamingLine):
    """A line for an answer or a change: Enter sends, Esc leaves it without a trace. send: tells whether it was taken."""

    def __init__(
        self,
        theme: Theme,
        reader: Reader,
        name: str,
        send: Callable[[str], bool],
        leave: Callable[[], object],
    ) -> None:
        super().__init__(theme, hint=tr("Enter sendet, Esc verwirft"), name=name)
        self.people = reader.names
        self._send, self._leave = send, leave

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Send or leave; while names are offered, these keys choose among them."""
        if self.offered.isVisible():
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.text().strip() and self._send(self.text().strip()):
                self._leave()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


class ThreadView(Ground):
    """A thread. draft: the line that is open, to answer (drafted "") or to change a comment (its id).

    left: called with the ids of thread and comment once the line is closed: the keyboard goes there. sending: what is
    in the line is on its way into the plan, which may bring another view in the place of this one.
    """

    def __init__(
        self, theme: Theme, thread: Thread, reader: Reader, acts: Acts, left: Callable[[str, str], object]
    ) -> None:
        super().__init__(theme, "bg-surface", radius=6)
        self.told = thread
        self._theme, self._reader, self._acts, self._left = theme, reader, acts, left
        self.draft: Draft | None = None
        self.drafted = ""
        self.sending = False
        self.words: dict[str, Word] = {}
        self._places: dict[str, QVBoxLayout] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._add(thread.first, 0)
        for item in thread.answers:
            if item.standing:
                self._add(item, INDENT)
        self._foot()
        self.setAccessibleName(tr("Gespräch, {n} Kommentare").format(n=len(thread.words)))

    def _add(self, comment: Comment, indent: int) -> None:
        word = Word(self._theme, comment, self._reader, self._acts, lambda: self.begin(comment.id))
        place = QVBoxLayout()
        place.setContentsMargins(self._theme.px(indent), 0, 0, 0)
        place.setSpacing(self._theme.px(4))
        place.addWidget(word)
        self._column.addLayout(place)
        self.words[comment.id], self._places[comment.id] = word, place

    def _foot(self) -> None:
        theme, thread, reader = self._theme, self.told, self._reader
        self._place = QVBoxLayout()
        self._place.setContentsMargins(theme.px(INDENT), 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(INDENT - 8), 0, 0, 0)
        row.setSpacing(theme.px(4))
        about = thread.words[0].text if thread.words else ""
        self.answer = self._button(tr("Antworten"), tr("Auf „{text}“ antworten").format(text=about[:60]))
        self.answer.clicked.connect(lambda: self.begin(""))
        if thread.settled is None:
            self.settle = self._button(tr("Erledigt"), tr("„{text}“ ist erledigt").format(text=about[:60]))
            self.settle.clicked.connect(lambda: self._acts.settle(thread.id))
        else:
            self.settle = self._button(tr("Wieder aufnehmen"), "")
            self.settle.clicked.connect(lambda: self._acts.reopen(thread.id))
            done = tr("Erledigt von {name}, {when}").format(
                name=reader.name(thread.settled.by), when=reader.when(thread.settled.at)
            )
            self._place.addWidget(Text(theme, done, "small", ink="ok", weight=600, wrap=True))
        row.addWidget(self.answer)
        row.addWidget(self.settle)
        row.addStretch(1)
        self._column.addLayout(self._place)
        self._column.addLayout(row)

    def _button(self, words: str, name: str) -> Button:
        button = Button(self._theme, words, kind=Kind.QUIET, size=Size.DENSE)
        button.setAccessibleName(name or words)
        return button

    # Writing

    def begin(self, comment: str, text: str | None = None) -> None:
        """Open the line: to answer where comment is empty, to change that comment otherwise; text: what stands in it."""
        self.end()
        word = self.words.get(comment)
        name = tr("Antwort") if word is None else tr("Kommentar ändern")
        self.drafted = comment
        self.draft = Draft(self._theme, self._reader, name, self._send, self._leave)
        (self._place if word is None else self._places[comment]).addWidget(self.draft)
        if word is not None:
            word.words.hide()
            self.draft.setText(word.comment.text)
        if text is not None:
            self.draft.setText(text)
        self.draft.show()
        self.draft.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close the line."""
        if self.draft is not None:
            self.draft.hide()
            self.draft.deleteLater()
            self.draft = None
        for word in self.words.values():
            word.words.show()

    def _leave(self) -> None:
        drafted = self.drafted
        self.end()
        self._left(self.told.id, drafted)

    def _send(self, text: str) -> bool:
        self.sending = True
        try:
            if self.drafted:
                return self._acts.change(self.drafted, text)
            return self._acts.answer(self.told.id, text)
        finally:
            self.sending = False
