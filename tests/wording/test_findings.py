# SPDX-License-Identifier: EUPL-1.2
"""Every rule has a title and a sentence, and the facts of its findings fill them."""

from datetime import date

import pytest

from kalender.domain.rules.checks import Finding, Severity, rules
from kalender.services.language.spelling import RULE
from kalender.wording.findings import SENTENCES, message, why, words


def a_finding(rule: str, **facts: object) -> Finding:
    return Finding(rule=rule, severity=Severity.ERROR, post="p", facts=facts)


def test_every_rule_is_worded_and_nothing_else() -> None:
    assert set(SENTENCES) == {*rules(), RULE}


@pytest.mark.parametrize("rule", SENTENCES)
def test_titles_are_short_and_sentences_are_whole(rule: str) -> None:
    title, sentence = SENTENCES[rule]
    assert len(title) <= 60
    assert not title.endswith(".")
    assert sentence.endswith(".")
    assert "!" not in title + sentence


def test_a_wrong_weekday_is_said_with_the_right_one() -> None:
    finding = a_finding(
        "date.weekday", found="Dienstag, 3. Dezember 2026", day=date(2026, 12, 3), named=1, right=3
    )
    assert why(finding) == "Der 3. Dezember 2026 ist ein Donnerstag, kein Dienstag."


def test_a_long_text_is_said_in_its_unit() -> None:
    finding = a_finding("text.too_long", count=3750, limit=3000, excess=750, unit="bytes", channel="Bluesky")
    assert words(finding) == "Text zu lang: 3.750 von 3.000 Bytes"
    assert why(finding).startswith("750 Bytes zu viel für Bluesky.")


def test_a_month_cut_short_does_not_double_the_full_stop() -> None:
    finding = a_finding("picture.expired", number=1, until=date(2026, 11, 1), planned=date(2026, 12, 1))
    assert why(finding) == "Bild 1 darf nur bis So 1. Nov. gezeigt werden, geplant ist Di 1. Dez."


def test_a_rule_of_a_newer_version_shows_its_id() -> None:
    assert message(a_finding("text.from_the_future")) == "text.from_the_future."


def test_a_missing_fact_shows_as_an_ellipsis() -> None:
    assert words(a_finding("text.long_sentence")) == "Satz zu lang: … Wörter"
