# SPDX-License-Identifier: EUPL-1.2
"""film.length: a film is shorter or longer than a platform takes."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.film.places import films
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A film does not have the length a format asks for."""
    for outlet, shown, picture, formats in films(case):
        seconds = picture.film_ms / 1000
        for item in formats:
            if (item.clip_most and seconds > item.clip_most) or seconds < item.clip_least:
                facts = {"label": item.label, "least": item.clip_least, "most": item.clip_most or 0}
                yield spot_at(
                    shown,
                    outlet.id,
                    channel=outlet.name,
                    film=picture.film_name,
                    seconds=round(seconds),
                    **facts,
                )


RULE = Rule("film.length", Severity.ERROR, find, "resources/formats, limits of clips")
