# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.reading import (
    capitals,
    disguised_letters,
    emoji_run,
    long_sentence,
)

RULES = (disguised_letters.RULE, emoji_run.RULE, capitals.RULE, long_sentence.RULE)
