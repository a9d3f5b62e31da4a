# SPDX-License-Identifier: EUPL-1.2
"""The command archive: years listed, put away, opened again, handed to the records office."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from kalender.cli.answers import Answer
from kalender.cli.ports import OpenPlan, Plans
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.past.archiving import Year
from kalender.services.past.records import HandedOver
from kalender.wording.past.archive import handed_words, open_words, state_words, year_words


def archive(given: Namespace, plans: Plans) -> Answer:
    """List the years, or put one into the archive and write it for the records office.

    Raises Refused BAD_YEAR, YEAR_NOT_OVER, ALREADY, NO_POSTS, DISK_FULL, WRITE_FAILED and those of opening a plan.
    """
    year = None if given.year is None else _year(given.year)
    with closing(plans.open(Path(given.plan), read_only=year is None)) as house:
        if year is None:
            return _listed(house.past.archiving.years())
        lines = _moved(house, year, reopen=given.reopen, only=bool(given.out))
        done = None
        if given.out:
            done = house.past.records.hand_over(year, Path(given.out), packed=given.zip)
            lines.append(f"{handed_words(done)}. Ordner: {done.folder}")
        found = next((item for item in house.past.archiving.years() if item.year == year), Year(year=year))
    return Answer(facts={**_facts(found), "handed_over": _handed(done)}, lines=tuple(lines))


def _moved(house: OpenPlan, year: int, *, reopen: bool, only: bool) -> list[str]:
    """Close or reopen a year; one that is closed already may still be written out."""
    if reopen:
        house.past.archiving.reopen(year)
        return [f"{year} ist wieder aus dem Archiv geholt."]
    try:
        house.past.archiving.close(year)
    except Refused as refusal:
        if refusal.kind is not RefusalKind.ALREADY or not only:
            raise
        return [f"{year} liegt schon im Archiv."]
    return [f"{year} liegt jetzt im Archiv."]


def _year(text: str) -> int:
    if not (text.isdecimal() and len(text) == 4):
        raise Refused(RefusalKind.BAD_YEAR, value=text)
    return int(text)


def _listed(years: list[Year]) -> Answer:
    lines = [
        ". ".join(
            part for part in (f"{item.year}: {state_words(item)}", year_words(item), open_words(item)) if part
        )
        for item in years
    ]
    return Answer(
        facts={"years": [_facts(item) for item in years]},
        lines=tuple(lines or ["Der Plan hat noch kein Jahr."]),
    )


def _facts(year: Year) -> dict[str, object]:
    return {
        "year": year.year,
        "archived": year.archived,
        "published": year.published,
        "dropped": year.dropped,
        "open": year.open,
    }


def _handed(done: HandedOver | None) -> dict[str, object] | None:
    if done is None:
        return None
    packed = str(done.packed) if done.packed else None
    return {"folder": str(done.folder), "zip": packed, "posts": done.posts, "pictures": done.pictures}
