# SPDX-License-Identifier: EUPL-1.2
"""What the inspector shows, gathered once when the choice changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kalender.domain.card import Card
from kalender.domain.stage import Stage
from kalender.ui.widgets.paint.values import ChannelMark


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelLine:
    """A channel of a post. own: its text differs from the common one; worst: "", err, warn, info of its findings."""

    mark: ChannelMark
    own: bool = False
    worst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A finding in words. severity: err, warn or info."""

    severity: str
    title: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostSheet:
    """One post. topic: name and theme role; approved_by: name; edition: number of the content that is approved."""

    card: Card
    topic: tuple[str, str] | None = None
    responsible: str = ""
    initials: str = ""
    ink: str = "#46535A"
    approved_by: str = ""
    edition: int = 0
    channels: tuple[ChannelLine, ...] = ()
    findings: tuple[FindingLine, ...] = ()
    may_export: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSheet:
    """The month in numbers. notes: what applies to its days, in words."""

    title: str
    counts: Mapping[Stage, int]
    notes: tuple[str, ...] = ()
