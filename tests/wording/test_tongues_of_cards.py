# SPDX-License-Identifier: EUPL-1.2
"""A post in another language says so wherever a card is shown, read out, or packed."""

from datetime import datetime

import pytest

from kalender.domain.card import Card
from kalender.domain.siblings.tongues import EASY
from kalender.domain.stage import Stage
from kalender.ui.board.cards.looks import board_look
from kalender.ui.widgets.paint.values import card_look
from kalender.wording.cards import spoken, tip

NOW = datetime(2026, 12, 3, 10, 42)


def a_card(language: str = "", series: str = "") -> Card:
    return Card(
        id="p",
        title="Freibad",
        planned=NOW,
        zone="Europe/Berlin",
        stage=Stage.DRAFT,
        flags=frozenset(),
        channels=(),
        language=language,
        series=series,
    )


@pytest.mark.parametrize(("language", "name"), [("tr", "Türkisch"), (EASY, "Leichte Sprache")])
def test_a_card_names_its_language(language: str, name: str) -> None:
    card = a_card(language)
    assert f"Sprache: {name}" in spoken(card, {}).split(", ")
    assert f"Sprache: {name}" in tip(card, {}).splitlines()
    assert next(foot.text for foot in board_look(card, NOW, {}, {}).feet) == name
    assert card_look(card, {}).chain == "ri.translate-2"


def test_a_german_card_says_nothing_of_it() -> None:
    card = a_card()
    assert "Sprache" not in spoken(card, {}) + tip(card, {})
    assert board_look(card, NOW, {}, {}).feet == ()
    assert card_look(card, {}).chain == ""
    assert card_look(a_card(series="s"), {}).chain == "ri.repeat-line"
    assert card_look(a_card("tr", series="s"), {}).chain == "ri.translate-2"
