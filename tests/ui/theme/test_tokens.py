# SPDX-License-Identifier: EUPL-1.2
"""The theme files: same roles in each, enough contrast in each pair."""

from pathlib import Path

import pytest

from kalender.ui.theme.tokens import CHANNELS, STAGES, Tokens, pairs, ratio, read

FOLDER = Path(__file__).parents[3] / "resources" / "themes"
NAMES = ("hell", "dunkel", "kontrast")


def theme(name: str) -> Tokens:
    return read(FOLDER / f"{name}.toml")


@pytest.mark.parametrize("name", NAMES)
def test_every_pair_of_text_and_ground_reaches_its_contrast(name: str) -> None:
    colours = theme(name).colours
    short = [
        (ink, ground, round(ratio(colours[ink], colours[ground]), 2), least)
        for ink, ground, least in pairs()
        if ratio(colours[ink], colours[ground]) < least
    ]
    assert short == []


def test_high_contrast_reaches_seven_to_one_for_every_text() -> None:
    colours = theme("kontrast").colours
    short = [(ink, ground) for ink, ground, _ in pairs() if ratio(colours[ink], colours[ground]) < 7]
    assert short == []


def test_all_themes_know_the_same_roles() -> None:
    roles = {name: set(theme(name).colours) for name in NAMES}
    assert roles["hell"] == roles["dunkel"] == roles["kontrast"]
    assert len(roles["hell"]) == 90
    assert {f"st-{stage}-ln" for stage in STAGES} | {f"ch-{channel}" for channel in CHANNELS} <= roles["hell"]


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#182023", "#FFFFFF") == pytest.approx(16.5, abs=0.05)


def test_a_file_that_is_no_theme_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "leer.toml"
    path.write_text('name = "leer"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"leer\.toml"):
        read(path)
