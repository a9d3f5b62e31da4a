# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.rights import (
    ai_unmarked,
    ai_untold,
    border_own,
    children,
    credit_no_source,
    licence_link,
)

RULES = (
    ai_untold.RULE,
    ai_unmarked.RULE,
    credit_no_source.RULE,
    licence_link.RULE,
    children.RULE,
    border_own.RULE,
)
