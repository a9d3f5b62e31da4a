# SPDX-License-Identifier: EUPL-1.2
"""What the inspector shows, gathered once when the choice changes."""

from __future__ import annotations

from collections.abc import Mapping

from kalender.domain.card import Card
from kalender.domain.frozen import frozen
from kalender.domain.stage import Stage
from kalender.ui.widgets.paint.values import ChannelMark


@frozen
class ChannelLine:
    """A channel of a post. own: its text differs from the common one; worst: "", err, warn, info of its findings."""

    mark: ChannelMark
    own: bool = False
    worst: str = ""


@frozen
class FindingLine:
    """A finding in words. severity: err, warn or info."""

    severity: str
    title: str
    why: str = ""


@frozen
class DueLine:
    """A deadline in words: „Text: bis Di., 1. Dez.“. pressing: it is today, or was missed."""

    text: str
    pressing: bool = False


@frozen
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
    deadlines: tuple[DueLine, ...] = ()
    labels: tuple[str, ...] = ()


@frozen
class MonthSheet:
    """A month, or a week, in numbers. notes: what applies to its days, in words; head: what stands over them."""

    title: str
    counts: Mapping[Stage, int]
    notes: tuple[str, ...] = ()
    head: str = ""
