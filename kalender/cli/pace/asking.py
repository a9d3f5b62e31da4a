# SPDX-License-Identifier: EUPL-1.2
"""The commands due and slot: what is overdue, and the next free slot of a post."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from kalender.cli.answers import Answer
from kalender.cli.ports import Plans
from kalender.cli.values import iso, post_id
from kalender.services.pace.overdue import DueItem, Dues
from kalender.wording.dates import moment_short
from kalender.wording.pace.overdue import HEADS, headline, when


def due(given: Namespace, plans: Plans) -> Answer:
    """List what is overdue and which deadlines are today or missed. Raises Refused of opening a plan."""
    with closing(plans.open(Path(given.plan), read_only=True)) as house:
        found = house.overdue.now()
    lines: list[str] = []
    for why, (head, _verb) in HEADS.items():
        items = [item for item in found.items if item.why is why]
        if items:
            lines += [*([""] if lines else []), f"{head}:"]
            lines += [f"  {item.title or 'Ohne Titel'}: {when(item, found)}" for item in items]
    end = headline(found) or "Nichts ist überfällig, und heute liegt keine Frist"
    return Answer(facts=_facts(found), lines=(*lines, *([""] if lines else []), f"{end}."))


def _facts(found: Dues) -> dict[str, Any]:
    return {
        "today": found.today.isoformat(),
        "overdue": found.posts,
        "deadlines_missed": found.missed,
        "deadlines_today": found.deadlines,
        "more": found.more,
        "items": [_item(item) for item in found.items],
    }


def _item(item: DueItem) -> dict[str, Any]:
    return {
        "why": item.why.value,
        "id": item.post,
        "title": item.title,
        "date": iso(item.planned),
        "due": item.due.value if item.due else None,
        "day": item.day.isoformat() if item.day else None,
    }


def slot(given: Namespace, plans: Plans) -> Answer:
    """Name the next free slot of a post, or put it there. Raises Refused NO_FREE_SLOT, NOT_FOUND, AMBIGUOUS and those of opening a plan."""
    with closing(plans.open(Path(given.plan), read_only=not given.take)) as house:
        id_ = post_id(house, given.post)
        found = house.slots.next_of(id_)
        if given.take:
            house.slots.take([id_])
        names = {item.id: item.name for item in house.plan.channels}
        title = house.posts.card(id_).title
    channel = names.get(found.channel, "")
    place = f", {channel}" if channel else ""
    verb = "liegt jetzt auf" if given.take else "könnte auf diesen Termin:"
    return Answer(
        facts={
            "id": id_,
            "date": iso(found.when),
            "channel": found.channel or None,
            "taken": bool(given.take),
        },
        lines=(f"„{title}“ {verb} {moment_short(found.when)}{place}",),
    )
