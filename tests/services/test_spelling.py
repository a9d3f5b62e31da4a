# SPDX-License-Identifier: EUPL-1.2
"""Spelling: what the dictionary says of a post, and the words a plan takes for right."""

from __future__ import annotations

from datetime import datetime

import pytest

from kalender.app.house import House
from kalender.services.language.spelling import Spelling
from kalender.services.language.words import Words
from kalender.services.ports import WorkerDied


def a_post(house: House, text: str) -> str:
    return house.posts.create("Markt", planned=datetime(2026, 12, 12, 10), text=text)


def wrong(house: House, text: str) -> list[str]:
    post = house.posts.get(a_post(house, text))
    house.spelling.judge(house.spelling.open_words(post))
    return [str(item.facts["found"]) for item in house.spelling.findings(post)]


def test_wrong_words_are_found_and_right_ones_left_alone(house: House) -> None:
    text = "Die Weinachtsmarkt-Eröffnung mit der Bürgermeisterin fällt aus. Die Straße ist wegen Sperung zu."
    assert wrong(house, text) == ["Weinachtsmarkt-Eröffnung", "Sperung"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Gemeinderatssitzung beginnt um 18 Uhr im Feuerwehrhaus.",
        "Kindergartengebühren und Müllabfuhrtermine 2027",
        "Alle Bürger*innen sind willkommen. #lindenbrunnleuchtet @thw_lindenbrunn www.lindenbrunn.de",
        "In Lindenbrunn feiern die Lindenbrunnerinnen. Katrin kommt auch.",
        "Haupt- und Nebenstraßen sind frei, das Rad-Fest geht’s los.",
    ],
)
def test_compounds_names_of_the_plan_and_what_is_no_word_pass(house: House, text: str) -> None:
    assert wrong(house, text) == []


def test_a_place_of_a_wrong_word_is_where_it_stands(house: House) -> None:
    text = "Wegen Sperung zu. Die Sperung dauert."
    post = house.posts.get(a_post(house, text))
    house.spelling.judge(house.spelling.open_words(post))
    (found,) = house.spelling.findings(post)
    start, end = found.facts["start"], found.facts["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert text[start:end] == "Sperung"


def test_nothing_is_called_wrong_before_the_dictionary_was_asked(house: House) -> None:
    post = house.posts.get(a_post(house, "Die Sperung"))
    assert house.spelling.findings(post) == []
    assert house.spelling.open_words(post) == ("Die", "Sperung")
    house.spelling.judge(house.spelling.open_words(post))
    assert house.spelling.open_words(post) == ()


def test_suggestions_hold_the_right_word(house: House) -> None:
    assert "Weihnachtsmarkt" in house.spelling.suggestions("Weinachtsmarkt")


def test_a_word_taken_up_is_right_for_everybody_until_it_is_taken_back(house: House) -> None:
    words = house.spelling.words
    assert wrong(house, "Im Hölderle") == ["Hölderle"]
    words.add("Hölderle")
    words.add("Hölderle")
    assert [item.text for item in words.all()] == ["Hölderle"]
    house.desk.undo()
    assert words.all() == ()
    house.desk.redo()
    assert wrong(house, "Des Hölderles Freude, im Hölderle") == []
    words.remove(words.all()[0].id)
    assert wrong(house, "Im Hölderle") == ["Hölderle"]
    words.add("Hölderle")
    assert wrong(house, "Im Hölderle") == []


def test_where_no_process_can_be_had_nothing_is_called_wrong(house: House) -> None:
    class Gone:
        def call(self, *_args: object, timeout: float = 0) -> object:
            del timeout
            raise WorkerDied

    spelling = Spelling(Words(house.store, house.desk, house.plan), Gone())  # type: ignore[arg-type]  # always fails
    post = house.posts.get(a_post(house, "Die Sperung"))
    with pytest.raises(WorkerDied):
        spelling.judge(spelling.open_words(post))
    assert spelling.findings(post) == []
