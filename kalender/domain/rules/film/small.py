# SPDX-License-Identifier: EUPL-1.2
"""Rule: a film has fewer pixels than a format takes."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.film.places import films
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A film has fewer pixels than a format takes."""
    for outlet, shown, picture, formats in films(case):
        wide, high = picture.film_width, picture.film_height
        for item in formats:
            if wide and high and (wide < item.clip_width or high < item.clip_height):
                yield spot_at(
                    shown,
                    outlet.id,
                    film=picture.film_name,
                    size=f"{wide} × {high}",
                    wanted=f"{item.clip_width} × {item.clip_height}",
                    label=item.label,
                )


RULE = Rule("film.small", Severity.WARNING, find, "Angaben der Plattform (Formate)")
