# SPDX-License-Identifier: EUPL-1.2
"""The month: every post is reachable, nothing overlaps, and the richest density that fits is taken."""

from datetime import date, timedelta
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.days.month import (
    Band,
    BandKind,
    Density,
    Measures,
    Shape,
    WeekPlan,
    pack_bands,
    pack_day,
    pack_month,
    shifted,
    weeks_of,
)

DECEMBER = date(2026, 12, 1)
M = Measures()

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
shapes = st.builds(Shape, lines=st.integers(1, 2), picture=st.booleans())


@st.composite
def some_bands(draw: st.DrawFn) -> Band:
    first = DECEMBER + timedelta(days=draw(st.integers(-20, 40)))
    last = first + timedelta(days=draw(st.integers(0, 40)))
    return Band(
        kind=draw(st.sampled_from(BandKind)), first=first, last=last, label="x", id=draw(st.uuids()).hex
    )


def a_band(kind: BandKind, first: int, last: int) -> Band:
    return Band(kind=kind, first=date(2026, 12, first), last=date(2026, 12, last), label=kind.name)


@given(days)
def test_the_weeks_hold_every_day_of_the_month_and_begin_on_monday(day: date) -> None:
    weeks = weeks_of(day)
    shown = [item for week in weeks for item in week]
    assert all(week[0].weekday() == 0 and len(week) == 7 for week in weeks)
    assert shown == [shown[0] + timedelta(days=at) for at in range(len(shown))]
    inside = [item for item in shown if (item.year, item.month) == (day.year, day.month)]
    assert (inside[-1] + timedelta(days=1)).day == 1
    assert inside[0].day == 1
    assert all(any(item in inside for item in week) for week in weeks)


def test_december_2026_shows_five_weeks_from_49_to_53() -> None:
    plan = pack_month(DECEMBER, height=500)
    assert [week.number for week in plan] == [49, 50, 51, 52, 53]
    assert plan[0].days[0] == date(2026, 11, 30)


@given(days, st.integers(-600, 600))
def test_paging_months_there_and_back_ends_where_it_began(day: date, months: int) -> None:
    if day.year * 12 + months > 12:
        assert shifted(shifted(day, months), -months) == day.replace(day=1)


@given(
    st.dictionaries(st.dates(date(2026, 11, 30), date(2027, 1, 3)), st.lists(shapes, max_size=12)),
    st.dictionaries(st.dates(date(2026, 11, 30), date(2027, 1, 3)), st.integers(0, 4)),
    st.lists(some_bands(), max_size=8),
    st.integers(200, 2000),
    st.booleans(),
)
def test_every_post_is_shown_or_counted_and_nothing_overlaps_or_leaves_its_cell(
    posts: dict[date, list[Shape]], lines: dict[date, int], bands: list[Band], height: int, pictures: bool
) -> None:
    for week in pack_month(
        DECEMBER, height=height, bands=bands, lines=lines, shapes=posts, pictures=pictures
    ):
        check_bands(week)
        for column, day in enumerate(week.days):
            plan = week.plans[column]
            assert len(plan.cards) + plan.hidden_cards == len(posts.get(day, ()))
            assert len(plan.lines) + plan.hidden_lines == lines.get(day, 0)
            assert (plan.more is not None) == (plan.hidden > 0)
            slots = [
                *plan.lines,
                *plan.cards,
                *([plan.more] if plan.more else []),
            ]
            above = M.header + week.bands.lanes[column] * M.band
            for slot in slots:
                assert slot.top >= above
                above = slot.bottom
            if week.height >= M.header + M.more + M.foot:
                assert above <= week.height


def check_bands(week: WeekPlan) -> None:
    for one in week.bands.pieces:
        for other in week.bands.pieces:
            if one is not other and one.lane == other.lane:
                assert one.last < other.first or other.last < one.first
            if one.first <= other.last and other.first <= one.last and one.band.kind < other.band.kind:
                assert one.lane < other.lane


@given(st.lists(shapes, max_size=10), st.integers(0, 3), st.integers(60, 600), st.booleans())
def test_a_higher_cell_never_shows_less(posts: list[Shape], lines: int, room: int, pictures: bool) -> None:
    low, high = (
        pack_day(posts, lines=lines, top=M.header, room=room + more, pictures=pictures, measures=M)
        for more in (0, 37)
    )
    assert high.hidden <= low.hidden
    assert high.density <= low.density


def test_two_title_lines_stand_where_no_band_lies_and_one_below_a_band_on_a_laptop() -> None:
    posts = [Shape(lines=2, picture=True)]
    free = pack_day(posts, lines=0, top=M.header, room=96, pictures=False, measures=M)
    below = pack_day(posts, lines=0, top=M.header + M.band, room=96, pictures=False, measures=M)
    two = pack_day(posts * 2, lines=0, top=M.header + M.band, room=96, pictures=False, measures=M)
    assert (free.density, below.density, two.density) == (Density.NORMAL, Density.ONE_LINE, Density.ROW)
    assert two.hidden == 0


