# SPDX-License-Identifier: EUPL-1.2
"""Days as people type them, asked on Thursday, 3 December 2026."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.text.when import typed, when

TODAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("heute", "2026-12-03"), ("Übermorgen", "2026-12-05"), ("uebermorgen", "2026-12-05"), ("vorgestern", "2026-12-01"),
        ("Donnerstag", "2026-12-03"), ("nächster Donnerstag", "2026-12-10"), ("nächster Dienstag", "2026-12-08"),
        ("nachsten dienstag", "2026-12-08"), ("übernächster Freitag", "2026-12-11"), ("am Di.", "2026-12-08"),
        ("letzten Donnerstag", "2026-11-26"), ("diesen Freitag", "2026-12-04"),
        ("KW 50", "2026-12-07"), ("kw50", "2026-12-07"), ("KW 2", "2027-01-11"), ("KW 50/2027", "2027-12-13"),
        ("50. KW", "2026-12-07"), ("2027-W03", "2027-01-18"), ("Freitag KW 50", "2026-12-11"), ("KW 50 Fr", "2026-12-11"),
        ("17.12.", "2026-12-17"), ("17.12", "2026-12-17"), ("17.12.27", "2027-12-17"), ("2026-12-17", "2026-12-17"),
        ("17. Dez. 2027", "2027-12-17"), ("1. März", "2027-03-01"), ("1.maerz", "2027-03-01"), ("17", "2026-12-17"),
        ("2.", "2027-01-02"), ("Do, 17. Dezember", "2026-12-17"), ("Fr 17.12.", "2027-12-17"), ("15.1.", "2027-01-15"),
        ("1.11.", "2026-11-01"), ("1.10.", "2027-10-01"), ("29.2.", "2028-02-29"),
        ("+2 Wochen", "2026-12-17"), ("−3 Tage", "2026-11-30"), ("+2w", "2026-12-17"), ("+10", "2026-12-13"),
        ("in einer Woche", "2026-12-10"), ("in zwei Monaten", "2027-02-03"), ("vor 3 Tagen", "2026-11-30"),
        ("nächste Woche", "2026-12-07"), ("nächster Monat", "2027-01-01"), ("Dienstag nächster Woche", "2026-12-08"),
        ("Dienstag in 2 Wochen", "2026-12-22"), ("Dezember", "2026-12-01"), ("Januar", "2027-01-01"),
        ("Ende Januar", "2027-01-31"), ("Mitte Feb 2027", "2027-02-15"), ("12/2027", "2027-12-01"), ("2028", "2028-01-01"),
        ("letzter Freitag im Dezember", "2026-12-25"), ("2. Montag im Januar", "2027-01-11"),
        ("Ostern", "2027-03-28"), ("Karfreitag 2027", "2027-03-26"), ("4. Advent", "2026-12-20"), ("Silvester", "2026-12-31"),
        ("Monatsende", "2026-12-31"),
    ],
)  # fmt: skip
def test_a_day_is_understood(text: str, day: str) -> None:
    assert when(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["", "Quatsch", "31.11.", "KW 60", "17.13.", "32", "am", "+9999999 Jahre", "5. Freitag im Februar 2027"])  # fmt: skip
def test_what_means_no_day_is_none(text: str) -> None:
    assert when(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("Fr 17:30", date(2026, 12, 4), time(17, 30)),
        ("morgen um 9 Uhr", date(2026, 12, 4), time(9)),
        ("17.12., 14.30 Uhr", date(2026, 12, 17), time(14, 30)),
        ("17.12. um 8", date(2026, 12, 17), time(8)),
        ("18 Uhr", None, time(18)),
        ("7:05", None, time(7, 5)),
        ("17.12.", date(2026, 12, 17), None),
    ],
)
def test_a_time_stands_behind_the_day_or_alone(text: str, day: date | None, clock: time | None) -> None:
    assert typed(text, TODAY) == (day, clock)


def test_a_month_is_counted_by_its_own_length() -> None:
    assert when("+1 Monat", date(2027, 1, 31)) == date(2027, 2, 28)


@given(
    st.text("0123456789./-+: kwmontagdiensläüMDOWK,", max_size=24),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
)
def test_no_text_breaks_it(text: str, today: date) -> None:
    found = typed(text, today)
    assert found.day is None or isinstance(found.day, date)


@given(st.dates(date(2000, 1, 1), date(2080, 1, 1)), st.dates(date(2000, 1, 1), date(2080, 1, 1)))
def test_a_day_written_in_full_is_that_day(day: date, today: date) -> None:
    assert when(f"{day:%d.%m.%Y}", today) == day
    assert when(f"{day:%Y-%m-%d}", today) == day


@given(st.dates(date(2000, 1, 1), date(2080, 1, 1)), st.integers(0, 6))
def test_a_weekday_comes_within_a_week(today: date, weekday: int) -> None:
    name = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")[weekday]
    found, after = when(name, today), when(f"nächster {name}", today)
    assert found is not None
    assert after is not None
    assert found.weekday() == after.weekday() == weekday
    assert 0 <= (found - today).days < 7
    assert 1 <= (after - today).days <= 7
