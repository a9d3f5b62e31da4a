# SPDX-License-Identifier: EUPL-1.2
"""kalender count: lengths by the rules of platforms."""

import io
import sys

import pytest

from tests.cli.conftest import Kalender


@pytest.mark.parametrize(
    ("rule", "count", "limit"),
    [
        ("x_weighted", 24, 280),
        ("mastodon", 23, 500),
        ("bluesky", 23, 300),
        ("threads", 26, 500),
        ("utf16", 24, None),
        ("utf8_bytes", 28, None),
        ("codepoint", 23, None),
        ("grapheme", 23, None),
    ],
)
def test_each_rule_counts_in_its_own_way_and_knows_its_limit(
    kalender: Kalender, rule: str, count: int, limit: int | None
) -> None:
    told = kalender("count", rule, "Grüße aus Lindenbrunn 🎄", "--json")
    assert (told.code, told.facts) == (0, {"count": count, "limit": limit, "rule": rule})


def test_the_text_may_come_from_the_input_and_is_counted_as_it_is(
    kalender: Kalender, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in (["-"], []):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"zwei\r\nZeilen\n")))
        assert kalender("count", "codepoint", *words, "--json").facts["count"] == 13


def test_a_text_that_begins_with_a_dash_is_counted_too(kalender: Kalender) -> None:
    assert kalender("--json", "count", "codepoint", "--", "--json").facts["count"] == 6


def test_an_unknown_rule_is_refused_with_those_there_are(kalender: Kalender) -> None:
    told = kalender("count", "tweets", "x")
    assert told.code == 1
    assert not told.out
    assert "„tweets“" in told.err
    assert "x_weighted, mastodon" in told.err
