# SPDX-License-Identifier: EUPL-1.2
"""The command sibling: a post in other languages, a new one, one that is matched again, linked or let go."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from kalender.cli.answers import Answer
from kalender.cli.ports import OpenPlan, Plans
from kalender.cli.values import post_id
from kalender.domain.siblings.tongues import tidy
from kalender.wording.language.tongues import titled, tongue
from kalender.wording.terms import look


def sibling(given: Namespace, plans: Plans) -> Answer:
    """Tell who says the same as a post, or change it; a change is told by what is then so.

    Raises Refused NOT_FOUND, AMBIGUOUS, BAD_LANGUAGE, SIBLING_EXISTS, SIBLING_OF_ITSELF, SIBLING_HAS_OWN, NO_SIBLING,
    ORIGINAL_AWAY, ALREADY and those of opening a plan.
    """
    reads = not (given.language or given.matched or given.detach)
    with closing(plans.open(Path(given.plan), read_only=reads)) as house:
        id_ = post_id(house, given.post)
        if given.of:
            house.siblings.link(id_, post_id(house, given.of), given.language or "")
        elif given.language:
            kin = house.siblings.of(id_).original
            title = kin.title if kin is not None and kin.title else house.posts.get(id_).title
            id_ = house.siblings.create(id_, given.language, title=titled(title, _tag(given.language)))
        elif given.matched:
            house.siblings.matched(id_)
        elif given.detach:
            house.siblings.detach(id_)
        facts = _facts(house, id_)
    return Answer(facts=facts, lines=_lines(facts))


def _tag(given: str) -> str:
    """Return a language as it will be kept, for its name; what is none is refused later."""
    try:
        return tidy(given)
    except ValueError:
        return given


def _facts(house: OpenPlan, id_: str) -> dict[str, Any]:
    post, kin = house.posts.get(id_), house.siblings.of(id_)
    original = kin.original
    return {
        "id": id_,
        "title": post.title,
        "language": post.language or "de",
        "original": None
        if original is None
        else {"id": original.id, "title": original.title, "where": original.where.value},
        "outdated": kin.outdated,
        "siblings": [
            {
                "id": item.card.id,
                "title": item.card.title,
                "language": item.card.language or "de",
                "stage": item.card.stage.value,
                "stage_words": look(item.card.stage, item.card.flags).text,
                "outdated": item.outdated,
            }
            for item in kin.siblings
        ],
    }


def _lines(facts: dict[str, Any]) -> tuple[str, ...]:
    own = f"{facts['title']} · {_name(facts['language'])} · {facts['id']}"
    lines = [own]
    if facts["original"] is not None:
        state = ", seit dem letzten Abgleich geändert" if facts["outdated"] else ""
        where = {"here": "", "dropped": ", verworfen", "trash": ", im Papierkorb", "gone": ", nicht im Plan"}
        original = facts["original"]
        lines.append(f"  Original: {original['title'] or original['id']}{where[original['where']]}{state}")
    for item in facts["siblings"]:
        state = ", Original geändert" if item["outdated"] else ""
        lines.append(
            f"  {_name(item['language'])}: {item['title']} ({item['stage_words']}{state}) · {item['id']}"
        )
    if len(lines) == 1:
        lines.append("  Keine Fassungen in anderen Sprachen.")
    return tuple(lines)


def _name(language: str) -> str:
    return tongue("" if language == "de" else language)
