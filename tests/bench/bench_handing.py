# SPDX-License-Identifier: EUPL-1.2
"""What paper, calendar file and search cost over a plan of 10,000 posts, in time of the processor.

python -m tests.bench.bench_handing [posts]
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kalender.domain.days.month import shifted
from kalender.jobs.jobs import Jobs
from kalender.services.clock import FixedClock
from kalender.services.handing.sheets import PrintOrder, View
from tests.bench.big_plan import written
from tests.flows.sitting import Now, Sitting

TYPED = (
    "m",
    "ma",
    "markt",
    "druck",
    "kw 50",
    "nächster dienstag",
    "einst",
    "papierkorb",
    "rathaus straße",
    "xyzzy",
)


def say(line: str) -> None:
    """Print a line of figures."""
    sys.stdout.write(f"{line}\n")


def cost(do: Callable[[], object], times: int) -> list[float]:
    """Return the processor's milliseconds of each of some calls."""
    found = []
    for _ in range(times):
        start = time.process_time()
        do()
        found.append((time.process_time() - start) * 1000)
    return found


def main(posts: int = 10_000) -> None:
    """Print all figures."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        plan = written(home / "plan", posts, home / "cache" / "thumbnails")
        sitting = Sitting(application, home, clock=FixedClock(datetime(2026, 12, 3, 10, 42)))
        sitting.jobs = Jobs(Now())
        sitting.open(plan)
        _search(sitting)
        _paper(sitting, home)
        sitting.close()


def _search(sitting: Sitting) -> None:
    search = sitting.window.search
    sitting.window.field.setFocus()
    say(f"search: from the last letter to the list, {sitting.house.store.posts()} posts")
    for text in TYPED:
        search.look_for(text)
        some = cost(search.run, 11)
        say(
            f"  {text:18} {statistics.median(some):6.1f} ms, worst {max(some):6.1f} ms, rows {search.list.count()}"
        )
    search.leave()
    some = cost(search.begin, 11)
    say(f"  {'(nothing yet)':18} {statistics.median(some):6.1f} ms")
    search.leave()


def _paper(sitting: Sitting, home: Path) -> None:
    house = sitting.house
    every = house.posts.cards_between(date(1970, 1, 1), date(2199, 12, 31))
    days = sorted(card.planned.date() for card in every if card.planned is not None)
    first = days[len(days) // 2].replace(day=1)
    last = shifted(first, 1) - timedelta(days=1)
    out = home / "out.pdf"
    for view in View:
        order = PrintOrder(view=view, first=first, last=last)
        times = cost(partial(house.printing.write, order, out), 3)
        count = len(house.printing.gather(order).cards)
        preview = cost(partial(house.printing.preview, order), 3)
        say(
            f"print {view.value:6} of one month, {count:4} posts: {statistics.median(times):7.0f} ms, "
            f"{out.stat().st_size / 1000:6.0f} kB; preview {statistics.median(preview):6.0f} ms"
        )
    year = PrintOrder(view=View.LIST, first=first, last=first + timedelta(days=364))
    (took,) = cost(lambda: house.printing.write(year, out), 1)
    say(
        f"print list of a year, {len(house.printing.gather(year).cards):5} posts: {took:7.0f} ms, {out.stat().st_size / 1000:6.0f} kB"
    )
    (took,) = cost(lambda: house.calendar_export.write(home / "out.ics"), 1)
    say(f"calendar of all posts: {took:7.0f} ms, {(home / 'out.ics').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
