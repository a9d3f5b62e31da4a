# SPDX-License-Identifier: EUPL-1.2
"""Beside the library icalendar: of what it refuses, whole files or single lines, how much do we take."""

import re
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from kalender.exchange.calendars.reading import read_calendar
from kalender.exchange.sheets import TableRefused
from tests.places import corpus_files

TODAY = date(2026, 11, 22)
BLOCK = re.compile(rb"^BEGIN:VEVENT\s*?\r?\n.*?^END:VEVENT\s*?$", re.DOTALL | re.MULTILINE | re.IGNORECASE)


def troubled(path: Path) -> str:
    """Return what the library objects to in a file, or nothing."""
    try:
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
    except Exception as error:  # noqa: BLE001 - whatever it raises is a refusal
        return f"refuses the file ({type(error).__name__})"
    errors = [error for part in calendar.walk() for error in part.errors]
    return f"leaves out {len(errors)} lines" if errors else ""


def readable(path: Path) -> list[tuple[str, date]]:
    """Return title and day of each entry with both, as the library reads them once the entry stands in a file of its own."""
    found = []
    for block in BLOCK.findall(path.read_bytes()):
        whole = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + block + b"\r\nEND:VCALENDAR\r\n"
        try:
            (event,) = icalendar.Calendar.from_ical(whole).walk("VEVENT")
            start = event.decoded("DTSTART")
        except Exception:  # noqa: BLE001 - what it cannot read alone is not readable
            continue
        title = str(event.get("SUMMARY", "")).strip()
        if title and isinstance(start, date) and event.get("STATUS") != "CANCELLED":
            found.append((title, start.date() if isinstance(start, datetime) else start))
    return found


def ours(path: Path) -> list[tuple[str, date]]:
    try:
        reading = read_calendar(path, "Europe/Berlin", TODAY)
    except TableRefused:
        return []
    return [(item.title.strip(), item.start.date()) for item in reading.entries]


def taken(wanted: tuple[str, date], entries: list[tuple[str, date]]) -> bool:
    """Tell whether an entry is there, on its day or, seen from another zone, on one beside it."""
    title, day = wanted
    return any(abs(its - day) <= timedelta(days=1) and its_title == title for its_title, its in entries)


@pytest.mark.usefixtures("corpus")
def test_of_what_the_library_refuses_we_take_what_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[tuple[str, str, int, int]] = []
    files = corpus_files("calendars")
    for path in files:
        trouble = troubled(path)
        if trouble:
            wanted, entries = readable(path), ours(path)
            rows.append((path.name, trouble, len(wanted), sum(taken(item, entries) for item in wanted)))
    whole, got = sum(row[2] for row in rows), sum(row[3] for row in rows)
    with capsys.disabled():
        sys.stdout.write(
            f"\nicalendar {icalendar.__version__}: objects to {len(rows)} of {len(files)} files\n"
        )
        for name, trouble, of, have in rows:
            sys.stdout.write(f"  {have:4d} of {of:4d} readable entries taken, library {trouble}: {name}\n")
        share = 100 * got / whole if whole else 100.0
        sys.stdout.write(f"  together {got} of {whole}: {share:.1f} %\n")
    assert got >= 0.95 * whole
