# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.sibling import (
    alone,
    alt_german,
    early,
    easy_brackets,
    easy_missing,
    easy_sentence,
    easy_word,
    outdated,
    undated,
)

RULES = (
    outdated.RULE,
    alone.RULE,
    early.RULE,
    undated.RULE,
    alt_german.RULE,
    easy_sentence.RULE,
    easy_word.RULE,
    easy_brackets.RULE,
    easy_missing.RULE,
)
