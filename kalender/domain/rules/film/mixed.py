# SPDX-License-Identifier: EUPL-1.2
"""Rule: a channel takes either pictures or one film, and gets both."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.film.places import films
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

_EITHER = frozenset({"tiktok", "x"})
"""Platforms on which pictures and a film never stand in one post."""


def find(case: Case) -> Iterator[Spot]:
    """A film goes out together with pictures where a platform takes one or the other."""
    for outlet, shown, _picture, formats in films(case):
        if (
            formats
            and outlet.platform is not None
            and outlet.platform.id in _EITHER
            and len(outlet.pictures) > 1
        ):
            yield spot_at(shown, outlet.id, channel=outlet.name)


RULE = Rule("film.mixed", Severity.WARNING, find, "Angaben der Plattform (Formate)")
