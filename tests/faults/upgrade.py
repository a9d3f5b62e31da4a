# SPDX-License-Identifier: EUPL-1.2
"""The rows of an older version are derived anew, and the program dies at each statement of that: old or new, never between.

    python -m tests.faults.upgrade 500

What a killed program leaves is what lies on the disk at that moment: the file and its rollback journal. Both are copied
at each statement; the memory for pages is made so small that half of what is written lies on the disk long before the end.
"""

import hashlib
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kalender.domain.refusal import Refused
from kalender.store import connection
from kalender.store.connection import Connection
from kalender.store.place import PLAN
from tests.faults.rich import at_home, content
from tests.faults.tally import SEED, Tally, main
from tests.faults.versions.samples import NAMES, copy_of, lost

OLDER = (
    "DROP TABLE card",
    "CREATE TABLE card (id TEXT PRIMARY KEY, old TEXT)",
    "INSERT INTO card VALUES ('p', 'as an older version wrote it')",
    "CREATE TABLE notice (n INTEGER PRIMARY KEY, words TEXT)",
    "UPDATE meta SET value = 'older' WHERE key = 'rows'",
)
"""Makes the rows those of another version, with a table that no later one knows."""

Watch = Callable[[], None]


def dump(file: Path) -> str:
    """Return a hash of all that the tables of a file hold, after what was cut off has been taken back."""
    on = sqlite3.connect(file)
    try:
        found = hashlib.sha256()
        for line in on.iterdump():
            found.update(line.encode())
        return found.hexdigest()
    finally:
        on.close()


def run(n: int, seed: int = SEED) -> Tally:
    """Take n moments of the way from old to new rows, evenly spread over all statements of each sample."""
    tally = Tally("upgrade", seed)
    for name in NAMES:
        with tempfile.TemporaryDirectory() as place:
            _run(name, n // len(NAMES), Path(place), tally)
    return tally


def _run(name: str, n: int, place: Path, tally: Tally) -> None:
    plan, said = copy_of(name, place)
    on = sqlite3.connect(plan / PLAN, isolation_level=None)
    for text in OLDER:
        on.execute(text)
    on.close()
    old = dump(plan / PLAN)
    shutil.copytree(plan, place / "once")
    statements = _count(place / "once")
    chosen = (
        {1 + at * statements // n for at in range(n)} if n < statements else set(range(1, statements + 1))
    )
    images = _images(plan, chosen, place)
    new = dump(plan / PLAN)
    spilt = 0
    for image in images:
        tally.tried += 1
        spilt += (image / f"{PLAN}-journal").exists()
        file = image / PLAN
        shutil.copytree(image, place / "opened")
        if dump(file) not in {old, new}:
            tally.lost += 1
            tally.trouble.append(f"{name} {image.name}: neither old nor new")
        try:
            with at_home(place / "opened") as house:
                gone = list(lost(said, content(house)))
                whole = house.store.verify().ok
        except Refused as refusal:
            tally.crashed += 1
            tally.trouble.append(f"{name} {image.name}: {refusal.kind}")
        else:
            tally.lost += bool(gone) or not whole
            tally.trouble += [f"{name} {image.name}: {line}" for line in gone[:3]]
        shutil.rmtree(place / "opened")
    tally.more = {"statements": statements, "half written": spilt}


def _count(plan: Path) -> int:
    seen = 0

    def watch() -> None:
        nonlocal seen
        seen += 1

    _open_watched(plan, watch)
    return seen


def _images(plan: Path, chosen: set[int], place: Path) -> list[Path]:
    """Open a plan, which derives its rows anew, and return what lay on the disk at the chosen statements."""
    seen = 0
    images: list[Path] = []

    def watch() -> None:
        nonlocal seen
        seen += 1
        if seen in chosen:
            image = place / f"at {seen}"
            image.mkdir()
            for file in plan.glob(f"{PLAN}*"):
                shutil.copy(file, image)
            shutil.copytree(plan / "pictures", image / "pictures")
            images.append(image)

    _open_watched(plan, watch)
    return images


def _open_watched(plan: Path, watch: Watch) -> None:
    """Open a plan with hardly any memory for pages; watch is called before each of its statements."""
    connected, reading = Connection._connected, connection._READING

    def watched(self: Connection) -> sqlite3.Connection:
        made = connected(self)
        made.set_trace_callback(lambda _text: watch())
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Connection, "_connected", watched)
        patch.setattr(connection, "_READING", (*reading, "cache_size=5"))
        with at_home(plan):
            patch.undo()


if __name__ == "__main__":
    sys.exit(main(run, 1000))
