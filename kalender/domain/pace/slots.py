# SPDX-License-Identifier: EUPL-1.2
"""The usual slots of channels (Standardtermine), and the next one that is free."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

from kalender.domain.frozen import frozen
from kalender.domain.pace.appearing import Appearance
from kalender.domain.plan import Channel

HORIZON = 366
"""Days within which a free slot is looked for."""

APART = timedelta(hours=1)
"""Less than this between two posts of a channel is the same slot."""


@frozen
class Slot:
    """A free slot. channel: id of the one whose usual time it is; empty for a post without channels."""

    when: datetime
    channel: str = ""


def next_free(
    channels: Sequence[Channel],
    after: datetime,
    *,
    busy: Callable[[datetime], bool],
    closed: Callable[[date], bool],
) -> Slot | None:
    """Return the first free slot of some channels after a moment, None within HORIZON days.

    The first channel gives the time. It has to be a day on which all of them usually publish; where they have no such
    day in common, the days of the first one count. busy: the slot is taken; closed: nothing is to appear on that day.
    """
    lead = channels[0] if channels else Channel(id="")
    shared = {
        number
        for number in range(1, 8)
        if all(str(number) in (item.weekdays or "12345") for item in channels)
    }
    for number in range(HORIZON):
        day = after.date() + timedelta(days=number)
        if not (day.isoweekday() in shared if shared else lead.publishes_on(day)) or closed(day):
            continue
        moment = datetime.combine(day, lead.time_on(day))
        if moment > after and not busy(moment):
            return Slot(when=moment, channel=lead.id)
    return None


def taken(
    moment: datetime, channels: Iterable[str], others: Iterable[Appearance], but: Iterable[str] = ()
) -> Appearance | None:
    """Return a post that takes a slot of some channels, None where it is free. but: posts that do not count."""
    wanted, left_out = set(channels), set(but)
    return next(
        (
            item
            for item in others
            if abs(item.planned - moment) < APART
            and item.post not in left_out
            and not wanted.isdisjoint(item.channels)
        ),
        None,
    )
