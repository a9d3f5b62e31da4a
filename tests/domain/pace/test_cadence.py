# SPDX-License-Identifier: EUPL-1.2
"""How weeks and months keep the promise of a channel."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.pace.appearing import Appearance
from kalender.domain.pace.cadence import Pace, reach, strip
from kalender.wording.pace.cadence import reached, reached_long, spoken
from tests.builders import a_channel

MONDAY = date(2026, 11, 30)


def posts(channel: str, *days: date) -> list[Appearance]:
    return [
        Appearance(f"p{n}", "", datetime.combine(day, datetime.min.time()), (channel,))
        for n, day in enumerate(days)
    ]


def test_each_week_is_kept_missed_or_more_than_promised() -> None:
    days = [date(2026, 11, 30), date(2026, 12, 6), date(2026, 12, 8), *[date(2026, 12, 14)] * 3]
    found = strip([a_channel("instagram", per_week=2)], posts("instagram", *days), MONDAY, 4)
    (row,) = found.rows
    assert [cell.count for cell in row.cells] == [2, 1, 3, 0]
    assert [cell.pace for cell in row.cells] == [Pace.KEPT, Pace.BELOW, Pace.ABOVE, Pace.BELOW]
    assert (reached(row), reached_long(row)) == ("2 von 4", "Ziel in 2 von 4 Wochen erreicht")
    assert (
        spoken(row, row.cells[1], "Instagram")
        == "Instagram, KW 50 (7.–13. Dez.): 1 Beitrag, Ziel 2, unter dem Ziel"
    )


def test_a_monthly_promise_is_judged_by_whole_months() -> None:
    days = [date(2026, 12, 1), date(2027, 1, 31)]  # both beyond the weeks of their months that are shown
    found = strip([a_channel("press", per_month=1)], posts("press", *days), date(2026, 12, 7), 8)
    (row,) = found.rows
    assert [(cell.first, cell.count, cell.weeks) for cell in row.cells] == [
        (date(2026, 12, 1), 1, 4),
        (date(2027, 1, 1), 1, 4),
    ]
    assert (
        spoken(row, row.cells[0], "Presse")
        == "Presse, Dezember 2026 (1.–31. Dez.): 1 Beitrag, Ziel 1, Ziel erreicht"
    )
    assert reached_long(row) == "Ziel in 2 von 2 Monaten erreicht"


def test_channels_without_a_promise_and_retired_ones_have_no_row() -> None:
    channels = [a_channel("facebook"), a_channel("instagram", per_week=1, active=False)]
    assert strip(channels, [], MONDAY, 3).rows == ()


@given(
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    st.integers(1, 16),
    st.lists(st.integers(-40, 150), max_size=40),
)
def test_no_post_within_the_weeks_is_lost_and_columns_add_up(
    day: date, weeks: int, offsets: list[int]
) -> None:
    monday = day - timedelta(days=day.weekday())
    days = [monday + timedelta(days=offset) for offset in offsets]
    channels = [a_channel("facebook", per_week=3), a_channel("instagram", per_month=4)]
    both = [*posts("facebook", *days), *posts("instagram", *days)]
    weekly, monthly = strip(channels, both, monday, weeks).rows
    last = monday + timedelta(weeks=weeks) - timedelta(days=1)
    assert sum(cell.count for cell in weekly.cells) == sum(monday <= item <= last for item in days)
    assert sum(cell.weeks for cell in monthly.cells) == weeks == len(weekly.cells)
    first, end = reach(monday, weeks)
    assert first <= monday
    assert last <= end
    assert all(first <= cell.first and cell.last <= end for row in (weekly, monthly) for cell in row.cells)
