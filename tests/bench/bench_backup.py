# SPDX-License-Identifier: EUPL-1.2
"""What a backup costs: seconds, the longest time the plan is held, how far a clock in the window falls behind, bytes.

python -m tests.bench.bench_backup [posts]
"""

import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from kalender.app.house import House, open_house
from kalender.jobs.pool import InlineWorker
from kalender.services.backups.places import Places
from kalender.store.backup.info import Reason
from tests.bench.big_plan import written

FIRST, LAST = date(2025, 1, 1), date(2025, 3, 31)
"""Days whose posts are deleted and brought back."""


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class _Held:
    """A lock that notes how long it was held at a stretch by the thread that makes the backup. busy: its own seconds."""

    def __init__(self, lock: Any) -> None:
        self._lock, self._depth, self._since = lock, 0, 0.0
        self.longest, self.whole = 0.0, 0.0
        self.watched = 0
        self.busy = 0.0

    def __enter__(self) -> None:
        self._lock.__enter__()
        if threading.get_ident() == self.watched:
            self._depth += 1
            if self._depth == 1:
                self._since = time.perf_counter()

    def __exit__(self, *error: object) -> None:
        if threading.get_ident() == self.watched:
            self._depth -= 1
            if self._depth == 0:
                held = time.perf_counter() - self._since
                self.longest, self.whole = max(self.longest, held), self.whole + held
        self._lock.__exit__(*error)


def beside(work: Callable[[], object], lock: _Held) -> tuple[float, float]:
    """Do some work in a thread; return its seconds, and the longest a loop of 1 ms in this one fell behind."""
    took: list[float] = []

    def run() -> None:
        lock.watched = threading.get_ident()
        begin, busy = time.perf_counter(), time.thread_time()
        work()
        took.append(time.perf_counter() - begin)
        lock.busy = time.thread_time() - busy

    thread = threading.Thread(target=run)
    thread.start()
    late, last = 0.0, time.perf_counter()
    while thread.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        late, last = max(late, now - last - 0.001), now
    thread.join()
    return took[0], late


def main(posts: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory(prefix="kalender-bench-") as place:
        base = Path(place)
        written(base / "plan", posts, base / "cache")
        house = open_house(base / "plan", worker=InlineWorker(), cache=base / "cache", allow_synced=True)
        try:
            _measure(house, base, posts)
        finally:
            house.close()


def _measure(house: House, base: Path, posts: int) -> None:
    lock = _Held(house.store._on.lock)
    house.store._on.lock = lock  # type: ignore[assignment]  # enters and leaves as the lock does
    backups = house.backups_at(lambda: Places(first=base / "Sicherungen"))
    _idle, late = beside(lambda: time.sleep(2), lock)
    say(f"this computer, idle: a loop of 1 ms late {1000 * late:.0f} ms")
    copied, late = beside(lambda: house.store.copy_journal(base / "copy"), lock)
    say(
        f"copy of the journal      {copied:6.2f} s, plan held {1000 * lock.longest:5.1f} ms at most, "
        f"{lock.whole:.2f} s in all, other thread late {1000 * late:.0f} ms"
    )
    begin = time.perf_counter()
    other = sqlite3.connect(base / "whole")
    house.store._on._driver.backup(other)
    other.close()
    say(
        f"  sqlite3 backup API     {time.perf_counter() - begin:6.2f} s, held throughout, "
        f"{(base / 'whole').stat().st_size / 1e6:.1f} MB instead of {(base / 'copy').stat().st_size / 1e6:.1f} MB"
    )
    lock.longest = 0.0
    first, late = beside(lambda: backups.make(Reason.MANUAL), lock)
    info = backups.listed()[0]
    say(
        f"backup, checked, 20 pictures {first:5.2f} s ({lock.busy:.2f} s of the processor), plan held {1000 * lock.longest:5.1f} ms at most, "
        f"other thread late {1000 * late:.0f} ms, {info.size / 1e6:.1f} MB, {info.path.stat().st_size / posts:.0f} bytes a post"
    )
    lock.longest = 0.0
    again, _late = beside(lambda: backups.make(Reason.DAILY), lock)
    say(f"nothing has changed      {again:6.2f} s")
    house.editing.set_text(house.posts.find("rathaus")[0].card.id, "Neu")
    seen, _late = beside(lambda: backups.preview(info), lock)
    say(f"preview, one post differs {seen:5.2f} s, plan held {1000 * lock.longest:5.1f} ms at most")
    house.posts.delete([card.id for card in house.store.cards_between(FIRST, LAST)])
    lock.longest = 0.0
    back, late = beside(lambda: backups.restore(info), lock)
    count = len(house.store.cards_between(FIRST, LAST))
    say(f"restore of {count} posts    {back:6.2f} s, plan held {1000 * lock.longest:.0f} ms at most")
    begin = time.perf_counter()
    backups.listed()
    say(f"list again, {len(backups.listed())} backups, remembered {time.perf_counter() - begin:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
