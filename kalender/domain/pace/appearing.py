# SPDX-License-Identifier: EUPL-1.2
"""When posts appear, and what lies around it: the least that pace, load and the checks of a day have to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from kalender.domain.frozen import frozen

if TYPE_CHECKING:  # read with layers, not with the program
    from kalender.domain.days.entries import Neutrality
    from kalender.domain.plan import Meeting


class Appearance(NamedTuple):
    """A dated post that is not discarded: when it appears, on which channels (ids in the order of the plan), in which series."""

    post: str
    title: str
    planned: datetime
    channels: tuple[str, ...]
    series: str = ""

    def repeats(self, series: str) -> bool:
        """Tell whether it is one of a series: then it may well say the same."""
        return bool(series) and self.series == series


class Owing(NamedTuple):
    """A dated post that waits for its approval: how many pictures it has, whether all are described, whether it has a text."""

    post: str
    title: str
    planned: datetime
    channels: tuple[str, ...]
    pictures: int
    described: bool
    written: bool


@frozen
class Nearby:
    """What lies around the planned days of a post.

    holidays, silent: names of public holidays and silent days (stille Tage). neutral: periods before elections.
    beside: other posts on these days and those next to them. same_text: other posts with the very same text within
    the days the plan looks back and ahead. same_pictures: by the id of a picture, other posts that show it within such
    days, each with the channels it shows it on. council: the meeting that has to be over before, where it is known.
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    silent: Mapping[date, str] = field(default_factory=dict)
    neutral: tuple[Neutrality, ...] = ()
    beside: tuple[Appearance, ...] = ()
    same_text: tuple[Appearance, ...] = ()
    same_pictures: Mapping[str, tuple[Appearance, ...]] = field(default_factory=dict)
    council: Meeting | None = None


ALONE = Nearby()
"""Nothing is known to lie around."""
