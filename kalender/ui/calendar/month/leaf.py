# SPDX-License-Identifier: EUPL-1.2
"""A leaf of the calendar: one month as it was read, kept so that turning to it reads and measures nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date, datetime

from kalender.domain.card import Card
from kalender.domain.frozen import changeable
from kalender.ui.calendar.almanac import Almanac
from kalender.ui.calendar.month.model import Row

MOST = 4
"""Months whose painted cards are kept: the one shown, its neighbours and that of today. 120 cards take 2 MB, 7 on fine screens."""

AROUND = 6
"""How many months before and after the one shown are read while nobody does anything: 500 kB each, with their texts."""


@changeable
class Leaf:
    """The posts of a month and its rows, what applies to its days, and when all this was read.

    whole: all layers; almanac: those that are shown.
    """

    month: date
    read: datetime
    cards: dict[str, Card] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    whole: Almanac = field(default_factory=Almanac)
    almanac: Almanac = field(default_factory=Almanac)

    def by_id(self) -> dict[str, Row]:
        """Return the rows of its posts by their ids."""
        return {row.card.id: row for row in self.rows if row.card is not None}

    def holds(self, now: datetime) -> bool:
        """Tell whether a reader would find the same now: neither a new day nor a time of a post has come since."""
        if now < self.read or now.date() != self.read.date():
            return False
        moments: Iterable[datetime | None] = (
            moment for card in self.cards.values() for moment in (card.planned, card.embargo)
        )
        return not any(moment is not None and self.read <= moment <= now for moment in moments)


def forget_faces(rows: Iterable[Row], picture: str = "") -> None:
    """Let go of the painted cards of posts with this picture, of all without."""
    for row in rows:
        if not picture or (row.card is not None and picture == row.card.picture):
            row.faces.clear()
