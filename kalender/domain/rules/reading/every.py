# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.reading import (
    abbreviation,
    capitals,
    disguised_letters,
    double_space,
    emoji_bullets,
    emoji_inside,
    emoji_repeated,
    emoji_run,
    gender,
    long_sentence,
    marks_run,
)

RULES = (
    disguised_letters.RULE,
    emoji_run.RULE,
    emoji_repeated.RULE,
    emoji_bullets.RULE,
    emoji_inside.RULE,
    capitals.RULE,
    marks_run.RULE,
    double_space.RULE,
    gender.RULE,
    abbreviation.RULE,
    long_sentence.RULE,
)
