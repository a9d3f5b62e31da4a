# SPDX-License-Identifier: EUPL-1.2
"""A rule that cannot be sure of what it finds says so, and every other one does not."""

import re

from kalender.domain.rules.checks import rules
from kalender.wording.findings import WORDS

UNSURE = re.compile(r"[Vv]ermutlich|nicht sicher|umstritten|Einzelfall|unbestätigt|bestätigt ist sie nicht")


def test_a_rule_that_is_not_sure_says_so_in_title_or_sentence() -> None:
    silent = [
        rule.id
        for rule in rules().values()
        if not rule.sure and not UNSURE.search(" ".join(WORDS[rule.id][1:]))
    ]
    assert not silent


def test_a_rule_that_is_sure_does_not_hedge() -> None:
    hedging = [
        rule.id for rule in rules().values() if rule.sure and "ermutlich" in " ".join(WORDS[rule.id][1:])
    ]
    assert not hedging
