# SPDX-License-Identifier: EUPL-1.2
"""Days and times as people write them."""

from datetime import date, datetime, time

import pytest

from kalender.exchange.moments import Day, NoMoment, day_of, time_of, weekday_of
from kalender.exchange.sheets import Cell

TODAY = date(2026, 12, 3)
FOURTH = date(2026, 12, 4)


@pytest.mark.parametrize(
    "cell",
    [
        "04.12.2026", "4.12.26", "4. 12. 2026", "4. Dezember 2026", "4 Dez 2026", "4. Dez. 26", "Fr 04.12.", "Fr, 4.12.",
        "Freitag, 4. Dezember", "04.12.", "2026-12-04", "2026/12/04", "04/12/2026", "04-12-2026", "04.12.2026 (Fr)",
        "4. December 2026", " 04.12.2026 ", "Fr. 04.12.2026", "4.Dezember 2026", 46360, date(2026, 12, 4),
        datetime(2026, 12, 4),
    ],
)  # fmt: skip
def test_each_form_of_a_day_is_that_day(cell: Cell) -> None:
    found = day_of(cell, TODAY)
    assert found is not None
    assert (found.day, found.time) == (FOURTH, None)


@pytest.mark.parametrize(
    "cell",
    [
        "04.12.2026 17:00", "04.12.2026, 17 Uhr", "4. Dezember 2026, 17.00 Uhr", "2026-12-04T17:00", "2026-12-04 17:00:00",
        "Fr 04.12. um 17 Uhr", 46360 + 17 / 24, datetime(2026, 12, 4, 17, 0),
    ],
)  # fmt: skip
def test_a_time_behind_the_day_is_found(cell: Cell) -> None:
    found = day_of(cell, TODAY)
    assert found is not None
    assert (found.day, found.time) == (FOURTH, time(17))


@pytest.mark.parametrize("cell", ["", "-", "offen", "noch offen", "?", "tbd", " – "])
def test_an_open_day_is_no_day_and_no_mistake(cell: str) -> None:
    assert day_of(cell, TODAY) is None


@pytest.mark.parametrize(
    "cell", ["31.02.2026", "29.02.2027", "im Advent", "KW 49", "32.12.2026", 17, 0.5, "4.13.2026", "1.2.3.4"]
)
def test_a_day_that_does_not_exist_is_refused(cell: Cell) -> None:
    with pytest.raises(NoMoment):
        day_of(cell, TODAY)


def test_a_day_without_a_year_lies_nearest_to_today_or_in_the_year_of_the_sheet() -> None:
    assert day_of("06.01.", TODAY) == Day(day=date(2027, 1, 6))
    assert day_of("06.01.", TODAY, year=2026) == Day(day=date(2026, 1, 6))


def test_a_weekday_chooses_between_years() -> None:
    assert day_of("Do 06.01.", date(2022, 6, 1)) == Day(day=date(2022, 1, 6), weekday=3)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("17:00", time(17)), ("17.00 Uhr", time(17)), ("17 Uhr", time(17)), ("9h", time(9)), ("9:05", time(9, 5)),
        ("1730", time(17, 30)), ("17–19 Uhr", time(17)), ("17:30 bis 18:00", time(17, 30)), ("5 pm", time(17)),
        ("12 am", time(0)), (17, time(17)), (17.3, time(17, 30)), (0.5, time(12)), (time(8, 15, 30), time(8, 15)),
        (datetime(1899, 12, 31, 7, 45), time(7, 45)), ("ab 18 Uhr", time(18)), ("24:00", time(0)), ("offen", None), ("", None),
    ],
)  # fmt: skip
def test_each_form_of_a_time(cell: Cell, expected: time | None) -> None:
    assert time_of(cell) == expected


@pytest.mark.parametrize("cell", ["25:00", "17:61", "abends", "17 Uhr oder so", 2500, "2026-12-04"])
def test_a_time_that_does_not_exist_is_refused(cell: Cell) -> None:
    with pytest.raises(NoMoment):
        time_of(cell)


def test_weekdays_are_known_short_and_long_in_both_languages() -> None:
    words = ("Mo", "Dienstag", "Mi.", "thu", "FREITAG", "Sonnabend", "Sunday")
    assert [weekday_of(word) for word in words] == list(range(7))
    assert [weekday_of(word) for word in ("Montage", "Sommer", "Dezember", "")] == [None] * 4
