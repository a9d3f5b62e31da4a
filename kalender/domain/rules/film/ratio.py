# SPDX-License-Identifier: EUPL-1.2
"""Rule: a film does not have the shape a format shows."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.film.places import films
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

TOLERANCE = 0.02
"""Share by which a ratio may differ: 1080 × 1912 px still fills the screen."""


def find(case: Case) -> Iterator[Spot]:
    """A film is wider or higher than a format shows it: it gets bars, or is cut."""
    for outlet, shown, picture, formats in films(case):
        if not picture.film_width or not picture.film_height:
            continue
        ratio = picture.film_width / picture.film_height
        for item in formats:
            fits = item.ratio_min * (1 - TOLERANCE) <= ratio <= item.ratio_max * (1 + TOLERANCE)
            if not fits:
                yield spot_at(
                    shown,
                    outlet.id,
                    channel=outlet.name,
                    film=picture.film_name,
                    size=f"{picture.film_width} × {picture.film_height}",
                    wanted=f"{item.width} × {item.height}",
                    label=item.label,
                )


RULE = Rule("film.ratio", Severity.WARNING, find, "Angaben der Plattform (Formate)")
