# SPDX-License-Identifier: EUPL-1.2
"""Series: which days a rule falls on, what makes way for holidays, and that clock times never move."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from kalender.domain.chains.repeating import Every, Repeat, nth_of
from kalender.domain.chains.series import (
    WHOLE,
    OnHoliday,
    Series,
    Skip,
    ended,
    instance,
    origins,
    place_in,
    post_id,
    reach,
    series_of,
    split,
    total,
    turns,
)
from kalender.domain.days.recurrence import Rule
from kalender.domain.journal.record import flatten, restore
from kalender.domain.post import Todo, Version
from tests.builders import a_post

TUESDAY = datetime(2026, 12, 8, 17, 0)


def a_series(rule: str = "FREQ=WEEKLY;BYDAY=TU", start: datetime = TUESDAY, **fields: object) -> Series:
    """Return a series begun by the post "post"."""
    return replace(series_of(a_post(planned=start, channels=["facebook"]), id_="series", rule=rule), **fields)  # type: ignore[arg-type]  # names of fields


@st.composite
def repeats(draw: st.DrawFn) -> Repeat:
    """Return what the dialog can say."""
    every = draw(st.sampled_from(Every))
    count = draw(st.sampled_from([0, 0, 1, 5, 14]))
    repeat = Repeat(every=every, interval=draw(st.integers(1, 4)), count=count)
    if every is Every.WEEK:
        days = tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1))))
        return replace(repeat, weekdays=days)
    if every is Every.MONTH and draw(st.booleans()):
        return replace(repeat, nth=draw(st.sampled_from([1, 2, 3, 4, -1])), weekday=draw(st.integers(0, 6)))
    if every is Every.MONTH:
        return replace(repeat, month_day=draw(st.sampled_from([1, 15, 29, 31, -1])))
    return repeat


STARTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


@given(repeats(), STARTS)
def test_the_days_are_those_dateutil_finds_with_the_start_before_them(
    repeat: Repeat, start: datetime
) -> None:
    series = a_series(repeat.text, start)
    last = start.date() + timedelta(days=500)
    found = list(origins(series, last))
    without_count = replace(repeat, count=0).text
    known = rrulestr(without_count, dtstart=start).between(start, datetime.combine(last, time.max), inc=True)
    expected = sorted({start.date(), *(at.date() for at in known)})
    assert found == (expected[: repeat.count] if repeat.count else expected)


@given(repeats(), STARTS)
def test_a_repeat_comes_back_from_its_rule(repeat: Repeat, start: datetime) -> None:
    assert Repeat.of(Rule.parse(repeat.text), start) == (
        repeat
        if repeat.every is not Every.WEEK or repeat.weekdays
        else replace(repeat, weekdays=(start.weekday(),))
    )


@given(repeats(), STARTS, st.sampled_from(OnHoliday), st.sets(st.integers(0, 400), max_size=12))
def test_every_post_keeps_the_clock_time_and_no_two_share_a_day(
    repeat: Repeat, start: datetime, how: OnHoliday, free: set[int]
) -> None:
    series = a_series(repeat.text, start, on_holiday=how)
    off = {start.date() + timedelta(days=day) for day in free}
    found = turns(series, start.date() + timedelta(days=400), off.__contains__)
    assert {turn.planned.time() for turn in found} == {start.time()}
    days = [turn.planned.date() for turn in found]
    assert len(days) == len(set(days))
    assert all(instance(series, turn).planned == turn.planned for turn in found)
    moved = [turn for turn in found if turn.planned.date() != turn.origin]
    assert all(turn.origin in off and turn.planned.date() not in off for turn in moved)
    if how is not OnHoliday.KEEP:
        assert all(turn.planned.date() not in off for turn in found if turn.origin != start.date())


@given(
    repeats(),
    STARTS,
    st.sampled_from(OnHoliday),
    st.sets(st.integers(0, 200), max_size=8),
    st.integers(0, 300),
)
def test_looking_farther_ahead_changes_nothing_nearer(
    repeat: Repeat, start: datetime, how: OnHoliday, free: set[int], reaching: int
) -> None:
    series = a_series(repeat.text, start, on_holiday=how)
    off = {start.date() + timedelta(days=day) for day in free}
    near = turns(series, start.date() + timedelta(days=reaching), off.__contains__)
    far = turns(series, start.date() + timedelta(days=400), off.__contains__)
    assert near == far[: len(near)]


@given(repeats(), STARTS, st.integers(1, 30))
def test_a_series_that_is_split_falls_on_the_same_days_and_its_posts_keep_their_names(
    repeat: Repeat, start: datetime, at: int
) -> None:
    series = a_series(repeat.text, start)
    last = start.date() + timedelta(days=400)
    whole = turns(series, last)
    if at >= len(whole):
        return
    here = whole[at]
    first = instance(series, here)
    before, after = split(series, here.origin, first)
    assert turns(before, last) + turns(after, last) == whole
    parts = [*(post_id(before, turn.origin) for turn in turns(before, last))]
    parts += [post_id(after, turn.origin) for turn in turns(after, last)]
    assert parts == [post_id(series, turn.origin) for turn in whole]


def test_nine_o_clock_stays_nine_over_both_nights_of_daylight_saving() -> None:
    series = a_series("FREQ=DAILY", datetime(2027, 3, 20, 9, 0))
    found = turns(series, date(2027, 11, 10))
    assert len(found) == 236
    assert all(turn.planned.time() == time(9) for turn in found)


def test_a_holiday_is_left_out_or_makes_way_to_the_nearest_working_day() -> None:
    friday = datetime(2026, 12, 18, 10, 0)
    christmas = {date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)}
    found = {
        how: [turn.planned.date() for turn in turns(a_series("FREQ=WEEKLY;BYDAY=FR", friday, on_holiday=how),
                                                    date(2027, 1, 8), christmas.__contains__)]
        for how in OnHoliday
    }  # fmt: skip
    first, last = date(2026, 12, 18), date(2027, 1, 8)
    assert found[OnHoliday.KEEP] == [first, date(2026, 12, 25), date(2027, 1, 1), last]
    assert found[OnHoliday.SKIP] == [first, last]
    assert found[OnHoliday.BEFORE] == [first, date(2026, 12, 24), date(2026, 12, 31), last]
    assert found[OnHoliday.AFTER] == [first, date(2026, 12, 28), date(2027, 1, 4), last]


def test_a_version_with_a_time_of_its_own_keeps_its_distance() -> None:
    post = a_post(planned=TUESDAY)
    post = post.with_version(Version(id="facebook", planned=TUESDAY + timedelta(days=1, hours=1)))
    series = series_of(post, id_="series", rule="FREQ=WEEKLY")
    third = instance(series, turns(series, date(2026, 12, 31))[2])
    assert third.planned == datetime(2026, 12, 22, 17, 0)
    assert third.versions[0].planned == datetime(2026, 12, 23, 18, 0)


def test_a_series_with_a_near_end_is_made_as_a_whole_and_one_without_for_six_months() -> None:
    today = date(2026, 12, 3)
    assert reach(a_series("FREQ=WEEKLY;COUNT=40"), today) == date(2027, 9, 7)
    assert reach(a_series("FREQ=WEEKLY"), today) == date(2027, 6, 30)
    assert reach(a_series(f"FREQ=DAILY;COUNT={WHOLE + 1}"), today) == date(2027, 6, 30)


def test_which_of_how_many_leaves_exceptions_out() -> None:
    series = a_series("FREQ=WEEKLY;COUNT=14", skips=(Skip(id="2026-12-15"),))
    assert place_in(series, date(2026, 12, 22)) == (2, 13)
    assert place_in(series, date(2026, 12, 15)) == (0, 13)
    assert place_in(a_series(), date(2026, 12, 22)) == (3, None)
    assert total(series) == 13


def test_an_end_leaves_the_days_before_it_as_they_were() -> None:
    series = ended(a_series("FREQ=WEEKLY;COUNT=14"), date(2026, 12, 22))
    assert list(origins(series, date.max)) == [date(2026, 12, day) for day in (8, 15, 22)]


@settings(max_examples=50)
@given(repeats(), STARTS, st.sets(st.dates(date(2026, 1, 1), date(2027, 1, 1)), max_size=4))
def test_a_series_comes_back_from_the_journal(repeat: Repeat, start: datetime, skipped: set[date]) -> None:
    series = a_series(repeat.text, start, skips=tuple(Skip(id=day.isoformat()) for day in sorted(skipped)))
    assert restore(Series, series.id, flatten(series)) == series


def test_the_last_weekday_of_a_month_is_named_so() -> None:
    assert [nth_of(date(2026, 12, day)) for day in (1, 8, 15, 22, 29)] == [1, 2, 3, 4, -1]


def test_a_post_makes_no_way_to_a_day_of_its_series_that_is_not_made_yet() -> None:
    friday = datetime(2026, 12, 18, 10, 0)
    series = a_series("FREQ=WEEKLY;BYDAY=MO,FR", friday, on_holiday=OnHoliday.AFTER)
    christmas = {date(2026, 12, 25)}
    found = [turn.planned.date() for turn in turns(series, date(2026, 12, 25), christmas.__contains__)]
    assert found == [date(2026, 12, 18), date(2026, 12, 21)]


def test_each_post_of_a_series_begins_its_checklist_anew() -> None:
    todo = Todo(id="a", text="Termin geprüft", by="anna", at=TUESDAY)
    first = replace(a_post(planned=TUESDAY), checklist=(todo,), groups=("Familien",))
    series = series_of(first, id_="series", rule="FREQ=WEEKLY;COUNT=2")
    assert restore(Series, "series", flatten(series)) == series
    last = turns(series, date(2027, 1, 1))[-1]
    post = instance(series, last)
    assert [(item.text, item.done, item.by) for item in post.checklist] == [("Termin geprüft", False, "")]
    assert post.groups == ("Familien",)
