# SPDX-License-Identifier: EUPL-1.2
"""What a person can do with posts: each verb one step, clock times untouched."""

from datetime import date, datetime

import pytest

from kalender.app.house import House
from kalender.domain.card import Filter
from kalender.domain.plan import Blackout
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Flag, Stage

FRIDAY = datetime(2026, 12, 11, 15, 0)


def a_post(house: House, title: str = "Vorlesen", planned: datetime | None = FRIDAY) -> str:
    return house.posts.create(title, planned=planned, text="Wir lesen vor.")


def test_a_drag_keeps_the_clock_and_undo_brings_the_day_back(house: House) -> None:
    post = a_post(house)
    house.posts.move_to_day([post], date(2026, 3, 29))
    assert house.posts.get(post).planned == datetime(2026, 3, 29, 15, 0)
    house.desk.undo()
    assert house.posts.get(post).planned == FRIDAY


def test_an_idea_gets_the_usual_time_and_finds_its_way_back(house: House) -> None:
    idea = house.posts.create("Bauhof", idea=True, channels=["instagram"])
    assert [card.id for card in house.posts.backlog()] == [idea]
    house.posts.move_to_day([idea], date(2026, 12, 17))
    planned = house.posts.get(idea).planned
    assert planned is not None
    assert f"{planned:%H:%M}" == house.plan.channel("instagram").usual_time
    house.posts.to_backlog([idea])
    assert [card.id for card in house.posts.backlog()] == [idea]
    house.desk.undo()
    house.desk.undo()
    assert [card.id for card in house.posts.backlog()] == [idea]


def test_several_posts_move_as_one_step(house: House) -> None:
    posts = [a_post(house, f"Beitrag {number}") for number in range(3)]
    house.posts.shift(posts, 7)
    assert {house.posts.get(post).planned for post in posts} == {datetime(2026, 12, 18, 15, 0)}
    house.desk.undo()
    assert {house.posts.get(post).planned for post in posts} == {FRIDAY}


def test_a_copy_takes_the_content_and_leaves_the_past(house: House) -> None:
    post = a_post(house)
    house.reviews.comment(post, "Schön!")
    house.posts.hold([post], "Trauerfall")
    (copy,) = house.posts.duplicate([post])
    found = house.posts.get(copy)
    assert (found.title, found.text, found.planned) == ("Vorlesen", "Wir lesen vor.", FRIDAY)
    assert (found.comments, found.hold, found.external) == ((), "", "")


def test_holding_needs_a_reason_and_can_be_released(house: House) -> None:
    post = a_post(house)
    with pytest.raises(Refused) as refusal:
        house.posts.hold([post], "  ")
    assert refusal.value.kind is RefusalKind.REASON_MISSING
    house.posts.hold([post], "Trauerfall")
    assert Flag.HELD in house.posts.card(post).flags
    house.posts.release([post])
    assert Flag.HELD not in house.posts.card(post).flags


def test_what_is_deleted_is_gone_from_every_view_and_comes_back(house: House) -> None:
    post = a_post(house)
    house.posts.delete([post])
    assert house.posts.cards_between(date.min, date.max) == []
    assert house.posts.find("Vorlesen") == []
    with pytest.raises(Refused):
        house.posts.card(post)
    house.desk.undo()
    assert house.posts.card(post).title == "Vorlesen"
    assert [hit.card.id for hit in house.posts.find("vorl")] == [post]


def test_a_post_whose_time_has_passed_is_overdue_until_it_is_out(house: House) -> None:
    post = a_post(house, planned=datetime(2026, 12, 3, 10, 41))
    assert [card.id for card in house.posts.overdue()] == [post]
    house.posts.move_to([post], datetime(2026, 12, 3, 10, 43))
    assert house.posts.overdue() == []


def test_unknown_channels_are_refused_and_nothing_is_made(house: House) -> None:
    with pytest.raises(Refused) as refusal:
        house.posts.create("Beitrag", channels=["facebook", "myspace"])
    assert refusal.value.kind is RefusalKind.UNKNOWN_CHANNEL
    assert house.posts.counts() == dict.fromkeys(house.posts.counts(), 0)


def test_counts_and_columns_tell_the_same(house: House) -> None:
    for number in range(5):
        a_post(house, f"Beitrag {number}")
    house.posts.create("Idee", idea=True)
    assert house.posts.counts()[Stage.DRAFT] == 5
    assert len(house.posts.column(Stage.DRAFT, limit=3)) == 3
    assert len(house.posts.column(Stage.DRAFT, limit=3, offset=3)) == 2
    only = Filter(channels=frozenset({"instagram"}))
    assert house.posts.counts(only)[Stage.IDEA] == 0


