# SPDX-License-Identifier: EUPL-1.2
"""Templates and blocks: what ships, what the plan changes, what posts are made of."""

from dataclasses import replace
from datetime import datetime

import pytest

from kalender.app.house import House
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.templates.template import BlockKind

ROAD = "strasse-gesperrt"
FRIDAY = datetime(2026, 12, 11, 15, 0)


def test_a_post_from_a_template_has_its_text_channels_and_checklist(house: House) -> None:
    id_ = house.stock.library.make(ROAD, {"Straße": "Ringstraße", "Art": "voll gesperrt"}, planned=FRIDAY)
    post = house.posts.get(id_)
    assert post.title == "Ringstraße gesperrt"
    assert "Ringstraße voll gesperrt" in post.text
    assert "{Umleitung}" in post.text
    assert post.planned == FRIDAY
    assert post.groups == ("Anwohnerinnen und Anwohner", "Berufstätige und Pendelnde")
    wanted = house.stock.library.templates.get(ROAD).channels
    assert {item.id for item in post.versions} == {
        item.id for item in house.plan.channels if item.platform in wanted
    }
    assert post.todos[0].text == "Verkehrsrechtliche Anordnung liegt vor"
    assert not any(item.done for item in post.checklist)
    house.desk.undo()
    with pytest.raises(Refused):
        house.posts.get(id_)


def test_a_template_fills_only_what_a_post_leaves_empty(house: House) -> None:
    id_ = house.posts.create("Mein Titel", text="Mein Text")
    house.stock.library.apply(id_, ROAD, {"Straße": "Ringstraße"})
    post = house.posts.get(id_)
    assert (post.title, post.text) == ("Mein Titel", "Mein Text")
    assert post.task == "Straßen, Wege und Verkehr"
    assert len(post.checklist) == 6
    house.stock.library.apply(id_, ROAD)
    assert len(house.posts.get(id_).checklist) == 6


def test_a_changed_template_lies_over_the_one_that_ships_and_can_be_reset(house: House) -> None:
    shelf = house.stock.library.templates
    before = shelf.get(ROAD)
    shelf.save(replace(before, text="Kurz: {Straße}"))
    assert shelf.get(ROAD).text == "Kurz: {Straße}"
    assert shelf.changed(ROAD)
    assert [item.id for item in shelf.every()].index(ROAD) == 0
    shelf.reset(ROAD)
    assert shelf.get(ROAD) == before
    assert not shelf.changed(ROAD)
    house.desk.undo()
    assert shelf.get(ROAD).text == "Kurz: {Straße}"


def test_one_that_ships_is_hidden_and_offered_again_one_of_the_plan_goes_into_the_trash(house: House) -> None:
    shelf = house.stock.library.templates
    shelf.delete(ROAD)
    assert ROAD not in {item.id for item in shelf.offered()}
    shelf.offer(ROAD)
    assert ROAD in {item.id for item in shelf.offered()}
    own = shelf.duplicate(ROAD, "Unsere Sperrung")
    shelf.delete(own)
    assert own not in {item.id for item in shelf.every()}
    house.past.trash.restore([f"template/{own}"])
    assert shelf.get(own).name == "Unsere Sperrung"


def test_names_are_needed_and_unique(house: House) -> None:
    with pytest.raises(Refused) as refused:
        house.stock.library.templates.duplicate(ROAD, "straße gesperrt")
    assert refused.value.kind is RefusalKind.NAME_TAKEN


def test_an_abbreviation_finds_its_block_whatever_the_case(house: House) -> None:
    found = house.stock.library.block_for("Kontakt")
    assert found is not None
    assert found.text == "Fragen beantwortet {Kontakt}."
    assert house.stock.library.block_for("") is None


def test_an_abbreviation_stands_for_one_block_alone(house: House) -> None:
    with pytest.raises(Refused) as refused:
        house.stock.library.block_of("Anderes", "Anderer Kontakt", "KONTAKT")
    assert refused.value.kind is RefusalKind.NAME_TAKEN
    house.stock.library.blocks.delete("kontakt")
    house.stock.library.block_of("Anderes", "Anderer Kontakt", "kontakt")
    found = house.stock.library.block_for("kontakt")
    assert found is not None
    assert found.name == "Anderer Kontakt"


def test_hashtags_alone_make_a_set(house: House) -> None:
    id_ = house.stock.library.block_of("#Rathaus #Stadt", "Unsere Hashtags", "#wir")
    assert house.stock.library.blocks.get(id_).form is BlockKind.HASHTAGS
    other = house.stock.library.block_of("Hallo #Stadt", "Gruß")
    assert house.stock.library.blocks.get(other).form is BlockKind.TEXT


def test_a_post_becomes_a_template(house: House) -> None:
    post = house.posts.create("Markt am {Tag}", text="Der Markt öffnet am {Tag}.")
    house.stock.checklists.add(post, ["Termin geprüft"])
    id_ = house.stock.library.template_of(house.posts.get(post), "Wochenmarkt")
    found = house.stock.library.templates.get(id_)
    assert (found.title, found.text, found.checklist) == (
        "Markt am {Tag}",
        "Der Markt öffnet am {Tag}.",
        ("Termin geprüft",),
    )


def test_a_template_keeps_the_language_of_its_text(house: House) -> None:
    post = house.posts.create("Market day", text="The market opens at nine.")
    house.siblings.speak(post, "en")
    id_ = house.stock.library.template_of(house.posts.get(post), "Market")
    assert house.stock.library.templates.get(id_).language == "en"
    assert house.posts.get(house.stock.library.make(id_)).language == "en"
    empty, german = house.posts.create("Neu"), house.posts.create("Markt", text="Der Markt öffnet.")
    for begun in (empty, german):
        house.stock.library.apply(begun, id_)
    assert house.posts.get(empty).language == "en"
    assert house.posts.get(german).language == ""


def test_every_shipped_text_has_whole_gaps_and_no_abbreviation_twice(house: House) -> None:
    for item in house.stock.library.templates.every():
        assert item.text.count("{") == item.text.count("}")
        assert item.checklist, item.id
        assert "(in)" not in item.text
    short = [item.abbreviation for item in house.stock.library.blocks.every() if item.abbreviation]
    assert len(short) == len(set(short))
