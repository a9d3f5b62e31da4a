# SPDX-License-Identifier: EUPL-1.2
"""The next free slot of the channels of a post: by their weekdays and times, around everything that is closed."""

from datetime import date, datetime

import pytest

from kalender.app.house import House
from kalender.domain.refusal import RefusalKind, Refused
from kalender.wording.actions import toast


@pytest.fixture
def weekly(house: House) -> House:
    """Instagram publishes on Tuesdays and Fridays at 17:00, Facebook from Monday to Friday at 10:00. It is Thursday."""
    house.setup.channels.change("instagram", weekdays="25", usual_time="17:00")
    return house


def test_a_slot_lies_on_a_weekday_of_the_channel_at_its_time(weekly: House) -> None:
    assert weekly.slots.next_free(["instagram"]).when == datetime(2026, 12, 4, 17, 0)


def test_the_slot_of_today_counts_while_it_is_still_to_come(weekly: House) -> None:
    assert weekly.slots.next_free(["facebook"]).when == datetime(2026, 12, 4, 10, 0)  # it is 10:42
    weekly.setup.channels.change("facebook", usual_time="16:00")
    assert weekly.slots.next_free(["facebook"]).when == datetime(2026, 12, 3, 16, 0)


def test_a_weekday_can_have_a_time_of_its_own(weekly: House) -> None:
    weekly.setup.channels.change("instagram", weekday_times=("", "", "", "", "11:30", "", ""))
    assert weekly.slots.next_free(["instagram"]).when == datetime(2026, 12, 4, 11, 30)


def test_a_slot_that_is_taken_is_left_out(weekly: House) -> None:
    weekly.posts.create("Schon da", planned=datetime(2026, 12, 4, 16, 30), channels=["instagram"])
    assert weekly.slots.next_free(["instagram"]).when == datetime(2026, 12, 8, 17, 0)


def test_a_post_an_hour_away_or_on_another_channel_takes_no_slot(weekly: House) -> None:
    weekly.posts.create("Eine Stunde davor", planned=datetime(2026, 12, 4, 16, 0), channels=["instagram"])
    weekly.posts.create("Anderswo", planned=datetime(2026, 12, 4, 17, 0), channels=["facebook"])
    assert weekly.slots.next_free(["instagram"]).when == datetime(2026, 12, 4, 17, 0)


def test_a_blackout_of_the_channel_is_skipped_and_one_of_another_is_not(weekly: House) -> None:
    weekly.setup.blackouts.add(
        "Wahl", date(2026, 12, 4), date(2026, 12, 4), reason="Karenz", channels=("facebook",)
    )
    assert weekly.slots.next_free(["instagram"]).when.day == 4
    weekly.setup.blackouts.add("Wahl", date(2026, 12, 4), date(2026, 12, 10), reason="Karenz")
    assert weekly.slots.next_free(["instagram"]).when == datetime(2026, 12, 11, 17, 0)


def test_holidays_and_silent_days_are_skipped_unless_the_plan_wants_them(weekly: House) -> None:
    after = datetime(2027, 3, 23, 18, 0)  # Tuesday before Good Friday, 26 March, a silent holiday
    assert weekly.slots.next_free(["instagram"], after).when == datetime(2027, 3, 30, 17, 0)
    weekly.setup.town.change(slots_on_holidays=True)
    assert weekly.slots.next_free(["instagram"], after).when == datetime(2027, 3, 30, 17, 0)
    weekly.setup.town.change(slots_on_silent=True)
    assert weekly.slots.next_free(["instagram"], after).when == datetime(2027, 3, 26, 17, 0)


def test_several_channels_share_a_day_and_the_first_gives_the_time(weekly: House) -> None:
    slot = weekly.slots.next_free(["instagram", "facebook"])
    assert (slot.when, slot.channel) == (datetime(2026, 12, 4, 10, 0), "facebook")
    weekly.posts.create("Nur Instagram", planned=datetime(2026, 12, 4, 10, 0), channels=["instagram"])
    assert weekly.slots.next_free(["instagram", "facebook"]).when == datetime(2026, 12, 8, 10, 0)


def test_channels_without_a_day_in_common_take_the_days_of_the_first(weekly: House) -> None:
    weekly.setup.channels.change("facebook", weekdays="3")
    assert weekly.slots.next_free(["instagram", "facebook"]).when == datetime(2026, 12, 9, 10, 0)


def test_taking_it_says_which_and_can_be_undone(weekly: House) -> None:
    idea = weekly.posts.create("Blutspende", idea=True, channels=["instagram"])
    (taken,) = weekly.slots.take([idea])
    post = weekly.posts.get(idea)
    assert (post.planned, post.idea, taken.channel) == (datetime(2026, 12, 4, 17, 0), False, "Instagram")
    undo = weekly.desk.can_undo()
    assert undo is not None
    assert toast(undo.code, undo.facts) == "Nächster freier Termin: Fr 4. Dez., 17:00, Instagram"
    weekly.desk.undo()
    assert weekly.posts.get(idea).planned is None


def test_several_posts_take_one_slot_after_the_other_in_one_step(weekly: House) -> None:
    ideas = [weekly.posts.create(f"Idee {number}", idea=True, channels=["instagram"]) for number in range(3)]
    weekly.slots.take(ideas)
    planned = [weekly.posts.get(id_).planned for id_ in ideas]
    assert planned == [datetime(2026, 12, day, 17, 0) for day in (4, 8, 11)]
    weekly.desk.undo()
    assert [weekly.posts.get(id_).planned for id_ in ideas] == [None, None, None]


def test_a_dated_post_does_not_stand_in_its_own_way(weekly: House) -> None:
    post = weekly.posts.create("Umzug", planned=datetime(2026, 12, 4, 17, 0), channels=["instagram"])
    assert weekly.slots.next_of(post).when == datetime(2026, 12, 4, 17, 0)


def test_a_post_without_channels_takes_a_weekday_at_ten(house: House) -> None:
    slot = house.slots.next_free([])
    assert (slot.when, slot.channel) == (datetime(2026, 12, 4, 10, 0), "")


def test_where_nothing_is_free_nothing_is_moved(weekly: House) -> None:
    weekly.setup.blackouts.add("Zu", date(2026, 1, 1), date(2028, 12, 31), reason="geschlossen")
    idea = weekly.posts.create("Blutspende", idea=True, channels=["instagram"])
    with pytest.raises(Refused) as refused:
        weekly.slots.take([idea])
    assert refused.value.kind is RefusalKind.NO_FREE_SLOT
    assert weekly.posts.get(idea).planned is None


def test_who_is_in_the_way_is_named(weekly: House) -> None:
    weekly.posts.create("Schon da", planned=datetime(2026, 12, 4, 17, 0), channels=["instagram"])
    assert weekly.slots.in_the_way(datetime(2026, 12, 4, 17, 30), ["instagram"]) == "Schon da"
    assert weekly.slots.in_the_way(datetime(2026, 12, 4, 18, 0), ["instagram"]) == ""


def test_advent_closes_no_slot_and_christmas_does(weekly: House) -> None:
    assert not weekly.slots.closed(date(2026, 12, 6), ["instagram"])  # a Sunday of Advent
    assert weekly.slots.closed(date(2026, 12, 25), ["instagram"])
