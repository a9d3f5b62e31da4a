# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.planned import (
    blackout,
    clock_gap,
    embargo,
    holiday,
    neutrality,
    not_before,
    past,
    same_hour,
    silent,
)

RULES = (
    past.RULE,
    clock_gap.RULE,
    embargo.RULE,
    not_before.RULE,
    blackout.RULE,
    neutrality.RULE,
    silent.RULE,
    holiday.RULE,
    same_hour.RULE,
)
