# SPDX-License-Identifier: EUPL-1.2
"""film.captions: a film that speaks has no captions."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.film.places import films
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A film that goes out has no captions, neither beside nor in its picture, and no mark that it has no sound."""
    for outlet, shown, picture, formats in films(case):
        if formats and not (picture.captions or picture.silent or picture.burned):
            yield spot_at(shown, outlet.id, channel=outlet.name, film=picture.film_name)


RULE = Rule("film.captions", Severity.ERROR, find, "BITV 2.0 § 3, EN 301 549 9.1.2.2; product P10")
