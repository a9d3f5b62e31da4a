# SPDX-License-Identifier: EUPL-1.2
"""What other programs read out of our calendar: the same days, times and titles, on the nights of the clock too.

icalendar comes with the tests; khal, calcurse and vobject are packages of Debian, and a test says where one is missing.
"""

import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest

from kalender.exchange.calendars.reading import read_calendar
from kalender.exchange.calendars.writing import Certainty, WrittenEvent, calendar_bytes

BERLIN = "Europe/Berlin"
TITLES = (
    "Weihnachtsmarkt",
    "Straßenfest; Größe, Maße \\ Füße",
    "Ein sehr langer Titel, der über mehr als fünfundsiebzig Oktette geht und darum gefaltet wird: Öffnungszeiten",
    "Schnee ❄️ und 🎄",
)
MOMENTS = (
    "2026-03-28T23:30", "2026-03-29T00:30", "2026-03-29T01:30", "2026-03-29T01:59", "2026-03-29T03:00", "2026-03-29T03:30",
    "2026-03-29T09:00", "2026-03-30T09:00", "2026-06-15T18:00", "2026-10-24T23:30", "2026-10-25T00:30", "2026-10-25T01:30",
    "2026-10-25T02:30", "2026-10-25T03:00", "2026-10-25T03:30", "2026-10-25T09:00", "2026-10-26T09:00", "2026-12-31T23:59",
)  # fmt: skip
"""Wall times around both nights of the clock; the hour that does not exist has a test of its own."""

Listed = list[tuple[str, str]]


def events() -> list[WrittenEvent]:
    return [
        WrittenEvent(
            uid=f"p{number}@kalender",
            start=datetime.fromisoformat(text),
            zone=BERLIN,
            title=TITLES[number % len(TITLES)],
            version=number,
            changed=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
            certainty=Certainty.CANCELLED if number == 8 else Certainty.CONFIRMED,
            text="Zeile 1\nZeile 2; mit, allem\\",
        )
        for number, text in enumerate(MOMENTS)
    ]


def wanted() -> Listed:
    return sorted((item.start.isoformat(timespec="minutes"), item.title) for item in events())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.ics"
    path.write_bytes(calendar_bytes("Stadt Lindenbrunn", BERLIN, events()))
    return path


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(
            f"{name} is not installed, so nobody has asked it how it reads our calendar (Debian: apt-get install {name})"
        )
    return found


def said(name: str, listed: Listed, capsys: pytest.CaptureFixture[str]) -> None:
    same = len(set(listed) & set(wanted()))
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: {same} of {len(wanted())} entries with the same day, time and title\n")
        for item in sorted(set(wanted()) ^ set(listed)):
            sys.stdout.write(f"  {'only here' if item in wanted() else f'only {name}'}: {item}\n")


def entries(out: str) -> Listed:
    """Return what a program printed as moment|title, one a line."""
    pairs = (line.partition("|") for line in out.splitlines() if "|" in line)
    return sorted((when.strip().replace(" ", "T"), title.strip()) for when, _, title in pairs)


def run(command: list[str], home: Path) -> str:
    place = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    kept = {**os.environ, **place, "TZ": BERLIN, "LC_ALL": "C.UTF-8"}
    for name in ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "PYTHONDEVMODE", "PYTHONWARNINGS"):
        kept.pop(name, None)
    done = subprocess.run(command, env=kept, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_icalendar_reads_the_same(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    listed = sorted(
        (
            event.decoded("DTSTART").replace(tzinfo=None).isoformat(timespec="minutes"),
            str(event["SUMMARY"]),
        )
        for event in calendar.walk("VEVENT")
    )
    said("icalendar", listed, capsys)
    assert listed == wanted()
    offsets = {event.decoded("DTSTART").utcoffset() for event in calendar.walk("VEVENT")}
    assert len(offsets) == 2
    assert {str(event["DESCRIPTION"]) for event in calendar.walk("VEVENT")} == {
        "Zeile 1\nZeile 2; mit, allem\\"
    }
    assert [str(event["STATUS"]) for event in calendar.walk("VEVENT")].count("CANCELLED") == 1


def test_khal_reads_the_same(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    khal = program("khal")
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[plan]]\npath = {tmp_path / 'vdir'}\n"
        f"[locale]\nlocal_timezone = {BERLIN}\ndefault_timezone = {BERLIN}\ntimeformat = %H:%M\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path / 'khal.db'}\n[default]\ndefault_calendar = plan\n",
        encoding="utf-8",
    )
    (tmp_path / "vdir").mkdir()
    run([khal, "-c", str(config), "import", "--batch", "-a", "plan", str(file)], tmp_path)
    asked = ["list", "--notstarted", "--day-format", "", "--format", "{start-long}|{title}"]
    out = run([khal, "-c", str(config), *asked, "2026-01-01", "365d"], tmp_path)
    listed = entries(out)
    said("khal", listed, capsys)
    assert listed == wanted()


def test_calcurse_reads_the_same(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calcurse = program("calcurse")
    place = tmp_path / "calcurse"
    place.mkdir()
    run([calcurse, "-D", str(place), "-q", "-i", str(file)], tmp_path)
    shape = "%(start:%Y-%m-%dT%H:%M)|%m\\n"
    out = run([calcurse, "-D", str(place), "-G", "--filter-type", "apt", "--format-apt", shape], tmp_path)
    listed = entries(out)
    said("calcurse", listed, capsys)
    assert listed == wanted()


def test_vobject_reads_the_same(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    python = program("python3")
    if Path("/usr/bin/python3").exists():
        python = "/usr/bin/python3"
    probe = subprocess.run([python, "-I", "-c", "import vobject"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("vobject is not installed for the system's Python, so nobody has asked it")
    script = (
        "import sys, vobject\n"
        "for e in vobject.readOne(open(sys.argv[1], encoding='utf-8', newline='')).vevent_list:\n"
        "    print(e.dtstart.value.replace(tzinfo=None).isoformat(timespec='minutes') + '|' + e.summary.value)\n"
    )
    listed = entries(run([python, "-I", "-c", script, str(file)], tmp_path))
    said("vobject", listed, capsys)
    assert listed == wanted()


def test_we_read_our_own_file_back(file: Path) -> None:
    found = read_calendar(file, BERLIN, date(2026, 1, 1))
    listed = sorted((item.start.isoformat(timespec="minutes"), item.title) for item in found.entries)
    gone = MOMENTS[8]
    assert listed == [item for item in wanted() if item[0] != gone]
    assert len(found.cancelled) == 1
    assert not found.bad


def test_the_hour_that_is_skipped_lies_after_the_gap_for_everyone(tmp_path: Path) -> None:
    """2:30 on the spring night exists nowhere; the standard counts it from before the gap, so it is 3:30."""
    event = WrittenEvent(
        uid="gap@kalender",
        start=datetime(2026, 3, 29, 2, 30),
        zone=BERLIN,
        title="Nachts",
        version=0,
        changed=datetime(2026, 1, 1, tzinfo=UTC),
    )
    calendar = icalendar.Calendar.from_ical(calendar_bytes("S", BERLIN, [event]))
    (found,) = calendar.walk("VEVENT")
    assert found.decoded("DTSTART").astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
