# SPDX-License-Identifier: EUPL-1.2
"""A view that was saved under a name: which posts, on which page, in which arrangement."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from typing import ClassVar

from kalender.domain.card import Filter
from kalender.domain.frozen import frozen
from kalender.domain.stage import Flag, Stage


class Lanes(StrEnum):
    """What the rows of the board stand for."""

    NONE = ""
    CHANNEL = "channel"
    TOPIC = "topic"
    PERSON = "person"


@frozen
class SavedView:
    """A filter with its page and arrangement; it belongs to the plan, so everyone who shares the plan has it.

    page: calendar or board. layout: of the calendar, e.g. month; empty: as it is. lanes: of the board, a value of Lanes.
    """

    KIND: ClassVar[str] = "view"

    id: str
    name: str = ""
    position: str = ""
    page: str = "calendar"
    layout: str = ""
    lanes: str = ""
    channels: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    text: str = ""

    @property
    def filter(self) -> Filter:
        """The posts it shows; stages and flags that only a newer version knows are left out."""
        stages = set()
        for name in self.stages:
            with suppress(ValueError):
                stages.add(Stage(name))
        flags = set()
        for name in self.flags:
            with suppress(ValueError):
                flags.add(Flag(name))
        return Filter(
            channels=frozenset(self.channels),
            stages=frozenset(stages),
            flags=frozenset(flags),
            topics=frozenset(self.topics),
            people=frozenset(self.people),
            labels=frozenset(self.labels),
            events=frozenset(self.events),
            text=self.text,
        )

    def with_filter(self, value: Filter) -> SavedView:
        """Return the view with other posts; what a filter says of time is no part of it."""
        return replace(
            self,
            channels=tuple(sorted(value.channels)),
            stages=tuple(sorted(stage.value for stage in value.stages)),
            flags=tuple(sorted(flag.value for flag in value.flags)),
            topics=tuple(sorted(value.topics)),
            people=tuple(sorted(value.people)),
            labels=tuple(sorted(value.labels)),
            events=tuple(sorted(value.events)),
            text=value.text.strip(),
        )

    def shows(self, other: SavedView) -> bool:
        """Tell whether another view shows the same, whatever its name."""
        return replace(self, id="", name="", position="") == replace(other, id="", name="", position="")
