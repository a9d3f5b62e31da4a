# SPDX-License-Identifier: EUPL-1.2
"""The power goes: every state a disk can be left in after a working day is built and opened."""

import random
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from kalender.store import place
from tests.faults.broken import spoil
from tests.faults.children import Child, Line, Tracer
from tests.faults.platter import MODES, Platter
from tests.faults.recording import OPTIONS, Did, read
from tests.faults.script import BACKUPS, EXPORT, SEVERAL, day_at, state_of, wrongs
from tests.faults.stations import Stations, scratch
from tests.faults.tally import Tally, main

FULL = 1000
_KEPT = ("plan", EXPORT, BACKUPS)


def recorded(stations: Stations, broken: str = "") -> tuple[Platter, list[Did]]:
    """Do the whole day once under strace; return the disk as it was before, and everything that was done to it."""
    home, log = stations.at(0), stations.root / f"day{broken}.strace"

    def work(line: Line) -> None:
        spoil(broken)
        with day_at(home, stations.seed) as day:
            line.say(ready=True)
            line.wait()
            for number in range(len(stations.steps)):
                day.step(number)
                line.say(done=number + 1)

    with Child(work) as child:
        assert child.hear(), child.last_words()
        platter = Platter(home)
        with Tracer(child, OPTIONS, log) as tracer:
            child.go()
            for _said in child.rest():
                pass
            assert child.end() == 0, child.last_words()
            tracer.wait()
    done = read(log, home)
    log.unlink()
    shutil.rmtree(home)
    return platter, done


class Cuts:
    """Opens what is left after the power went."""

    def __init__(self, stations: Stations, tally: Tally) -> None:
        self._at, self.tally = stations, tally
        self.hot = 0

    def look(self, left: dict[Path, bytes], done: int, where: str) -> None:
        """Write what is left into a folder and open it: what was acknowledged must be there."""
        self.tally.tried += 1
        home = self._at.root / "after the cut"
        for path, data in left.items():
            if path.parts[0] in _KEPT:
                (home / path).parent.mkdir(parents=True, exist_ok=True)
                (home / path).write_bytes(data)
        self.hot += place.interrupted(home / "plan" / place.PLAN)
        states, steps = self._at.states, self._at.steps

        def work(line: Line) -> None:
            with day_at(home, self._at.seed) as day:
                now, bad = state_of(day.house), wrongs(home, day.house)
                whole = any(states[n] == now for n in (done, done + 1) if n < len(states))
                if not whole and (done == len(steps) or steps[done][0] not in SEVERAL):
                    bad.append(f"what was acknowledged after step {done} is not what is there")
                day.house.posts.create("Nach dem Stromausfall")
                bad += wrongs(home, day.house)
                line.say(bad=bad)

        try:
            with Child(work) as child:
                bad = [line for said in child.rest() for line in said["bad"]]
                if child.end() != 0:
                    self.tally.crashed += 1
                    self.tally.trouble.append(f"{where}: {child.last_words()}")
        except TimeoutError:
            self.tally.hung += 1
            bad = ["hangs"]
        if bad:
            self.tally.lost += 1
            self.tally.trouble.append(f"{where}: {bad[0]}")
        shutil.rmtree(home)


def cut(stations: Stations, n: int, tally: Tally, broken: str = "", modes: Sequence[str] = MODES) -> Tally:
    """Cut the power n times in a recorded day, at moments and in ways chosen by the seed."""
    chance = random.Random(tally.seed)
    platter, done = recorded(stations, broken)
    moments = sorted(chance.randrange(1, len(done) + 1) for _ in range(n))
    cuts, at, acknowledged = Cuts(stations, tally), 0, 0
    for moment in moments:
        while at < moment:
            if done[at].what == "said":
                acknowledged = int(done[at].data.split(b":")[1].strip(b" }\n"))
            else:
                platter.do(done[at])
            at += 1
        mode = modes[chance.randrange(len(modes))]
        where = f"after {moment} of {len(done)} ({done[moment - 1].what} {done[moment - 1].path}), {mode}"
        cuts.look(platter.lasting(mode, chance), acknowledged, where)
    tally.more["recorded"] = len(done)
    tally.more["hot journals"] = cuts.hot
    return tally


def run(n: int, seed: int) -> Tally:
    """Build n states of a disk."""
    with scratch() as root:
        return cut(Stations(root, seed), n, Tally("power", seed))


if __name__ == "__main__":
    sys.exit(main(run, FULL))
