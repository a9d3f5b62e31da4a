# SPDX-License-Identifier: EUPL-1.2
"""What a check found, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field as made
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kalender.domain.frozen import frozen

if TYPE_CHECKING:
    from kalender.domain.rules.case import Case


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
    one. facts: plain values for the sentence; start and end (exclusive) mark a place in the text of the channel.
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
    """A rule of its own id. source: on what ground it stands, for those who ask why."""

    id: str
    severity: Severity
    find: Callable[[Case], Iterator[Spot]]
    source: str
