# SPDX-License-Identifier: EUPL-1.2
"""What a plan costs at 1,000, 10,000 and 100,000 posts, how that grows, and what plain sqlite3 takes for the same.

python3 packaging/dev.py bench scale [posts …]   without figures 1,000 and 10,000; 100,000 takes some minutes more

A month holds as much in each plan (10 posts a day; the larger ones span more years), so its cost must not grow.
Times are in milliseconds: median / 95th percentile (processor time, median). Growth is the exponent of the processor
time over the posts. The ratio to plain sqlite3 is that of processor times, of writes that of the time on the clock,
because both wait for the same disk. Other work on the machine makes all figures worse, ratios least.
"""

import json
import math
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kalender.domain.card import Filter
from kalender.domain.post import Post
from kalender.domain.stage import Stage
from kalender.services.acting.desk import Desk
from kalender.store.plan_file import PlanFile
from kalender.store.rows.search import doc_numbers
from tests.bench.bench_store import WORDS, raw, raw_edit, say
from tests.bench.scale_plan import FIRST, days, filled
from tests.builders import StoppedClock, a_plan, reopened

MONTH, CROWDED = 42, 170
"""Days of a month view, and days that hold the 1,700 posts of a month in a crowded plan."""

COLUMNS = (Stage.IDEA, Stage.DRAFT, Stage.APPROVED)
"""Columns of the board that are asked for."""


@dataclass(slots=True)
class Figures:
    """What was measured on one plan. times, spent: by question in seconds, on the clock and of the processor."""

    posts: int
    times: dict[str, list[float]] = field(default_factory=dict)
    spent: dict[str, list[float]] = field(default_factory=dict)
    facts: dict[str, float] = field(default_factory=dict)

    def time(self, question: str, work: Callable[[], Any], rounds: int) -> None:
        """Ask a question so many times."""
        work()
        for _ in range(rounds):
            start, processor = time.perf_counter(), time.process_time()
            work()
            self.note(question, time.perf_counter() - start, time.process_time() - processor)

    def note(self, question: str, clock: float, processor: float) -> None:
        """Take one round down."""
        self.times.setdefault(question, []).append(clock)
        self.spent.setdefault(question, []).append(processor)


def measured(count: int, place: Path) -> Figures:
    """Return the figures of a plan of so many posts, which is made and removed again."""
    found = Figures(count)
    folder = place / str(count)
    file = folder / "plan.kalender"
    plan = a_plan(folder)
    start = time.perf_counter()
    for number, bodies in enumerate(filled(plan, count)):
        before = time.process_time()
        plan.receive(bodies)
        spent = time.process_time() - before
        if number == 1:
            found.facts["receive, first 10,000: processor s"] = spent
        found.facts["receive, last 10,000: processor s"] = spent
    say(f"{count:7d} posts made in {time.perf_counter() - start:.0f} s")
    found.facts["bytes a post"] = file.stat().st_size / count
    plan = reopened(plan)
    chance = random.Random(5)
    reads(found, plan, chance)
    writes(found, plan, chance)
    plan.close()
    against_raw(found, file, chance)
    fresh(found, folder)
    say(f"{count:7d} posts asked and changed; now derived anew and verified")
    whole(found, folder)
    shutil.rmtree(folder)
    return found


def stretch(chance: random.Random, posts: int, length: int) -> tuple[date, date]:
    """Return the first and last day of a stretch within the plan."""
    first = FIRST + timedelta(days=chance.randrange(max(1, days(posts) - length)))
    return first, first + timedelta(days=length - 1)


def reads(found: Figures, plan: PlanFile, chance: random.Random) -> None:
    """Ask what pages ask."""
    n = found.posts
    found.time("week", lambda: plan.cards_between(*stretch(chance, n, 7)), 100)
    found.time("month", lambda: plan.cards_between(*stretch(chance, n, MONTH)), 100)
    found.time("month of 1,700 posts", lambda: plan.cards_between(*stretch(chance, n, CROWDED)), 30)
    shown = stretch(chance, n, MONTH)
    found.time("the same month again", lambda: plan.cards_between(*shown), 50)
    chosen = Filter(channels=frozenset({"instagram"}), topics=frozenset({"topic1"}))
    found.time("month with filter", lambda: plan.cards_between(*stretch(chance, n, MONTH), chosen), 50)
    found.time("board: counts", plan.counts, 50)
    found.time("board: counts with filter", lambda: plan.counts(chosen), 30)
    found.time("board: first page of a column", lambda: plan.column(chance.choice(COLUMNS)), 50)
    found.time("board: tenth page of a column", lambda: plan.column(Stage.DRAFT, None, 50, 450), 50)
    found.time("search: two letters", lambda: plan.find(chance.choice(WORDS)[:2]), 100)
    found.time(
        "search: two words", lambda: plan.find(f"{chance.choice(WORDS)} {chance.choice(WORDS)[:3]}"), 100
    )
    found.time("search: phrase", lambda: plan.find(f'"{chance.choice(WORDS)} {chance.choice(WORDS)}"'), 100)
    found.time("search: second half of a compound", lambda: plan.find("markt"), 30)
    found.facts["found for markt"] = len(plan.find("markt"))
    text = Filter(text="Weihnachtsmarkt", channels=frozenset({"facebook"}))
    found.time("month with words", lambda: plan.cards_between(*stretch(chance, n, MONTH), text), 30)
    found.time("board: counts with words", lambda: plan.counts(text), 10)


