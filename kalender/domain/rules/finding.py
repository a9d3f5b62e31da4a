# SPDX-License-Identifier: EUPL-1.2
"""What a check found, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field as made
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kalender.domain.frozen import frozen

if TYPE_CHECKING:
    from kalender.domain.rules.case import Case


SEEN = date(2026, 11, 22)
"""When the sources of the rules were last read, where a rule says nothing else."""


class Severity(StrEnum):
    """How much a finding weighs: it blocks approval, someone should look, or it could be better."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@frozen
class Finding:
    """One thing a rule found in a post.

    channel: the channel it applies to, empty for what all channels share. field: where it stands (text, link,
    picture, alt, planned, channels, embargo, first_comment). attachment: the picture of the post, if it is about
    one. facts: plain values for the sentence; start and end (exclusive) mark a place in the text of the channel. edits:
    (start, end, words) of what mends it where that is safe, in the order of the text.
    """

    rule: str
    severity: Severity
    post: str
    channel: str = ""
    field: str = ""
    attachment: str = ""
    facts: Mapping[str, object] = made(default_factory=dict)


class Spot(NamedTuple):
    """What a rule yields: where, and the facts. severity replaces the one of the rule."""

    facts: Mapping[str, object]
    channel: str = ""
    field: str = "text"
    attachment: str = ""
    severity: Severity | None = None


class Rule(NamedTuple):
    """A rule of its own id. source: on what ground it stands, for those who ask why; seen: when that was last read.

    sure: whether what it finds is so; what a rule finds that is not sure says "vermutlich" or asks.
    on: whether it runs where the plan says nothing of it. german: whether it reads German; it is not asked about posts
    in other languages.
    """

    id: str
    severity: Severity
    find: Callable[[Case], Iterator[Spot]]
    source: str
    seen: date = SEEN
    sure: bool = True
    on: bool = True
    german: bool = False
