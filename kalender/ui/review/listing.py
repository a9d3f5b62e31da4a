# SPDX-License-Identifier: EUPL-1.2
"""The left column: what waits, what was decided today, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.domain.post import Decision, DecisionKind
from kalender.domain.stage import Flag
from kalender.ui.review.inbox import Inbox
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import KeyCap, Symbol, Tag
from kalender.ui.widgets.blocks.spacing import Bar, spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Line, Text
from kalender.ui.widgets.controls.link import Link
from kalender.wording.cards import title
from kalender.wording.tr import tr

MOST_DONE = 5


class ListColumn(Ground):
    """The list with its head and foot. wanted: a post that was decided today is to be seen again."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, inbox: Inbox) -> None:
        super().__init__(theme, "bg-window", edges="r", line="line")
        self._themed = theme
        self.inbox = inbox
        top = Bar(theme, 48, "bg-window")
        head = spaced(theme, QHBoxLayout(top), (14, 0, 14, 0), 8)
        self._head = Elided(theme, tr("Zur Prüfung"), "title-2")
        self._open = Tag(theme, "")
        head.addWidget(self._head)
        head.addWidget(self._open)
        head.addStretch(1)
        self._done = QWidget()
        done = spaced(theme, QVBoxLayout(self._done), (14, 12, 14, 12), 6)
        done.addWidget(Text(theme, tr("Heute erledigt"), "small", ink="text-2", weight=600))
        self._rows = spaced(theme, QVBoxLayout(), gap=2)
        done.addLayout(self._rows)
        self._keys = QWidget()
        keys = spaced(theme, QHBoxLayout(self._keys), (14, 8, 14, 8), 6)
        for key, words in (("J", tr("nächster")), ("K", tr("voriger"))):
            keys.addWidget(KeyCap(theme, key))
            keys.addWidget(Text(theme, words, "small", ink="text-2"))
            keys.addSpacing(theme.px(4))
        keys.addStretch(1)
        self._rule = Line(theme)
        column = spaced(theme, QVBoxLayout(self), (0, 0, 1, 0))
        column.addWidget(top)
        column.addWidget(inbox, 1)
        column.addWidget(self._done)
        column.addWidget(self._rule)
        column.addWidget(self._keys)
        self._folded = False
        self._any_done = False

    def set_folded(self, folded: bool) -> None:
        """Show pictures alone."""
        self._folded = folded
        self._head.setVisible(not folded)
        self._keys.setVisible(not folded)
        self._rule.setVisible(not folded)
        self._done.setVisible(not folded and self._any_done)
        self.inbox.scheduleDelayedItemsLayout()

    def show_count(self, count: int) -> None:
        """Say how many posts wait."""
        self._open.set_text(tr("1 offen") if count == 1 else tr("{count} offen").format(count=count))

    def show_done(self, done: Sequence[tuple[Card, Decision]]) -> None:
        """Show what was decided today, and where an approval of today holds no more."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for card, decision in done[:MOST_DONE]:
            self._rows.addWidget(self._row(card, decision))
        self._any_done = bool(done)
        self._done.setVisible(self._any_done and not self._folded)

    def _row(self, card: Card, decision: Decision) -> QWidget:
        theme = self._themed
        line = QWidget()
        row = spaced(theme, QHBoxLayout(line), gap=8)
        if decision.kind is DecisionKind.CHANGE:
            icon, ink, word = "ri.arrow-go-back-line", "st-aenderung", tr("Änderung erbeten")
        elif Flag.APPROVAL_VOID in card.flags:
            icon, ink, word = "ri.error-warning-fill", "warn", tr("Freigabe erloschen")
        else:
            icon, ink, word = "ri.shield-check-fill", "st-frei", tr("freigegeben")
        row.addWidget(Symbol(theme, icon, ink, name=word))
        again = Link(theme, title(card), ink="text", clicked=lambda: self.wanted.emit(card.id))
        again.setToolTip(f"{title(card)}: {word}")
        again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(again)
        row.addStretch(1)
        return line
