# SPDX-License-Identifier: EUPL-1.2
"""Daylight saving, other zones, clocks that jump, devices that disagree: no post moves, no order turns round.

    python -m tests.faults.clock 500 --seed 7

Each run does three things: all nights of daylight saving from 2024 to 2035 (with leap days and weeks 53), the same plan
read under other zones of the computer, and n lives of two computers whose clocks jump while people work on them.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kalender.app.house import House
from kalender.domain.days.month import weeks_of
from kalender.domain.stage import Flag
from kalender.services.clock import FixedClock
from tests.faults.lives import Check, Life
from tests.faults.rich import at_home, rich_plan
from tests.faults.tally import SEED, Tally, main
from tests.places import ROOT

BERLIN = ZoneInfo("Europe/Berlin")
YEARS = range(2024, 2036)
ZONES = (
    "Europe/Berlin",
    "UTC",
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
    "Antarctica/Troll",
)


def changes_of(year: int) -> tuple[date, date]:
    """Return the days on which summer time begins and ends in Germany: the last Sundays of March and of October."""
    found = []
    for month in (3, 10):
        last = date(year, month, 31)
        found.append(last - timedelta(days=(last.weekday() + 1) % 7))
    return found[0], found[1]


class _Told:
    """Counts what was looked at, and keeps what was not as it must be."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally

    def __call__(self, holds: bool, words: str) -> None:
        self.tally.tried += 1
        if not holds:
            self.tally.lost += 1
            self.tally.trouble.append(words)


def _gap(house: House, post: str) -> bool:
    return any(item.rule == "planned.clock_gap" for item in house.checks.of(post))


def nights(folder: Path, check: Check, years: range = YEARS) -> None:
    """Plan, move and look at posts in every night in which the clocks change, and in the days around it."""
    clock = FixedClock(datetime(2024, 1, 1, 9))
    with at_home(folder, clock) as house:
        post = house.posts.create("Nacht", text="Die Uhren werden umgestellt.")
        for year in years:
            spring, autumn = changes_of(year)
            for day, gap in ((spring, True), (autumn, False)):
                for hour, minute in ((1, 59), (2, 0), (2, 30), (2, 59), (3, 0), (3, 30)):
                    moment = datetime(day.year, day.month, day.day, hour, minute)
                    house.posts.move_to([post], moment)
                    said = f"{moment:%Y-%m-%d %H:%M}"
                    check(house.posts.get(post).planned == moment, f"{said} was not kept")
                    check(_gap(house, post) == (gap and hour == 2), f"{said} is flagged wrongly")
                    first = moment.replace(tzinfo=BERLIN, fold=0).astimezone(UTC)
                    wanted = timedelta(hours=2) if not gap or hour > 2 else timedelta(hours=1)
                    if not gap and hour >= 3:
                        wanted = timedelta(hours=1)
                    if not (gap and hour == 2):
                        check(moment - first.replace(tzinfo=None) == wanted, f"{said} is not one moment")
                _around(house, clock, post, day, check)
        house.posts.move_to([post], datetime(2028, 2, 29, 9))
        house.posts.shift([post], 366)
        check(house.posts.get(post).planned == datetime(2029, 3, 1, 9), "a leap day and 366 days")
        house.posts.shift([post], -366)
        check(house.posts.get(post).planned == datetime(2028, 2, 29, 9), "back onto the leap day")
        for year in years:
            for month in range(1, 13):
                weeks = weeks_of(date(year, month, 1))
                numbers = [days[0].isocalendar().week for days in weeks]
                check(
                    all(days[0].weekday() == 0 and len(days) == 7 for days in weeks),
                    f"weeks of {year}-{month}",
                )
                wraps = [b for a, b in pairwise(numbers) if b != a + 1]
                check(wraps in ([], [1]), f"numbers of the weeks of {year}-{month}: {numbers}")
        check(weeks_of(date(2026, 12, 1))[-1][0].isocalendar().week == 53, "2026 has a week 53")
        _ends_of_time(house, check)


def _around(house: House, clock: FixedClock, post: str, day: date, check: Check) -> None:
    """Move a post at nine across the night in every way there is, and let its time come."""
    nine = datetime(day.year, day.month, day.day, 9)
    for days in (1, 7, 30, 365):
        house.posts.move_to([post], nine - timedelta(days=days))
        house.posts.shift([post], days)
        check(house.posts.get(post).planned == nine, f"{day}: shifted by {days} days")
        house.posts.shift([post], days)
        check(house.posts.get(post).planned == nine + timedelta(days=days), f"{day}: and on")
        house.posts.move_to_day([post], day)
        check(house.posts.get(post).planned == nine, f"{day}: carried there")
    (copy,) = house.posts.duplicate([post], day + timedelta(days=7))
    check(house.posts.get(copy).planned == nine + timedelta(days=7), f"{day}: a copy a week later")
    house.posts.delete([copy])
    on_its_day = [card.id for card in house.posts.cards_between(day, day)]
    check(post in on_its_day, f"{day}: not found on its day")
    for minutes in range(-180, 181, 30):
        instant = nine.replace(tzinfo=BERLIN).astimezone(UTC) + timedelta(minutes=minutes)
        clock.set(instant.astimezone(BERLIN).replace(tzinfo=None))
        late = Flag.OVERDUE in house.posts.card(post).flags
        check(late == (minutes > 0), f"{day}: {minutes} minutes after its time, overdue is {late}")


