# SPDX-License-Identifier: EUPL-1.2
"""Which backups may go: enough is kept of every age, and never the last one."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kalender.services.backups.generations import BEFORE, DAYS, MONTHS, RECENT, WEEKS, Generation, superseded
from kalender.store.backup.info import Reason

START = datetime(2026, 1, 1, 8, 0)

MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31))
ROWS = st.lists(st.tuples(MOMENTS, st.sampled_from(list(Reason))), max_size=120).map(
    lambda found: [
        Generation(name=f"{moment:%Y%m%d%H%M%S}-{n}", made_at=moment, reason=reason)
        for n, (moment, reason) in enumerate(found)
    ]
)


@given(ROWS, MOMENTS)
def test_what_stays_is_bounded_and_holds_the_newest_of_all(rows: list[Generation], now: datetime) -> None:
    latest = rows[0].name if rows else ""
    going = superseded(rows, now, latest)
    left = [row for row in rows if row.name not in going]
    assert latest not in going
    assert len(left) <= 2 + RECENT + DAYS + WEEKS + MONTHS + BEFORE
    if rows:
        newest = max(rows, key=lambda row: (row.made_at, row.name))
        assert newest.name not in going


@given(ROWS, MOMENTS)
def test_who_goes_has_a_stand_in_that_stays(rows: list[Generation], now: datetime) -> None:
    going = superseded(rows, now, rows[0].name if rows else "")
    assert not going.keys() & set(going.values())
    assert set(going.values()) <= {row.name for row in rows}


@given(ROWS, MOMENTS)
def test_thinning_out_twice_takes_nothing_more(rows: list[Generation], now: datetime) -> None:
    latest = rows[0].name if rows else ""
    left = [row for row in rows if row.name not in superseded(rows, now, latest)]
    assert not superseded(left, now, latest)


def test_after_two_years_of_daily_backups_there_is_one_for_each_age() -> None:
    rows: list[Generation] = []
    for day in range(730):
        for hour, reason in ((8, Reason.DAILY), (14, Reason.MANUAL)):
            moment = START + timedelta(days=day, hours=hour - 8)
            rows.append(Generation(name=f"{moment:%Y%m%d%H}", made_at=moment, reason=reason))
            going = superseded(rows, moment, rows[-1].name)
            rows = [row for row in rows if row.name not in going]
    now = rows[-1].made_at
    ages = sorted((now - row.made_at).days for row in rows)
    assert len({row.made_at.date() for row in rows if (now - row.made_at).days < DAYS}) == DAYS
    for weeks in range(2, WEEKS):
        assert any(7 * (weeks - 1) <= age <= 7 * (weeks + 1) for age in ages), weeks
    assert len({(row.made_at.year, row.made_at.month) for row in rows}) == MONTHS
    assert len(rows) <= RECENT + DAYS + WEEKS + MONTHS


def test_the_last_ones_before_an_import_or_a_restore_stay_for_years() -> None:
    rows = [
        Generation(name=f"i{n}", made_at=START + timedelta(minutes=n), reason=Reason.BEFORE_IMPORT)
        for n in range(15)
    ] + [
        Generation(name=f"d{n:03}", made_at=START + timedelta(days=500 + n), reason=Reason.DAILY)
        for n in range(60)
    ]
    going = superseded(rows, rows[-1].made_at, rows[-1].name)
    assert [row.name for row in rows if row.name.startswith("i") and row.name not in going] == [
        f"i{n}" for n in range(5, 15)
    ]


def test_one_made_while_the_clock_was_wrong_neither_goes_at_once_nor_pushes_others_out() -> None:
    rows = [
        Generation(name=f"d{n:03}", made_at=START + timedelta(days=n), reason=Reason.DAILY) for n in range(60)
    ]
    before = {row.name for row in rows} - superseded(rows, rows[-1].made_at, "d059").keys()
    past = Generation(name="past", made_at=START - timedelta(days=400), reason=Reason.DAILY)
    going = superseded([*rows, past], past.made_at, "past")
    assert "past" not in going
    assert before - going.keys() == before
    future = Generation(name="future", made_at=START + timedelta(days=4000), reason=Reason.DAILY)
    going = superseded([*rows, future], rows[-1].made_at, "d059")
    assert len(before & going.keys()) <= 3  # it takes one day, one week and one month
