# SPDX-License-Identifier: EUPL-1.2
"""What makes a text heavy: its longest sentences and words, with their places."""

from kalender.domain.language.longest import longest_sentences, longest_words

LONG = (
    "Am Freitag, 11. Dezember, liest um 15 Uhr unsere Vorlesepatin Hanne Krüger in der Stadtbücherei, in der es seit dem "
    "Herbst eine neue Leseecke gibt."
)


def test_the_longest_sentence_is_found_at_its_place() -> None:
    text = f"Kurz gesagt: Es wird schön.\n\n{LONG} Eintritt frei."
    (found,) = longest_sentences(text)
    assert text[found.start : found.end] == LONG
    assert 22 <= found.size <= 26


def test_short_sentences_are_never_called_long() -> None:
    assert longest_sentences("Wir lesen vor. Kommen Sie vorbei! Der Eintritt ist frei.") == ()


def test_long_words_are_named_once_the_longest_first() -> None:
    text = "Die Straßenverkehrsbehörde und die Abfallwirtschaftsbetriebe: Straßenverkehrsbehörde."
    assert [text[item.start : item.end] for item in longest_words(text)] == [
        "Abfallwirtschaftsbetriebe",
        "Straßenverkehrsbehörde",
    ]


def test_hashtags_and_addresses_are_no_long_words() -> None:
    assert longest_words("#Weihnachtsmarkteröffnung https://lindenbrunn.de/weihnachtsmarkteroeffnung") == ()
