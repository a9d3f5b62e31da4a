# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.hashtag import (
    camel_case,
    not_at_end,
    repeated,
    too_many,
)

RULES = (camel_case.RULE, too_many.RULE, not_at_end.RULE, repeated.RULE)
