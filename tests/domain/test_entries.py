# SPDX-License-Identifier: EUPL-1.2
"""Entries of own layers on their days: once, by a rule, from another zone, with exceptions."""

from datetime import date, datetime

from kalender.domain.days.entries import (
    Entry,
    LayerKind,
    OwnLayer,
    neutralities,
    occurrences,
)

BERLIN = "Europe/Berlin"


def days(entry: Entry, first: date, last: date, replaced: tuple[str, ...] = ()) -> list[str]:
    """Return when an entry falls, in ISO form."""
    return [
        (item.start or datetime.combine(item.first, datetime.min.time())).isoformat(timespec="minutes")
        for item in occurrences(entry, first, last, zone=BERLIN, replaced=replaced)
    ]


def test_a_meeting_keeps_its_clock_over_both_nights_of_the_change() -> None:
    weekly = Entry(id="a", start=datetime(2026, 3, 24, 18), rule="FREQ=WEEKLY")
    assert days(weekly, date(2026, 3, 24), date(2026, 4, 7)) == [
        "2026-03-24T18:00",
        "2026-03-31T18:00",
        "2026-04-07T18:00",
    ]
    assert days(weekly, date(2026, 10, 20), date(2026, 10, 27)) == ["2026-10-20T18:00", "2026-10-27T18:00"]


def test_a_meeting_abroad_is_seen_from_here() -> None:
    abroad = Entry(id="a", start=datetime(2026, 3, 2, 19), rule="FREQ=WEEKLY", zone="America/New_York")
    found = days(abroad, date(2026, 3, 1), date(2026, 4, 2))
    assert found == [
        "2026-03-03T01:00",
        "2026-03-10T00:00",
        "2026-03-17T00:00",
        "2026-03-24T00:00",
        "2026-03-31T01:00",
    ]


def test_exceptions_and_replaced_moments_are_left_out_and_added_ones_come() -> None:
    entry = Entry(
        id="a",
        start=datetime(2026, 12, 1),
        all_day=True,
        rule="FREQ=WEEKLY",
        without=("2026-12-08",),
        dates=("2026-12-12",),
    )
    found = days(entry, date(2026, 12, 1), date(2026, 12, 31), replaced=("2026-12-22",))
    assert [item[:10] for item in found] == ["2026-12-01", "2026-12-12", "2026-12-15", "2026-12-29"]


def test_of_two_moments_of_a_day_one_alone_is_left_out() -> None:
    twice = Entry(
        id="a", start=datetime(2026, 12, 1, 8), rule="FREQ=DAILY;BYHOUR=8,18", without=("2026-12-02T08:00",)
    )
    found = days(twice, date(2026, 12, 2), date(2026, 12, 3))
    assert found == ["2026-12-02T18:00", "2026-12-03T08:00", "2026-12-03T18:00"]


def test_what_lasts_until_midnight_ends_on_its_day() -> None:
    party = Entry(id="a", start=datetime(2026, 12, 5, 20), end=datetime(2026, 12, 6))
    only = list(occurrences(party, date(2026, 12, 5), date(2026, 12, 7), zone=BERLIN))
    assert [(item.first, item.last) for item in only] == [(date(2026, 12, 5), date(2026, 12, 5))]


def test_what_began_before_the_days_asked_for_reaches_into_them() -> None:
    fair = Entry(id="a", start=datetime(2026, 11, 28), end=datetime(2026, 12, 6), all_day=True)
    assert len(list(occurrences(fair, date(2026, 12, 1), date(2026, 12, 2), zone=BERLIN))) == 1
    assert not list(occurrences(fair, date(2026, 12, 7), date(2026, 12, 9), zone=BERLIN))


def test_the_days_before_an_election_are_its_period_of_neutrality() -> None:
    layer = OwnLayer(id="l", kind=LayerKind.ELECTION, quiet=42)
    election = Entry(id="a", layer="l", title="Stichwahl", start=datetime(2027, 3, 28), all_day=True)
    found = list(occurrences(election, date(2027, 1, 1), date(2027, 12, 31), zone=BERLIN))
    one = neutralities({"l": layer}, found, date(2027, 2, 1), date(2027, 2, 28))[0]
    assert (one.first, one.last, one.title) == (date(2027, 2, 14), date(2027, 3, 28), "Stichwahl")
    assert not neutralities({"l": layer}, found, date(2027, 1, 1), date(2027, 2, 13))
    none = OwnLayer(id="l", kind=LayerKind.ELECTION, quiet=0)
    assert not neutralities({"l": none}, found, date(2027, 2, 1), date(2027, 4, 1))
