# SPDX-License-Identifier: EUPL-1.2
"""What the plan file costs with many posts, beside raw sqlite3 on the same rows: figures and ratios, no promises.

python -m tests.bench.bench_store [posts]
"""

import gc
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from kalender.domain.post import Post, Version
from kalender.services.acting.desk import Desk
from kalender.store.plan_file import PlanFile
from kalender.store.rows.search import doc_numbers
from tests.builders import FORMATS, PLATFORMS, StoppedClock, a_channel, a_picture, a_plan, a_post

WORDS = [
    "Bürgermeister",
    "Straße",
    "Sperrung",
    "Weihnachtsmarkt",
    "Gemeinderat",
    "Kita",
    "Feuerwehr",
    "Baustelle",
    "Sommerfest",
    "Rathaus",
    "Termin",
    "Öffnungszeiten",
    "Wasser",
    "Müllabfuhr",
    "Spielplatz",
    "Ehrenamt",
    "Bücherei",
    "Schwimmbad",
    "Konzert",
    "Verein",
    "Einladung",
    "Hinweis",
    "Verkehr",
    "Schule",
    "Ferien",
    "Anmeldung",
    "kostenlos",
    "gemeinsam",
    "heute",
    "morgen",
    "Samstag",
    "Uhr",
    "Platz",
    "Halle",
    "Stadt",
    "Ortsteil",
]
FIRST = date(2024, 1, 1)
DAYS = 5 * 365


def sentence(chance: random.Random, words: int) -> str:
    """Return a German-looking sentence."""
    return " ".join(chance.choice(WORDS) for _ in range(words)) + "."


def generated(count: int, chance: random.Random) -> list[Post]:
    """Return posts of some 500 letters over five years, a twentieth of them ideas without a date."""
    posts = []
    for n in range(count):
        day = datetime.combine(FIRST, datetime.min.time()) + timedelta(
            days=chance.randrange(DAYS), hours=9 + n % 10
        )
        channels = ("facebook", "instagram", "website", "mastodon")[: 1 + n % 4]
        post = a_post(
            f"{n:032x}",
            title=f"{chance.choice(WORDS)} {chance.choice(WORDS)} {n}",
            text=" ".join(sentence(chance, 9) for _ in range(6)),
            planned=None if n % 20 == 0 else day,
            idea=n % 20 == 0,
            pictures=[f"bild{n % 50}"] if n % 2 else [],
            topic=f"topic{n % 6}",
            responsible=f"person{n % 4}",
        )
        own = tuple(Version(id=item, text=sentence(chance, 20) if n % 3 == 0 else None) for item in channels)
        posts.append(replace(post, versions=own))
    return posts


def say(line: str) -> None:
    """Print a line of the report."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def spread(times: list[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    ordered = sorted(times)
    return f"p50 {statistics.median(ordered) * 1000:7.2f} ms   p95 {ordered[int(len(ordered) * 0.95)] * 1000:7.2f} ms"


def timed(work: Callable[[], Any], rounds: int) -> list[float]:
    """Return how long each round took."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return found


def raw(file: Path) -> sqlite3.Connection:
    """Return a plain connection with the same promises about a crash."""
    plain = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=TRUNCATE", "synchronous=FULL"):
        plain.execute(f"PRAGMA {pragma}")
    return plain


def raw_edit(plain: sqlite3.Connection, post: str, n: int) -> None:
    """Write the same amount of rows as one edit by hand: journal, state, card, index."""
    plain.execute("BEGIN IMMEDIATE")
    plain.execute("CREATE TABLE IF NOT EXISTS bench (n INTEGER PRIMARY KEY, body BLOB)")
    plain.execute("INSERT INTO bench (body) VALUES (?)", (json.dumps({"title": f"T{n}", "at": "x" * 200}),))
    plain.execute("UPDATE record SET state = state WHERE ref = ?", (f"post/{post}",))
    plain.execute("UPDATE card SET title = ? WHERE id = ?", (f"T{n}", post))
    plain.execute(
        "UPDATE search SET title = ? WHERE rowid = (SELECT doc FROM card WHERE id = ?)", (f"t{n}", post)
    )
    plain.execute("COMMIT")


