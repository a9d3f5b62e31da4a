# SPDX-License-Identifier: EUPL-1.2
"""Sentences, words and the three-way merge of texts: golden vectors, for every replica must compute the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.text.sentences import hunks, merge_texts, sentences, words

GOLDEN_SENTENCES = [
    ("", []),
    ("Ein Satz", ["Ein Satz"]),
    ("Eins. Zwei!  Drei?", ["Eins.", " ", "Zwei!", "  ", "Drei?"]),
    ("Am 12. Dezember um 18 Uhr. Danach", ["Am 12. Dezember um 18 Uhr.", " ", "Danach"]),
    ("Bitte z. B. Tee mitbringen. Ja", ["Bitte z. B. Tee mitbringen.", " ", "Ja"]),
    ("Dr. Müller, Hauptstr. 5 bzw. Nr. 7", ["Dr. Müller, Hauptstr.", " ", "5 bzw. Nr. 7"]),
    (
        "„Kommt alle!“ Das ist wahr (wirklich.) Ja",
        ["„Kommt alle!“", " ", "Das ist wahr (wirklich.)", " ", "Ja"],
    ),
    ("Und dann … weiter", ["Und dann …", " ", "weiter"]),
    ("Zeile eins\n\nZeile zwei", ["Zeile eins", "\n\n", "Zeile zwei"]),
    (" vorn und hinten ", [" vorn und hinten "]),
    ("Um 8.30 Uhr.Danach", ["Um 8.30 Uhr.Danach"]),
    ("Geschützt.\u00a0Leer", ["Geschützt.", "\u00a0", "Leer"]),
]

GOLDEN_MERGES = [
    (
        "different sentences",
        "Eins. Zwei. Drei.",
        "Eins! Zwei. Drei.",
        "Eins. Zwei. Drei?",
        True,
        "Eins! Zwei. Drei?",
    ),
    ("neighbours", "Eins. Zwei.", "Alles. Zwei.", "Eins. Neu.", True, "Alles. Neu."),
    ("edit and append", "Eins. Zwei.", "Eins. Zwo.", "Eins. Zwei. Drei.", True, "Eins. Zwo. Drei."),
    (
        "delete and edit elsewhere",
        "Eins. Zwei. Drei.",
        "Eins. Drei.",
        "Eins. Zwei. Vier.",
        True,
        "Eins. Vier.",
    ),
    ("the same change", "Eins. Zwei.", "Eins. Drei.", "Eins. Drei.", True, "Eins. Drei."),
    ("one side only", "Eins.", "Eins.", "Zwei.", True, "Zwei."),
    ("the same sentence", "Am Montag.", "Am Dienstag.", "Am Mittwoch.", False, "Am Mittwoch."),
    (
        "the same sentence, other words",
        "Der Markt am Montag um acht.",
        "Der Markt am Dienstag um acht.",
        "Der Markt am Montag um neun.",
        False,
        "Der Markt am Dienstag um neun.",
    ),
    ("both append", "Eins.", "Eins. Zwei.", "Eins. Drei.", False, "Eins. Zwei. Drei."),
    ("both write first", "", "Hallo.", "Guten Tag.", False, "Hallo. Guten Tag."),
    (
        "delete and edit",
        "Eins. Zwei. Drei.",
        "Eins. Drei.",
        "Eins. Zwei neu. Drei.",
        False,
        "Eins. Zwei neu. Drei.",
    ),
]


@pytest.mark.parametrize(("text", "pieces"), GOLDEN_SENTENCES)
def test_sentences(text: str, pieces: list[str]) -> None:
    assert sentences(text) == pieces


def test_words() -> None:
    assert words("Am 12. Mai:  3,50 €") == [
        "Am",
        " ",
        "12",
        ".",
        " ",
        "Mai",
        ":",
        "  ",
        "3",
        ",",
        "50",
        " ",
        "€",
    ]


@pytest.mark.parametrize(("name", "base", "first", "second", "clean", "proposal"), GOLDEN_MERGES)
def test_merges(name: str, base: str, first: str, second: str, clean: bool, proposal: str) -> None:
    merged = merge_texts(base, first, second)
    assert (merged.clean, merged.proposal) == (clean, proposal)
    assert merged.text == (proposal if clean else merged.text)


def test_where_both_changed_a_sentence_the_second_is_shown_and_all_else_is_kept() -> None:
    base = "Eins. Am Montag. Drei. Vier."
    merged = merge_texts(base, "Eins! Am Dienstag. Drei. Vier.", "Eins. Am Mittwoch. Drei. Vier?")
    assert merged.text == "Eins! Am Mittwoch. Drei. Vier?"
    assert not merged.clean


def test_texts_too_long_to_compare_count_as_different_throughout() -> None:
    long = [f"w{n} " for n in range(2100)]
    assert len(hunks(long, list(reversed(long)))) >= 1


texts = st.text(alphabet="ab .!?\n1„“", max_size=60)


@given(texts)
def test_pieces_join_to_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text
    assert "".join(words(text)) == text


@given(texts, texts)
def test_changes_lead_from_the_old_text_to_the_new(old: str, new: str) -> None:
    before, after = words(old), words(new)
    result, at = [], 0
    for hunk in hunks(before, after):
        result += [*before[at : hunk.first], *hunk.new]
        at = hunk.last
    assert [*result, *before[at:]] == after


@given(texts, texts, texts)
def test_a_clean_merge_does_not_depend_on_who_is_first(base: str, first: str, second: str) -> None:
    one, other = merge_texts(base, first, second), merge_texts(base, second, first)
    assert one.clean == other.clean
    if one.clean:
        assert one.text == other.text


@given(texts, texts)
def test_a_side_that_changed_nothing_does_not_matter(base: str, other: str) -> None:
    assert merge_texts(base, base, other).text == other
    assert merge_texts(base, other, base).text == other
    assert merge_texts(base, other, other).text == other
