# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.duty import (
    alternative_missing,
    event_open,
    neutral_holder,
    neutral_words,
    private_data,
    story_only,
    task_missing,
    third_party,
)

RULES = (
    neutral_words.RULE,
    neutral_holder.RULE,
    third_party.RULE,
    task_missing.RULE,
    alternative_missing.RULE,
    private_data.RULE,
    event_open.RULE,
    story_only.RULE,
)
