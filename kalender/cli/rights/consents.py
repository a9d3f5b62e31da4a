# SPDX-License-Identifier: EUPL-1.2
"""The command consent: who agreed to be shown, where the pictures are, and a consent taken back."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from kalender.cli.answers import Answer
from kalender.cli.ports import OpenPlan, Plans
from kalender.cli.values import day, iso
from kalender.domain.rights.consent import Consent, State
from kalender.services.consents.uses import Use
from kalender.wording.rights.consents import (
    given_words,
    nobody_words,
    person_words,
    revoked_words,
    revoking_words,
    scope_words,
    several_words,
    state_words,
    use_words,
)

TODAY = "heute"
_ENDING = {State.SOON, State.EXPIRED}


def consent(given: Namespace, plans: Plans) -> Answer:
    """List the register, tell where one person is shown, or enter a revocation.

    Raises Refused BAD_DATE, ALREADY and those of opening a plan.
    """
    revoking = given.revoke is not None
    with closing(plans.open(Path(given.plan), read_only=not revoking)) as house:
        if not given.person:
            return _listed(house, ending=given.ending)
        found = _named(house, given.person)
        if len(found) != 1:
            reason = "ambiguous" if found else "not_found"
            known = [{"id": item.id, "name": item.name} for item in found]
            error = (
                several_words(given.person, [item.id for item in found])
                if found
                else nobody_words(given.person)
            )
            return Answer(facts={"reason": reason, "known": known}, error=error)
        one = found[0]
        uses = house.consents.uses(one.id)
        if revoking:
            house.consents.revoke(one.id, None if given.revoke == TODAY else day(given.revoke))
        return _told(house, house.consents.get(one.id), uses, revoked=revoking)


def _named(house: OpenPlan, wanted: str) -> list[Consent]:
    """Return the consents of a person named by id, by its beginning, or by the exact name."""
    every = house.consents.all()
    exact = [item for item in every if item.id == wanted or item.name.casefold() == wanted.strip().casefold()]
    return exact or [item for item in every if wanted and item.id.startswith(wanted)]


def _channel(house: OpenPlan) -> dict[str, str]:
    return {item.id: item.name or item.id for item in house.plan.channels}


def _listed(house: OpenPlan, *, ending: bool) -> Answer:
    today, names, pictures = house.consents.today(), _channel(house), house.consents.pictures()
    every = [item for item in house.consents.all() if not ending or item.state(today) in _ENDING]
    lines = []
    for item in every:
        scope = scope_words(item, lambda id_: names.get(id_, id_))
        lines.append(f"{item.id[:8]}  {person_words(item)}: {state_words(item, today)}, {scope}")
        lines.append(f"          {given_words(item)}")
    facts = [_facts(item, house, len(pictures.get(item.id, ()))) for item in every]
    return Answer(facts={"count": len(every), "consents": facts}, lines=tuple(lines) or (nobody_words(""),))


def _told(house: OpenPlan, item: Consent, uses: list[Use], *, revoked: bool) -> Answer:
    names = _channel(house)

    def name(id_: str) -> str:
        return names.get(id_, id_)

    today = house.consents.today()
    head = (
        revoked_words(item)
        if revoked
        else f"{person_words(item)}: {state_words(item, today)}, {scope_words(item, name)}"
    )
    lines = [head] if item.revoked is not None and not revoked else [head, revoking_words(uses)]
    for use in uses:
        place = use.address or use.folder
        lines.append(f"  {use.title}: {use_words(use, name)}" + (f" ({place})" if place else ""))
    facts = _facts(item, house, len(house.consents.pictures().get(item.id, ())))
    return Answer(facts={**facts, "uses": [_use(use) for use in uses]}, lines=tuple(lines))


def _facts(item: Consent, house: OpenPlan, pictures: int) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": item.name,
        "child": item.child,
        "guardian": item.guardian or None,
        "teen": item.teen,
        "agreed": item.agreed,
        "state": item.state(house.consents.today()).value,
        "given": item.given.isoformat() if item.given else None,
        "expires": item.expires.isoformat() if item.expires else None,
        "revoked": item.revoked.isoformat() if item.revoked else None,
        "channels": list(item.channels),
        "place": item.place or None,
        "pictures": pictures,
    }


def _use(use: Use) -> dict[str, Any]:
    return {
        "post": use.post,
        "title": use.title,
        "channel": use.channel,
        "picture": use.picture,
        "how": use.how.value,
        "out": use.out,
        "at": iso(use.at),
        "address": use.address or None,
        "folder": use.folder or None,
        "trashed": use.trashed,
    }
