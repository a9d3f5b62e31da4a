# SPDX-License-Identifier: EUPL-1.2
"""Rule: it is more than a year ago that somebody looked whether the imprint of a channel can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.office.own_media import on_networks

YEAR = timedelta(days=365)


def find(case: Case) -> Iterator[Spot]:
    """The addresses of a channel were looked at more than a year ago."""
    for outlet, channel in on_networks(case):
        seen = channel.notices_seen
        if seen is not None and case.now.date() - seen > YEAR:
            yield Spot({"channel": outlet.name, "seen": seen}, outlet.id, "channels")


RULE = Rule("channel.notices_old", Severity.HINT, find, "DDG § 5; MStV § 18: ständig verfügbar")