def test_pictures_are_shown_only_when_wanted_and_when_all_of_the_day_fits() -> None:
    posts = [Shape(lines=2, picture=True)]
    assert pack_day(posts, lines=0, top=23, room=148, pictures=True, measures=M).density is Density.PICTURE
    assert pack_day(posts, lines=0, top=23, room=148, pictures=False, measures=M).density is Density.NORMAL
    assert pack_day(posts * 2, lines=0, top=23, room=148, pictures=True, measures=M).density is Density.NORMAL


def test_what_does_not_fit_is_counted_below_the_rows() -> None:
    plan = pack_day([Shape()] * 6, lines=0, top=23, room=96, pictures=False, measures=M)
    assert (len(plan.cards), plan.hidden) == (2, 4)
    assert plan.more is not None
    assert plan.more.bottom <= 96


def test_bands_lie_in_the_order_holidays_blackout_gap() -> None:
    week = weeks_of(DECEMBER)[2]
    laid = pack_bands(
        week,
        [a_band(BandKind.GAP, 14, 20), a_band(BandKind.BLACKOUT, 16, 17), a_band(BandKind.SCHOOL, 17, 20)],
    )
    by_kind = {piece.band.kind: piece.lane for piece in laid.pieces}
    assert by_kind[BandKind.SCHOOL] < by_kind[BandKind.BLACKOUT] < by_kind[BandKind.GAP]
    assert laid.lanes == (3, 3, 3, 3, 3, 3, 3)


def test_days_without_a_band_keep_their_room() -> None:
    laid = pack_bands(weeks_of(DECEMBER)[1], [a_band(BandKind.GAP, 12, 20)])
    assert laid.lanes == (0, 0, 0, 0, 0, 1, 1)


def test_a_fourth_band_is_counted_instead_of_shown() -> None:
    four = [a_band(BandKind.BLACKOUT, 14, 14 + at) for at in range(4)]
    laid = pack_bands(weeks_of(DECEMBER)[2], four)
    assert len(laid.pieces) == 3
    assert laid.hidden == (1, 1, 1, 1, 0, 0, 0)


def test_the_full_label_stands_in_the_first_week_shown_and_the_short_one_after_it() -> None:
    weeks = weeks_of(DECEMBER)
    running_in = Band(
        kind=BandKind.SCHOOL, first=date(2026, 11, 20), last=date(2026, 12, 9), label="long", short="short"
    )
    pieces = [pack_bands(week, [running_in], view_first=weeks[0][0]).pieces for week in weeks[:2]]
    assert [found[0].leading for found in pieces] == [True, False]
    assert not pieces[0][0].starts
    assert pieces[1][0].ends


def test_of_events_the_longest_lie_on_top_and_then_the_earliest() -> None:
    week = weeks_of(DECEMBER)[2]
    fair, run, choir = (a_band(BandKind.EVENT, *days) for days in ((15, 18), (14, 15), (16, 17)))
    laid = pack_bands(week, [choir, run, fair])
    assert [(piece.band, piece.lane) for piece in laid.pieces] == [(fair, 0), (run, 1), (choir, 1)]


@given(st.lists(some_bands(), max_size=12), st.integers(0, 5), st.integers(0, 3))
def test_events_take_no_lane_from_what_applies_to_days_and_each_is_shown_or_counted(
    bands: list[Band], limit: int, events: int
) -> None:
    week = weeks_of(DECEMBER)[2]
    others = [band for band in bands if band.kind is not BandKind.EVENT]
    laid = pack_bands(week, bands, limit=limit, events=events)
    alone = pack_bands(week, others, limit=limit, events=events)
    assert [piece for piece in laid.pieces if piece.band.kind is not BandKind.EVENT] == list(alone.pieces)
    for column, day in enumerate(week):
        shown = [piece for piece in laid.pieces if piece.first <= column <= piece.last]
        assert len({piece.lane for piece in shown}) == len(shown)
        assert len(shown) + laid.hidden[column] == sum(band.covers(day) for band in bands)
        assert all(
            piece.lane < limit + (events if piece.band.kind is BandKind.EVENT else 0) for piece in shown
        )


def test_a_low_cell_counts_what_it_hides_and_nothing_where_nothing_is_hidden() -> None:
    low = partial(pack_day, top=M.header, room=M.header - 4, pictures=False, measures=M)
    assert low([], lines=0).more is None
    crowded = low([Shape()], lines=1)
    assert (crowded.hidden, crowded.more is None) == (2, False)
