# SPDX-License-Identifier: EUPL-1.2
"""Moving a post keeps clock times; nights of changing clocks are no exception."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.journal.position import between
from kalender.domain.post import Post, Version

days = st.dates(min_value=date(2024, 1, 1), max_value=date(2035, 12, 31))
clocks = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@given(days, clocks, days)
def test_a_drag_to_another_day_keeps_the_clock(day: date, clock: time, target: date) -> None:
    post = Post(id="p", planned=datetime.combine(day, clock))
    moved = post.moved_to_day(target)
    assert moved.planned == datetime.combine(target, clock)


@pytest.mark.parametrize("target", [date(2026, 3, 29), date(2026, 10, 25)])
def test_nine_stays_nine_in_the_nights_of_changing_clocks(target: date) -> None:
    post = Post(id="p", planned=datetime(2026, 6, 1, 9, 0))
    assert post.moved_to_day(target).planned == datetime.combine(target, time(9))


@given(days, clocks, clocks, days)
def test_a_version_with_an_own_time_moves_by_the_same_days(
    day: date, clock: time, own: time, target: date
) -> None:
    planned = datetime.combine(day, clock)
    later = datetime.combine(day + timedelta(days=2), own)
    post = Post(
        id="p", planned=planned, versions=(Version(id="website", planned=later), Version(id="facebook"))
    )
    moved = post.moved_to_day(target)
    assert moved.versions[0].planned == datetime.combine(target + timedelta(days=2), own)
    assert moved.versions[1].planned is None


def test_the_way_to_the_backlog_loses_the_date_only() -> None:
    post = Post(id="p", title="Bauhof", text="Text", planned=datetime(2026, 12, 4, 17), topic="bauen")
    idea = post.to_backlog()
    assert (idea.planned, idea.idea) == (None, True)
    assert (idea.title, idea.text, idea.topic) == (post.title, post.text, post.topic)


def test_an_undated_post_needs_a_time() -> None:
    with pytest.raises(ValueError, match="needs a time"):
        Post(id="p").moved_to_day(date(2026, 12, 4))


@given(st.lists(st.integers(min_value=0, max_value=10**6), max_size=60))
def test_there_is_always_a_place_between_two_positions(choices: list[int]) -> None:
    keys: list[str] = []
    for choice in choices:
        place = choice % (len(keys) + 1)
        low = keys[place - 1] if place else ""
        high = keys[place] if place < len(keys) else ""
        key = between(low, high)
        assert low < key
        assert not high or key < high
        keys.insert(place, key)
