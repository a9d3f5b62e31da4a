# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.alt import (
    begins_with_picture,
    file_name,
    missing,
    not_shown,
    too_long,
    twice,
)

RULES = (missing.RULE, too_long.RULE, file_name.RULE, begins_with_picture.RULE, twice.RULE, not_shown.RULE)
