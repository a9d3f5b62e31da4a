# SPDX-License-Identifier: EUPL-1.2
"""Text is as long as the platform says."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.counting import Count, Limit, count, fold_position, limit_of, overflow_position
from kalender.domain.format import Format, Rule
from kalender.domain.text.graphemes import boundary, graphemes

FAMILY = "👨‍👩‍👧‍👦"


def a_format(**more: object) -> Format:
    values: dict[str, object] = {
        "id": "x.post",
        "platform": "x",
        "label": "X",
        "width": 1,
        "height": 1,
        "ratio_min": 1.0,
        "ratio_max": 1.0,
        "max_bytes": 0,
    }
    return Format(**(values | more))  # type: ignore[arg-type]  # a builder takes what a test names


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Grüße aus der Straße", 20),
        ("5 €", 4),
        ("„Aus – fertig“", 14),
        ("Ende …", 7),
        ("➡️", 2),
        (FAMILY, 2),
        ("1️⃣", 2),
        ("Foto: © Stadt", 13),
        ("musterhausen.de", 23),
        ("Mehr auf https://www.lindenbrunn.de/weihnachtsmarkt?ort=markt.", 9 + 23 + 1),
        ("lindenbrunn.de/amt und lindenbrunn.de", 23 + 5 + 23),
        ("Am 24.11. um 18.30 Uhr, z.B. im Rathaus", 39),
        ("rathaus@lindenbrunn.de", 22),
        ("u\u0308ber", 4),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪", 5),
    ],
)
def test_x_weighs_characters_and_counts_an_address_as_twenty_three(text: str, length: int) -> None:
    assert count(Rule.X_WEIGHTED, text).value == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("https://www.lindenbrunn.de/rathaus/buergerbuero", 23),
        ("www.lindenbrunn.de", 18),
        ("Danke, @feuerwehr@social.bund.de!", 18),
        ("Danke, @feuerwehr!", 18),
        ("Post an rathaus@lindenbrunn.de", 30),
        (FAMILY + " ❤️", 3),
        ("https://a.de und https://b.de", 51),
        ("u\u0308ber", 4),
    ],
)
def test_mastodon_counts_graphemes_short_addresses_and_names_without_host(text: str, length: int) -> None:
    assert count(Rule.MASTODON, text).value == length


@pytest.mark.parametrize(
    ("text", "length"),
    [("Grüße 👋", 10), ("❤️", 6), ("Häuser", 6), (FAMILY, 25), ("🇩🇪", 8), ("© 2026", 6), ("1️⃣", 7)],
)
def test_threads_counts_an_emoji_by_its_bytes(text: str, length: int) -> None:
    assert count(Rule.THREADS, text).value == length


@pytest.mark.parametrize(
    ("rule", "length"),
    [
        (Rule.UTF16, 13),
        (Rule.UTF8_BYTES, 28),
        (Rule.CODEPOINT, 9),
        (Rule.GRAPHEME, 3),
        (Rule.BLUESKY, 3),
    ],
)
def test_units_of_encodings_differ_where_emoji_and_umlauts_stand(rule: Rule, length: int) -> None:
    assert count(rule, f"ä {FAMILY}").value == length
    assert count(rule, f"ä {FAMILY}").bytes == 28


def test_half_a_surrogate_pair_is_counted_and_breaks_nothing() -> None:
    for rule in Rule:
        assert count(rule, "a\ud83d!").value > 0


def test_a_limit_in_bytes_applies_beside_the_one_in_graphemes() -> None:
    limit = Limit(300, 3000)
    assert limit.excess(count(Rule.BLUESKY, "a" * 300)) == 0
    assert limit.excess(count(Rule.BLUESKY, "a" * 312)) == 12
    assert limit.excess(count(Rule.BLUESKY, FAMILY * 121)) == 25
    assert limit.share(Count(150, 3000)) == 1.0
    assert Limit().share(Count(5, 5)) == 0.0
    assert Limit().excess(Count(5, 5)) == 0


def test_a_picture_lowers_the_limit_where_the_platform_says_so() -> None:
    telegram = a_format(text_limit=1024, text_limit_plain=4096, text_limit_bytes=9)
    assert limit_of(telegram, pictures=True) == Limit(1024, 9)
    assert limit_of(telegram, pictures=False) == Limit(4096, 9)
    assert limit_of(telegram, pictures=True, own=2000).value == 2000
    assert limit_of(a_format(text_limit=280), pictures=False) == Limit(280)


def test_the_part_that_does_not_fit_begins_at_a_whole_character() -> None:
    text = "ab" + FAMILY * 3
    assert overflow_position(Rule.CODEPOINT, text, Limit(4)) == 2
    assert overflow_position(Rule.GRAPHEME, text, Limit(4)) == 2 + 2 * len(FAMILY)
    assert overflow_position(Rule.GRAPHEME, text, Limit(5)) == len(text)
    assert overflow_position(Rule.CODEPOINT, text, Limit()) == len(text)


def test_a_text_folds_after_so_many_characters_as_a_reader_sees_them() -> None:
    assert fold_position(FAMILY * 3, 2) == 2 * len(FAMILY)
    assert fold_position(FAMILY * 3, 3) is None
    assert fold_position("kurz", 125) is None
    assert fold_position("kurz", 0) is None
    assert fold_position("Straße", 5) == 5


TEXTS = st.text(
    st.one_of(
        st.sampled_from("abc äöüß .,-/@#:1\n\r€…„“"),
        st.sampled_from("👨👩👧🎄❤☺🇩🇪🏽\u200d\ufe0f\u20e3\u0308"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@given(TEXTS, st.sampled_from(Rule))
def test_a_length_is_never_negative_and_always_the_same(text: str, rule: Rule) -> None:
    first = count(rule, text)
    assert first.value >= 0
    assert first == count(rule, text)
    assert first.bytes == len(text.encode())
    assert (first.value == 0) == (text == "")


@given(TEXTS, TEXTS, st.sampled_from([Rule.UTF16, Rule.UTF8_BYTES, Rule.CODEPOINT]))
def test_units_of_an_encoding_add_up(text: str, other: str, rule: Rule) -> None:
    assert count(rule, text + other).value == count(rule, text).value + count(rule, other).value


@given(TEXTS, TEXTS, st.sampled_from(Rule))
def test_paragraphs_add_up_by_every_rule(text: str, other: str, rule: Rule) -> None:
    """Nothing joins across a line of its own: no grapheme, no emoji, no address."""
    alone = count(rule, text).value + count(rule, other).value
    stroke = "\n\x7f\n"
    assert count(rule, f"{text}{stroke}{other}").value == alone + len(stroke) - (
        (text.endswith("\r") and rule in {Rule.GRAPHEME, Rule.BLUESKY, Rule.MASTODON}) * 1
    )


@given(TEXTS)
def test_graphemes_join_to_the_text_and_are_what_is_counted(text: str) -> None:
    pieces = graphemes(text)
    assert "".join(pieces) == text
    assert len(pieces) == count(Rule.GRAPHEME, text).value
    assert all(count(Rule.GRAPHEME, piece).value == 1 for piece in pieces)


@given(TEXTS, st.integers(0, 70))
def test_a_boundary_is_where_a_grapheme_begins(text: str, position: int) -> None:
    starts, place = {0}, 0
    for piece in graphemes(text):
        place += len(piece)
        starts.add(place)
    assert boundary(text, position) == max(start for start in starts if start <= min(position, len(text)))


@given(TEXTS, st.integers(1, 60), st.sampled_from(Rule))
def test_what_lies_before_the_overflow_fits(text: str, limit: int, rule: Rule) -> None:
    position = overflow_position(rule, text, Limit(limit))
    assert count(rule, text[:position]).value <= limit
    assert (position == len(text)) == (count(rule, text).value <= limit)


def test_neither_patterns_nor_tables_are_made_before_the_first_count() -> None:
    code = (
        "import sys, kalender.domain.counting\n"
        "late = [name for name in sys.modules if name.startswith('kalender.domain.text')]\n"
        "assert not late, late"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
