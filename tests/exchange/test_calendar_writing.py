# SPDX-License-Identifier: EUPL-1.2
"""A calendar file keeps the letter of the standard: folded lines, escaped texts, zones by rule, versions, numbers."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.exchange.calendars.lines import logical_lines
from kalender.exchange.calendars.writing import (
    Certainty,
    WrittenEvent,
    calendar_bytes,
    escaped,
    eu_rule,
    folded,
)

CHANGED = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def an_event(start: datetime = datetime(2026, 12, 5, 18, 0), **fields: Any) -> WrittenEvent:
    values: dict[str, Any] = {
        "uid": "p1@kalender",
        "zone": "Europe/Berlin",
        "title": "Weihnachtsmarkt",
        "version": 3,
        "changed": CHANGED,
        **fields,
    }
    return WrittenEvent(start=start, **values)


def lines_of(*events: WrittenEvent) -> list[str]:
    return [text for _number, text in logical_lines(calendar_bytes("Stadt", "Europe/Berlin", events))]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_a_folded_line_is_never_longer_than_75_octets_and_comes_back_whole(text: str) -> None:
    line = "SUMMARY:" + escaped(text)
    raw = folded(line)
    assert all(len(part) <= 75 for part in raw.removesuffix(b"\r\n").split(b"\r\n"))
    assert raw.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode() == line
    for part in raw.split(b"\r\n"):
        part.decode()  # no letter is cut in two


def test_a_text_is_one_value_whatever_stands_in_it() -> None:
    assert escaped("a\\b;c,d\r\ne\nf\x00\x1b") == "a\\\\b\\;c\\,d\\ne\\nf"


def test_an_entry_says_number_version_moment_and_state() -> None:
    lines = lines_of(an_event(certainty=Certainty.CANCELLED))
    for wanted in (
        "UID:p1@kalender",
        "SEQUENCE:3",
        "DTSTAMP:20261201T080000Z",
        "DTSTART;TZID=Europe/Berlin:20261205T180000",
        "STATUS:CANCELLED",
        "SUMMARY:Weihnachtsmarkt",
    ):
        assert wanted in lines


def test_a_title_is_one_line_and_a_link_that_would_break_the_file_stays_out() -> None:
    lines = lines_of(an_event(title="Markt\nEND:VEVENT", link="https://a.de/\r\nEND:VEVENT"))
    assert lines.count("END:VEVENT") == 1
    assert "SUMMARY:Markt END:VEVENT" in lines
    assert not [line for line in lines if line.startswith("URL")]


def test_the_zone_is_written_as_the_rule_of_the_eu() -> None:
    text = "\n".join(lines_of(an_event()))
    summer = "TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nDTSTART:19810329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
    winter = "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nDTSTART:19961027T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
    assert summer in text
    assert winter in text


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("Europe/Berlin", (1, 2)),
        ("Europe/Lisbon", (0, 1)),
        ("Europe/Helsinki", (2, 3)),
        ("America/New_York", None),
        ("UTC", (0, 0)),
    ],
)
def test_the_rule_is_written_only_for_zones_that_keep_it(zone: str, hours: tuple[int, int] | None) -> None:
    wanted = None if hours is None else tuple(timedelta(hours=item) for item in hours)
    assert eu_rule(zone, [2026, 2030]) == wanted


def test_a_zone_with_another_rule_is_told_in_utc() -> None:
    assert "DTSTART:20261205T230000Z" in lines_of(an_event(zone="America/New_York"))


def test_the_same_entries_give_the_same_bytes_in_whatever_order() -> None:
    one, two = an_event(), an_event(uid="p2@kalender", title="Zweiter")
    assert calendar_bytes("S", "Europe/Berlin", [one, two]) == calendar_bytes(
        "S", "Europe/Berlin", [two, one]
    )
