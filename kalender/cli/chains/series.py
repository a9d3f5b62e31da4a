# SPDX-License-Identifier: EUPL-1.2
"""The command series: what recurs, a post that is to recur, and posts that are due."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import Any

from kalender.cli.answers import Answer
from kalender.cli.ports import OpenPlan, Plans
from kalender.cli.values import day, post_id
from kalender.domain.chains.series import OnHoliday, Series
from kalender.wording.chains.series import count, sentence


def series(given: Namespace, plans: Plans) -> Answer:
    """List the series, let a post recur, or make the posts that are due.

    Raises Refused NOT_FOUND, AMBIGUOUS, SERIES_UNDATED, IN_SERIES, BAD_RULE, BAD_DATE and those of opening a plan.
    """
    reads = given.rule is None and not given.top_up
    with closing(plans.open(Path(given.plan), read_only=reads)) as house:
        if given.rule is not None:
            return _added(house, given)
        if given.top_up:
            made = house.series.top_up()
            said = f"{count(made)} angelegt." if made else "Es fehlt kein Termin."
            return Answer(facts={"made": made}, lines=(said,))
        found = house.series.all()
        return Answer(
            facts={"series": [_facts(house, item) for item in found]},
            lines=tuple(_line(house, item) for item in found) or ("In diesem Plan wiederholt sich nichts.",),
        )


def _added(house: OpenPlan, given: Namespace) -> Answer:
    skips = [found for text in given.skip if (found := day(text)) is not None]
    id_ = house.series.add(post_id(house, given.post or ""), given.rule, OnHoliday(given.holidays), skips)
    made = house.series.get(id_)
    return Answer(facts=_facts(house, made), lines=(f"Serie angelegt. {_line(house, made)}",))


def _line(house: OpenPlan, item: Series) -> str:
    posts = len(house.series.members(item.id))
    words = sentence(item.rule, item.start, on_holiday=item.on_holiday) if item.start else item.rule
    state = ", angehalten" if item.paused else ""
    return f"{item.title or 'Ohne Titel'}: {words} ({count(posts)} angelegt{state})"


def _facts(house: OpenPlan, item: Series) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "rule": item.rule,
        "start": item.start.isoformat(timespec="minutes") if item.start else None,
        "holidays": item.on_holiday.value,
        "paused": item.paused,
        "skips": [skip.id for skip in item.skips],
        "of": house.series.total(item),
        "posts": [
            {
                "id": one.post.id,
                "planned": one.post.planned and one.post.planned.isoformat(timespec="minutes"),
            }
            for one in house.series.members(item.id)
        ],
    }
