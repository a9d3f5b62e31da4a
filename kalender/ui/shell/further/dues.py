# SPDX-License-Identifier: EUPL-1.2
"""Builds the page „Fällig“, and tells in lines above the pages that something is due and who is asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kalender.services.acting.changes import Changes
from kalender.ui.dues.page import DuesPage
from kalender.ui.shell.further.listed import Built
from kalender.ui.widgets.paint.values import channel_mark
from kalender.wording.pace.overdue import headline
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace

DUES = "dues"
"""Key of the page and of the line."""

MINUTE = 60_000
SOON = 400
"""Milliseconds without a further change after which the line is worded anew."""


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    house = work.house
    page = DuesPage(
        work.theme,
        house.overdue.now,
        lambda: {
            item.id: channel_mark(item, house.plan.platforms.get(item.platform))
            for item in house.plan.channels
        },
    )
    page.post_wanted.connect(work.visits.open_post)
    page.export_wanted.connect(work.visits.open_export)
    page.ticks_wanted.connect(work.visits.tick_off)
    page.move_wanted.connect(lambda post, day: work.attempt(lambda: house.posts.move_to_day([post], day)))
    return Built(page, page)


class DueLine(QObject):
    """The line above the pages. It follows every change; closed by hand it stays away until another day begins."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work.window)
        self._work = work
        self._day: date | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._follow)
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self.look)

    def begin(self) -> None:
        """Tell what is due, and look again whenever a day begins; cards bear the flags of deadlines from now on."""
        self._work.house.posts.marked = self._work.house.deadlines.marked
        self._work.announcer.changed.connect(self.changed)
        self._clock.start()
        self.look()
        self._follow_mentions()

    def _follow_mentions(self) -> None:
        from kalender.ui.shell.talk.mentions import MentionLine

        MentionLine(self._work).begin()

    def changed(self, _changes: Changes) -> None:
        """Word the line anew, once what is being done has settled."""
        self._soon.start()

    def look(self) -> None:
        """Tell what is due where another day has begun."""
        today = self._work.house.posts.now().date()
        if today != self._day:
            first, self._day = self._day is None, today
            if not first or self._work.house.deadlines.terms.longest:
                self._work.visits.reload()
            self._tell()

    def _follow(self) -> None:
        if self._work.window.notices.text(DUES):
            self._tell()

    def _tell(self) -> None:
        found = self._work.house.overdue.now()
        said = headline(found)
        notices = self._work.window.notices
        if not said:
            notices.take(DUES)
            return
        notices.tell(
            DUES,
            f"{said}.",
            severity="warn" if found.posts or found.missed else "info",
            link=tr("Ansehen"),
            clicked=lambda: self._work.visits.perform_elsewhere("tools.dues"),
        )
