# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.licence import (
    licence_differs,
    no_edits,
    non_commercial,
    shared_uncredited,
)

RULES = (no_edits.RULE, licence_differs.RULE, non_commercial.RULE, shared_uncredited.RULE)
