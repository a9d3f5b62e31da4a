# SPDX-License-Identifier: EUPL-1.2
"""Posts to try rules on: written like those of a town hall, with everything in order that is not meant to be found."""

from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from kalender.domain.content import Surroundings
from kalender.domain.pace.appearing import Nearby
from kalender.domain.picture import Licence, People, Picture
from kalender.domain.plan import Blackout, Channel, Municipality
from kalender.domain.post import Attachment, Post, Version
from kalender.domain.rights.consent import Consent
from kalender.domain.rules.book import RuleBook
from kalender.formats.catalogue import load

NOW = datetime(2026, 11, 22, 9, 0)
PLANNED = datetime(2026, 12, 1, 10, 0)
CATALOGUE = load()


class Try(NamedTuple):
    """A post and what surrounds it."""

    post: Post
    around: Surroundings


Examples = dict[str, tuple[list[Try], list[Try]]]
"""By rule: what must be found, and what must not."""


def said(
    text: str = "Die Stadtbücherei hat neue Hörbücher.",
    *channels: str,
    around: dict[str, Any] | None = None,
    **more: Any,
) -> Try:
    """Return a post with a text on channels (Facebook where none is named); around: what differs in its surroundings."""
    names = channels or ("facebook",)
    values: dict[str, Any] = {
        "id": "p",
        "title": "Neues aus dem Rathaus",
        "text": text,
        "planned": PLANNED,
        "versions": tuple(Version(id=name) for name in names),
    }
    return Try(Post(**(values | more)), surroundings(**(around or {})))


def shown(
    *channels: str,
    alt: str | None = None,
    text: str = "Die Stadtbücherei hat neue Hörbücher.",
    pictures: int = 1,
    around: dict[str, Any] | None = None,
    post: dict[str, Any] | None = None,
    **picture: Any,
) -> Try:
    """Return a post that shows a picture, as often as asked; alt: of the use, else that of the picture."""
    values: dict[str, Any] = {
        "id": "bild",
        "name": "IMG_2041.jpg",
        "width": 4000,
        "height": 3000,
        "alt": "Regale mit Hörbüchern im Erdgeschoss der Stadtbücherei",
        "credit": "Stadt Lindenbrunn",
        "licence": Licence.OWN,
        "people": People.NONE,
    }
    attachments = tuple(
        Attachment(id=f"a{number}", picture="bild", position=str(number), alt=alt)
        for number in range(1, pictures + 1)
    )
    extra = {"pictures": {"bild": Picture(**(values | picture))}, **(around or {})}
    return said(text, *channels, around=extra, **({"attachments": attachments} | (post or {})))


def surroundings(**more: Any) -> Surroundings:
    """Return a plan with a channel for each platform."""
    channels = {
        item.id: Channel(id=item.id, platform=item.id, name=item.name, formats=item.default_formats)
        for item in CATALOGUE.platforms
    }
    values: dict[str, Any] = {
        "channels": channels,
        "formats": CATALOGUE.formats,
        "platforms": CATALOGUE.platforms_by_id,
        "municipality": Municipality(name="Lindenbrunn"),
    }
    return Surroundings(**(values | more))


def at(trial: Try, planned: datetime | None) -> Try:
    """Return the same post at another time."""
    return Try(replace(trial.post, planned=planned), trial.around)


def near(**more: Any) -> dict[str, Any]:
    """Return surroundings with something around the planned day."""
    return {"nearby": Nearby(**more)}


def house(**more: Any) -> dict[str, Any]:
    """Return surroundings with choices of the house."""
    return {"book": RuleBook(**more)}


def consent(**more: Any) -> dict[str, Any]:
    """Return surroundings with one consent in the register."""
    return {"consents": {"e": Consent(**({"id": "e", "name": "Mia Berger"} | more))}}


def blackout(**more: Any) -> dict[str, Any]:
    """Return surroundings with one blackout."""
    return {"blackouts": (Blackout(id="b", title="Betriebsruhe", **more),)}