def _ends_of_time(house: House, check: Check) -> None:
    for moment in (datetime(1, 1, 1), datetime(1, 1, 1, 0, 30), datetime(9999, 12, 31, 23, 59)):
        post = house.posts.create("Grenze", planned=moment, text="An den Enden der Zeit.")
        house.checks.of(post)
        house.posts.cards_between(date.min, date.max)
        check(house.posts.get(post).planned == moment, f"{moment} was not kept")
        house.posts.delete([post])


READER = """
import json, sys, time
from pathlib import Path
from tests.faults.clock import shown
if hasattr(time, "tzset"):
    time.tzset()
sys.stdout.write(json.dumps(shown(Path(sys.argv[1]), write=sys.argv[2] == "write")))
"""


def shown(folder: Path, *, write: bool) -> dict[str, Any]:
    """Return when posts are planned, on which day they lie, what is late and who approved until when; first write one."""
    with at_home(folder, FixedClock(datetime(2026, 12, 8, 23, 30)), ids=os.environ.get("TZ", "")) as house:
        if write:
            house.posts.create(
                f"Geschrieben in {os.environ.get('TZ')}", planned=datetime(2026, 12, 24, 0, 30), text="x"
            )
        cards = {card.id: card for card in house.posts.cards_between(date.min, date.max)}
        days = [date(2026, 12, 1) + timedelta(days=number) for number in range(31)]
        return {
            "planned": {id_: str(card.planned) for id_, card in cards.items()},
            "days": {str(day): [card.id for card in house.posts.cards_between(day, day)] for day in days},
            "late": sorted(card.id for card in house.posts.overdue()),
            "stages": {id_: card.stage.value for id_, card in cards.items()},
            "written": sorted(
                str(card.planned) for card in cards.values() if card.title.startswith("Geschrieben")
            ),
        }


def zones(folder: Path, check: Check, names: tuple[str, ...] = ZONES) -> None:
    """Read and write the same plan in child processes whose computer stands in another zone."""
    before = shown(folder, write=False)
    for number, name in enumerate(names):
        child = subprocess.run(
            [sys.executable, "-c", READER, str(folder), "write"],
            cwd=ROOT,
            env={**os.environ, "TZ": name},
            capture_output=True,
            text=True,
            check=False,
        )
        check(child.returncode == 0, f"{name}: {child.stderr[-300:]}")
        if child.returncode:
            continue
        told = json.loads(child.stdout)
        for id_, planned in before["planned"].items():
            check(told["planned"].get(id_) == planned, f"{name}: {id_} moved to {told['planned'].get(id_)}")
        check(told["late"] == before["late"], f"{name}: other posts are late")
        check(
            {id_: told["stages"][id_] for id_ in before["stages"]} == before["stages"],
            f"{name}: other stages",
        )
        check(
            told["written"] == ["2026-12-24 00:30:00"] * (number + 1), f"{name}: written at {told['written']}"
        )
        check(
            len(told["days"]["2026-12-24"]) == len(before["days"]["2026-12-24"]) + number + 1,
            f"{name}: another day",
        )


def run(n: int, seed: int = SEED) -> Tally:
    """Do all of it; n: how many lives of two computers, each of 30 steps."""
    tally = Tally("clock", seed)
    check = _Told(tally)
    place = Path(tempfile.mkdtemp(prefix="kalender-clock-"))
    try:
        template = rich_plan(place / "plan", posts=6)
        few = n < 50
        shutil.copytree(template, place / "nights")
        nights(place / "nights", check, range(2026, 2028) if few else YEARS)
        shutil.copytree(template, place / "zones")
        zones(place / "zones", check, ZONES[2:4] if few else ZONES)
        for number in range(n):
            lives = place / f"life {number}"
            lives.mkdir()
            try:
                Life(template, lives, random.Random(f"{seed}/{number}"), check).live(30)
            except Exception as error:  # noqa: BLE001 - whatever is not worded is what this looks for
                tally.crashed += 1
                tally.trouble.append(f"life {number}: {type(error).__name__}: {error}")
            shutil.rmtree(lives)
    finally:
        shutil.rmtree(place)
    tally.more = {"lives": n}
    return tally


if __name__ == "__main__":
    sys.exit(main(run, 300))
