# SPDX-License-Identifier: EUPL-1.2
"""Series: real posts made ahead, each with its own approval; what a change would do is told before it is done."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.chains.series import OnHoliday, Series, instance, series_of, turns
from kalender.domain.plan import Channel
from kalender.domain.post import Post, Publication
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Flag, Stage
from kalender.services.chains.changing import Scope
from kalender.services.chains.members import Effect, Member
from tests import builders
from tests.replicas import Replica

TUESDAY = datetime(2026, 12, 8, 17, 0)
WEEKLY = "FREQ=WEEKLY;BYDAY=TU"


def a_post(house: House, planned: datetime | None = TUESDAY) -> str:
    return house.posts.create(
        "Wochenmarkt", planned=planned, text="Heute ist Wochenmarkt.", channels=["facebook"]
    )


def a_series(house: House, rule: str = f"{WEEKLY};COUNT=5") -> list[Member]:
    """Return the posts of a series of five Tuesdays."""
    return house.series.members(house.series.add(a_post(house), rule))


def days(members: list[Member]) -> list[date]:
    return [item.post.planned.date() for item in members if item.post.planned]


def approve(house: House, id_: str) -> None:
    house.reviews.request(id_)
    house.desk.acting_as("ines")
    house.reviews.approve(id_, house.posts.card(id_).digest)
    house.desk.acting_as("katrin")


def test_the_posts_of_a_series_are_drafts_with_its_content_and_no_approval(house: House) -> None:
    first = a_post(house)
    approve(house, first)
    series = house.series.add(first, f"{WEEKLY};COUNT=5")
    members = house.series.members(series)
    assert days(members) == [date(2026, 12, day) for day in (8, 15, 22, 29)] + [date(2027, 1, 5)]
    assert [item.card.stage for item in members] == [Stage.APPROVED] + [Stage.DRAFT] * 4
    assert {item.post.text for item in members} == {"Heute ist Wochenmarkt."}
    assert {item.post.planned.time() for item in members if item.post.planned} == {time(17)}
    assert [house.series.place(item.post) for item in members] == [(n, 5) for n in range(1, 6)]
    assert all(item.card.series == series for item in members)


def test_a_series_is_one_step_and_undo_takes_all_of_it_back(house: House) -> None:
    members = a_series(house)
    house.desk.undo()
    assert house.series.all() == []
    assert [card.id for card in house.posts.cards_between(date(2026, 12, 1), date(2027, 2, 1))] == [
        members[0].post.id
    ]
    assert house.posts.get(members[0].post.id).series == ""


def test_what_has_no_date_or_belongs_to_a_series_begins_none(house: House) -> None:
    with pytest.raises(Refused) as undated:
        house.series.add(a_post(house, None), WEEKLY)
    assert undated.value.kind is RefusalKind.SERIES_UNDATED
    with pytest.raises(Refused) as again:
        house.series.add(a_series(house)[1].post.id, WEEKLY)
    assert again.value.kind is RefusalKind.IN_SERIES
    with pytest.raises(Refused) as unread:
        house.series.add(a_post(house), "jeden Dienstag")
    assert unread.value.kind is RefusalKind.BAD_RULE
    with pytest.raises(Refused) as twice_a_day:
        house.series.add(a_post(house), "FREQ=DAILY;BYHOUR=9,17")
    assert twice_a_day.value.kind is RefusalKind.BAD_RULE


def test_an_endless_series_is_made_for_six_months_and_topped_up_later(house: House) -> None:
    members = a_series(house, WEEKLY)
    assert days(members)[-1] == date(2027, 6, 29)
    assert not house.series.due()
    house.clock.set(datetime(2027, 1, 4, 8, 0))  # type: ignore[attr-defined]  # the clock of tests
    assert house.series.due()
    assert house.series.top_up() == 4
    assert days(house.series.members(members[0].post.series))[-1] == date(2027, 7, 27)
    assert house.series.top_up() == 0
    house.desk.undo()
    assert days(house.series.members(members[0].post.series))[-1] == date(2027, 6, 29)


def test_a_deleted_post_does_not_come_back_unless_it_is_wanted(house: House) -> None:
    members = a_series(house, WEEKLY)
    gone = members[2].post
    house.posts.delete([gone.id])
    assert house.series.top_up() == 0
    assert house.series.top_up(again=True) == 1
    assert house.posts.get(gone.id).planned == gone.planned
    house.series.delete(gone.id, Scope.THIS)
    assert house.series.top_up(again=True) == 0


def test_a_post_that_was_moved_keeps_its_day_of_the_rule(house: House) -> None:
    members = a_series(house)
    house.posts.move_to_day([members[1].post.id], date(2026, 12, 17))
    moved = house.posts.get(members[1].post.id)
    assert (moved.planned, moved.origin) == (datetime(2026, 12, 17, 17, 0), date(2026, 12, 15))
    assert house.series.place(moved) == (2, 5)
    assert house.series.top_up() == 0


def test_a_paused_series_makes_nothing_until_it_goes_on(house: House) -> None:
    series = a_series(house, WEEKLY)[0].post.series
    house.series.pause(series)
    house.clock.set(datetime(2027, 1, 4, 8, 0))  # type: ignore[attr-defined]  # the clock of tests
    assert house.series.top_up() == 0
    house.series.pause(series, paused=False)
    assert days(house.series.members(series))[-1] == date(2027, 7, 27)


def test_text_is_carried_over_to_those_that_follow_and_they_go_on_alone(house: House) -> None:
    members = a_series(house)
    old = members[0].post.series
    third = members[2].post.id
    house.editing.set_text(third, "Ab heute mit Glühwein.")
    effect = house.series.spread_over(third, Scope.FOLLOWING, {"text"})
    assert effect == Effect(changed=2)
    later = house.posts.get(third).series
    assert later != old
    assert [item.post.text for item in house.series.members(old)] == ["Heute ist Wochenmarkt."] * 2
    assert [item.post.text for item in house.series.members(later)] == ["Ab heute mit Glühwein."] * 3
    assert [house.series.place(item.post) for item in house.series.members(later)] == [(1, 3), (2, 3), (3, 3)]
    house.desk.undo()
    assert len(house.series.members(old)) == 5
    assert house.posts.get(members[3].post.id).text == "Heute ist Wochenmarkt."


def test_another_clock_time_for_all_leaves_those_that_were_set_by_hand(house: House) -> None:
    members = a_series(house)
    ids = [item.post.id for item in members]
    house.posts.move_to([ids[3]], datetime(2026, 12, 29, 8, 30))
    house.posts.move_to([ids[1]], datetime(2026, 12, 15, 9, 0))
    effect = house.series.effect_of_spreading(ids[1], Scope.ALL, {"time"})
    house.series.spread_over(ids[1], Scope.ALL, {"time"})
    found = [house.posts.get(id_).planned for id_ in ids]
    assert [f"{at:%H:%M}" for at in found if at] == ["09:00", "09:00", "09:00", "08:30", "09:00"]
    assert (effect.changed, effect.own) == (3, 1)
    series = house.series.get(members[0].post.series)
    assert series.start == datetime(2026, 12, 8, 9, 0)


def test_what_was_approved_stays_or_lapses_as_it_is_said(house: House) -> None:
    members = a_series(house)
    ids = [item.post.id for item in members]
    approve(house, ids[3])
    house.editing.set_text(ids[1], "Neu.")
    careful = house.series.effect_of_spreading(ids[1], Scope.ALL, {"text"})
    assert (careful.changed, careful.spared, careful.lapses) == (3, 1, 0)
    bold = house.series.effect_of_spreading(ids[1], Scope.ALL, {"text"}, spare=False)
    assert (bold.changed, bold.spared, bold.lapses) == (4, 0, 1)
    house.series.spread_over(ids[1], Scope.ALL, {"text"}, spare=False)
    assert Flag.APPROVAL_VOID in house.posts.card(ids[3]).flags


def test_what_is_published_is_never_rewritten(house: House) -> None:
    members = a_series(house)
    ids = [item.post.id for item in members]
    approve(house, ids[0])
    with house.desk.action("post.published") as act:
        out = Publication(id="facebook", digest=house.posts.card(ids[0]).digest, at=TUESDAY)
        act.put(replace(act.get(Post, ids[0]), publications=(out,)))
    house.editing.set_text(ids[1], "Neu.")
    effect = house.series.spread_over(ids[1], Scope.ALL, {"text"}, spare=False)
    assert (effect.changed, effect.out) == (3, 1)
    assert house.posts.get(ids[0]).text == "Heute ist Wochenmarkt."
    gone = house.series.effect_of_deleting(ids[1], Scope.ALL)
    assert (gone.gone, gone.out) == (4, 1)


def test_deleting_those_that_follow_ends_the_series_before_them(house: House) -> None:
    members = a_series(house)
    series = members[0].post.series
    effect = house.series.delete(members[2].post.id, Scope.FOLLOWING)
    assert effect.gone == 3
    assert days(house.series.members(series)) == [date(2026, 12, 8), date(2026, 12, 15)]
    assert house.series.place(members[1].post) == (2, 2)
    assert house.series.top_up(again=True) == 0
    house.desk.undo()
    assert len(house.series.members(series)) == 5


def test_deleting_all_takes_the_series_away(house: House) -> None:
    members = a_series(house)
    house.series.delete(members[3].post.id, Scope.ALL)
    assert house.series.all() == []
    assert house.posts.cards_between(date(2026, 12, 1), date(2027, 2, 1)) == []


def test_a_series_ends_with_a_day(house: House) -> None:
    members = a_series(house, WEEKLY)
    series = members[0].post.series
    told = house.series.effect_of_end(series, date(2026, 12, 31))
    assert house.series.end(series, date(2026, 12, 31)) == told
    assert days(house.series.members(series))[-1] == date(2026, 12, 29)
    assert told.gone == len(members) - 4


def test_another_rule_moves_nothing_that_still_fits_and_keeps_what_is_approved(house: House) -> None:
    members = a_series(house)
    series = members[0].post.series
    approve(house, members[1].post.id)
    effect, outlook = house.series.effect_of_rule(
        series, "FREQ=WEEKLY;INTERVAL=2;COUNT=4", OnHoliday.KEEP, ()
    )
    assert (effect.gone, effect.spared, effect.made) == (1, 1, 1)
    assert [turn.origin for turn in outlook.turns] == [
        date(2026, 12, 8), date(2026, 12, 22), date(2027, 1, 5), date(2027, 1, 19)
    ]  # fmt: skip
    house.series.change_rule(series, "FREQ=WEEKLY;INTERVAL=2;COUNT=4", OnHoliday.KEEP, ())
    assert days(house.series.members(series)) == [
        date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 22), date(2027, 1, 5), date(2027, 1, 19)
    ]  # fmt: skip
    assert house.series.place(house.posts.get(members[1].post.id)) == (0, 4)


def test_a_holiday_makes_way_in_the_land_of_the_plan(house: House) -> None:
    post = a_post(house, datetime(2026, 12, 18, 10, 0))
    outlook = house.series.preview(post, "FREQ=WEEKLY;COUNT=4", OnHoliday.BEFORE)
    assert [turn.planned.date() for turn in outlook.turns] == [
        date(2026, 12, 18), date(2026, 12, 24), date(2026, 12, 31), date(2027, 1, 8)
    ]  # fmt: skip
    skipping = house.series.preview(post, "FREQ=WEEKLY;COUNT=4", OnHoliday.SKIP)
    assert (len(skipping.turns), skipping.of) == (2, 2)


def test_a_post_can_leave_its_series_and_its_copy_never_was_in_it(house: House) -> None:
    members = a_series(house)
    (copy,) = house.posts.duplicate([members[1].post.id])
    assert house.posts.get(copy).series == ""
    house.series.release(members[1].post.id)
    released = house.posts.get(members[1].post.id)
    assert (released.series, released.planned) == ("", members[1].post.planned)
    assert house.series.top_up(again=True) == 0
    assert house.series.place(house.posts.get(members[2].post.id)) == (2, 4)


def test_the_plan_is_whole_after_all_this(house: House) -> None:
    members = a_series(house)
    house.series.spread_over(members[2].post.id, Scope.FOLLOWING, {"title"})
    house.series.delete(members[4].post.id, Scope.THIS)
    house.desk.undo()
    assert house.store.verify().ok


def test_a_channel_of_one_goes_to_all(house: House) -> None:
    members = a_series(house)
    house.editing.set_channels(members[1].post.id, ["facebook", "instagram"])
    house.series.spread_over(members[1].post.id, Scope.ALL, {"channels"})
    assert {item.card.channels for item in house.series.members(members[0].post.series)} == {
        ("facebook", "instagram")
    }
    assert isinstance(house.plan.channel("instagram"), Channel)


def test_two_computers_that_both_top_up_make_one_post_and_agree(tmp_path: Path) -> None:
    here, there = (Replica(tmp_path / name, name, builders.a_clock()) for name in ("a", "b"))
    first = builders.a_post("first", planned=TUESDAY, channels=["facebook"], text="Markt")
    series = series_of(first, id_="series", rule=WEEKLY)
    with here.desk.action("series.added") as act:
        act.put(series)
        act.put(replace(first, series="series", origin=TUESDAY.date()))
    there.take(here.give().values())
    for computer in (here, there):
        found = computer.file.get(Series, "series")
        assert found is not None
        with computer.desk.action("series.topped_up") as act:
            for turn in turns(found, date(2027, 1, 31))[1:]:
                act.put(instance(found, turn))
    for _ in range(2):
        here.take(there.give().values())
        there.take(here.give().values())
    for computer in (here, there):
        ids = computer.file.posts_using("series/series")
        assert len(ids) == 8
        assert all(computer.file.merged(f"post/{id_}").clean for id_ in ids)  # type: ignore[union-attr]  # they are there
    here.file.close()
    there.file.close()