def writes(found: Figures, plan: PlanFile, chance: random.Random) -> None:
    """Change the plan as a person does, each change on the disk before it is answered."""
    clock = StoppedClock()
    desk = Desk(plan, clock, "anna")

    def edit() -> None:
        clock.forward(seconds=1)
        with desk.action("post.renamed") as act:
            post = act.get(Post, f"{chance.randrange(found.posts):032x}")
            act.put(replace(post, title=f"{post.title} x"))

    found.time("commit", edit, 100)
    found.time("undo", desk.undo, 50)
    found.time("redo", desk.redo, 40)
    found.time("what undo and redo would do", lambda: (desk.can_undo(), desk.can_redo()), 50)
    busy = f"{7:032x}"
    for n in range(1000 if found.posts == 10_000 else 0):
        clock.forward(seconds=1)
        with desk.action("post.noted") as act:
            act.put(replace(act.get(Post, busy), note=f"Stand {n}"))
    if found.posts == 10_000:

        def edit_busy() -> None:
            clock.forward(seconds=1)
            with desk.action("post.noted") as act:
                act.put(replace(act.get(Post, busy), note=f"Stand {clock.now}"))

        found.time("commit, 1,000 revisions", edit_busy, 40)
        found.time("undo, 1,000 revisions", desk.undo, 30)


def against_raw(found: Figures, file: Path, chance: random.Random) -> None:
    """Ask plain sqlite3 the same; a search shows where in each post the words stand, so there SQLite makes a snippet."""
    plain, n = raw(file), found.posts
    between = "SELECT * FROM card WHERE doc >= ? AND doc < ? ORDER BY doc"
    match = (
        "SELECT card.*, piece FROM (SELECT rowid AS doc, snippet(search, -1, '[', ']', '…', 20) AS piece FROM search "
        "WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50) AS found JOIN card ON card.doc = found.doc ORDER BY card.doc DESC"
    )

    def month(length: int) -> None:
        plain.execute(between, doc_numbers(*stretch(chance, n, length))).fetchall()

    found.time("raw week", lambda: month(7), 100)
    found.time("raw month", lambda: month(MONTH), 100)
    found.time("raw month of 1,700 posts", lambda: month(CROWDED), 30)
    counts = "SELECT stage, count(*) FROM card WHERE flags & 64 = 0 GROUP BY stage"
    found.time("raw board: counts", lambda: plain.execute(counts).fetchall(), 30)
    page = "SELECT * FROM card WHERE stage = ? AND flags & 64 = 0 ORDER BY doc LIMIT 50"

    def column() -> None:
        plain.execute(page, (chance.choice(COLUMNS).value,)).fetchall()

    found.time("raw board: first page of a column", column, 50)
    two = [word[:2].lower() for word in WORDS if word.isascii()]
    found.time(
        "raw search: two letters",
        lambda: plain.execute(match, (f'"{chance.choice(two)}"*',)).fetchall(),
        50,
    )
    ids = [f"{number:032x}" for number in range(n)]
    found.time("raw commit", lambda: raw_edit(plain, chance.choice(ids), chance.randrange(99)), 60)
    plain.execute("DROP TABLE bench")
    plain.close()


