# SPDX-License-Identifier: EUPL-1.2
"""Rule: nobody has noted where the imprint of a channel, its privacy notice and its rules for comments stand."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.office.own_media import on_networks


def find(case: Case) -> Iterator[Spot]:
    """The plan does not know where imprint, privacy notice or rules for comments of a network's channel stand."""
    for outlet, channel in on_networks(case):
        if not (channel.imprint.strip() and channel.privacy.strip() and channel.netiquette.strip()):
            yield Spot({"channel": outlet.name}, outlet.id, "channels")


RULE = Rule("channel.notices_missing", Severity.HINT, find, "DDG § 5; MStV § 18; DSGVO Art. 13", on=False)
