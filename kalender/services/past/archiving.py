# SPDX-License-Identifier: EUPL-1.2
"""The archive: years that are over leave board, lists and counts; months, search and the posts themselves stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kalender.domain.archive import Archive
from kalender.domain.frozen import frozen
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Action, Desk
from kalender.services.clock import Clock
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

CLOSED, REOPENED, TAKEN_OUT = "archive.closed", "archive.reopened", "archive.taken_out"


@frozen
class Year:
    """A year of the plan. open: posts that are neither published nor dropped and stay outside in any case.

    begun: it is this one or an earlier; over: it is past; archived: it is in the archive.
    """

    year: int
    published: int = 0
    dropped: int = 0
    open: int = 0
    begun: bool = True
    over: bool = False
    archived: bool = False

    @property
    def done(self) -> int:
        """How many of its posts belong into the archive."""
        return self.published + self.dropped


class Archiving:
    """Closes and reopens years, each as one step that undo takes back; single posts come out by hand."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView, clock: Clock) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._clock = clock

    def today(self) -> date:
        """Return the day of the plan."""
        return self._clock.local(self._plan.municipality.zone).date()

    def years(self) -> list[Year]:
        """Return the years in which posts are planned, the newest first."""
        this, archive = self.today().year, self._store.archive()
        return [
            Year(
                year=item.year,
                published=item.published,
                dropped=item.dropped,
                open=item.open,
                begun=item.year <= this,
                over=item.year < this,
                archived=archive.year is not None and item.year <= archive.year,
            )
            for item in self._store.years()
        ]

    def close(self, year: int) -> None:
        """Put a year, and all before it, into the archive; raises Refused YEAR_NOT_OVER or ALREADY."""
        if year >= self.today().year:
            raise Refused(RefusalKind.YEAR_NOT_OVER, year=year)
        if (self._store.archive().year or 0) >= year:
            raise Refused(RefusalKind.ALREADY, title=str(year))
        count = sum(item.done for item in self.years() if item.year <= year and not item.archived)
        with self._desk.action(CLOSED, title=str(year), year=year, count=count) as act:
            act.put(_now(act).closed(year))

    def reopen(self, year: int) -> None:
        """Take a year, and all after it, out of the archive; raises Refused ALREADY where it is not in it."""
        if (self._store.archive().year or 0) < year:
            raise Refused(RefusalKind.ALREADY, title=str(year))
        with self._desk.action(REOPENED, title=str(year), year=year) as act:
            act.put(_now(act).reopened(year))

    def take_out(self, posts: Sequence[str]) -> None:
        """Take posts out of the archive for good, so that they are among the others again; raises Refused NOT_FOUND."""
        found = self._store.some(Post, posts)
        if not found:
            raise Refused(RefusalKind.NOT_FOUND, post=", ".join(posts))
        title = found[0].title if len(found) == 1 else ""
        with self._desk.action(TAKEN_OUT, title=title, count=len(found)) as act:
            act.put(_now(act).without(*(item.id for item in found)))


def _now(act: Action) -> Archive:
    """Return the archive as an action finds it."""
    return act.find(Archive, "archive") or Archive()
