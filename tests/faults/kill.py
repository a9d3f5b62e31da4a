# SPDX-License-Identifier: EUPL-1.2
"""Pulls the plug of a working child, at random moments and at each system call of a step, and looks what is left."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from tests.faults.broken import spoil
from tests.faults.children import Child, Line, Tracer
from tests.faults.script import SEVERAL, day_at, state_of, wrongs
from tests.faults.stations import BESIDE, Stations, begin, scratch
from tests.faults.tally import Tally, main
from tests.places import ROOT

FULL = 2000
MANY = 200
"""Pictures of an import that is killed in its middle."""


class Kills:
    """Kills children one after the other. broken: a switch of tests.faults.broken that is on in them."""

    def __init__(self, stations: Stations, tally: Tally, broken: str = "") -> None:
        self._at, self.tally, self._broken = stations, tally, broken
        self.slowest = 0.0

    def at_call(self, step: int, call: str, number: int) -> None:
        """Kill at a system call of a step."""
        name = call.removeprefix(BESIDE)
        self._one(step, ["-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={number}"], 0.0,
                  f"step {step} ({self._at.steps[step][0]}), {call} number {number}", beside=name != call)  # fmt: skip

    def at_time(self, step: int, seconds: float) -> None:
        """Kill some time after a step has begun."""
        self._one(step, [], seconds, f"{seconds * 1000:.1f} ms after step {step} ({self._at.steps[step][0]})")

    def _one(
        self, step: int, spec: Sequence[str], seconds: float, where: str, *, beside: bool = False
    ) -> None:
        self.tally.tried += 1
        home = self._at.at(step)

        def work(line: Line) -> None:
            spoil(self._broken)
            with day_at(home, self._at.seed) as day:
                begin(line, beside=beside)
                for number in range(step, len(self._at.steps)):
                    day.step(number)
                    line.say(done=number + 1)

        done = step
        try:
            with Child(work) as child:
                assert child.hear() == {"ready": True}
                tracer = Tracer(child, spec) if spec else None
                child.go()
                if not spec:
                    time.sleep(seconds)
                    child.kill()
                for said in child.rest():
                    done = said["done"]
                code = child.end()
                if tracer is not None:
                    tracer.wait()
            if code == 70:
                self.tally.crashed += 1
                self.tally.trouble.append(f"{where}: {child.last_words()}")
            self._look(home, step, done, where)
        except TimeoutError:
            self.tally.hung += 1
            self.tally.trouble.append(f"{where}: hangs")
        shutil.rmtree(home)

    def _look(self, home: Path, step: int, done: int, where: str) -> None:
        """Start again: what was acknowledged is there, what was cut off is not or whole, and the rest can be done."""
        states, steps = self._at.states, self._at.steps

        def work(line: Line) -> None:
            start = time.monotonic()
            with day_at(home, self._at.seed) as day:
                opened = time.monotonic() - start
                now = state_of(day.house)
                bad = wrongs(home, day.house)
                whole = next((n for n in (done + 1, done) if n < len(states) and states[n] == now), None)
                between = whole is None and done < len(steps) and steps[done][0] in SEVERAL
                if whole is None and not between:
                    bad.append(f"what was acknowledged after step {done} is not what is there")
                line.say(opened=opened, bad=bad)
                at = done if whole is None else whole
                last = min(at + 2, len(steps)) if step or at > 3 else len(steps)
                for number in range(at, last):
                    day.step(number, 1)
                bad = wrongs(home, day.house)
                if state_of(day.house) != states[last]:
                    bad.append(f"the same work afterwards does not lead to the same plan (step {last})")
                line.say(opened=0.0, bad=bad)

        with Child(work) as child:
            said: list[dict[str, Any]] = list(child.rest())
            if child.end() != 0:
                self.tally.crashed += 1
                self.tally.trouble.append(f"{where}, started again: {child.last_words()}")
        self.slowest = max([self.slowest, *(item["opened"] for item in said)])
        bad = [line for item in said for line in item["bad"]]
        if bad:
            self.tally.lost += 1
            self.tally.trouble.append(f"{where}: {bad[0]}")


def kill(
    stations: Stations,
    n: int,
    tally: Tally,
    broken: str = "",
    only: Collection[str] = (),
    calls: Collection[str] = (),
) -> Tally:
    """Kill n times, four of five at system calls chosen by the seed, the others at random moments.

    only, calls: names of the steps and system calls at which to kill; all where none is named.
    """
    chance = random.Random(tally.seed)
    kills = Kills(stations, tally, broken)
    points = [
        (step, call, number)
        for step in stations.numbers(only)
        for call, count in stations.calls(step).items()
        for number in range(1, count + 1)
        if not calls or call in calls
    ]
    chance.shuffle(points)
    for number in range(n):
        if number % 5 == 4 and not only:
            kills.at_time(chance.randrange(len(stations.steps) - 3), chance.uniform(0, 0.15))
        else:
            kills.at_call(*points[number % len(points)])
    tally.more["points"] = len(points)
    tally.more["slowest opening"] = f"{kills.slowest * 1000:.0f} ms"
    return tally


def run(n: int, seed: int) -> Tally:
    """Kill n times, and one time more in forty inside of an import of many pictures."""
    chance, tally = random.Random(seed), Tally("kill", seed)
    with scratch() as root:
        stations = Stations(root / "day", seed)
        kill(stations, n, tally)
        many = Kills(Stations(root / "many", seed, pictures=MANY, steps=5), tally)
        for _ in range(n // 40):
            many.at_time(4, chance.uniform(0, 0.5))
        tally.more["slowest opening with many pictures"] = f"{many.slowest * 1000:.0f} ms"
        tally.more["start of the command"] = f"{_restart(stations.at(len(stations.steps)) / 'plan'):.1f} s"
    return tally


def _restart(plan: Path) -> float:
    """Return the seconds from starting the program to having read the plan, everything imported anew."""
    start = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "kalender", "list", str(plan)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    return time.monotonic() - start


if __name__ == "__main__":
    sys.exit(main(run, FULL))
