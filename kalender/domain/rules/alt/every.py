# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.alt import (
    begins_with_picture,
    file_name,
    missing,
    not_shown,
    placeholder,
    repeats_text,
    too_long,
    too_short,
    twice,
)

RULES = (
    missing.RULE,
    placeholder.RULE,
    too_long.RULE,
    file_name.RULE,
    begins_with_picture.RULE,
    too_short.RULE,
    repeats_text.RULE,
    twice.RULE,
    not_shown.RULE,
)
