# SPDX-License-Identifier: EUPL-1.2
"""Which words of a text a dictionary is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.language.spelling import words_of


def asked(text: str) -> list[str]:
    return [part for spelt in words_of(text) for part in spelt.asked]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der Markt öffnet um 16.30 Uhr.", ["Der", "Markt", "öffnet", "um", "Uhr"]),
        ("Mehr: www.lindenbrunn.de/markt oder rathaus@lindenbrunn.de", ["Mehr", "oder"]),
        ("Danke @feuerwehr.lindenbrunn! #WeihnachtsMarkt", ["Danke"]),
        ("Alle Bürger*innen und Bürger:innen", ["Alle", "Bürgerinnen", "und", "Bürgerinnen"]),
        ("die BürgerInnen", ["die", "Bürgerinnen"]),
        ("Haupt- und Nebenstraße", ["und", "Nebenstraße"]),
        ("Das Rad-Fest am See", ["Das", "Rad", "Fest", "am", "See"]),
        ("DLRG, THW und die VHS", ["und", "die"]),
        ("Hallo {Name}, bis [Uhrzeit]", ["Hallo", "bis"]),
        ("Platz 3a in der B27", ["Platz", "in", "der"]),
        ("So geht’s weiter 🎄", ["So", "geht", "weiter"]),
    ],
)
def test_what_is_no_word_is_not_asked(text: str, words: list[str]) -> None:
    assert asked(text) == words


def test_a_word_knows_its_place() -> None:
    text = "Die Sperung am Montag"
    (spelt,) = [spelt for spelt in words_of(text) if "Sperung" in spelt.asked]
    assert text[spelt.start : spelt.end] == "Sperung"


@given(st.text(max_size=200))
def test_any_text_has_words_in_order_that_do_not_overlap(text: str) -> None:
    last = 0
    for spelt in words_of(text):
        assert last <= spelt.start < spelt.end <= len(text)
        assert spelt.asked
        last = spelt.end
