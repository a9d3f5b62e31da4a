# SPDX-License-Identifier: EUPL-1.2
"""What is handed out of the plan to read: the commands calendar and print."""

from __future__ import annotations

from argparse import Namespace
from calendar import monthrange
from contextlib import closing
from datetime import date
from pathlib import Path

from kalender.cli.answers import Answer
from kalender.cli.ports import Plans
from kalender.cli.values import day
from kalender.wording.handing.calendars import written


def calendar(given: Namespace, plans: Plans) -> Answer:
    """Write the plan as a calendar. Raises Refused BAD_DATE, UNKNOWN_CHANNEL, OUT_IS_FOLDER, DISK_FULL, OUT_FAILED and those of opening a plan."""
    first, last = day(given.first), day(given.last)
    with closing(plans.open(Path(given.plan), read_only=True)) as house:
        done = house.calendar_export.write(Path(given.out), first, last, channel=given.channel)
    facts = {"out": str(done.out), "events": done.events, "cancelled": done.cancelled}
    return Answer(facts=facts, lines=(f"{written(done)} Datei: {done.out}",))


def print_sheets(given: Namespace, plans: Plans) -> Answer:
    """Write sheets as a PDF: of this month or week where no days are named, as a list to the end of the month.

    Raises Refused BAD_DATE, BAD_SPAN, TOO_MUCH_TO_PRINT, OUT_IS_FOLDER, DISK_FULL, OUT_FAILED and those of opening a plan.
    """
    from kalender.services.handing.sheets import Paper, PrintOrder, View
    from kalender.wording.handing import sheets

    first, last = day(given.first), day(given.last)
    with closing(plans.open(Path(given.plan), read_only=True)) as house:
        view = View(given.view)
        named = first or last or house.posts.now().date()
        whole_month = view is View.LIST
        start = first or (named.replace(day=1) if whole_month else named)
        order = PrintOrder(
            view=view,
            first=start,
            last=last or (_end_of_month(start) if whole_month else start),
            paper=Paper(given.paper),
            upright=given.upright,
            mono=given.mono,
        )
        done = house.printing.write(order, Path(given.out))
    facts = {"out": str(done.out), "posts": done.posts}
    return Answer(facts=facts, lines=(f"{sheets.written(done)} Datei: {done.out}",))


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
