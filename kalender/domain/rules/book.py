# SPDX-License-Identifier: EUPL-1.2
"""What a plan makes of the rules: which block, warn, hint or are off, and the choices of the house they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from kalender.domain.frozen import frozen
from kalender.domain.rules.finding import Severity


class Level(StrEnum):
    """What a rule does in a plan; the first three are severities."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    OFF = "off"

    @property
    def severity(self) -> Severity | None:
        """The severity of its findings; None where it is off."""
        return None if self is Level.OFF else Severity(self.value)


class Gender(StrEnum):
    """How the house names women and men: what the rule on gender signs holds a text against."""

    OFF = "off"
    NEUTRAL = "neutral"
    PAIR = "pair"
    STAR = "star"
    COLON = "colon"
    FORBIDDEN = "forbidden"


@frozen
class Ruling:
    """What a plan makes of one rule; id is the rule's. leavable: what blocks may be left on a post, with a reason."""

    id: str
    level: Level = Level.WARNING
    leavable: bool = False
    reason: str = ""
    by: str = ""
    at: datetime | None = None


@frozen
class RuleBook:
    """Kept as the record setting/rules. A rule without a ruling does what it is made for.

    gender: the sign the house writes, if any. holders: names of those in office and of candidates. keywords: words that do
    not belong into the time before an election, beside the ones that ship.
    """

    KIND: ClassVar[str] = "setting"

    id: str = "rules"
    rulings: tuple[Ruling, ...] = ()
    gender: Gender = Gender.OFF
    holders: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()

    def ruling(self, rule: str) -> Ruling | None:
        """Return what the plan makes of a rule, or None where nobody has changed it."""
        return next((item for item in self.rulings if item.id == rule), None)

    @property
    def severities(self) -> Mapping[str, Severity | None]:
        """What the changed rules weigh; None for those that are off."""
        return {item.id: item.level.severity for item in self.rulings}

    def may_be_left(self, rule: str, severity: Severity) -> bool:
        """Tell whether somebody may leave a finding as it is: what blocks only where the plan allows it."""
        found = self.ruling(rule)
        return severity is not Severity.ERROR or (found is not None and found.leavable)
