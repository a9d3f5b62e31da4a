# SPDX-License-Identifier: EUPL-1.2
"""The week by the hour: nothing is painted over anything, every post is there or counted, the wall clock holds."""

import itertools
from datetime import date, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from kalender.domain.days.clocks import shown_by_clocks
from kalender.domain.days.week import (
    HOURS,
    STEP,
    WHOLE,
    Box,
    DayPlan,
    Measures,
    at_minute,
    minute_of,
    nudged,
    pack_day,
    skipped,
    slot_of,
    week_of,
)

M = Measures()
BERLIN = "Europe/Berlin"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)

times = st.lists(st.integers(0, WHOLE - 1), max_size=60).map(sorted)
crowds = st.lists(st.integers(9 * 60, 11 * 60), max_size=80).map(sorted)
widths = st.integers(40, 400)
measures = st.builds(
    Measures,
    hour=st.integers(20, 120),
    row=st.integers(12, 48),
    one=st.integers(48, 82),
    two=st.integers(82, 112),
    gap=st.integers(0, 4),
    least=st.integers(24, 120),
    pill=st.integers(16, 39),
)


def meet(one: Box, other: Box) -> bool:
    return not one.beside(other) and one.top < other.bottom and other.top < one.bottom


def drawn(plan: DayPlan) -> list[Box]:
    return [box for box in plan.boxes if box is not None] + [pill.box for pill in plan.pills]


@given(times | crowds, widths, measures)
@example([600, 600], 150, M)
@example([1439] * 3, 150, M)
def test_no_two_things_are_painted_over_one_another(minutes: list[int], width: int, sizes: Measures) -> None:
    boxes = sorted(drawn(pack_day(minutes, width=width, measures=sizes)), key=lambda box: box.top)
    for at, box in enumerate(boxes):
        assert not [other for other in boxes[at + 1 :] if meet(box, other)]


@given(times | crowds, widths, measures)
def test_every_post_is_shown_once_or_counted_once(minutes: list[int], width: int, sizes: Measures) -> None:
    plan = pack_day(minutes, width=width, measures=sizes)
    shown = [at for at, box in enumerate(plan.boxes) if box is not None]
    counted = [at for pill in plan.pills for at in pill.posts]
    assert sorted([*shown, *counted]) == list(range(len(minutes)))


@given(times | crowds, widths, measures)
def test_everything_lies_inside_the_day_and_can_be_seen(
    minutes: list[int], width: int, sizes: Measures
) -> None:
    for box in drawn(pack_day(minutes, width=width, measures=sizes)):
        assert box.height >= sizes.row
        assert box.width >= 1
        assert box.left >= 0
        assert box.right <= width
        assert box.top >= 0
        assert box.bottom <= HOURS * sizes.hour


