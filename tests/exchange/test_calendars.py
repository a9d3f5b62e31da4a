# SPDX-License-Identifier: EUPL-1.2
"""Calendars of others: what is good is taken, what is bad is named by its line, and nothing ends the reading."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kalender.domain.refusal import RefusalKind
from kalender.exchange.calendars.found import CalendarReading, Doubt, Fault, FoundEntry
from kalender.exchange.calendars.reading import is_ics, read_calendar, read_ics
from kalender.exchange.sheets import TableRefused

BERLIN = "Europe/Berlin"
TODAY = date(2026, 11, 22)


def event(*lines: str, uid: str = "1", title: str = "Gemeinderat") -> list[str]:
    """Return the lines of an event; those given win by coming first."""
    start = [] if any(line.startswith("DTSTART") for line in lines) else ["DTSTART:20261208T180000"]
    return ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, *start, "END:VEVENT"]


def read(*events: list[str], head: tuple[str, ...] = ()) -> CalendarReading:
    """Return what a calendar of these events is read as."""
    lines = ["BEGIN:VCALENDAR", *head, *(line for one in events for line in one), "END:VCALENDAR", ""]
    return read_ics("\r\n".join(lines).encode(), BERLIN)


def only(*lines: str, head: tuple[str, ...] = ()) -> FoundEntry:
    """Return the one entry of a calendar with one event."""
    (found,) = read(event(*lines), head=head).entries
    return found


def table(folder: Path, *rows: str) -> CalendarReading:
    """Return what a CSV file is read as."""
    path = folder / "tage.csv"
    path.write_text("\r\n".join(rows), encoding="utf-8")
    return read_calendar(path, BERLIN, TODAY)


def test_one_bad_line_among_five_hundred_events_costs_one_event() -> None:
    events = [
        event(f"DTSTART:2027{1 + n // 28:02}{1 + n % 28:02}T180000", uid=str(n)) for n in range(336)
    ] + [event(f"DTSTART:2028{1 + n // 28:02}{1 + n % 28:02}T180000", uid=f"b{n}") for n in range(164)]
    events[250][3] = "DTSTART:2027-Dezember"
    found = read(*events)
    assert len(found.entries) == 499
    (bad,) = found.bad
    assert (bad.fault, bad.line, bad.what) == (Fault.BAD_DATE, 1 + 250 * 5 + 4, "Gemeinderat: 2027-Dezember")


@pytest.mark.parametrize(
    ("lines", "fault", "line"),
    [
        (["DTSTART:20261301"], Fault.BAD_DATE, 5),
        (["RRULE:FREQ=SECONDLY;COUNT=1000000000"], Fault.RULE_TOO_FINE, 5),
        (["RRULE:FREQ=DAILY;COUNT=1000000000"], Fault.RULE_TOO_MANY, 5),
        (["RRULE:FREQ=DAILY", "EXRULE:FREQ=DAILY"], Fault.EXRULE, 6),
        (["RRULE:FREQ=JETZT"], Fault.RULE_UNREADABLE, 5),
        (["RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9"], Fault.RULE_TOO_MANY, 5),
    ],
)
def test_a_bad_event_is_named_by_its_line_and_reason(lines: list[str], fault: Fault, line: int) -> None:
    found = read(event(*lines), event(uid="2", title="Gut"))
    assert [item.title for item in found.entries] == ["Gut"]
    assert [(item.fault, item.line) for item in found.bad] == [(fault, line)]


def test_endless_counts_share_the_limit_of_a_file_and_what_needs_no_counting_is_still_taken() -> None:
    endless = [event("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9", uid=str(n)) for n in range(12)]
    good = event("RRULE:FREQ=WEEKLY;COUNT=3", uid="gut", title="Gut")
    found = read(
        good,
        *endless,
        event("RRULE:FREQ=WEEKLY;COUNT=3", uid="spät"),
        event("RRULE:FREQ=WEEKLY", uid="frei", title="Frei"),
    )
    assert [item.title for item in found.entries] == ["Gut", "Frei"]
    assert [item.fault for item in found.bad] == [Fault.RULE_TOO_MANY] * 13


def test_an_event_without_day_or_title_and_a_task_are_named() -> None:
    found = read(
        ["BEGIN:VEVENT", "SUMMARY:Ohne Tag", "END:VEVENT"],
        ["BEGIN:VEVENT", "DTSTART:20261201", "END:VEVENT"],
        ["BEGIN:VTODO", "SUMMARY:Plakate", "END:VTODO"],
    )
    assert [(item.fault, item.line) for item in found.bad] == [
        (Fault.NO_START, 2),
        (Fault.NO_TITLE, 5),
        (Fault.NO_EVENT, 8),
    ]


def test_a_file_that_breaks_off_loses_its_last_event_alone() -> None:
    whole = "\r\n".join(["BEGIN:VCALENDAR", *event(), *event(uid="2", title="Ausschuss")[:-1], "DESCR"])
    found = read_ics(whole.encode(), BERLIN)
    assert [item.title for item in found.entries] == ["Gemeinderat"]
    assert [(item.fault, item.what) for item in found.bad] == [(Fault.CUT_OFF, "Ausschuss")]


def test_a_line_that_is_none_is_passed_over_and_named() -> None:
    found = read(event("und noch eine Zeile ohne Doppelpunkt"))
    assert len(found.entries) == 1
    assert [(item.doubt, item.line) for item in found.doubts] == [(Doubt.LINE_SKIPPED, 5)]


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("Europe/Berlin", 18),
        ("W. Europe Standard Time", 18),
        ("Mitteleuropäische Zeit", 18),
        ("/freeassociation.sourceforge.net/Europe/London", 19),
        ("GMT Standard Time", 19),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", 18),
        ("America_New_York", 0),
        ("UTC+02:00", 17),
    ],
)
def test_time_zones_are_understood_by_all_their_names(zone: str, hour: int) -> None:
    assert only(f'DTSTART;TZID="{zone}":20261208T180000').start.hour == hour


def test_a_zone_that_the_file_describes_is_understood_by_its_offsets() -> None:
    block = (
        "BEGIN:VTIMEZONE", "TZID:Rathauszeit", "BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0300",
        "TZOFFSETTO:+0200", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:19700329T020000", "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0300", "END:DAYLIGHT", "END:VTIMEZONE",
    )  # fmt: skip
    assert only("DTSTART;TZID=Rathauszeit:20261208T180000", head=block).start.hour == 17


def test_an_unknown_zone_is_taken_for_ours_and_named() -> None:
    found = read(event("DTSTART;TZID=Mondzeit:20261208T180000"))
    assert found.entries[0].start.hour == 18
    assert [(item.doubt, item.what) for item in found.doubts] == [(Doubt.ZONE_UNKNOWN, "Mondzeit")]


def test_utc_becomes_our_wall_time_in_winter_and_summer() -> None:
    assert only("DTSTART:20261208T170000Z").start == datetime(2026, 12, 8, 18)
    assert only("DTSTART:20260708T160000Z").start == datetime(2026, 7, 8, 18)


def test_days_ends_and_durations_are_understood() -> None:
    fair = only("DTSTART;VALUE=DATE:20261128", "DTEND;VALUE=DATE:20261207")
    assert (fair.all_day, fair.start, fair.end) == (True, datetime(2026, 11, 28), datetime(2026, 12, 6))
    assert only("DTSTART;VALUE=DATE:20261128", "DTEND;VALUE=DATE:20261128").end is None
    assert only("DTSTART:20261208T180000", "DURATION:PT2H30M").end == datetime(2026, 12, 8, 20, 30)
    assert only("DTSTART:20261208").all_day
    outlook = only("DTSTART:20261208T000000", "DTEND:20261210T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")
    assert (outlook.all_day, outlook.end) == (True, datetime(2026, 12, 9))


def test_a_moment_that_was_moved_stands_for_the_one_it_replaces() -> None:
    found = read(
        event("RRULE:FREQ=WEEKLY", "EXDATE:20261222T180000"),
        event("RECURRENCE-ID:20261215T170000Z", "DTSTART:20261216T190000"),
    )
    master, moved = found.entries
    assert master.without == ("2026-12-22T18:00",)
    assert (moved.of, moved.instance, moved.rule) == (master.key, "2026-12-15T18:00", "")


def test_what_was_called_off_does_not_come() -> None:
    found = read(
        event("RRULE:FREQ=WEEKLY"),
        event("RECURRENCE-ID:20261215T180000", "DTSTART:20261215T180000", "STATUS:CANCELLED"),
        event("STATUS:CANCELLED", uid="2"),
    )
    assert [item.without for item in found.entries] == [("2026-12-15T18:00",)]
    assert "2" in found.cancelled
    assert not read(event(), event("STATUS:CANCELLED", "SEQUENCE:1")).entries


def test_the_later_version_of_an_event_counts_and_a_shared_number_keeps_both_days() -> None:
    later = read(event("SEQUENCE:2", "DTSTART:20261209T180000"), event("SEQUENCE:1"))
    assert [item.start.day for item in later.entries] == [9]
    shared = read(event(), event("DTSTART:20261215T180000"))
    assert [item.start.day for item in shared.entries] == [8, 15]
    assert len({item.key for item in shared.entries}) == 2


def test_old_letters_folded_lines_and_escapes_are_read() -> None:
    data = b"BEGIN:VCALENDAR\nX-WR-CALNAME:M\xfcll\nBEGIN:VEVENT\nSUMMARY:Gr\xfcn\n  und Bl\xe4tter\\, Laub\nDTSTART:20261201\nEND:VEVENT\n"
    found = read_ics(data, BERLIN)
    assert (found.name, found.entries[0].title) == ("Müll", "Grün und Blätter, Laub")


def test_only_what_begins_like_a_calendar_is_one() -> None:
    assert is_ics(b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n")
    assert is_ics("BEGIN:VCALENDAR\r\n".encode("utf-16"))
    assert not is_ics(b"Datum;Titel\r\n")


def test_a_calendar_without_any_event_is_refused() -> None:
    with pytest.raises(TableRefused) as refused:
        read()
    assert refused.value.kind is RefusalKind.CALENDAR_EMPTY


def test_a_table_of_meetings_has_times_and_places(tmp_path: Path) -> None:
    found = table(
        tmp_path,
        "Sitzungsdatum;Uhrzeit;Gremium;Ort;Bemerkung",
        "Di., 08.12.2026;18:30;Gemeinderat;Ratssaal;öffentlich",
        "32.12.2026;18:00;Bauausschuss;Ratssaal;",
    )
    (meeting,) = found.entries
    assert (meeting.title, meeting.start, meeting.place) == (
        "Gemeinderat",
        datetime(2026, 12, 8, 18, 30),
        "Ratssaal",
    )
    assert meeting.note == "öffentlich"
    assert [(item.line, item.fault, item.what) for item in found.bad] == [
        (3, Fault.BAD_DATE, "Bauausschuss 32.12.2026")
    ]


def test_a_column_of_days_for_each_kind_is_named_by_its_heading(tmp_path: Path) -> None:
    found = table(
        tmp_path, "Restmüll;Biotonne", "04.01.2027;05.01.2027", "18.01.2027;12.01.2027", ";19.01.2027"
    )
    assert [(item.title, item.start.day) for item in found.entries] == [
        ("Restmüll", 4),
        ("Biotonne", 5),
        ("Restmüll", 18),
        ("Biotonne", 12),
        ("Biotonne", 19),
    ]


def test_a_mark_says_what_is_on_a_day(tmp_path: Path) -> None:
    found = table(tmp_path, "Datum;Restmüll;Biotonne", "04.01.2027;x;x", "05.01.2027;;X")
    assert [(item.title, item.start.day) for item in found.entries] == [
        ("Restmüll", 4),
        ("Biotonne", 4),
        ("Biotonne", 5),
    ]


def test_deadlines_of_the_gazette_keep_both_their_days(tmp_path: Path) -> None:
    found = table(tmp_path, "Ausgabe;Redaktionsschluss;Erscheinungstag", "Nr. 1/2027;11.01.2027;15.01.2027")
    assert [item.title for item in found.entries] == [
        "Redaktionsschluss (Nr. 1/2027)",
        "Erscheinungstag (Nr. 1/2027)",
    ]


def test_a_stretch_of_days_has_its_last_day(tmp_path: Path) -> None:
    (fair,) = table(tmp_path, "Datum;bis;Titel", "28.11.2026;06.12.2026;Weihnachtsmarkt").entries
    assert (fair.all_day, fair.end) == (True, datetime(2026, 12, 6))


LINES = st.sampled_from(
    [
        "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "BEGIN:VTIMEZONE",
        "END:VTIMEZONE", "SUMMARY:Rat", "UID:1", "DTSTART:20261208T180000", "DTSTART;TZID=X:20261208T180000",
        "DTSTART;VALUE=DATE:20261208", "DTEND:99999999", "RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=YEARLY;BYWEEKNO=53",
        "RECURRENCE-ID:20261208T180000", "STATUS:CANCELLED", "DURATION:P9999999999D", "EXDATE:", "RDATE:20261209/PT1H",
        " gefaltet", ";:;:", "=", "DTSTART:00010101T000000Z", "DTSTART:99991231T235959Z",
    ]
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=40))
def test_whatever_stands_in_a_file_it_is_read_or_refused(lines: list[str]) -> None:
    try:
        found = read_ics("\r\n".join(lines).encode("utf-8", "replace"), BERLIN)
    except TableRefused:
        return
    assert found.entries or found.bad or found.cancelled
    assert len({item.key for item in found.entries}) == len(found.entries)
