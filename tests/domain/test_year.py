# SPDX-License-Identifier: EUPL-1.2
"""Small months: every day lies in its month once, none over another, and a point leads back to its day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.days.year import (
    QUARTER,
    YEAR,
    Measures,
    cell_of,
    day_at,
    heat,
    last_of,
    lay_out,
    months_from,
)

SIZES = st.tuples(st.integers(260, 2600), st.integers(200, 1600))


def test_the_quarter_and_the_year_of_a_day() -> None:
    assert months_from(date(2026, 12, 3), QUARTER) == (
        date(2026, 10, 1),
        date(2026, 11, 1),
        date(2026, 12, 1),
    )
    assert months_from(date(2026, 2, 28), YEAR)[0] == date(2026, 1, 1)
    assert len(months_from(date(2026, 2, 28), YEAR)) == YEAR


def test_heat_grows_with_the_posts_and_ends_at_five() -> None:
    assert [heat(count) for count in range(7)] == [0, 1, 2, 3, 3, 4, 4]
    assert heat(40) == 4


@given(SIZES, st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from((QUARTER, YEAR)))
def test_a_point_in_a_day_leads_back_to_it(size: tuple[int, int], day: date, count: int) -> None:
    measures = Measures()
    boxes = lay_out(months_from(day, count), *size, measures)
    for box in boxes:
        one = box.month
        while one <= last_of(box.month):
            x, y = cell_of(box, one, measures)
            assert day_at(box, x, y, measures) == one
            assert day_at(box, x + box.day_width - 1, y + box.day_height - 1, measures) == one
            assert y + box.day_height <= box.y + box.height
            one += timedelta(days=1)


@given(SIZES, st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from((QUARTER, YEAR)))
def test_no_month_lies_over_another(size: tuple[int, int], day: date, count: int) -> None:
    boxes = lay_out(months_from(day, count), *size, Measures())
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            below = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert beside or below


def test_twelve_months_fit_a_large_window_without_scrolling() -> None:
    boxes = lay_out(months_from(date(2026, 12, 3), YEAR), 1180, 720, Measures())
    assert max(box.y + box.height for box in boxes) <= 720
    assert {box.y for box in boxes}.__len__() == 3
