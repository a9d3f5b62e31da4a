# SPDX-License-Identifier: EUPL-1.2
"""The plan around the posts: municipality, channels, people, topics, and what applies to days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar

from kalender.domain.frozen import frozen


class Role(StrEnum):
    """What a person does in the plan."""

    EDITING = "editing"
    EXPERT = "expert"
    APPROVAL = "approval"


class Land(StrEnum):
    """The sixteen Länder by their official short form."""

    BB = "BB"
    BE = "BE"
    BW = "BW"
    BY = "BY"
    HB = "HB"
    HE = "HE"
    HH = "HH"
    MV = "MV"
    NI = "NI"
    NW = "NW"
    RP = "RP"
    SH = "SH"
    SL = "SL"
    SN = "SN"
    ST = "ST"
    TH = "TH"


@frozen
class Municipality:
    """Whose plan it is. Kept as the record setting/municipality.

    …_limit: how many posts a column of the board holds before it warns, 0 is none.
    local_days: ids of holidays of some municipalities that apply here, see formats/local_days. text_due, picture_due,
    approval_due: working days before publication by which each must be there, 0 for no such deadline. closed: days on
    which the town hall is closed, in the forms of pace/working. repeat_days: within so many days the same text on the
    same channel is pointed out; picture_days: the same picture. slots_on_holidays, slots_on_silent: whether a free slot may lie on such days.
    """

    KIND: ClassVar[str] = "setting"

    id: str = "municipality"
    name: str = ""
    form: str = "Stadt"
    land: Land = Land.BW
    zone: str = "Europe/Berlin"
    inhabitants: int = 0
    website: str = ""
    steps: int = 1
    window_before: int = 3
    window_after: int = 7
    review_limit: int = 3
    idea_limit: int = 0
    draft_limit: int = 0
    approved_limit: int = 0
    exported_limit: int = 0
    local_days: tuple[str, ...] = ()
    text_due: int = 0
    picture_due: int = 0
    approval_due: int = 0
    closed: tuple[str, ...] = ()
    repeat_days: int = 30
    picture_days: int = 21
    slots_on_holidays: bool = False
    slots_on_silent: bool = False

    @property
    def title(self) -> str:
        """The name as it stands on the town sign, e.g. Stadt Lindenbrunn."""
        return f"{self.form} {self.name}".strip()


@frozen
class Channel:
    """A place to publish. formats are the ids of the picture formats it needs by default.

    usual_time: "10:00"; weekday_times: seven like it from Monday on where single days differ, "" for the usual one.
    per_week, per_month: the promise, at most one of them above 0. weekdays: on which it usually publishes, as digits
    from 1 for Monday, empty for Monday to Friday. imprint, privacy, netiquette: web addresses that can be reached from
    it; notices_seen: when somebody looked last whether they can. council_told: when the staff council (Personalrat) was.
    """

    KIND: ClassVar[str] = "channel"

    id: str
    platform: str = ""
    name: str = ""
    formats: tuple[str, ...] = ()
    handle: str = ""
    address: str = ""
    position: str = ""
    per_week: int = 0
    usual_time: str = "10:00"
    text_limit: int = 0
    active: bool = True
    weekday_times: tuple[str, ...] = ()
    per_month: int = 0
    weekdays: str = ""
    imprint: str = ""
    privacy: str = ""
    netiquette: str = ""
    notices_seen: date | None = None
    council_told: date | None = None

    def publishes_on(self, day: date) -> bool:
        """Tell whether this channel usually publishes on the weekday of a day."""
        return str(day.isoweekday()) in (self.weekdays or "12345")

    def time_on(self, day: date) -> time:
        """Return when this channel usually publishes on a day, 10:00 where nothing understandable is said."""
        place = day.weekday()
        for text in (*self.weekday_times[place : place + 1], self.usual_time):
            try:
                return time.fromisoformat(text)
            except ValueError:
                continue
        return time(10)


@frozen
class Person:
    """Someone who writes, checks or approves."""

    KIND: ClassVar[str] = "person"

    id: str
    name: str = ""
    role: Role = Role.EDITING
    office: str = ""
    active: bool = True

    @property
    def initials(self) -> str:
        """At most two letters for the avatar."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


@frozen
class Topic:
    """A pillar of the plan (Thema). colour is the name of a theme role, e.g. th-rathaus."""

    KIND: ClassVar[str] = "topic"

    id: str
    name: str = ""
    colour: str = "th-rathaus"
    position: str = ""


@frozen
class Blackout:
    """Days on which nothing leaves without an exception (Sperrzeit); last is inclusive. No channels: all of them."""

    KIND: ClassVar[str] = "blackout"

    id: str
    title: str = ""
    reason: str = ""
    first: date | None = None
    last: date | None = None
    channels: tuple[str, ...] = ()

    def covers(self, day: date, channels: Iterable[str]) -> bool:
        """Tell whether a post on these channels must not appear on a day; one without channels is meant for all."""
        if self.first is None or self.last is None or not self.first <= day <= self.last:
            return False
        wanted = set(channels)
        return not self.channels or not wanted or not wanted.isdisjoint(self.channels)


@frozen
class Meeting:
    """A council or committee meeting (Gremium), in local wall time. layer: whose calendar it was read from, if any."""

    KIND: ClassVar[str] = "meeting"

    id: str
    title: str = ""
    start: datetime | None = None
    layer: str = ""


@frozen
class ColumnMemory:
    """What the columns of a foreign table mean, as someone chose it. id: of the headings and the person.

    columns: one text a column, its heading in plain form, a tab, its meaning (date, channel/<id>).
    """

    KIND: ClassVar[str] = "columns"

    id: str
    headings: str = ""
    columns: tuple[str, ...] = ()
    at: datetime | None = None
