# SPDX-License-Identifier: EUPL-1.2
"""A sentence is as long as it reads: moments are taken in at once, brackets are skipped, thoughts end at colons."""

import pytest

from kalender.domain.language.sentence_length import lengths


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der Markt öffnet am Samstag, 12. Dezember, von 9 bis 12 Uhr.", [4]),
        ("Wir sind (außer an Feiertagen) für Sie da.", [5]),
        ("Das Bad ist auf: Kommt vorbei!", [4, 2]),
        ("Bitte bringen Sie mit: einen Ausweis.", [6]),
        ("Treffpunkt ist Haus Nr. 5. Es regnet nie.", [5, 3]),
        ("Das Tor baute man 1998. Besucher kommen gern.", [5, 3]),
        ("Es weht mit 110 km/h. Sichern Sie Ihr Haus.", [5, 4]),
        ("Mehr dazu auf www.lindenbrunn.de/markt oder bei @rathaus.", [5]),
        ("Alle aus der 2. Klasse lesen „Der Mondbär feiert“ vor.", [8]),
        ("", []),
    ],
)
def test_a_sentence_counts_what_is_read(text: str, words: list[int]) -> None:
    assert [item.words for item in lengths(text)] == words


def test_the_places_of_thoughts_are_those_in_the_text() -> None:
    text = "Guten Tag!\nDas ist neu: Der Markt öffnet um 8 Uhr."
    assert [text[item.start : item.end] for item in lengths(text)] == [
        "Guten Tag!",
        "Das ist neu:",
        "Der Markt öffnet um 8 Uhr.",
    ]
