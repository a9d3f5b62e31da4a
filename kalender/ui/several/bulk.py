# SPDX-License-Identifier: EUPL-1.2
"""The actions on several chosen posts: the same in the panel of the calendar, over the board and in the menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kalender.services.plan_view import PlanView
from kalender.services.several.changes import (
    Change,
    by_person,
    held,
    in_topic,
    released,
    shifted,
    with_channel,
    with_label,
    without_channel,
    without_label,
)
from kalender.services.several.several import Prospect, Several
from kalender.ui.several.popover import (
    ChangePopover,
    LabelPopover,
    PickPopover,
    ReasonChangePopover,
    ShiftPopover,
)
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.values import channel_mark
from kalender.wording.several import staying
from kalender.wording.tr import tr

Anchor = Callable[[], tuple[QWidget, QPoint]]
"""Gives the list in use, and the point of the screen below what is chosen in it."""


class Bulk(QObject):
    """Knows what is chosen by asking. labels: gives those that posts have. refused: a sentence, why nothing was done."""

    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        several: Several,
        plan: PlanView,
        *,
        ids: Callable[[], Sequence[str]],
        anchor: Anchor,
        parent: QObject,
        labels: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._theme, self._several, self._plan = theme, several, plan
        self._ids, self._anchor, self._labels = ids, anchor, labels
        wishes: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (tr("Verschieben um …"), "ri.calendar-todo-line", self.ask_shift),
            (tr("Kanal …"), "ri.share-forward-line", self.ask_channel),
            (tr("Thema …"), "ri.bookmark-line", self.ask_topic),
            (tr("Zuständige Person …"), "ri.user-add-line", self.ask_person),
            (tr("Schlagwort …"), "ri.hashtag", self.ask_label),
            (tr("Anhalten …"), "ri.pause-circle-fill", self.ask_hold),
            (tr("Fortsetzen"), "ri.play-circle-line", lambda: self.do(released())),
        )
        self.actions: list[QAction] = []
        for words, icon, do in wishes:
            action = QAction(theme.icon(icon), words, self)
            action.triggered.connect(lambda _checked=False, wish=do: wish())
            self.actions.append(action)

    def judge(self, change: Change) -> Prospect:
        """Tell what a change would do to the posts chosen now."""
        return self._several.prospect(self._ids(), change)

    def do(self, change: Change) -> None:
        """Change the posts chosen now; say so where none changes."""
        done = self._several.do(self._ids(), change)
        if not done.changed:
            self.refused.emit(" ".join(staying(done)))

    def ask_shift(self) -> None:
        """Ask by how much."""
        blackouts = self._plan.blackouts
        self._open(
            lambda owner: ShiftPopover(self._theme, owner, self.judge, lambda days: shifted(days, blackouts))
        )

    def ask_channel(self) -> None:
        """Ask which channel comes to the posts, or goes."""
        marks = [
            channel_mark(item, self._plan.platforms.get(item.platform))
            for item in self._plan.channels
            if item.active
        ]
        self._pick(
            tr("Kanal"),
            [(mark.id, mark.label) for mark in marks],
            [(tr("dazunehmen"), with_channel), (tr("wegnehmen"), without_channel)],
        )

    def ask_topic(self) -> None:
        """Ask for a topic."""
        named = [(item.id, item.name) for item in self._plan.topics]
        self._pick(tr("Thema"), [*named, ("", tr("ohne Thema"))], [("", in_topic)])

    def ask_person(self) -> None:
        """Ask who is responsible."""
        named = [(item.id, item.name) for item in self._plan.people if item.active]
        self._pick(tr("Zuständige Person"), [*named, ("", tr("niemand"))], [("", by_person)])

    def ask_label(self) -> None:
        """Ask which label the posts get, a known one or a new one, or lose."""
        known = self._labels()
        self._open(
            lambda owner: LabelPopover(
                self._theme,
                owner,
                self.judge,
                known=known,
                makes=[(tr("dazugeben"), with_label), (tr("wegnehmen"), without_label)],
            )
        )

    def ask_hold(self) -> None:
        """Ask why the posts are stopped."""
        self._open(lambda owner: ReasonChangePopover(self._theme, owner, self.judge, held))

    def _pick(
        self,
        title: str,
        entries: Sequence[tuple[str, str]],
        makes: Sequence[tuple[str, Callable[[str, str], Change]]],
    ) -> None:
        self._open(
            lambda owner: PickPopover(
                self._theme, owner, self.judge, title=title, verb=tr("ändern"), entries=entries, makes=makes
            )
        )

    def _open(self, make: Callable[[QWidget], ChangePopover]) -> None:
        owner, at = self._anchor()
        popover = make(owner)
        popover.accepted.connect(self.do)
        popover.open_at(at)
