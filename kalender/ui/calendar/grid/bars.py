# SPDX-License-Identifier: EUPL-1.2
"""Bars of events and entries of layers under the pointer, by the names under which they are spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPoint

from kalender.domain.days.month import BandKind
from kalender.domain.frozen import frozen
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.month.scene import Cell, Strip

EVENT, ENTRY = "event/", "entry/"
"""How the name of an event begins, and that of an entry of a layer on a day: entry/<id>@<day>."""


@frozen
class Held:
    """An event in hand. day: the one under the pointer when it was taken up."""

    event: str
    day: date

    @property
    def name(self) -> str:
        """What is carried."""
        return f"{EVENT}{self.event}@{self.day.isoformat()}"

    @staticmethod
    def of(name: str) -> Held | None:
        """Return what a name says, None for anything but an event in hand."""
        event, at, day = name.removeprefix(EVENT).partition("@")
        if not name.startswith(EVENT) or not at:
            return None
        return Held(event=event, day=date.fromisoformat(day))


def name_at(strips: Iterable[Strip], cells: Iterable[Cell], almanac: Almanac, point: QPoint) -> str:
    """Return the name of the event or the entry of a layer under a point, or nothing."""
    strip = next((strip for strip in strips if strip.rect.contains(point)), None)
    if strip is not None:
        band = strip.piece.band
        if band.kind is BandKind.EVENT:
            return band.id
        return f"{ENTRY}{band.id}" if band.kind is BandKind.OWN and band.id else ""
    cell = next((cell for cell in cells if cell.rect.contains(point)), None)
    if cell is None:
        return ""
    for slot, line in zip(cell.plan.lines, almanac.meetings.get(cell.day, ()), strict=False):
        if line.entry and cell.line(slot.top, slot.height).contains(point):
            return f"{ENTRY}{line.entry}"
    return ""
