# SPDX-License-Identifier: EUPL-1.2
"""Gathers from the services what the inspector shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kalender.domain.card import Card
from kalender.domain.days.month import shifted
from kalender.domain.rules.checks import Finding, Severity
from kalender.domain.stage import Stage
from kalender.services.checks import Checks
from kalender.services.posts import Posts
from kalender.services.publishing import Publishing
from kalender.services.reviews import edition
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.inspector.values import ChannelLine, DueLine, FindingLine, MonthSheet, PostSheet
from kalender.ui.calendar.looks import Looks
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.wording import dates
from kalender.wording.tr import tr

if TYPE_CHECKING:  # read with the first post that has deadlines
    from kalender.services.pace.deadlines import Deadlines

FindingWords = Callable[[Finding], tuple[str, str]]
"""Words a finding: what, and why."""

_ROLES = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.HINT: "info"}


class Sheets:
    """Reads one post, or sums up a month."""

    def __init__(
        self, posts: Posts, checks: Checks, publishing: Publishing, looks: Looks, finding_words: FindingWords
    ) -> None:
        self._posts = posts
        self._checks = checks
        self._publishing = publishing
        self._looks = looks
        self._words = finding_words
        self.known_labels = posts.labels
        self.deadlines: Callable[[], Deadlines] | None = None

    def post(self, card: Card) -> PostSheet:
        """Return the sheet of a post."""
        looks, post = self._looks, self._posts.get(card.id)
        found = self._checks.of(card.id)
        topic, person = looks.topics.get(card.topic), looks.people.get(card.responsible)
        approver = looks.people.get(card.approved_by)
        return PostSheet(
            card=card,
            topic=(topic.name, topic.colour) if topic else None,
            responsible=person.name if person else "",
            initials=person.initials if person else "",
            ink=avatar_ink(person.id) if person else "#46535A",
            approved_by=approver.name if approver else card.approved_by,
            edition=edition(post, card.digest) if card.approved_by else 0,
            channels=tuple(
                ChannelLine(mark=mark, own=mark.id in card.own, worst=_worst(found, mark.id))
                for mark in looks.of(card)
            ),
            findings=tuple(self._line(finding) for finding in found),
            may_export=self._publishing.why_not(card.id) is None,
            deadlines=self._deadlines(card),
            labels=post.labels,
        )

    def ready(self, card: Card) -> Iterator[None]:
        """Make ready what the first sheet needs, in steps, by reading that of some post."""
        yield from self._checks.ready(card.id)
        found = self._checks.of(card.id)
        yield
        for finding in found:
            self._line(finding)
            yield
        self._deadlines(card)
        yield
        self.post(card)

    def _deadlines(self, card: Card) -> tuple[DueLine, ...]:
        found = self.deadlines().of(card) if self.deadlines is not None else ()
        if not found:
            return ()
        from kalender.domain.pace.deadlines import Urgency
        from kalender.wording.pace.deadlines import DUES, standing

        today = self._posts.now().date()
        return tuple(
            DueLine(
                text=f"{tr(DUES[item.due])}: {standing(item, today)}",
                pressing=item.urgency(today) in {Urgency.TODAY, Urgency.MISSED},
            )
            for item in found
        )

    @staticmethod
    def month(month: date, cards: Iterable[Card], almanac: Almanac) -> MonthSheet:
        """Return the month in numbers."""
        last = shifted(month, 1) - timedelta(days=1)
        counts, notes = _numbers(month, last, cards, almanac)
        return MonthSheet(title=dates.month(month), counts=counts, notes=notes)

    @staticmethod
    def week(first: date, last: date, cards: Iterable[Card], almanac: Almanac) -> MonthSheet:
        """Return a week in numbers."""
        counts, notes = _numbers(first, last, cards, almanac)
        return MonthSheet(
            title=dates.week(first, last), counts=counts, notes=notes, head=tr("In dieser Woche")
        )

    def _line(self, finding: Finding) -> FindingLine:
        title, why = self._words(finding)
        mark = self._looks.marks.get(finding.channel)
        named = f"{mark.short}: {title}" if mark is not None else title
        return FindingLine(severity=_ROLES[finding.severity], title=named, why=why)


def _worst(found: Iterable[Finding], channel: str) -> str:
    roles = {_ROLES[item.severity] for item in found if item.channel == channel}
    return next((role for role in ("err", "warn", "info") if role in roles), "")


def _numbers(
    first: date, last: date, cards: Iterable[Card], almanac: Almanac
) -> tuple[dict[Stage, int], tuple[str, ...]]:
    """Return how many posts of each stage lie on the days from first to last, and what applies to these."""
    stages = [card.stage for card in cards if card.planned and first <= card.planned.date() <= last]
    notes = (band.label for band in almanac.bands if band.first <= last and first <= band.last)
    return {stage: stages.count(stage) for stage in set(stages)}, tuple(dict.fromkeys(notes))
