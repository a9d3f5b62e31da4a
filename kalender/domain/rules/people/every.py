# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.people import (
    employee,
    people_unsaid,
    plates,
    unproven,
)

RULES = (people_unsaid.RULE, plates.RULE, unproven.RULE, employee.RULE)
