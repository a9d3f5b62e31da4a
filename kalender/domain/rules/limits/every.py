# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.limits import (
    mention_too_many,
    picture_too_many,
    text_nearly_too_long,
    text_too_long,
)

RULES = (text_too_long.RULE, text_nearly_too_long.RULE, picture_too_many.RULE, mention_too_many.RULE)