_FRESH = """
import json, sys, time
from datetime import date
from pathlib import Path
from kalender.jobs.beside import beside
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, PLATFORMS
start, processor = time.perf_counter(), time.process_time()
plan = PlanFile.open(Path(sys.argv[1]), formats=FORMATS, platforms=PLATFORMS, beside=beside)
cards = plan.cards_between(date(2010, 2, 1), date(2010, 3, 14))
spent = time.perf_counter() - start, time.process_time() - processor
def high():
    status = Path('/proc/self/status')
    lines = status.read_text().splitlines() if status.exists() else ['VmHWM: 0 kB']
    return int(next(line for line in lines if line.startswith('VmHWM')).split()[1]) / 1024
memory = high()
for word in ('st', 'we', 'ge'):
    plan.find(word)
plan.counts()
reading = high()
start, processor = time.perf_counter(), time.process_time()
if len(sys.argv) > 2:
    plan.rebuild() if sys.argv[2] == 'rebuild' else plan.verify()
whole = time.process_time() - processor, time.perf_counter() - start
print(json.dumps([*spent, memory, reading, *whole, high()]))
plan.close()
"""


def fresh(found: Figures, folder: Path) -> None:
    """Open the plan in processes of their own, up to the first month."""
    for _ in range(5):
        spent, processor, memory, reading, *_rest = _process(folder)
        found.note("open to first month", spent, processor)
        found.facts["memory with a month, MB"] = memory
        found.facts["memory with search and board, MB"] = reading


def whole(found: Figures, folder: Path) -> None:
    """Derive all rows anew, and verify everything."""
    *_rest, spent, clock, memory = _process(folder, "rebuild")
    found.facts["rebuild: posts a second on the clock"] = found.posts / clock
    found.facts["rebuild: posts a processor second"] = found.posts / spent
    found.facts["memory of a rebuild, MB"] = memory
    *_rest, spent, clock, memory = _process(folder, "verify")
    found.facts["verify: posts a second on the clock"] = found.posts / clock
    found.facts["verify: posts a processor second"] = found.posts / spent
    found.facts["memory of verify, MB"] = memory


def _process(folder: Path, more: str = "") -> list[float]:
    command = [sys.executable, "-c", _FRESH, str(folder), *([more] if more else [])]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    values: list[float] = json.loads(done.stdout)
    return values


def growth(points: list[tuple[int, float]]) -> str:
    """Return the exponent with which a value grows over the number of posts, from the first to the last."""
    if len(points) < 2 or min(value for _n, value in points) <= 0:
        return ""
    (low, first), (high, last) = points[0], points[-1]
    return f"{math.log(last / first) / math.log(high / low):6.2f}"


def report(all_: list[Figures]) -> None:
    """Print everything as one table."""
    head = "".join(f"{found.posts:>28,d}" for found in all_)
    say(f"\n{'milliseconds':36s}{head}  growth  × raw")
    for question in dict.fromkeys(name for found in all_ for name in found.times):
        cells = "".join(f"{_cell(found, question):>28s}" for found in all_)
        points = [
            (found.posts, statistics.median(found.spent[question]))
            for found in all_
            if question in found.spent
        ]
        say(f"{question:36s}{cells}  {growth(points):6s}  {_ratios(all_, question)}")
    head = "".join(f"{found.posts:>20,d}" for found in all_)
    say(f"\n{'':44s}{head}  growth")
    for fact in dict.fromkeys(name for found in all_ for name in found.facts):
        points = [(found.posts, found.facts[fact]) for found in all_ if fact in found.facts]
        cells = "".join(f"{found.facts[fact]:20,.1f}" if fact in found.facts else " " * 20 for found in all_)
        say(f"{fact:44s}{cells}  {growth(points)}")


def _cell(found: Figures, question: str) -> str:
    times = sorted(found.times.get(question, ()))
    if not times:
        return ""
    late = times[int(len(times) * 0.95)]
    spent = statistics.median(found.spent[question])
    return f"{statistics.median(times) * 1000:.2f} / {late * 1000:.2f} ({spent * 1000:.2f})"


def _ratios(all_: list[Figures], question: str) -> str:
    """Return how many times plain sqlite3 it takes, for each plan."""
    found = []
    for item in all_:
        values = item.times if question == "commit" else item.spent
        if f"raw {question}" in values:
            found.append(statistics.median(values[question]) / statistics.median(values[f"raw {question}"]))
    return " ".join(f"{ratio:5.2f}" for ratio in found)


def main(sizes: list[int]) -> None:
    """Measure plans of these sizes and print the table, after each anew: the largest takes long."""
    done: list[Figures] = []
    with tempfile.TemporaryDirectory(prefix="kalender-scale-") as place:
        for size in sizes:
            done.append(measured(size, Path(place)))
            report(done)


if __name__ == "__main__":
    main([int(item) for item in sys.argv[1:]] or [1_000, 10_000])
