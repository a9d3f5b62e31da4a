# SPDX-License-Identifier: EUPL-1.2
"""The conformance vectors of X, of Unicode, and strings that break programs, against the counting rules."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kalender.domain.counting import (
    ADDRESS_LENGTH,
    X_WEIGHTS,
    Limit,
    Weights,
    count,
    overflow_position,
    weighted,
)
from kalender.domain.format import Rule
from kalender.domain.text.addresses import addresses
from kalender.domain.text.graphemes import count_graphemes, graphemes
from kalender.domain.text.hashtags import hashtags
from kalender.domain.text.web_address import is_web_address

ANY = "\u0000-\U0010ffff"
VERSION_1 = Weights(ANY, heavy=1, emoji=False)
VERSION_2 = Weights(X_WEIGHTS.light, heavy=2, emoji=False)

Vector = dict[str, str]


def vectors(path: Path) -> dict[str, list[Vector]]:
    """Read the little of YAML that the vectors of X use: sections of entries with quoted or bare one-line values."""
    sections: dict[str, list[Vector]] = {}
    section: list[Vector] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        heading = re.fullmatch(r"  (\w+):", line)
        entry = re.fullmatch(r"\s+(- )?(\w+):(?: (.*))?", line)
        item = re.fullmatch(r"\s+- (.*)", line)
        if heading:
            section = sections[heading[1]] = []
        elif entry and entry[1]:
            section.append({entry[2]: plain(entry[3] or "")})
        elif entry:
            section[-1][entry[2]] = plain(entry[3] or "")
        elif item:
            section[-1]["item"] = plain(item[1])
    return sections


def plain(written: str) -> str:
    """Return a YAML scalar as text; double quotes know the escapes of JSON and \\U with eight digits."""
    if not written.startswith('"'):
        return written
    wide = re.sub(r"\\U([0-9A-Fa-f]{8})", lambda found: chr(int(found[1], 16)), written)
    text: str = json.loads(wide, strict=False)
    return text


@pytest.fixture
def x(corpus: Path) -> dict[str, list[Vector]]:
    """The vectors of X by section."""
    found = vectors(corpus / "text" / "twitter-text" / "validate.yml")
    assert sum(map(len, found.values())) >= 97
    return found


def told(name: str, number: int) -> None:
    """Say how many vectors a set holds (pytest -s shows it)."""
    sys.stdout.write(f"{name}: {number} vectors\n")


@pytest.mark.parametrize(
    ("section", "weights"),
    [
        ("WeightedTweetsWithDiscountedEmojiCounterTest", X_WEIGHTS),
        ("UnicodeDirectionalMarkerCounterTest", X_WEIGHTS),
        ("WeightedTweetsCounterTest", VERSION_2),
    ],
)
def test_every_post_of_x_has_the_weight_x_gives_it(
    x: dict[str, list[Vector]], section: str, weights: Weights
) -> None:
    for vector in x[section]:
        assert weighted(vector["text"], weights) == int(vector["weightedLength"]), vector["description"]
    told(section, len(x[section]))


def test_the_configuration_of_x_is_the_one_in_force(corpus: Path) -> None:
    official = json.loads((corpus / "text" / "twitter-text" / "v3.json").read_text(encoding="utf-8"))
    spans = "".join(f"{chr(span['start'])}-{chr(span['end'])}" for span in official["ranges"])
    assert spans == X_WEIGHTS.light
    assert official["defaultWeight"] == X_WEIGHTS.heavy * official["scale"]
    assert official["emojiParsingEnabled"] is X_WEIGHTS.emoji
    assert official["transformedURLLength"] == ADDRESS_LENGTH


def test_the_first_configuration_of_x_holds_one_hundred_and_forty_characters(
    x: dict[str, list[Vector]],
) -> None:
    for vector in x["tweets"]:
        fits = 0 < weighted(vector["text"], VERSION_1) <= 140
        assert fits == (vector["expected"] == "true"), vector["description"]
    told("tweets", len(x["tweets"]))


@pytest.mark.parametrize(
    ("section", "accepts"),
    [
        ("urls", is_web_address),
        ("urls_without_protocol", lambda text: is_web_address(text, bare=True)),
        ("hashtags", lambda text: [(tag.start, tag.end) for tag in hashtags(text)] == [(0, len(text))]),
    ],
)
def test_names_tags_and_addresses_are_told_from_what_only_looks_like_them(
    x: dict[str, list[Vector]], section: str, accepts: Callable[[str], bool]
) -> None:
    for vector in x[section]:
        assert accepts(vector["text"]) == (vector["expected"] == "true"), vector["description"]
    told(section, len(x[section]))


def test_every_top_level_domain_ends_an_address(corpus: Path) -> None:
    found = vectors(corpus / "text" / "twitter-text" / "tlds.yml")
    for vector in (vector for section in found.values() for vector in section):
        text = vector["text"]
        spans = [(address.start, address.end) for address in addresses(text)]
        assert [text[start:end] for start, end in spans] == [vector["item"]], vector["description"]
        assert count(Rule.X_WEIGHTED, text).value == ADDRESS_LENGTH
    told("top-level domains", sum(map(len, found.values())))
    assert sum(map(len, found.values())) >= 1500


def breaks(path: Path) -> Iterator[list[str]]:
    """Yield the graphemes of each line of a Unicode break test."""
    for line in path.read_text(encoding="utf-8").splitlines():
        body = line.split("#", maxsplit=1)[0].replace("×", " ").strip()
        if body:
            yield [
                "".join(chr(int(code, 16)) for code in part.split()) for part in body.strip("÷ ").split("÷")
            ]


def test_graphemes_break_where_unicode_says(corpus: Path) -> None:
    cases = list(breaks(corpus / "text" / "unicode" / "GraphemeBreakTest.txt"))
    for case in cases:
        text = "".join(case)
        assert graphemes(text) == case
        assert count_graphemes(text) == len(case)
        assert count(Rule.GRAPHEME, text).value == len(case)
    told("GraphemeBreakTest", len(cases))
    assert len(cases) >= 600


def test_strings_that_break_programs_are_counted_by_every_rule(corpus: Path) -> None:
    lines = (corpus / "text" / "blns" / "blns.txt").read_text(encoding="utf-8").split("\n")
    for line in lines:
        for rule in Rule:
            counted = count(rule, line)
            assert 0 <= counted.value <= 23 + 4 * len(line)
            assert counted.bytes == len(line.encode())
            fitting = overflow_position(rule, line, Limit(10))
            assert count(rule, line[:fitting]).value <= 10
        assert "".join(graphemes(line)) == line
        assert len(graphemes(line)) == count(Rule.GRAPHEME, line).value
    told("naughty strings", len(lines))
