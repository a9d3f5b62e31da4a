# SPDX-License-Identifier: EUPL-1.2
"""Rule: a channel on which people can comment is used, and nobody has noted that the staff council knows of it."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.office.own_media import on_networks

_SILENT = frozenset({"whatsapp", "telegram"})
"""Platforms whose channels take no comments."""


def find(case: Case) -> Iterator[Spot]:
    """The staff council was not told of a channel, as far as the plan knows; whether it has a say depends on the case."""
    for outlet, channel in on_networks(case):
        if channel.council_told is None and channel.platform not in _SILENT:
            yield Spot({"channel": outlet.name}, outlet.id, "channels")


RULE = Rule(
    "channel.council_untold",
    Severity.HINT,
    find,
    "BVerwG 04.05.2023, 5 P 16.21 und 5 P 2.22: Einzelfall; Personalvertretungsgesetz des Landes",
    sure=False,
    on=False,
)
