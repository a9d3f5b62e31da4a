# SPDX-License-Identifier: EUPL-1.2
"""What a foreign calendar is once it has been read: entries, and bad ones with their line and reason."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from kalender.domain.frozen import frozen

MOST_BYTES = 20_000_000
MOST_ENTRIES = 20_000
MOST_BAD = 2_000
"""Bad entries that are named; more say nothing new."""

LONGEST_TITLE = 300
LONGEST_NOTE = 2_000


class Fault(StrEnum):
    """Why an entry is not taken."""

    NO_START = "no_start"
    BAD_DATE = "bad_date"
    NO_TITLE = "no_title"
    RULE_UNREADABLE = "rule_unreadable"
    RULE_TOO_FINE = "rule_too_fine"
    RULE_TOO_MANY = "rule_too_many"
    EXRULE = "exrule"
    CUT_OFF = "cut_off"
    NO_EVENT = "no_event"
    TOO_MANY = "too_many"


class Doubt(StrEnum):
    """What was taken and had to be guessed or left out."""

    LINE_SKIPPED = "line_skipped"
    ZONE_UNKNOWN = "zone_unknown"
    END_IGNORED = "end_ignored"
    SHORTENED = "shortened"
    FOLLOWING = "following"


@frozen
class BadEntry:
    """An entry that is not taken. line: of the file, from 1; what: its title or the words in the way."""

    line: int
    fault: Fault
    what: str = ""
    sheet: str = ""


@frozen
class Doubtful:
    """Something to look at in an entry that is taken."""

    line: int
    doubt: Doubt
    what: str = ""


@frozen
class FoundEntry:
    """An entry as its file says it; the fields are those of domain/days/entries.Entry. key: what it is recognised by.

    of: key of the entry whose moment instance this stands for.
    """

    key: str
    title: str
    start: datetime
    end: datetime | None = None
    all_day: bool = False
    zone: str = ""
    rule: str = ""
    dates: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    of: str = ""
    instance: str = ""
    place: str = ""
    note: str = ""
    line: int = 0


@frozen
class CalendarReading:
    """A calendar. name: what it calls itself, or empty. cancelled: keys of entries that were called off."""

    name: str = ""
    entries: tuple[FoundEntry, ...] = ()
    bad: tuple[BadEntry, ...] = ()
    doubts: tuple[Doubtful, ...] = ()
    cancelled: tuple[str, ...] = ()
