# SPDX-License-Identifier: EUPL-1.2
"""Contrast of colours by WCAG, the nearest colour that can be read, and the thinnest veil that helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.tiles.contrast import (
    BLACK,
    TEXT,
    WHITE,
    Rgb,
    colour,
    least,
    legible,
    ratio,
    veil_needed,
    veiled,
    written,
)

PART = st.integers(0, 255)
COLOUR = st.tuples(PART, PART, PART)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.478),
        ("#767676", "#FFFFFF", 4.542),
        ("#0B6770", "#EFF2F3", 5.854),
        ("#FF0000", "#FFFFFF", 3.998),
    ],
)
def test_the_ratio_is_that_of_wcag(one: str, other: str, wanted: float) -> None:
    first, second = colour(one), colour(other)
    assert first is not None
    assert second is not None
    assert ratio(first, second) == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize("text", ["", "#12", "blau", "#1234567", "#GGGGGG", "rgb(1,2,3)"])
def test_what_is_no_colour_is_none(text: str) -> None:
    assert colour(text) is None


@given(COLOUR)
def test_a_colour_is_written_as_it_is_read(rgb: Rgb) -> None:
    assert colour(written(rgb)) == rgb


@given(COLOUR, COLOUR)
def test_on_one_ground_there_is_always_a_colour_that_can_be_read(ink: Rgb, ground: Rgb) -> None:
    found = legible(ink, (ground,))
    assert found is not None
    assert ratio(found, ground) >= TEXT
    if ratio(ink, ground) >= TEXT:
        assert found == ink


def test_the_nearest_colour_keeps_its_hue() -> None:
    found = legible((0x88, 0xAA, 0x33), (WHITE,))
    assert found is not None
    red, green, blue = found
    assert green > red > blue


def test_a_ground_both_black_and_white_lets_no_colour_be_read() -> None:
    assert legible((128, 128, 128), (BLACK, WHITE)) is None


@given(COLOUR, COLOUR, PART, PART)
def test_the_veil_is_the_thinnest_that_helps(ink: Rgb, ground: Rgb, one: int, other: int) -> None:
    under: tuple[Rgb, ...] = ((one, one, one), (other, other, other))
    found = veil_needed((ink,), ground, under)
    if found is None:
        assert ratio(ink, ground) < TEXT
        return
    assert least(ink, tuple(veiled(ground, item, found) for item in under)) >= TEXT
    if found:
        assert least(ink, tuple(veiled(ground, item, found - 5) for item in under)) < TEXT
