# SPDX-License-Identifier: EUPL-1.2
"""Builds the page „An mich“, and tells in one line above the pages that somebody asks for you."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kalender.services.acting.changes import Changes
from kalender.ui.mentions.page import MentionsPage, counted
from kalender.ui.shell.further.listed import Built
from kalender.ui.widgets.talk.word import Reader
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace

MENTIONS = "mentions"
"""Key of the page and of the line."""

SOON = 400
"""Milliseconds without a further change after which the line is worded anew."""


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    house = work.house

    def reader() -> Reader:
        people = {item.id: item for item in house.plan.people}
        return Reader(people=people, me=house.desk.person, now=house.posts.now())

    def open_at(post: str, comment: str) -> None:
        work.visits.open_post(post)
        if work.visits.editor is not None and work.visits.editor.post_id == post:
            work.visits.editor.reveal_comment(comment)

    page = MentionsPage(work.theme, lambda: house.conversations.naming(house.desk.person), reader)
    page.wanted.connect(open_at)
    page.settled.connect(
        lambda post, comment: work.attempt(lambda: house.conversations.settle(post, comment))
    )
    return Built(page, page)


class MentionLine(QObject):
    """The line above the pages. Closed by hand it stays away until one more comment is open."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work.window)
        self._work = work
        self._told = 0
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._tell)

    def begin(self) -> None:
        """Tell how many there are, and follow every change and every change of person."""
        self._work.announcer.changed.connect(self.changed)
        self._work.window.topbar.person.chosen.connect(lambda _person: self._another())
        self._tell()

    def changed(self, _changes: Changes) -> None:
        """Word the line anew, once what is being done has settled."""
        self._soon.start()

    def _another(self) -> None:
        self._told = 0
        self._soon.start()

    def _tell(self) -> None:
        house, notices = self._work.house, self._work.window.notices
        count = len(house.conversations.naming(house.desk.person))
        before, self._told = self._told, count
        if not count:
            notices.take(MENTIONS)
        elif count > before or (count != before and notices.text(MENTIONS)):
            notices.tell(
                MENTIONS,
                f"{counted(count)}.",
                severity="info",
                link=tr("Ansehen"),
                clicked=lambda: self._work.visits.perform_elsewhere("tools.mentions"),
            )
