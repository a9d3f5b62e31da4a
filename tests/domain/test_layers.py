# SPDX-License-Identifier: EUPL-1.2
"""A promise of so many posts a week is kept, or there is a gap."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.days.layers import Gap, gaps, longest_pause

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


def december(*days: int) -> list[date]:
    return [date(2026, 12, day) for day in days]


def spans(per_week: int, days: list[date]) -> list[tuple[int, int]]:
    return [(gap.first.day, gap.last.day) for gap in gaps("instagram", per_week, days, FIRST, LAST)]


def test_nine_days_without_a_post_break_the_promise_of_two_a_week() -> None:
    (gap,) = gaps("instagram", 2, december(3, 7, 11, 21, 24, 28), FIRST, LAST)
    assert gap == Gap(channel="instagram", per_week=2, first=date(2026, 12, 12), last=date(2026, 12, 20))
    assert gap.days == 9
    assert gap.middle == date(2026, 12, 16)


def test_a_week_with_both_posts_early_is_no_gap_yet() -> None:
    assert spans(2, december(1, 2, 9, 10, 16, 17, 24, 25)) == []


@pytest.mark.parametrize(("per_week", "pause"), [(1, 13), (2, 6), (3, 4), (5, 2), (7, 1), (14, 0)])
def test_the_pause_a_promise_allows(per_week: int, pause: int) -> None:
    assert longest_pause(per_week) == pause


def test_without_a_promise_nothing_is_missing() -> None:
    assert spans(0, []) == []


def test_nothing_planned_at_all_is_one_gap() -> None:
    assert spans(1, []) == [(1, 31)]


def test_a_pause_that_began_before_counts_whole() -> None:
    assert spans(1, [date(2026, 11, 20), *december(5, 15, 25)]) == [(1, 4)]
    assert spans(1, [date(2026, 11, 26), *december(5, 15, 25)]) == []


def test_a_post_after_the_stretch_ends_the_last_gap() -> None:
    assert spans(2, [*december(1, 6, 11, 16, 21, 26), date(2027, 1, 2)]) == []
    assert spans(2, [*december(1, 6, 11, 16, 21, 24), date(2027, 1, 5)]) == [(25, 31)]


@given(st.lists(st.integers(-20, 60)), st.integers(1, 14), st.integers(0, 45))
def test_gaps_hold_no_post_lie_inside_and_do_not_touch(
    offsets: list[int], per_week: int, length: int
) -> None:
    last = FIRST + timedelta(days=length)
    days = [FIRST + timedelta(days=offset) for offset in offsets]
    found = gaps("x", per_week, days, FIRST, last)
    for gap in found:
        assert FIRST <= gap.first <= gap.last <= last
        assert gap.first <= gap.middle <= gap.last
        assert not [day for day in days if gap.first <= day <= gap.last]
    assert all(earlier.last < later.first for earlier, later in itertools.pairwise(found))
