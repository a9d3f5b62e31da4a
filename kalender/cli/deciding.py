# SPDX-License-Identifier: EUPL-1.2
"""The commands request-review and decide: approval asked for and given, bound to the content."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from kalender.cli.answers import Answer
from kalender.cli.ports import OpenPlan, Plans
from kalender.cli.values import day, post_id
from kalender.domain.content import check_mark
from kalender.domain.refusal import RefusalKind, Refused


def request_review(given: Namespace, plans: Plans) -> Answer:
    """Ask for approval of the content as it is. Raises Refused with the rule that forbids it."""
    due = day(given.due)
    with closing(plans.open(Path(given.plan), person=given.by)) as house:
        id_ = post_id(house, given.post)
        house.reviews.request(id_, due)
        return Answer(facts=_facts(house, id_), lines=(_line(house, id_, "Zur Prüfung gegeben"),))


def decide(given: Namespace, plans: Plans) -> Answer:
    """Approve the content as it is, or ask for a change. Raises Refused with the rule that forbids it.

    With --digest the word counts only while the content is the one that was looked at: else CONTENT_CHANGED.
    """
    if given.urgent is not None and not given.urgent.strip():
        raise Refused(RefusalKind.REASON_MISSING)
    with closing(plans.open(Path(given.plan), person=given.by)) as house:
        id_ = post_id(house, given.post)
        digest = given.digest or house.reviews.sheet(id_).digest
        if given.change:
            house.reviews.ask_change(id_, digest, given.comment)
            said = "Änderung erbeten"
        else:
            house.reviews.approve(id_, digest, urgent=given.urgent or "", comment=given.comment)
            said = "Im Eilverfahren freigegeben" if given.urgent else "Freigegeben"
        return Answer(facts=_facts(house, id_), lines=(_line(house, id_, said),))


def _facts(house: OpenPlan, id_: str) -> dict[str, Any]:
    card = house.posts.card(id_)
    return {
        "id": id_,
        "title": card.title,
        "stage": card.stage.value,
        "flags": sorted(flag.value for flag in card.flags),
        "digest": card.digest,
        "by": house.desk.person,
    }


def _line(house: OpenPlan, id_: str, said: str) -> str:
    card = house.posts.card(id_)
    return f"{said}: „{card.title}“, Prüfzeichen {check_mark(card.digest)}"
