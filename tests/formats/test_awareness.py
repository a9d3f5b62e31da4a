# SPDX-License-Identifier: EUPL-1.2
"""Days of action, remembrance and flags fall on the right days."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from kalender.domain.days.layers import Flying
from kalender.formats.awareness import first_advent, load
from kalender.formats.resources import folder
from kalender.formats.schema import Fault
from tests.places import ROOT

FACTS = ROOT.parent / "shared" / "facts" / "aktionstage.toml"
FLAGS = {"": "", "voll": "full", "halb": "half"}
WEEKDAYS = ["mo", "di", "mi", "do", "fr", "sa", "so"]
ADDED = {
    "2. Advent",
    "3. Advent",
    "4. Advent",
    "Nikolaus",
    "Heiligabend",
    "Silvester",
    "Allerheiligen",
    "Aschermittwoch",
    "Buß- und Bettag",
    "Gründonnerstag",
    "Karsamstag",
}


def of(year: int) -> dict[str, date]:
    return {item.name: item.day for item in load().days(year)}


def own(place: Path, text: str) -> Path:
    (place / "aktionstage.toml").write_text(text, encoding="utf-8")
    return place


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2022, date(2022, 11, 27)),
        (2023, date(2023, 12, 3)),
        (2025, date(2025, 11, 30)),
        (2026, date(2026, 11, 29)),
        (2028, date(2028, 12, 3)),
    ],
)
def test_advent_begins_on_the_fourth_sunday_before_christmas(year: int, day: date) -> None:
    assert first_advent(year) == day


def test_the_days_of_a_december() -> None:
    days = of(2026)
    assert days["1. Advent"] == date(2026, 11, 29)
    assert days["4. Advent"] == date(2026, 12, 20)
    assert (days["Nikolaus"], days["Heiligabend"], days["Silvester"]) == (
        date(2026, 12, 6),
        date(2026, 12, 24),
        date(2026, 12, 31),
    )


def test_weekdays_are_counted_from_both_ends_of_a_month() -> None:
    days = of(2026)
    assert days["Bundesweiter Vorlesetag"] == date(2026, 11, 20)
    assert days["Safer Internet Day"] == date(2026, 2, 10)
    assert days["Ende der Sommerzeit"] == date(2026, 10, 25)
    assert days["Tag der Nachbarn"] == date(2026, 5, 29)


def test_movable_days_of_remembrance() -> None:
    days = of(2026)
    assert days["Karfreitag"] == date(2026, 4, 3)
    assert days["Volkstrauertag"] == date(2026, 11, 15)
    assert days["Totensonntag"] == date(2026, 11, 22)


def test_silent_days_and_flags_are_marked() -> None:
    found = {item.name: item for item in load().days(2026)}
    silent = {name for name, item in found.items() if item.silent}
    assert {"Karfreitag", "Volkstrauertag", "Totensonntag", "9. November (Pogromnacht, Mauerfall)"} < silent
    assert found["Volkstrauertag"].flag is Flying.HALF
    assert found["Europatag"].flag is Flying.FULL
    assert found["Nikolaus"].flag is Flying.NONE


def test_days_come_in_order_and_those_set_by_others_have_to_be_entered() -> None:
    days = [item.day for item in load().days(2027)]
    assert days == sorted(days)
    assert load().to_enter() == ("Girls'Day und Boys'Day (April)", "Tag der Städtebauförderung (Mai)")


def test_every_day_of_the_facts_is_there_with_its_rule() -> None:
    if not FACTS.is_file():
        pytest.skip("there is no ../shared/facts/aktionstage.toml beside the clone")
    facts = {entry["name"]: entry for entry in tomllib.loads(FACTS.read_text(encoding="utf-8"))["day"]}
    ours = {
        entry["name"]: entry
        for entry in tomllib.loads((folder() / "practice" / "aktionstage.toml").read_text(encoding="utf-8"))[
            "days"
        ]
    }
    assert len(facts) == 50
    assert set(ours) - set(facts) == ADDED
    for name, fact in facts.items():
        mine, kind = ours[name], fact["rule"].split(":")
        if kind[0] == "nth":
            wanted = {"nth": int(kind[1]), "day": WEEKDAYS.index(kind[2]) + 1, "month": int(kind[3])}
            assert mine["weekday"] == wanted, name
        elif kind[0] in {"advent", "easter"}:
            assert mine[kind[0]] == int(kind[1]), name
        elif kind[0] == "manual":
            assert mine["yearly"] is True
        else:
            assert mine["date"] == fact["rule"], name
        assert mine.get("flag", "") == FLAGS[fact["flag"]], name
        assert mine["confidence"] == fact["confidence"]
        assert mine.get("note", "") == fact.get("note", "").replace("stiller Tag", "")


def test_the_user_adds_days_and_dates_those_others_set(tmp_path: Path) -> None:
    text = """
    days = [
        { name = "Lindenfest", weekday = { nth = 1, day = 6, month = 7 } },
        { name = "Girls'Day und Boys'Day (April)", date = "2027-04-22" },
    ]
    """
    found = load(own(tmp_path, text))
    assert {item.name: item.day for item in found.days(2027)}["Lindenfest"] == date(2027, 7, 3)
    assert {item.name: item.day for item in found.days(2027)}["Girls'Day und Boys'Day (April)"] == date(
        2027, 4, 22
    )
    assert "Girls'Day und Boys'Day (April)" not in {item.name for item in found.days(2028)}
    assert found.to_enter() == ("Tag der Städtebauförderung (Mai)",)


@pytest.mark.parametrize(
    ("entry", "key", "fault"),
    [
        ('{ name = "Fest" }', "days[1]", Fault.MISSING),
        ('{ name = "Fest", date = "07-04", easter = 3 }', "days[1]", Fault.CONTRADICTION),
        ('{ name = "Fest", date = "4. Juli" }', "days[1].date", Fault.WRONG_VALUE),
        ('{ name = "Fest", date = "13-01" }', "days[1].date", Fault.WRONG_VALUE),
        ('{ name = "", date = "07-04" }', "days[1].name", Fault.MISSING),
        ('{ name = "Fest", day = "07-04" }', "days[1].day", Fault.UNKNOWN_KEY),
        (
            '{ name = "Fest", weekday = { nth = 6, day = 1, month = 1 } }',
            "days[1].weekday",
            Fault.WRONG_VALUE,
        ),
        ('{ name = "Fest", date = "07-04", flag = "voll" }', "days[1].flag", Fault.WRONG_VALUE),
        ('{ name = "Fest", date = "07-04", silent = "ja" }', "days[1].silent", Fault.WRONG_VALUE),
        ('{ name = "Fest", easter = 4000 }', "days[1].easter", Fault.WRONG_VALUE),
        ("5", "days[1]", Fault.WRONG_VALUE),
    ],
)
def test_a_wrong_file_is_refused_and_the_shipped_days_stay(
    tmp_path: Path, entry: str, key: str, fault: Fault
) -> None:
    found = load(own(tmp_path, f"days = [{entry}]"))
    assert [(item.file, item.key, item.fault) for item in found.problems] == [
        ("aktionstage.toml", key, fault)
    ]
    assert found.rules == load().rules


def test_a_day_the_year_does_not_have_is_left_out(tmp_path: Path) -> None:
    found = load(own(tmp_path, 'days = [{ name = "Schalttag", date = "02-29" }]'))
    assert "Schalttag" in {item.name for item in found.days(2028)}
    assert "Schalttag" not in {item.name for item in found.days(2027)}


def test_silent_days_are_those_of_the_land() -> None:
    def silent(land: str) -> set[str]:
        return {item.name for item in load().days(2026, land) if item.silent}

    assert {
        "Aschermittwoch",
        "Gründonnerstag",
        "Karfreitag",
        "Karsamstag",
        "Allerheiligen",
        "Buß- und Bettag",
    } < silent("BY")
    assert {"Volkstrauertag", "Totensonntag", "Heiligabend"} < silent("BY")
    assert "Aschermittwoch" not in {item.name for item in load().days(2026, "HH")}
    assert not {"Allerheiligen", "Buß- und Bettag", "Heiligabend"} & silent("HH")
