# SPDX-License-Identifier: EUPL-1.2
"""The rules on what a platform takes, in the order they speak."""

from __future__ import annotations

from kalender.domain.rules.limits import (
    comment_too_long,
    mention_too_many,
    picture_too_many,
    text_maybe_too_long,
    text_nearly_too_long,
    text_too_long,
)

RULES = (
    text_too_long.RULE,
    text_nearly_too_long.RULE,
    text_maybe_too_long.RULE,
    comment_too_long.RULE,
    picture_too_many.RULE,
    mention_too_many.RULE,
)