def test_a_preview_says_what_a_move_would_do_before_it_is_done(house: House) -> None:
    post = a_post(house)
    house.reviews.request(post)
    house.desk.acting_as("ines")
    house.reviews.approve(post, house.reviews.sheet(post).digest)
    near = house.posts.preview_move([post], datetime(2026, 12, 12, 9, 0))
    far = house.posts.preview_move([post], datetime(2027, 2, 12, 9, 0))
    away = house.posts.preview_move([post], None)
    assert (near.had_approval, near.keeps_approval) == (True, True)
    assert (far.keeps_approval, away.keeps_approval) == (False, False)
    assert house.posts.get(post).planned == FRIDAY


def test_posts_brought_to_a_time_keep_their_distance_from_the_first(house: House) -> None:
    lead = a_post(house, "Aufbau", datetime(2026, 12, 7, 9, 0))
    next_day = a_post(house, "Markt", datetime(2026, 12, 8, 8, 20))
    idea = house.posts.create("Idee", idea=True)
    house.posts.move_at([lead, next_day, idea], datetime(2026, 12, 9, 10, 15))
    assert house.posts.get(lead).planned == datetime(2026, 12, 9, 10, 15)
    assert house.posts.get(next_day).planned == datetime(2026, 12, 10, 9, 35)
    assert house.posts.get(idea).planned == datetime(2026, 12, 9, 10, 15)
    house.desk.undo()
    assert house.posts.get(next_day).planned == datetime(2026, 12, 8, 8, 20)
    assert house.posts.get(idea).planned is None


def test_copies_at_a_time_keep_their_distance_and_leave_the_posts_alone(house: House) -> None:
    one = a_post(house, "Aufbau", datetime(2026, 12, 7, 9, 0))
    other = a_post(house, "Markt", datetime(2026, 12, 7, 11, 30))
    copies = house.posts.duplicate([one, other], datetime(2026, 12, 14, 8, 0))
    planned = [house.posts.get(copy).planned for copy in copies]
    assert planned == [datetime(2026, 12, 14, 8, 0), datetime(2026, 12, 14, 10, 30)]
    assert house.posts.get(one).planned == datetime(2026, 12, 7, 9, 0)


def test_a_preview_finds_the_blackout_into_which_a_follower_comes(house: House) -> None:
    with house.desk.action("plan.settings") as act:
        act.put(Blackout(id="wahl", title="Wahl", first=date(2026, 12, 12), last=date(2026, 12, 13)))
    lead = a_post(house, "Aufbau", datetime(2026, 12, 7, 9, 0))
    follower = a_post(house, "Markt", datetime(2026, 12, 8, 9, 0))
    at = datetime(2026, 12, 11, 9, 0)
    assert house.posts.preview_move([lead], at).blackout is None
    found = house.posts.preview_move([lead, follower], at).blackout
    assert found is not None
    assert found.id == "wahl"


def test_a_column_is_read_in_stretches_without_a_gap_or_a_double(house: House) -> None:
    dated = [a_post(house, f"Beitrag {day}", datetime(2026, 12, day, 9)) for day in (9, 7, 8)]
    undated = [house.posts.create(f"Entwurf {number}") for number in range(3)]
    wanted = [dated[1], dated[2], dated[0], *undated]
    for size in (1, 2, 3, 4, 6, 10):
        read = [
            card.id
            for start in range(0, 12, size)
            for card in house.posts.column(Stage.DRAFT, limit=size, offset=start)
        ]
        assert read == wanted, size


def test_several_posts_go_to_review_as_one_step_or_not_at_all(house: House) -> None:
    posts = [a_post(house, f"Beitrag {number}") for number in range(3)]
    undated = a_post(house, "Ohne Tag", planned=None)
    before = house.store.changesets()
    with pytest.raises(Refused) as caught:
        house.reviews.request_all([*posts, undated])
    assert caught.value.kind is RefusalKind.NO_DATE
    assert house.store.changesets() == before
    house.reviews.request_all(posts)
    assert {house.posts.card(post).stage for post in posts} == {Stage.IN_REVIEW}
    house.reviews.withdraw_all(posts)
    assert {house.posts.card(post).stage for post in posts} == {Stage.DRAFT}
    assert house.store.changesets() == before + 2
    house.desk.undo()
    house.desk.undo()
    assert {house.posts.card(post).stage for post in posts} == {Stage.DRAFT}
