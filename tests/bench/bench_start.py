# SPDX-License-Identifier: EUPL-1.2
"""How long the window with 10,000 posts takes to stand there, beside an empty Qt window in the same run.

python -m tests.bench.bench_start [posts] [rounds]
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from tests.bench.bench_store import say
from tests.bench.big_plan import written
from tests.places import ROOT

TARGET = 3.0
"""Times the empty window."""

_TOLD = """
import json, os, sys, time
def told(what):
    status = "/proc/self/status"
    lines = open(status).read().splitlines() if os.path.exists(status) else ["VmHWM: 0 kB"]
    memory = int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
    print(json.dumps([what, time.monotonic(), time.process_time(), memory]), flush=True)
"""

EMPTY = (
    _TOLD
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        told("painted")
        os._exit(0)
application = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""
)

KALENDER = (
    _TOLD
    + """
from pathlib import Path
from PySide6.QtCore import QTimer
from kalender.app.window import main
def painted():
    told("painted")
    QTimer.singleShot(0, idle)
def idle():
    told("idle")
    os._exit(0)
main(Path(sys.argv[1]), started=lambda desktop: desktop.place.visits.calendar.month.first_painted.connect(painted))
"""
)


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Give a display of its own: an Xvfb where there is one, else none at all (offscreen)."""
    server = shutil.which("Xvfb")
    if server is None:
        say("no Xvfb here: only offscreen")
        yield {}
        return
    here, there = os.pipe()
    with subprocess.Popen(
        [server, "-displayfd", str(there), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=[there],
        stderr=subprocess.DEVNULL,
    ) as running:
        os.close(there)
        with os.fdopen(here) as line:
            number = line.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"} if number else {}
        running.terminate()


def once(
    script: str, arguments: list[str], surroundings: dict[str, str]
) -> dict[str, tuple[float, float, float]]:
    """Run a script in a fresh Python; return for each thing it told the seconds of wall and processor, and megabytes."""
    started = monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=surroundings,
        check=True,
        capture_output=True,
        text=True,
    )
    told = (json.loads(line) for line in done.stdout.splitlines() if line.startswith("["))
    return {what: (at - started, processor, memory) for what, at, processor, memory in told}


def compare(plan: Path, home: Path, rounds: int, shown: dict[str, str], name: str) -> None:
    """Print medians of starts in turn, and their ratios."""
    surroundings = {**os.environ, "KALENDER_HOME": str(home), "PYTHONPATH": str(ROOT), **shown}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    bare, ours = [], []
    for number in range(rounds + 1):
        empty = once(EMPTY, [], surroundings)["painted"]
        full = once(KALENDER, [str(plan)], surroundings)
        if number:  # the first one fills the caches of system and interpreter
            bare.append(empty)
            ours.append(full)
    say(f"{name}, medians of {rounds} starts in turn")
    say(f"  empty Qt window painted    {_figures(bare)}")
    painted = [item["painted"] for item in ours]
    say(f"  Kalender, month painted    {_figures(painted)}")
    say(f"  Kalender, all layers read  {_figures([item['idle'] for item in ours])}")
    wall = _median(painted, 0) / _median(bare, 0)
    busy = _median(painted, 1) / _median(bare, 1)
    say(f"  Kalender / empty window    {wall:5.2f} × wall   {busy:5.2f} × processor   (target {TARGET:g} ×)")


def _median(found: list[tuple[float, float, float]], column: int) -> float:
    return statistics.median(item[column] for item in found)


def _figures(found: list[tuple[float, float, float]]) -> str:
    wall, processor, memory = (_median(found, column) for column in range(3))
    return f"{wall:6.3f} s wall   {processor:6.3f} s processor   {memory:5.0f} MB"


def main(posts: int = 10_000, rounds: int = 7) -> None:
    """Print all figures."""
    place = Path(tempfile.mkdtemp(prefix="kalender-bench-"))
    try:
        plan = written(place / "plan", posts, place / "home" / "cache" / "thumbnails")
        say(f"a plan of {posts} posts over five years")
        compare(plan, place / "home", rounds, {"QT_QPA_PLATFORM": "offscreen"}, "offscreen")
        with display() as shown:
            if shown:
                compare(plan, place / "home", rounds, shown, "Xvfb")
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
