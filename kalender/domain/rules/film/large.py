# SPDX-License-Identifier: EUPL-1.2
"""film.large: the file of a film is larger than a platform takes, as far as a limit is known."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.film.places import films
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

MEGABYTE = 1_000_000
"""Bytes; platforms mean the decimal one unless they say otherwise."""


def find(case: Case) -> Iterator[Spot]:
    """A film is larger than a format takes.

    Sources differ by a factor of three, so no limit ships: a file of formats of the house may name one, and then it warns.
    """
    for outlet, shown, picture, formats in films(case):
        for item in formats:
            if item.clip_bytes and picture.film_bytes > item.clip_bytes:
                yield spot_at(
                    shown,
                    outlet.id,
                    channel=outlet.name,
                    film=picture.film_name,
                    size=-(-picture.film_bytes // MEGABYTE),
                    most=item.clip_bytes // MEGABYTE,
                    label=item.label,
                )


RULE = Rule("film.large", Severity.WARNING, find, "resources/formats, limits of clips", sure=False)
