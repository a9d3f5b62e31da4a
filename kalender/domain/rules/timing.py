# SPDX-License-Identifier: EUPL-1.2
"""Time: dates in the text against the calendar, and the planned time against everything that forbids it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from kalender.domain.rules.case import Case, Passage
from kalender.domain.rules.finding import Rule, Severity, Spot

if TYPE_CHECKING:
    from kalender.domain.text.dates import Mention

EXCEPTION = "ausnahme"
"""The label with which the office says that a post goes out although a blackout applies."""

_FAR = timedelta(days=300)


def _mentions(case: Case) -> Iterator[tuple[Passage, date, Mention]]:
    from kalender.domain.text.dates import dates_in

    for passage in case.passages:
        if any(letter.isdigit() for letter in passage.text):
            near = (case.planned(passage) or case.now).date()
            for mention in dates_in(passage.text, near):
                yield passage, near, mention


def _facts(passage: Passage, mention: Mention, **more: object) -> dict[str, object]:
    found = passage.text[mention.start : mention.end]
    return {"found": found, "start": mention.start, "end": mention.end, **more}


def wrong_weekday(case: Case) -> Iterator[Spot]:
    """The weekday beside a date is not the one of that day. Without a year it is the nearest such day."""
    for passage, _near, mention in _mentions(case):
        if mention.day is None or mention.weekday is None or mention.weekday == mention.day.weekday():
            continue
        facts = _facts(passage, mention, day=mention.day, named=mention.weekday, right=mention.day.weekday())
        severity = None if mention.sure else Severity.WARNING
        yield Spot(facts, passage.channel, passage.field, severity=severity)


def impossible(case: Case) -> Iterator[Spot]:
    """A date in the text is not in the calendar, e.g. 31.11."""
    for passage, _near, mention in _mentions(case):
        if mention.day is None:
            yield Spot(_facts(passage, mention), passage.channel, passage.field)


@lru_cache(maxsize=1)
def _looking_back() -> re.Pattern[str]:
    words = "war|waren|wurde|wurden|fand|fanden|gab|kam|kamen|ging|gingen|feierten|besuchten|hatte|hatten|konnten|haben"
    return re.compile(rf"\b(?:{words}|[Gg]estern|seit|Seit)\b")


def over(case: Case) -> Iterator[Spot]:
    """Every date in the text lies before the day it appears: the post may have been moved too far.

    A text that looks back on what was passes.
    """
    for passage in case.passages:
        planned = case.planned(passage)
        if planned is None or _looking_back().search(passage.text):
            continue
        named = [mention for found, _near, mention in _mentions(case) if found is passage and mention.day]
        days = [mention.day for mention in named if mention.day]
        if days and max(days) < planned.date() and planned.date() - max(days) < _FAR:
            last = named[days.index(max(days))]
            facts = _facts(passage, last, day=max(days), planned=planned.date())
            yield Spot(facts, passage.channel, passage.field)


def wrong_relation(case: Case) -> Iterator[Spot]:
    """Heute, morgen or gestern beside a date does not fit the day the post appears."""
    for passage, _near, mention in _mentions(case):
        planned = case.planned(passage)
        if planned is None or mention.offset is None or mention.day is None:
            continue
        if planned.date() + timedelta(days=mention.offset) != mention.day:
            facts = _facts(passage, mention, day=mention.day, planned=planned.date())
            yield Spot(facts, passage.channel, passage.field)


def moments(case: Case) -> Iterator[tuple[str, datetime]]:
    """Yield channel and planned times: the post's own once, and those of channels that have another."""
    own = case.post.planned
    if own is not None and (not case.outlets or any(outlet.planned == own for outlet in case.outlets)):
        yield "", own
    for outlet in case.outlets:
        if outlet.planned is not None and outlet.planned != own:
            yield outlet.id, outlet.planned


def past(case: Case) -> Iterator[Spot]:
    """The planned time is over and the post is not ticked off as published everywhere."""
    done = {item.id for item in case.post.publications}
    if case.post.dropped:
        return
    late = [item for item in case.outlets if item.planned and item.planned < case.now and item.id not in done]
    if late:
        first = min(outlet.planned for outlet in late if outlet.planned)
        facts = {"planned": first, "channels": tuple(outlet.name for outlet in late)}
        yield Spot(facts, "" if len(late) > 1 else late[0].id, "planned")


def clock_gap(case: Case) -> Iterator[Spot]:
    """The clock skips the planned time in the night summer time begins."""
    for channel, moment in moments(case):
        back = shown_by_clocks(moment, case.post.zone)
        if back != moment:
            yield Spot({"planned": moment, "instead": back}, channel, "planned")


def shown_by_clocks(moment: datetime, zone: str) -> datetime:
    """Return what the clocks of a zone show when a local time has come: the time itself, or an hour later where it is skipped.

    A time that comes twice is the first of the two. In a zone that nobody knows, and at the ends of all time, no time is skipped.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        place = ZoneInfo(zone)
        return moment.replace(tzinfo=place).astimezone(UTC).astimezone(place).replace(tzinfo=None)
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError):
        return moment


def turned_on(day: date, zone: str) -> bool:
    """Tell whether the clocks of a zone are changed on a day, forwards or back; never where nobody knows the zone."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        place = ZoneInfo(zone)
        start = datetime(day.year, day.month, day.day, tzinfo=place)
        return start.utcoffset() != (start + timedelta(days=1)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError):
        return False


def embargo(case: Case) -> Iterator[Spot]:
    """A post is planned before its embargo ends."""
    until = case.post.embargo
    for channel, moment in moments(case) if until else ():
        if until is not None and moment < until:
            yield Spot({"planned": moment, "until": until}, channel, "planned")


def blackout(case: Case) -> Iterator[Spot]:
    """A post is planned on days on which nothing leaves without an exception."""
    if any(label.casefold() == EXCEPTION for label in case.post.labels):
        return
    for channel, moment in moments(case):
        meant = [channel] if channel else [item.id for item in case.outlets if item.planned == moment]
        for item in case.around.blackouts:
            if item.covers(moment.date(), meant):
                facts = {"title": item.title, "reason": item.reason, "first": item.first, "last": item.last}
                yield Spot(facts | {"planned": moment}, channel, "planned")


RULES = (
    Rule("date.weekday", Severity.ERROR, wrong_weekday, "Gregorian calendar"),
    Rule("date.impossible", Severity.ERROR, impossible, "Gregorian calendar"),
    Rule("date.over", Severity.WARNING, over, "house rule"),
    Rule("date.relation", Severity.WARNING, wrong_relation, "house rule"),
    Rule("planned.past", Severity.WARNING, past, "nothing goes out late by itself"),
    Rule("planned.clock_gap", Severity.ERROR, clock_gap, "IANA time zone database"),
    Rule("planned.embargo", Severity.ERROR, embargo, "agreement on the embargo (Sperrfrist)"),
    Rule("planned.blackout", Severity.WARNING, blackout, "blackouts of the plan (Sperrzeit)"),
)
