# SPDX-License-Identifier: EUPL-1.2
"""Holidays and school holidays of the Länder."""

import subprocess
import sys
from datetime import date

import pytest

from kalender.domain.days.month import BandKind
from kalender.domain.plan import Land
from kalender.formats.holidays import public_holidays, school_data_end, school_holidays


def names(land: Land, year: int) -> dict[date, str]:
    return {item.day: item.name for item in public_holidays(land, year)}


def school(land: Land, year: int) -> list[tuple[date, date, str]]:
    return [(item.first, item.last, item.label) for item in school_holidays(land, year)]


def test_a_land_keeps_its_own_holidays() -> None:
    assert names(Land.BW, 2026)[date(2026, 1, 6)] == "Heilige Drei Könige"
    assert date(2026, 1, 6) not in names(Land.NW, 2026)
    assert names(Land.BE, 2026)[date(2026, 3, 8)].endswith("Frauentag")
    assert names(Land.SN, 2026)[date(2026, 11, 18)] == "Buß- und Bettag"


def test_holidays_come_in_order_with_the_names_people_use() -> None:
    found = public_holidays(Land.NI, 2026)
    assert [item.day for item in found] == sorted(item.day for item in found)
    assert names(Land.NI, 2026)[date(2026, 5, 1)] == "Tag der Arbeit"
    assert names(Land.NI, 2026)[date(2026, 12, 26)] == "2. Weihnachtstag"


@pytest.mark.parametrize("land", Land)
def test_every_land_has_its_holidays_and_its_six_weeks_of_summer(land: Land) -> None:
    assert 9 <= len(public_holidays(land, 2026)) <= 13
    summer = [item for item in school_holidays(land, 2026) if item.label == "Sommerferien"]
    assert [36 <= (item.last - item.first).days <= 48 for item in summer] == [True]


def test_school_holidays_are_stretches_that_reach_over_the_new_year() -> None:
    christmas = (date(2026, 12, 23), date(2027, 1, 9), "Weihnachtsferien")
    assert school(Land.BW, 2026)[-1] == christmas
    assert school(Land.BW, 2027)[0] == christmas
    assert {item.kind for item in school_holidays(Land.BW, 2026)} == {BandKind.SCHOOL}


def test_easter_does_not_tear_the_easter_holidays_apart() -> None:
    assert (date(2027, 3, 25), date(2027, 4, 3), "Osterferien") in school(Land.BW, 2027)


def test_holidays_with_a_double_name_get_the_one_that_fits() -> None:
    bavaria = school(Land.BY, 2026)
    assert (date(2026, 2, 16), date(2026, 2, 20), "Frühjahrsferien") in bavaria
    assert (date(2026, 3, 30), date(2026, 4, 10), "Osterferien") in bavaria
    assert (date(2026, 5, 26), date(2026, 6, 5), "Pfingstferien") in bavaria
    assert (date(2026, 5, 15), date(2026, 5, 15), "Himmelfahrtsferien") in school(Land.NI, 2026)
    assert not [name for land in Land for _first, _last, name in school(land, 2027) if "/" in name]


def test_it_is_said_where_the_data_on_schools_ends() -> None:
    end = school_data_end(Land.BW, date(2026, 11, 22))
    assert end is not None
    assert end >= date(2029, 9, 8)
    assert school_holidays(Land.BW, end.year + 2) == ()
    assert school_data_end(Land.BW, date(2090, 1, 1)) is None


def test_the_library_is_not_imported_before_the_first_question() -> None:
    code = (
        "import sys, kalender.formats.holidays, kalender.formats.awareness, kalender.formats.catalogue\n"
        "assert 'holidays' not in sys.modules and 'dateutil' not in sys.modules and 'tomllib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
