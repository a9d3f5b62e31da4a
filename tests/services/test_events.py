# SPDX-License-Identifier: EUPL-1.2
"""Events: posts around them move along at their clock times; what has left the house stays."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kalender.app.house import House
from kalender.domain.card import Filter
from kalender.domain.chains.events import CHAINS, Anchor, Event, Step, along
from kalender.domain.post import Post, Publication
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.saved_view import SavedView
from kalender.domain.stage import Flag, Stage
from kalender.services.chains.members import Member
from kalender.wording.chains.events import chain, moving, offset
from tests.builders import a_post

FIRST, LAST = date(2026, 12, 15), date(2026, 12, 17)


def a_festival(house: House) -> str:
    id_ = house.events.add("Lichterfest", FIRST, LAST, place="Marktplatz")
    house.events.add_posts(id_, chain(house.events.get(id_), "event"))
    return id_


def members(house: House, id_: str) -> dict[str, Member]:
    return {item.post.title.partition(":")[0]: item for item in house.events.members(id_)}


def days(house: House, id_: str) -> list[date]:
    return [item.post.planned.date() for item in house.events.members(id_) if item.post.planned]


def test_a_chain_lies_round_the_first_and_the_last_day(house: House) -> None:
    id_ = a_festival(house)
    assert days(house, id_) == [date(2026, 12, day) for day in (1, 13, 15, 18)]
    found = members(house, id_)
    assert {item.card.stage for item in found.values()} == {Stage.IDEA}
    assert all(f"{item.post.planned:%H:%M}" == "10:00" for item in found.values())
    assert {item.post.place for item in found.values()} == {"Marktplatz"}
    assert found["Erinnerung"].post.offset == -2


def test_the_same_chain_is_not_made_twice(house: House) -> None:
    id_ = a_festival(house)
    assert house.events.add_posts(id_, chain(house.events.get(id_), "event")) == 0
    assert len(house.events.members(id_)) == 4


def test_the_steps_of_a_campaign_are_spread_over_its_days() -> None:
    campaign = Event(id="c", first=date(2026, 12, 1), last=date(2026, 12, 21))
    assert [step.offset(campaign) for step in CHAINS["campaign"]] == [0, 10, 18, 21]
    assert Step(kind="live", anchor=Anchor.MIDDLE).offset(Event(id="x")) == 0
    assert [offset(at, campaign) for at in (-14, -1, 0, 10, 21)] == [
        "14 Tage vorher", "1 Tag vorher", "am ersten Tag", "am 11. Tag", "1 Tag danach"
    ]  # fmt: skip


def test_posts_move_along_and_one_moved_by_hand_keeps_its_distance(house: House) -> None:
    id_ = a_festival(house)
    found = members(house, id_)
    house.posts.move_to([found["Erinnerung"].post.id], datetime(2026, 12, 12, 8, 15))
    house.posts.to_backlog([found["Rückblick"].post.id])
    effect = house.events.move(id_, FIRST + timedelta(days=3))
    assert (effect.changed, effect.lapses, effect.out) == (3, 0, 0)
    after = members(house, id_)
    assert after["Erinnerung"].post.planned == datetime(2026, 12, 15, 8, 15)
    assert after["Rückblick"].post.planned is None
    event = house.events.get(id_)
    assert (event.first, event.last) == (date(2026, 12, 18), date(2026, 12, 20))
    house.desk.undo()
    assert members(house, id_)["Erinnerung"].post.planned == datetime(2026, 12, 12, 8, 15)
    assert house.events.get(id_).first == FIRST


def test_what_was_published_stays_and_an_approval_that_ends_is_told_before(house: House) -> None:
    id_ = a_festival(house)
    found = members(house, id_)
    live, out = found["Heute"].post.id, found["Ankündigung"].post.id
    house.editing.set_text(live, "Heute beginnt das Lichterfest auf dem Marktplatz.")
    house.editing.set_channels(live, ["facebook"])
    house.posts.to_draft([live])
    house.reviews.request(live)
    house.desk.acting_as("ines")
    house.reviews.approve(live, house.posts.card(live).digest)
    with house.desk.action("post.published") as act:
        act.put(replace(act.get(Post, out), publications=(Publication(id="facebook"),)))
    near = house.events.effect_of_moving(id_, FIRST + timedelta(days=2))
    assert (near.changed, near.lapses, near.out) == (3, 0, 1)
    far = house.events.effect_of_moving(id_, FIRST + timedelta(days=30))
    assert (far.changed, far.lapses, far.out) == (3, 1, 1)
    assert moving(far) == "3 Beiträge rücken mit, 1 Freigabe erlischt, 1 schon exportierter bleibt"
    house.events.move(id_, FIRST + timedelta(days=30))
    assert house.posts.get(out).planned == found["Ankündigung"].post.planned
    assert Flag.APPROVAL_VOID in house.posts.card(live).flags


def test_a_longer_event_moves_nothing_and_another_first_day_does(house: House) -> None:
    id_ = a_festival(house)
    before = days(house, id_)
    house.events.change(id_, last=LAST + timedelta(days=4), title="Lichterfest und Markt")
    assert days(house, id_) == before
    house.events.change(id_, first=FIRST + timedelta(days=1))
    assert days(house, id_) == [day + timedelta(days=1) for day in before]


def test_it_goes_alone_or_with_its_posts(house: House) -> None:
    id_ = a_festival(house)
    house.events.delete(id_)
    assert len(house.posts.cards_between(date(2026, 12, 1), date(2026, 12, 31))) == 4
    assert house.events.all() == []
    house.desk.undo()
    assert house.events.effect_of_deleting(id_, posts=True).gone == 4
    house.events.delete(id_, posts=True)
    assert house.posts.cards_between(date(2026, 12, 1), date(2026, 12, 31)) == []


def test_an_entry_makes_the_same_event_on_every_computer(house: House) -> None:
    made = house.events.add("Stadtlauf", FIRST, FIRST, source="entry@2026-12-15")
    again = house.events.made_from("entry@2026-12-15")
    assert again is not None
    assert again.id == made
    assert house.events.made_from("entry@2026-12-16") is None


def test_what_makes_no_sense_is_refused(house: House) -> None:
    with pytest.raises(Refused) as nameless:
        house.events.add("  ", FIRST, LAST)
    assert nameless.value.kind is RefusalKind.NAME_MISSING
    with pytest.raises(Refused) as turned:
        house.events.add("Fest", LAST, FIRST)
    assert turned.value.kind is RefusalKind.BAD_SPAN


def test_a_post_leaves_its_event_and_a_copy_never_was_in_it(house: House) -> None:
    id_ = a_festival(house)
    post = members(house, id_)["Heute"].post.id
    (copy,) = house.posts.duplicate([post])
    house.events.release(post)
    assert [house.posts.get(item).event for item in (post, copy)] == ["", ""]
    assert len(house.events.members(id_)) == 3


def test_a_move_of_no_days_changes_nothing_and_at_the_end_of_time_neither() -> None:
    post = a_post(planned=datetime(2026, 12, 15, 10, 0), idea=True)
    assert along(post, 0) is post
    assert along(post, 7).idea
    last = a_post(planned=datetime(9999, 12, 31, 10, 0))
    assert along(last, 7) == last


def test_the_plan_is_whole_with_events(house: House) -> None:
    id_ = a_festival(house)
    house.events.move(id_, FIRST + timedelta(days=7))
    house.desk.undo()
    assert house.store.verify().ok


def test_posts_can_be_narrowed_to_those_of_an_event_everywhere(house: House) -> None:
    id_ = a_festival(house)
    house.posts.create("Anderes", planned=datetime(2026, 12, 15, 9))
    only = Filter(events=frozenset({id_}))
    assert len(house.posts.cards_between(date(2026, 12, 1), date(2026, 12, 31), only)) == 4
    assert house.posts.counts(only)[Stage.IDEA] == 4
    assert house.posts.counts(only)[Stage.DRAFT] == 0
    assert len(house.posts.column(Stage.IDEA, only)) == 4
    saved = SavedView(id="v").with_filter(only)
    assert saved.filter == only
