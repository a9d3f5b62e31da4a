# SPDX-License-Identifier: EUPL-1.2
"""What someone types finds the same things in the same order, umlauts or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.ui.shell.search.ranking import Fit, fit, ranked

ACTIONS = (
    "Neuer Beitrag", "Beitrag ausschneiden", "Drucken oder als PDF sichern …", "Rückgängig", "Gehe zu Datum …",
    "Was ist passiert?", "Plan überprüfen …", "Papierkorb", "Größer",
)  # fmt: skip


def found(typed: str) -> list[str]:
    return [text for _fit, text in ranked(typed, ACTIONS, lambda text: [text])]


@pytest.mark.parametrize(
    ("typed", "text", "degree"),
    [
        ("papierkorb", "Papierkorb", Fit.SAME),
        ("dru", "Drucken oder als PDF sichern …", Fit.PREFIX),
        ("pdf", "Drucken oder als PDF sichern …", Fit.WORDS),
        ("pdf dru", "Drucken oder als PDF sichern …", Fit.WORDS),
        ("korb", "Papierkorb", Fit.CONTAINED),
        ("ppkb", "Papierkorb", Fit.LETTERS),
        ("wip", "Was ist passiert?", Fit.LETTERS),
        ("pk", "Papierkorb", None),
        ("orb k", "Papierkorb", None),
        ("kpa", "Papierkorb", None),
        ("xyz", "Papierkorb", None),
        ("", "Papierkorb", None),
        (" … ", "Papierkorb", None),
    ],
)
def test_a_text_fits_by_plain_degrees(typed: str, text: str, degree: Fit | None) -> None:
    assert fit(typed, text) == degree


@pytest.mark.parametrize("typed", ["größer", "Grösser", "groesser", "GROSSER", "gro\u0308ßer"])
def test_umlauts_are_found_however_they_are_typed(typed: str) -> None:
    assert found(typed)[0] == "Größer"


@pytest.mark.parametrize("typed", ["rückg", "rueckg", "ruckg"])
def test_a_word_with_an_umlaut_is_found_by_its_beginning(typed: str) -> None:
    assert fit(typed, "Rückgängig") is Fit.PREFIX


def test_what_begins_so_stands_before_what_has_it_as_a_word() -> None:
    assert found("beitrag") == ["Beitrag ausschneiden", "Neuer Beitrag"]


def test_other_words_of_a_thing_count_one_degree_less() -> None:
    pairs = [("Kommune", ["Gemeindeamt"]), ("Gemeinderat", [])]
    order = ranked("gemeinde", pairs, lambda pair: [pair[0], *pair[1]])
    assert [pair[0] for _fit, pair in order] == ["Gemeinderat", "Kommune"]


@given(st.sampled_from(ACTIONS), st.integers(1, 30))
def test_whatever_a_text_begins_with_finds_it_at_once(text: str, letters: int) -> None:
    typed = text[:letters]
    if any(letter.isalnum() for letter in typed):
        assert fit(typed, text) in {Fit.SAME, Fit.PREFIX}


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_that_can_be_typed_breaks_it(typed: str, text: str) -> None:
    fit(typed, text)
