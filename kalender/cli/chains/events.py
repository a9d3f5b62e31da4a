# SPDX-License-Identifier: EUPL-1.2
"""The command event: what is on, a new event with its posts, and one that moves."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from kalender.cli.answers import Answer
from kalender.cli.ports import OpenPlan, Plans
from kalender.cli.values import day
from kalender.domain.chains.events import Event
from kalender.domain.refusal import RefusalKind, Refused
from kalender.wording.chains import events as words
from kalender.wording.chains.series import count


def event(given: Namespace, plans: Plans) -> Answer:
    """List the events, add one with a chain of posts, or move one.

    Raises Refused NOT_FOUND, AMBIGUOUS, BAD_SPAN, BAD_DATE and those of opening a plan.
    """
    first, last = day(given.first), day(given.last)
    with closing(plans.open(Path(given.plan), read_only=given.title is None)) as house:
        if given.title is None:
            found = house.events.all()
            return Answer(
                facts={"events": [_facts(house, item) for item in found]},
                lines=tuple(_line(house, item) for item in found)
                or ("In diesem Plan steht keine Veranstaltung.",),
            )
        if given.move is not None:
            there = day(given.move)
            known = _named(house, given.title)
            effect = house.events.move(known.id, there) if there is not None else None
            moved = house.events.get(known.id)
            said = words.moving(effect) if effect is not None else ""
            return Answer(facts=_facts(house, moved), lines=(f"{_line(house, moved)}. {said}.",))
        if first is None:
            raise Refused(RefusalKind.BAD_DATE, value="")
        id_ = house.events.add(given.title, first, last or first, place=given.place)
        house.events.add_posts(id_, words.chain(house.events.get(id_), given.chain))
        made = house.events.get(id_)
        return Answer(facts=_facts(house, made), lines=(f"Angelegt: {_line(house, made)}.",))


def _named(house: OpenPlan, title: str) -> Event:
    """Return the event with a title or an id; raises Refused NOT_FOUND, AMBIGUOUS."""
    found = [item for item in house.events.all() if title in {item.title, item.id}]
    if not found:
        raise Refused(RefusalKind.NOT_FOUND, event=title)
    if len(found) > 1:
        raise Refused(RefusalKind.AMBIGUOUS, post=title, known=[item.id for item in found])
    return found[0]


def _line(house: OpenPlan, item: Event) -> str:
    return f"{item.title}: {words.span(item)}, {count(len(house.events.members(item.id)))}"


def _facts(house: OpenPlan, item: Event) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "first": item.first.isoformat() if item.first else None,
        "last": item.last.isoformat() if item.last else None,
        "place": item.place,
        "posts": [
            {
                "id": one.post.id,
                "title": one.post.title,
                "planned": one.post.planned.isoformat(timespec="minutes") if one.post.planned else None,
                "offset": one.post.offset,
            }
            for one in house.events.members(item.id)
        ],
    }
