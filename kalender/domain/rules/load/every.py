# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.load import same_day, same_picture

RULES = (same_day.RULE, same_picture.RULE)
