# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.plain import (
    click_here,
    double_negation,
    hard_to_read,
    long_word,
    nominal_style,
    officialese,
    passive,
)

RULES = (
    hard_to_read.RULE,
    officialese.RULE,
    nominal_style.RULE,
    passive.RULE,
    long_word.RULE,
    double_negation.RULE,
    click_here.RULE,
)
