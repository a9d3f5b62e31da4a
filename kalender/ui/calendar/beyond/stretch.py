# SPDX-License-Identifier: EUPL-1.2
"""What the page asks of a view that reads days of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QModelIndex

from kalender.domain.card import Card
from kalender.domain.frozen import frozen
from kalender.ui.calendar.almanac import Almanac


@frozen
class Titles:
    """What the toolbar says: the title from long to short, and what its arrows do."""

    words: tuple[str, str, str]
    before: str
    after: str


class Reading(Protocol):
    """Where such a view reads, narrowed by filter and layers as the month is."""

    @property
    def edition(self) -> int:
        """Another number whenever something has changed."""

    @property
    def today(self) -> date:
        """The local day."""

    def cards_of(self, first: date, last: date) -> list[Card]:
        """Return the posts of days first to last (inclusive) by time."""

    def counts_of(self, first: date, last: date) -> dict[date, int]:
        """Return how many posts lie on each day from first to last (inclusive); days without are left out."""

    def almanac_of(self, first: date, last: date) -> Almanac:
        """Return what applies to the days from first to last (inclusive)."""


class Stretch(Protocol):
    """A view of days that the page can turn."""

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day that are held."""

    @property
    def almanac(self) -> Almanac:
        """What applies to them."""

    def show_day(self, day: date) -> None:
        """Show the stretch a day lies in, read anew where it is another or something has changed."""

    def paged(self, pages: int) -> date:
        """Return a day so many stretches on."""

    def front(self) -> date:
        """Return the first day in sight."""

    def titles(self) -> Titles:
        """Return what the toolbar says."""

    def read(self) -> None:
        """Read again where something has changed since."""

    def step_to(self, spot: date) -> None:
        """Step on a day."""

    def cursor_day(self) -> date:
        """The day the cursor stands on."""

    def in_sight(self) -> Sequence[str]:
        """Return the ids of all posts shown."""

    def place_of(self, day: date) -> QModelIndex:
        """Return the index at which the list of a day opens."""

    def show_cut(self, ids: frozenset[str], /) -> None:
        """Fade posts that were cut."""