@given(times | crowds, st.integers(100, 400))
def test_what_is_shown_can_be_read_and_begins_at_its_time(minutes: list[int], width: int) -> None:
    plan = pack_day(minutes, width=width, measures=M)
    last = HOURS * M.hour - M.row
    for minute, box in zip(minutes, plan.boxes, strict=True):
        if box is not None:
            assert box.width >= M.least
            assert box.top == min(minute * M.hour // 60, last)


@given(times | crowds, widths)
def test_the_earlier_one_stands_to_the_left_or_above(minutes: list[int], width: int) -> None:
    boxes = [box for box in pack_day(minutes, width=width, measures=M).boxes if box is not None]
    assert [box.top for box in boxes] == sorted(box.top for box in boxes)
    same = [(one, other) for one, other in itertools.pairwise(boxes) if one.top == other.top]
    assert all(one.left < other.left for one, other in same)


@given(times | crowds, widths)
def test_a_post_more_at_the_end_moves_none_that_it_does_not_meet(minutes: list[int], width: int) -> None:
    early = [minute for minute in minutes if minute < 20 * 60]
    before = pack_day(early, width=width, measures=M)
    after = pack_day([*early, 23 * 60], width=width, measures=M)
    assert after.boxes[:-1] == before.boxes
    assert after.pills == before.pills


def test_two_posts_at_one_minute_stand_side_by_side() -> None:
    one, other = pack_day([600, 600], width=150, measures=M).boxes
    assert one is not None
    assert other is not None
    assert (one.top, one.right + M.gap) == (other.top, other.left)


@given(widths, st.integers(0, WHOLE - 1))
def test_two_posts_at_one_minute_are_both_shown_however_narrow_the_day_is(width: int, minute: int) -> None:
    plan = pack_day([minute, minute], width=width, measures=M)
    assert None not in plan.boxes
    assert not plan.pills


def test_a_crowded_minute_is_counted_beside_the_cards_that_fit() -> None:
    plan = pack_day([600] * 9, width=128, measures=M)
    assert [at for at, box in enumerate(plan.boxes) if box is not None] == [0, 1]
    assert [pill.posts for pill in plan.pills] == [(2, 3, 4, 5, 6, 7, 8)]


def test_a_card_with_room_below_is_as_high_as_its_title_needs() -> None:
    free, long, tight, last = pack_day([480, 600, 720, 750], width=150, measures=M, lines=[1, 2, 2, 2]).boxes
    assert [box.height for box in (free, long, tight, last) if box] == [M.one, M.two, M.row, M.two]


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_week_runs_from_monday_to_sunday_and_holds_its_day(day: date) -> None:
    week = week_of(day)
    assert [item.weekday() for item in week] == list(range(7))
    assert day in week
    assert week[-1] - week[0] == timedelta(days=6)


@given(st.floats(-100, 2000))
def test_a_slot_is_a_quarter_of_an_hour_of_the_day(minute: float) -> None:
    slot = slot_of(minute)
    assert slot % STEP == 0
    assert 0 <= slot <= WHOLE - STEP
    assert minute < 0 or minute >= WHOLE or slot <= minute < slot + STEP


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(0, WHOLE - 1))
def test_a_minute_of_a_day_is_the_time_the_clock_on_the_wall_shows(day: date, minute: int) -> None:
    moment = at_minute(day, minute)
    assert moment.date() == day
    assert minute_of(moment) == minute


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 12, 31)), st.sampled_from([-STEP, STEP]))
def test_a_nudge_leads_to_the_next_quarter_and_never_stays(moment: datetime, minutes: int) -> None:
    moment = moment.replace(second=0, microsecond=0)
    there = nudged(moment, 0, minutes)
    assert there.minute % STEP == 0
    assert timedelta() < (there - moment) * (1 if minutes > 0 else -1) <= timedelta(minutes=STEP)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 12, 1)), st.integers(-7, 7))
def test_a_nudge_by_days_keeps_the_clock(moment: datetime, days: int) -> None:
    there = nudged(moment, days, 0)
    assert there.time() == moment.time()
    assert (there.date() - moment.date()).days == days


def test_only_the_night_in_spring_skips_an_hour() -> None:
    assert skipped(SPRING, BERLIN) == (120, 180)
    assert skipped(AUTUMN, BERLIN) is None
    assert skipped(date(2026, 12, 3), BERLIN) is None
    assert skipped(SPRING, "Nirgendwo/Nie") is None


@given(
    st.dates(date(2000, 1, 1), date(2037, 12, 31)), st.sampled_from([BERLIN, "Australia/Lord_Howe", "UTC"])
)
def test_a_time_is_skipped_exactly_where_the_clocks_never_show_it(day: date, zone: str) -> None:
    gone = {
        minute
        for minute in range(0, WHOLE, STEP)
        if shown_by_clocks(at_minute(day, minute), zone) != at_minute(day, minute)
    }
    found = skipped(day, zone)
    assert gone == (set(range(*found, STEP)) if found else set())


def test_a_post_in_the_skipped_hour_is_laid_out_like_any_other() -> None:
    moment = datetime(2026, 3, 29, 2, 30)
    (box,) = pack_day([minute_of(moment)], width=150, measures=M).boxes
    assert box is not None
    assert box.top == 2.5 * M.hour