def main(count: int) -> None:
    """Print the figures of a plan of so many posts."""
    chance = random.Random(1)
    folder = Path(tempfile.mkdtemp(prefix="kalender-bench-")) / "plan"
    plan = a_plan(folder)
    desk = Desk(plan, clock := StoppedClock(), "anna")
    channels = [a_channel(name) for name in ("facebook", "instagram", "website", "mastodon")]
    pictures = [a_picture(f"bild{n}") for n in range(50)]
    posts = generated(count, chance)
    start = time.perf_counter()
    with desk.action("plan.filled") as act:
        for some in (channels, pictures, posts):
            for item in some:
                act.put(item)
    say(f"{count} posts written in one action     {time.perf_counter() - start:7.2f} s")
    ids = [post.id for post in posts]

    def edit() -> None:
        clock.forward(seconds=1)
        with desk.action("post.renamed") as act:
            post = act.get(Post, chance.choice(ids))
            act.put(replace(post, title=f"{post.title} x"))

    edits = timed(edit, 200)
    say(f"one edit committed                   {spread(edits)}")

    def month() -> None:
        first = FIRST + timedelta(days=30 * chance.randrange(58))
        plan.cards_between(first, first + timedelta(days=41))

    months = timed(month, 100)
    say(f"a month of cards                     {spread(months)}")

    def search() -> None:
        word = chance.choice(WORDS)
        plan.find(word[: 1 + chance.randrange(len(word))])

    say(f"search as you type, newest 50        {spread(timed(search, 200))}")
    two = timed(lambda: plan.find(f"{chance.choice(WORDS)} {chance.choice(WORDS)[:3]}"), 100)
    say(f"search of two words                  {spread(two)}")
    say(f"counts per stage                     {spread(timed(plan.counts, 50))}")
    say(f"undo                                 {spread(timed(desk.undo, 100))}")
    say(f"redo                                 {spread(timed(desk.redo, 100))}")
    busy = ids[0]
    for n in range(1000):
        clock.forward(seconds=1)
        with desk.action("post.noted") as act:
            act.put(replace(act.get(Post, busy), note=f"Stand {n}"))

    def edit_busy() -> None:
        clock.forward(seconds=1)
        with desk.action("post.noted") as act:
            act.put(replace(act.get(Post, busy), note=f"Stand {clock.now}"))

    say(f"edit of a post with 1,000 revisions  {spread(timed(edit_busy, 50))}")
    say(f"undo of one of them                  {spread(timed(desk.undo, 20))}")
    exchange(plan, folder.parent, edit)
    start = time.perf_counter()
    plan.rebuild()
    say(f"all rows derived anew                {time.perf_counter() - start:7.2f} s")
    size = (folder / "plan.kalender").stat().st_size
    plan.close()

    def reopen() -> None:
        PlanFile.open(folder, formats=FORMATS, platforms=PLATFORMS).close()

    say(f"open and close                       {spread(timed(reopen, 20))}")
    say(f"plan file                            {size / 1e6:7.1f} MB")
    against_raw(folder / "plan.kalender", edits, months, ids)
    say(f"memory of a process with the plan    {memory(folder):7.1f} MB")


def exchange(plan: PlanFile, place: Path, edit: Callable[[], None]) -> None:
    """Print what it takes another computer to receive everything, then 100 edits, then nothing."""
    bodies = [body for _id, body in plan.share()]
    other = a_plan(place / "other", plan=plan.plan, device="other")
    start = time.perf_counter()
    other.receive(bodies)
    say(f"receiving everything                 {time.perf_counter() - start:7.2f} s")
    for _ in range(100):
        edit()
    bodies = [body for _id, body in plan.share()]
    start = time.perf_counter()
    other.receive(bodies[-100:])
    say(f"receiving 100 edits                  {(time.perf_counter() - start) * 1000:7.1f} ms")
    start = time.perf_counter()
    other.receive(bodies[-100:])
    say(f"receiving them again                 {(time.perf_counter() - start) * 1000:7.1f} ms")
    other.close()


def against_raw(file: Path, edits: list[float], months: list[float], ids: list[str]) -> None:
    """Print the ratios to plain sqlite3 on the same file."""
    plain, chance = raw(file), random.Random(2)
    gc.collect()
    written = timed(lambda: raw_edit(plain, chance.choice(ids), chance.randrange(99)), 100)

    def month() -> None:
        first = FIRST + timedelta(days=30 * chance.randrange(58))
        rows = doc_numbers(first, first + timedelta(days=41))
        plain.execute("SELECT * FROM card WHERE doc >= ? AND doc < ? ORDER BY doc", rows).fetchall()

    read = timed(month, 100)
    say(f"raw sqlite3: edit                    {spread(written)}")
    say(f"raw sqlite3: month                   {spread(read)}")
    say(
        f"edit / raw                           {statistics.median(edits) / statistics.median(written):7.2f} ×"
    )
    say(f"month / raw                          {statistics.median(months) / statistics.median(read):7.2f} ×")
    plain.execute("DROP TABLE bench")
    plain.close()


def memory(folder: Path) -> float:
    """Return megabytes of a fresh process that has opened the plan and read a month."""
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from kalender.store.plan_file import PlanFile\n"
        "from tests.builders import FORMATS, PLATFORMS\n"
        "plan = PlanFile.open(Path(sys.argv[1]), formats=FORMATS, platforms=PLATFORMS)\n"
        "plan.cards_between(date(2026, 12, 1), date(2026, 12, 31)); plan.find('stra')\n"
        "status = Path('/proc/self/status')\n"
        "lines = status.read_text().splitlines() if status.exists() else ['VmHWM: 0 kB']\n"
        "print(int(next(line for line in lines if line.startswith('VmHWM')).split()[1]) / 1024)\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, str(folder)], check=True, capture_output=True, text=True
    )
    return float(found.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
