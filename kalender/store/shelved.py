# SPDX-License-Identifier: EUPL-1.2
"""The archive as a condition on cards: what of it lists and counts leave out, and which cards bear its mark."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from kalender.domain.archive import Archive
from kalender.domain.card import Card
from kalender.domain.frozen import ordered
from kalender.domain.journal.record import restore
from kalender.domain.stage import Flag, Stage
from kalender.store.connection import Connection
from kalender.store.journal import listed
from kalender.store.rows.narrowing import DROPPED, Conditions

_NONE = Archive()


@ordered
class YearCount:
    """How many posts of a year there are. open: neither published nor dropped; dropped ones are not among the published."""

    year: int
    published: int = 0
    dropped: int = 0
    open: int = 0


def archive_of(on: Connection) -> Archive:
    """Return what the plan has put into its archive."""
    rows = on.sql("SELECT state FROM record WHERE ref = 'setting/archive' AND deleted = 0")
    if not rows:
        return _NONE
    with on.decoding():
        return restore(Archive, "archive", json.loads(rows[0][0]))


def left_out(found: Conditions, archive: Archive) -> Conditions:
    """Add the condition that a card is not in the archive."""
    if archive.until is None:
        return found
    kept = " OR id IN (SELECT value FROM json_each(?))" if archive.kept else ""
    values = [listed(archive.kept)] if archive.kept else []
    return found.add(
        f"(planned IS NULL OR planned >= ? OR (stage != '{Stage.PUBLISHED.value}' AND flags & {DROPPED} = 0){kept})",
        _after(archive),
        *values,
    )


def whole_months(archive: Archive) -> bool:
    """Tell whether what is in the archive can be told from the month, the stage and the flags of a card alone."""
    until = archive.until
    return until is None or (not archive.kept and until < date.max and (until + timedelta(days=1)).day == 1)


def left_out_of_months(found: Conditions, archive: Archive) -> Conditions:
    """Add the same condition for the table of months, where whole_months() says so."""
    if archive.until is None:
        return found
    return found.add(
        f"(month = '' OR month > ? OR (stage != '{Stage.PUBLISHED.value}' AND flags & {DROPPED} = 0))",
        archive.until.isoformat()[:7],
    )


def _after(archive: Archive) -> str:
    assert archive.until is not None
    return "9999-12-32" if archive.until >= date.max else (archive.until + timedelta(days=1)).isoformat()


def marked(cards: Iterable[Card], archive: Archive) -> list[Card]:
    """Return cards, those in the archive with its flag."""
    until = archive.until
    if until is None:
        return list(cards)
    return [
        card.with_flags(card.flags | {Flag.ARCHIVED})
        if card.planned is not None
        and card.planned.date() <= until
        and (card.stage is Stage.PUBLISHED or Flag.DROPPED in card.flags)
        and card.id not in archive.kept
        else card
        for card in cards
    ]


def years(on: Connection) -> list[YearCount]:
    """Return the years in which posts are planned, the newest first."""
    found: dict[int, YearCount] = {}
    for year, stage, dropped, count in on.sql(_YEARS):
        before = found.get(int(year), YearCount(int(year)))
        name = "dropped" if dropped else "published" if stage == Stage.PUBLISHED.value else "open"
        found[int(year)] = replace(before, **{name: getattr(before, name) + count})
    return [found[year] for year in sorted(found, reverse=True)]


_YEARS = (
    f"SELECT substr(month, 1, 4), stage, flags & {DROPPED} != 0, sum(posts) FROM tally "  # noqa: S608 - a number
    "WHERE month != '' GROUP BY 1, 2, 3"
)
