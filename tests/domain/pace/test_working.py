# SPDX-License-Identifier: EUPL-1.2
"""Working days of a town hall: weekends, holidays of the Land, days on which it is closed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.pace.working import Closed, OfficeDays

CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1), date(2027, 1, 6)}


def office(*closed: str) -> OfficeDays:
    return OfficeDays(
        lambda year: {day for day in CHRISTMAS if day.year == year}, [Closed.parse(item) for item in closed]
    )


def test_days_are_counted_backwards_over_a_weekend() -> None:
    assert office().back(date(2026, 12, 8), 1) == date(2026, 12, 7)
    assert office().back(date(2026, 12, 8), 2) == date(2026, 12, 4)


def test_a_post_on_a_sunday_counts_from_the_friday_before() -> None:
    assert office().back(date(2026, 12, 13), 1) == date(2026, 12, 11)


def test_christmas_and_epiphany_are_no_working_days() -> None:
    assert office().back(date(2027, 1, 7), 1) == date(2027, 1, 5)
    assert office().back(date(2026, 12, 28), 1) == date(2026, 12, 24)
    assert office().back(date(2027, 1, 4), 2) == date(2026, 12, 30)


def test_a_town_hall_closed_between_the_years_works_neither_before_nor_after_new_year() -> None:
    closed = office("12-24/01-01")
    assert closed.back(date(2027, 1, 7), 2) == date(2027, 1, 4)
    assert closed.back(date(2027, 1, 7), 3) == date(2026, 12, 23)


def test_the_last_day_that_falls_due_is_the_one_before_which_no_further_working_day_lies() -> None:
    days = office("12-24/12-31")
    for start in range(60):
        day = date(2026, 12, 1) + timedelta(days=start)
        for count in (1, 2, 5):
            last = days.forward(day, count)
            assert days.back(last, count) <= day
            assert days.back(last + timedelta(days=1), count) > day


def test_an_office_closed_for_ever_still_gives_an_answer() -> None:
    assert office("01-01/12-31").back(date(2026, 12, 8), 3) == date(2026, 12, 3)


def test_nothing_is_counted_beyond_the_ends_of_time() -> None:
    assert office().back(date.min, 3) == date.min
    assert office().forward(date.max, 3) == date.max


@pytest.mark.parametrize(
    "text", ["", "24.12.", "12-32", "13-01", "2026-02-30", "2026-05-16/2026-05-15", "12-24/2026-12-31"]
)
def test_what_is_no_stretch_of_days_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"month|no stretch"):
        Closed.parse(text)


def test_closed_days_of_one_year_are_open_in_the_next() -> None:
    bridge = Closed.parse("2026-05-15")
    assert bridge.covers(date(2026, 5, 15))
    assert not bridge.covers(date(2027, 5, 15))


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 20), st.integers(1, 20))
def test_two_counts_are_one_and_a_later_post_is_never_due_earlier(day: date, first: int, more: int) -> None:
    days = office("12-24/12-31", "2026-05-15")
    assert days.back(day, first + more) == days.back(days.back(day, more), first)
    assert days.back(day, first) <= days.back(day + timedelta(days=1), first)
    assert days.works(days.back(day, more))
    assert days.back(days.back(day, 0), 0) == days.back(day, 0)
