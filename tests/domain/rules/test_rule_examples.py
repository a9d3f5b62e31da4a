# SPDX-License-Identifier: EUPL-1.2
"""Every rule finds what it is made for and lets pass what it is not: German examples of both kinds, for each."""

from datetime import date

import pytest

from kalender.domain.rules.checks import check, rules
from tests.domain.rules.cases import NOW, Examples, Try
from tests.domain.rules.examples_days import DAYS
from tests.domain.rules.examples_office import OFFICE
from tests.domain.rules.examples_pictures import PICTURES
from tests.domain.rules.examples_siblings import SIBLINGS
from tests.domain.rules.examples_writing import WRITING
from tests.places import ROOT

ALL: Examples = SIBLINGS | WRITING | PICTURES | DAYS | OFFICE


def found(rule: str, trial: Try) -> list[str]:
    """Return what a rule says of a post when it is on, whatever the plan makes of it by default."""
    on = {rule: rules()[rule].severity}
    return [
        item.rule for item in check(trial.post, trial.around, now=NOW, severities=on) if item.rule == rule
    ]


def test_every_rule_has_examples_of_both_kinds() -> None:
    assert set(ALL) == set(rules())
    assert not [rule for rule, (fires, silent) in ALL.items() if not fires or not silent]


@pytest.mark.parametrize("rule", sorted(ALL))
def test_a_rule_finds_what_it_must(rule: str) -> None:
    missed = [trial.post.text for trial in ALL[rule][0] if not found(rule, trial)]
    assert not missed


@pytest.mark.parametrize("rule", sorted(ALL))
def test_a_rule_lets_pass_what_it_must(rule: str) -> None:
    alarms = [trial.post.text for trial in ALL[rule][1] if found(rule, trial)]
    assert not alarms


def test_every_rule_names_its_source_and_when_it_was_read() -> None:
    for rule in rules().values():
        assert rule.source.strip()
        assert date(2020, 1, 1) <= rule.seen <= date(2100, 1, 1)


def test_every_rule_has_a_file_of_its_own() -> None:
    room = ROOT / "kalender" / "domain" / "rules"
    holding = [path for path in room.rglob("*.py") if "RULE = Rule(" in path.read_text("utf-8")]
    assert len(holding) == len(rules())
    assert all(path.read_text("utf-8").count("RULE = Rule(") == 1 for path in holding)
