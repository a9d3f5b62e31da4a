# SPDX-License-Identifier: EUPL-1.2
"""Holidays of single municipalities and days without school."""

from datetime import date
from pathlib import Path

import pytest

from kalender.domain.plan import Land
from kalender.formats.local_days import LocalDay, holidays_of, load, school_free
from kalender.formats.schema import Wrong


def _of(land: Land) -> list[LocalDay]:
    return [item for item in load() if item.land is land]


def test_bavarian_schools_are_closed_on_the_day_of_repentance() -> None:
    assert [band.first for band in school_free(_of(Land.BY), 2026)] == [date(2026, 11, 18)]
    assert [band.first for band in school_free(_of(Land.BY), 2027)] == [date(2027, 11, 17)]
    assert school_free(_of(Land.NW), 2026) == []


def test_the_peace_festival_is_a_holiday_in_augsburg_alone() -> None:
    names = {item.name for item in holidays_of(_of(Land.BY), 2026, "Augsburg", ())}
    assert names == {"Augsburger Hohes Friedensfest", "Mariä Himmelfahrt"}
    assert holidays_of(_of(Land.BY), 2026, "Lindenbrunn", ()) == []


def test_a_municipality_says_itself_whether_assumption_day_is_a_holiday() -> None:
    found = holidays_of(_of(Land.BY), 2026, "Lindenbrunn", ["by-mariae-himmelfahrt", "by-friedensfest"])
    assert [(item.day, item.name) for item in found] == [(date(2026, 8, 15), "Mariä Himmelfahrt")]


def test_every_day_says_where_it_is_written() -> None:
    assert all(len(item.source) > 10 for item in load())
    assert len({item.id for item in load()}) == len(load())


@pytest.mark.parametrize(
    "text",
    [
        'days = [{ id = "a", name = "A", land = "XX", date = "01-01", source = "s" }]',
        'days = [{ id = "a", name = "A", land = "BY", source = "s" }]',
        'days = [{ id = "a", name = "A", land = "BY", date = "01-01" }]',
        "schema = 9",
    ],
)
def test_a_file_that_is_not_right_is_refused(tmp_path: Path, text: str) -> None:
    own = tmp_path / "feiertage.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(Wrong):
        load(own)
