# SPDX-License-Identifier: EUPL-1.2
"""What is handed out of the plan to read: the commands calendar and print."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from kalender.cli.answers import Answer
from kalender.cli.ports import Plans
from kalender.cli.values import day
from kalender.wording.handing.calendars import written


def calendar(given: Namespace, plans: Plans) -> Answer:
    """Write the plan as a calendar. Raises Refused BAD_DATE, UNKNOWN_CHANNEL, DISK_FULL, WRITE_FAILED and those of opening a plan."""
    first, last = day(given.first), day(given.last)
    with closing(plans.open(Path(given.plan), read_only=True)) as house:
        done = house.calendar_export.write(Path(given.out), first, last, channel=given.channel)
    facts = {"out": str(done.out), "events": done.events, "cancelled": done.cancelled}
    return Answer(facts=facts, lines=(f"{written(done)} Datei: {done.out}",))


def print_sheets(given: Namespace, plans: Plans) -> Answer:
    """Write sheets as a PDF, of this month where no days are named.

    Raises Refused BAD_DATE, BAD_SPAN, TOO_MUCH_TO_PRINT, DISK_FULL, WRITE_FAILED and those of opening a plan.
    """
    from kalender.services.handing.sheets import Paper, PrintOrder, View
    from kalender.wording.handing import sheets

    first, last = day(given.first), day(given.last)
    with closing(plans.open(Path(given.plan), read_only=True)) as house:
        start = first or last or house.posts.now().date()
        order = PrintOrder(
            view=View(given.view),
            first=start,
            last=last or start,
            paper=Paper(given.paper),
            upright=given.upright,
            mono=given.mono,
        )
        done = house.printing.write(order, Path(given.out))
    facts = {"out": str(done.out), "posts": done.posts}
    return Answer(facts=facts, lines=(f"{sheets.written(done)} Datei: {done.out}",))
