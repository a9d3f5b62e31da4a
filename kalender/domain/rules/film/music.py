# SPDX-License-Identifier: EUPL-1.2
"""Rule: nobody has said on what ground the music of a film may be heard on a network."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.picture import Music
from kalender.domain.rules.case import Case
from kalender.domain.rules.film.places import films
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """A film with sound goes out, and nobody has said whether there is music in it; that of networks is for private use."""
    for outlet, shown, picture, formats in films(case):
        if not formats or picture.silent or picture.music not in {Music.UNSAID, Music.NETWORK}:
            continue
        network = picture.music is Music.NETWORK
        facts = {"channel": outlet.name, "film": picture.film_name, "music": picture.music.value}
        spot = spot_at(shown, outlet.id, **facts)
        yield spot._replace(severity=Severity.WARNING) if network else spot


RULE = Rule(
    "film.music",
    Severity.HINT,
    find,
    "UrhG § 19a; Bedingungen der Netzwerke für Musik auf Unternehmenskonten",
    sure=False,
)
