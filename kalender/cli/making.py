# SPDX-License-Identifier: EUPL-1.2
"""The commands new and sample: plans come into being."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from kalender.cli.answers import Answer
from kalender.cli.ports import OpenPlan, Plans
from kalender.domain.journal.position import between
from kalender.domain.pace.deadlines import USUAL as USUAL_TERMS
from kalender.domain.plan import Channel, Land, Municipality, Person, Role
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.names import slug, unlike
from kalender.formats.catalogue import Catalogue
from kalender.wording.pace.deadlines import told

USUAL = ("facebook",)
"""The channels of a plan when none is named."""

_ROLES = {
    "editing": Role.EDITING,
    "redaktion": Role.EDITING,
    "expert": Role.EXPERT,
    "fachprüfung": Role.EXPERT,
    "fachpruefung": Role.EXPERT,
    "fachamt": Role.EXPERT,
    "approval": Role.APPROVAL,
    "freigabe": Role.APPROVAL,
}
_LAENDER = {
    "brandenburg": Land.BB, "berlin": Land.BE, "baden-württemberg": Land.BW, "bayern": Land.BY,
    "bremen": Land.HB, "hessen": Land.HE, "hamburg": Land.HH, "mecklenburg-vorpommern": Land.MV,
    "niedersachsen": Land.NI, "nordrhein-westfalen": Land.NW, "rheinland-pfalz": Land.RP,
    "schleswig-holstein": Land.SH, "saarland": Land.SL, "sachsen": Land.SN, "sachsen-anhalt": Land.ST,
    "thüringen": Land.TH,
}  # fmt: skip


def new(given: Namespace, plans: Plans) -> Answer:
    """Make a plan. Raises Refused UNKNOWN_LAND, UNKNOWN_CHANNEL, BAD_ROLE, PLAN_EXISTS …; nothing is made then."""
    town = USUAL_TERMS.of_plan(
        Municipality(name=given.municipality.strip(), form=given.form, land=_land(given.state))
    )
    channels = channels_of(given.channel or USUAL, plans.catalogue())
    people = people_of(given.person)
    with closing(plans.create(Path(given.plan), town, channels, people)) as house:
        facts = _facts(house)
    names = ", ".join(channel.name for channel in channels)
    lines = (
        f"Plan für {town.title} angelegt in {given.plan}. Kanäle: {names}.",
        f"Fristen: {told(USUAL_TERMS)}; zu ändern unter Einstellungen › Fristen und Takt.",
    )
    return Answer(facts=facts, lines=lines)


def sample(given: Namespace, plans: Plans) -> Answer:
    """Write the sample plan. Raises Refused PLAN_EXISTS and those of opening a plan."""
    with closing(plans.sample(Path(given.plan))) as house:
        facts = _facts(house)
        count = sum(house.posts.counts().values())
    town = facts["municipality"]
    return Answer(
        facts={**facts, "posts": count},
        lines=(f"Beispielplan {town} mit {count} Beiträgen geschrieben nach {given.plan}.",),
    )


def _facts(house: OpenPlan) -> dict[str, Any]:
    return {
        "plan": str(house.folder),
        "municipality": house.plan.municipality.title,
        "channels": [item.id for item in house.plan.channels],
        "people": [{"id": item.id, "name": item.name, "role": item.role.value} for item in house.plan.people],
    }


def _land(text: str) -> Land:
    wanted = text.strip()
    found = _LAENDER.get(wanted.casefold())
    if found is not None:
        return found
    try:
        return Land(wanted.upper())
    except ValueError as error:
        raise Refused(RefusalKind.UNKNOWN_LAND, land=text, known=[item.value for item in Land]) from error


def channels_of(names: Iterable[str], catalogue: Catalogue) -> list[Channel]:
    """Return channels for names of platforms, in the order given. Raises Refused UNKNOWN_CHANNEL."""
    made: list[Channel] = []
    position = ""
    for name in names:
        wanted = name.strip().casefold()
        platform = next(
            (
                item
                for item in catalogue.platforms
                if wanted in {item.id, item.short.casefold(), item.name.casefold()}
            ),
            None,
        )
        if platform is None:
            known = [item.id for item in catalogue.platforms]
            raise Refused(RefusalKind.UNKNOWN_CHANNEL, channel=name, known=known)
        position = between(position, "")
        made.append(
            Channel(
                id=unlike(platform.id, {item.id for item in made}, "2"),
                platform=platform.id,
                name=platform.short,
                formats=platform.default_formats,
                position=position,
            )
        )
    return made


def people_of(said: Sequence[str]) -> list[Person]:
    """Return people for texts like "Anja Weber:approval". Raises Refused BAD_ROLE."""
    made: list[Person] = []
    for text in said:
        name, _colon, word = text.rpartition(":")
        role = _ROLES.get(word.strip().casefold())
        if role is None or not name.strip():
            raise Refused(RefusalKind.BAD_ROLE, value=text, known=[item.value for item in Role])
        id_ = unlike(slug(name, empty="person").casefold(), {item.id for item in made}, "2")
        made.append(Person(id=id_, name=name.strip(), role=role))
    return made
