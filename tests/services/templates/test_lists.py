# SPDX-License-Identifier: EUPL-1.2
"""Checklists, and the lists that fields are chosen from."""

import pytest

from kalender.app.house import House
from kalender.domain.journal.record import restore
from kalender.domain.post import Post
from kalender.domain.refusal import Refused


def test_a_tick_says_who_and_when_and_is_taken_back_by_undo(house: House) -> None:
    post = house.posts.create("Markt")
    house.stock.checklists.add(post, ["Termin geprüft", "Bild da", "termin geprüft", "  "])
    first, second = house.posts.get(post).todos
    house.stock.checklists.tick(post, first.id)
    ticked = house.posts.get(post).todos[0]
    assert (ticked.text, ticked.by, ticked.done) == ("Termin geprüft", house.desk.person, True)
    assert ticked.at is not None
    assert ticked.at.replace(second=0) == house.posts.now().replace(second=0, microsecond=0)
    house.desk.undo()
    assert not house.posts.get(post).todos[0].done
    house.stock.checklists.remove(post, second.id)
    assert [item.text for item in house.posts.get(post).todos] == ["Termin geprüft"]


def test_a_tick_is_no_part_of_what_is_approved(house: House) -> None:
    post = house.posts.create("Markt", text="Kommt alle")
    before = house.posts.card(post).digest
    house.stock.checklists.add(post, ["Termin geprüft"])
    house.editing.set_fields(post, groups=("Familien",), not_before="sitzung")
    assert house.posts.card(post).digest == before


def test_a_copy_begins_its_checklist_anew(house: House) -> None:
    post = house.posts.create("Markt")
    house.stock.checklists.add(post, ["Termin geprüft"])
    house.stock.checklists.tick(post, house.posts.get(post).todos[0].id)
    (copy,) = house.posts.duplicate([post])
    assert [(item.text, item.done, item.by) for item in house.posts.get(copy).todos] == [
        ("Termin geprüft", False, "")
    ]


def test_lists_ship_until_the_plan_has_its_own(house: House) -> None:
    assert "Jugendliche" in house.stock.lists.of("groups")
    house.stock.lists.set("groups", ["Alle", " Alle ", "Winzer"])
    assert house.stock.lists.of("groups") == ("Alle", "Winzer")
    house.stock.lists.set("groups", [])
    assert "Jugendliche" in house.stock.lists.of("groups")
    with pytest.raises(Refused):
        house.stock.lists.set("text", ["x"])


def test_what_posts_say_is_offered_again(house: House) -> None:
    first = house.posts.create("Markt")
    house.editing.set_fields(first, contact="Bürgerbüro, 0123 45", groups=("Winzer",), campaign="Advent")
    assert "Bürgerbüro, 0123 45" in house.stock.lists.offers("contact")
    assert house.stock.lists.offers("groups")[-1] == "Winzer"
    second = house.posts.create("Fest")
    house.editing.set_fields(second, contact="Tourismus, 0123 46")
    assert {"Bürgerbüro, 0123 45", "Tourismus, 0123 46"} <= set(house.stock.lists.offers("contact"))
    house.posts.delete([first])
    assert "Advent" not in house.stock.lists.offers("campaign")


def test_a_target_group_is_found(house: House) -> None:
    post = house.posts.create("Markt")
    house.editing.set_fields(post, groups=("Winzerinnen",))
    assert [hit.card.id for hit in house.posts.find("winzerinnen")] == [post]


def test_an_old_post_has_neither_groups_nor_checklist() -> None:
    post = restore(Post, "a", {"title": "Alt"})
    assert (post.groups, post.not_before, post.checklist) == ((), "", ())
