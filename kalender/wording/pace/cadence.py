# SPDX-License-Identifier: EUPL-1.2
"""Promises of channels in words: „Ziel: 2 pro Woche“, „9 von 10 Wochen“, „Instagram, KW 50: 1 von 2, unter dem Ziel“."""

from __future__ import annotations

from kalender.domain.pace.cadence import Cell, Pace, Row
from kalender.wording.dates import MONTHS, day_range
from kalender.wording.tr import tr

PACES = {Pace.BELOW: "unter dem Ziel", Pace.KEPT: "Ziel erreicht", Pace.ABOVE: "mehr als geplant"}
"""What a cell means."""


def goal(per_week: int, per_month: int) -> str:
    """Return „2 pro Woche“ or „1 pro Monat“."""
    if per_week > 0:
        return tr("{count} pro Woche").format(count=per_week)
    return tr("{count} pro Monat").format(count=per_month)


def reached(row: Row) -> str:
    """Return „9 von 10“."""
    return tr("{count} von {all}").format(count=row.reached, all=len(row.cells))


def reached_long(row: Row) -> str:
    """Return „Ziel in 9 von 10 Wochen erreicht“."""
    pattern = (
        tr("Ziel in {count} von {all} Monaten erreicht")
        if row.monthly
        else tr("Ziel in {count} von {all} Wochen erreicht")
    )
    return pattern.format(count=row.reached, all=len(row.cells))


def stretch(row: Row, cell: Cell) -> str:
    """Return „KW 50“ or „Dezember 2026“."""
    if row.monthly:
        return f"{MONTHS[cell.first.month - 1]} {cell.first.year}"
    return f"KW {cell.first.isocalendar().week}"


def spoken(row: Row, cell: Cell, channel: str) -> str:
    """Return the accessible name of a cell."""
    posts = tr("1 Beitrag") if cell.count == 1 else tr("{count} Beiträge").format(count=cell.count)
    days = day_range(cell.first, cell.last)
    return tr("{channel}, {stretch} ({days}): {posts}, Ziel {goal}, {pace}").format(
        channel=channel, stretch=stretch(row, cell), days=days, posts=posts, goal=cell.goal, pace=tr(PACES[cell.pace])
    )  # fmt: skip
