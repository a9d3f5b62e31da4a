# SPDX-License-Identifier: EUPL-1.2
"""picture.gone: a picture of the post is not in the library."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A picture of the post is not in the library."""
    return (spot_at(shown) for shown in case.pictures if shown.picture is None)


RULE = Rule("picture.gone", Severity.ERROR, find, "Ohne Bild kein Export")
