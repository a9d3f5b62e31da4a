# SPDX-License-Identifier: EUPL-1.2
"""One VEVENT as an entry, or the line and the reason why it is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from kalender.domain.days.recurrence import BadRule, Rule, last_moment, with_end
from kalender.exchange.calendars.found import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    BadEntry,
    Doubt,
    Doubtful,
    Fault,
    FoundEntry,
)
from kalender.exchange.calendars.lines import Component, Property, plain_text
from kalender.exchange.calendars.values import Moment, NoValue, duration_of, moment_of

MOST_DATES = 2_000
"""Single dates (RDATE, EXDATE) of one entry."""

MOST_ASKED = 200_000
"""Days that may be asked to find where rules with a count end, in one file: less than a second."""


class NamesZones(Protocol):
    """Knows time zones by what a file calls them."""

    def of(self, name: str) -> str:
        """Return the IANA name of a zone, or nothing."""


class Refusal(Exception):  # noqa: N818 - an answer about an entry, not a defect
    """An entry that is not taken."""

    def __init__(self, bad: BadEntry) -> None:
        super().__init__(bad.fault.value)
        self.bad = bad


class Events:
    """Reads the events of one file. zone: of the municipality; times without a zone are meant there."""

    def __init__(self, zones: NamesZones, zone: str) -> None:
        self._zones = zones
        self._home = zone
        self._left = MOST_ASKED
        self.doubts: list[Doubtful] = []

    def entry(self, part: Component) -> FoundEntry:
        """Return an event as an entry; raises Refusal."""
        title = " ".join(part.text("SUMMARY").split())
        if not part.whole:
            raise Refusal(BadEntry(line=part.line, fault=Fault.CUT_OFF, what=title))
        begin = part.first("DTSTART")
        if begin is None:
            raise Refusal(BadEntry(line=part.line, fault=Fault.NO_START, what=title))
        start, zone = self._begun(begin, title)
        end = self._end(part, start, zone)
        if part.text("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE" and not start.all_day:
            start = replace(start, all_day=True)
            end = end - timedelta(minutes=1) if end is not None and end > start.at else None
        if start.all_day:
            start = replace(start, at=datetime.combine(start.at.date(), datetime.min.time()))
            end = datetime.combine(end.date(), datetime.min.time()) if end is not None else None
        self._shortened(part, title)
        uid = part.text("UID")[:500]
        found = FoundEntry(
            key=uid or f"{title}\n{start.at.isoformat()}",
            title=title[:LONGEST_TITLE],
            start=start.at,
            end=end if end is not None and end > start.at else None,
            all_day=start.all_day,
            zone=zone if zone != self._home and not start.all_day else "",
            rule=self._rule(part, start, zone, title),
            dates=self._moments(part, "RDATE", start, zone),
            without=self._moments(part, "EXDATE", start, zone),
            place=" ".join(part.text("LOCATION").split())[:LONGEST_TITLE],
            note=part.text("DESCRIPTION")[:LONGEST_NOTE],
            line=part.line,
        )
        return self._at_home(self._instance(part, found, start, zone))

    def _shortened(self, part: Component, title: str) -> None:
        if len(title) > LONGEST_TITLE or len(part.text("DESCRIPTION")) > LONGEST_NOTE:
            self._doubt(part.line, Doubt.SHORTENED, title)
        for line in part.skipped:
            self._doubt(line, Doubt.LINE_SKIPPED, title)

    def _doubt(self, line: int, doubt: Doubt, what: str) -> None:
        self.doubts.append(Doubtful(line=line, doubt=doubt, what=what[:LONGEST_TITLE]))

    def _begun(self, begin: Property, title: str) -> tuple[Moment, str]:
        try:
            start = moment_of(begin.value, as_day=begin.parameters.get("VALUE", "").upper() == "DATE")
        except NoValue as wrong:
            what = f"{title}: {begin.value[:40]}" if title else begin.value[:40]
            raise Refusal(BadEntry(line=begin.line, fault=Fault.BAD_DATE, what=what)) from wrong
        return start, self._zone(begin, start)

    def _zone(self, said: Property, moment: Moment) -> str:
        """Return the zone in which a moment is a wall time."""
        if moment.utc:
            return "UTC"
        name = said.parameters.get("TZID", "")
        if not name or moment.all_day:
            return self._home
        found = self._zones.of(name)
        if not found:
            self._doubt(said.line, Doubt.ZONE_UNKNOWN, name)
        return found or self._home

    def _in(self, said: Property, moment: Moment, zone: str) -> datetime:
        """Return a moment as wall time of a zone."""
        its = self._zone(said, moment)
        return moment.at if its == zone or moment.all_day else seen_from(zone, moment.at, its)

    def _end(self, part: Component, start: Moment, zone: str) -> datetime | None:
        """Return the end; the last day where whole days are meant. One that makes no sense is left out."""
        end, length = part.first("DTEND"), part.first("DURATION")
        try:
            if end is not None:
                moment = moment_of(end.value, as_day=start.all_day)
                if start.all_day:
                    return moment.at - timedelta(days=1) if moment.at > start.at else None
                found = self._in(end, moment, zone)
                if found >= start.at:
                    return found
                self._doubt(end.line, Doubt.END_IGNORED, part.text("SUMMARY"))
            elif length is not None:
                found = start.at + duration_of(length.value)
                return found - timedelta(days=1) if start.all_day and found > start.at else found
        except (NoValue, OverflowError):
            self._doubt((end or length or part).line, Doubt.END_IGNORED, part.text("SUMMARY"))
        return None

    def _rule(self, part: Component, start: Moment, zone: str, title: str) -> str:
        """Return the rule, with an end instead of a count, in wall time of the zone of the start."""
        outside = part.first("EXRULE")
        if outside is not None:
            raise Refusal(BadEntry(line=outside.line, fault=Fault.EXRULE, what=title))
        said = part.first("RRULE")
        if said is None or not said.value.strip():
            return ""
        text = said.value.strip().upper()[:2_000]
        try:
            rule = Rule.parse(text)
            if rule.count:
                last, asked = last_moment(rule, start.at, most_days=min(self._left, 40_000))
                self._left -= asked
                if last is None:
                    raise Refusal(BadEntry(line=said.line, fault=Fault.RULE_TOO_MANY, what=title))
                return with_end(text, last)
            if rule.until is not None:
                until = rule.until
                if text.rpartition("UNTIL=")[2].split(";")[0].endswith("Z") and not start.all_day:
                    until = seen_from(zone, until, "UTC")
                return with_end(text, until)
        except BadRule as wrong:
            raise Refusal(
                BadEntry(line=said.line, fault=Fault(wrong.fault.value), what=f"{title}: {text[:60]}")
            ) from wrong
        return text

    def _moments(self, part: Component, name: str, start: Moment, zone: str) -> tuple[str, ...]:
        """Return single dates in ISO form; those that cannot be read are left out and named."""
        found: set[str] = set()
        for said in part.all(name):
            day = said.parameters.get("VALUE", "").upper() == "DATE"
            for text in said.value.split(",")[:MOST_DATES]:
                try:
                    moment = moment_of(text.partition("/")[0], as_day=day)
                except NoValue:
                    self._doubt(said.line, Doubt.LINE_SKIPPED, part.text("SUMMARY"))
                    continue
                if moment.all_day or start.all_day:
                    found.add(moment.at.date().isoformat())
                else:
                    found.add(self._in(said, moment, zone).isoformat(timespec="minutes"))
        return tuple(sorted(found)[:MOST_DATES])

    def _instance(self, part: Component, found: FoundEntry, start: Moment, zone: str) -> FoundEntry:
        """Return an entry that stands for one moment of another as just that."""
        said = part.first("RECURRENCE-ID")
        if said is None:
            return found
        try:
            moment = moment_of(said.value, as_day=said.parameters.get("VALUE", "").upper() == "DATE")
        except NoValue:
            self._doubt(said.line, Doubt.LINE_SKIPPED, found.title)
            return found
        if said.parameters.get("RANGE", "").upper() == "THISANDFUTURE":
            self._doubt(said.line, Doubt.FOLLOWING, found.title)
        at = moment.at if moment.all_day or start.all_day else self._in(said, moment, zone)
        instance = at.date().isoformat() if moment.all_day else at.isoformat(timespec="minutes")
        return replace(
            found, key=f"{found.key}\n{instance}", of=found.key, instance=instance, rule="", dates=()
        )

    def _at_home(self, found: FoundEntry) -> FoundEntry:
        """Return an entry of a single time as wall time of the municipality."""
        if not found.zone or found.rule or found.dates:
            return found
        end = seen_from(self._home, found.end, found.zone) if found.end is not None else None
        return replace(found, zone="", start=seen_from(self._home, found.start, found.zone), end=end)


def cancelled(part: Component) -> bool:
    """Tell whether an event was called off."""
    return part.text("STATUS").strip().upper() == "CANCELLED"


def seen_from(zone: str, moment: datetime, its: str) -> datetime:
    """Return the wall time in zone of a wall time in its."""
    try:
        return moment.replace(tzinfo=ZoneInfo(its)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except OverflowError:
        return moment


def title_of(part: Component) -> str:
    """Return what a component is called, as far as it says."""
    said = part.first("SUMMARY")
    return " ".join(plain_text(said).split())[:LONGEST_TITLE] if said is not None else ""
