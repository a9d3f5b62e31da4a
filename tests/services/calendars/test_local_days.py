# SPDX-License-Identifier: EUPL-1.2
"""Holidays of single municipalities among what applies to days, and the way to say that one holds here."""

from datetime import date

from kalender.app.house import House
from kalender.domain.plan import Land

AUGUST = (date(2026, 8, 1), date(2026, 8, 31))


def holidays(house: House) -> list[str]:
    """Return the holidays of August."""
    return [item.name for item in house.layers.between(*AUGUST).holidays]


def test_a_bavarian_town_says_whether_assumption_day_is_a_holiday_and_takes_it_back(house: House) -> None:
    house.setup.town.change(land=Land.BY)
    assert holidays(house) == []
    (choice,) = [item for item in house.layers.local_days() if item.choice]
    house.own_layers.observe(choice.id, on=True)
    assert holidays(house) == ["Mariä Himmelfahrt"]
    house.desk.undo()
    assert holidays(house) == []


def test_augsburg_has_its_peace_festival_without_being_asked(house: House) -> None:
    house.setup.town.change(land=Land.BY, name="Augsburg")
    assert holidays(house) == ["Augsburger Hohes Friedensfest", "Mariä Himmelfahrt"]


def test_the_day_of_repentance_is_free_of_school_in_bavaria_alone(house: House) -> None:
    november = (date(2026, 11, 16), date(2026, 11, 22))
    assert not house.layers.between(*november).school
    house.setup.town.change(land=Land.BY)
    assert [band.label for band in house.layers.between(*november).school] == ["Buß- und Bettag (schulfrei)"]
