# SPDX-License-Identifier: EUPL-1.2
"""Lets one system call of a working child fail, once or until it has said so, and sees that it goes on afterwards."""

import contextlib
import random
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kalender.domain.refusal import Refused
from kalender.wording.refusals import sentence
from tests.faults.broken import spoil
from tests.faults.children import Child, Line, Tracer
from tests.faults.script import SEVERAL, Day, PartlyRefused, day_at, state_of, wrongs
from tests.faults.stations import BESIDE, Stations, begin
from tests.faults.tally import Tally

ATTEMPTS = 5
ONCE = frozenset({"EINTR", "512"})
"""Errors after which everybody simply asks again: for ever, where they last."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A system call of a step that fails. error: its name, or a number of bytes it claims to have written.

    lasting: the later ones fail too; beside: counted from the moment on in which a second thread writes rows.
    """

    step: int
    call: str
    error: str
    number: int
    lasting: bool
    beside: bool = False

    @property
    def in_doubt(self) -> bool:
        """Whether nobody can know if what was written last is on the disk: it no longer syncs at all."""
        return self.lasting and self.call in {"fsync", "fdatasync"}

    def begin(self, child: Child, _home: Path) -> Callable[[], None]:
        """Let it fail from now on; return what ends that."""
        return Tracer(child, self.spec()).stop

    def __str__(self) -> str:
        return BESIDE * self.beside + " ".join(self.spec()[2:])

    def spec(self) -> list[str]:
        """Return the options of strace."""
        what = f"retval={self.error}" if self.error.isdigit() else f"error={self.error}"
        when = f"{self.number}+" if self.lasting else str(self.number)
        return ["-e", f"trace={self.call}", "-e", f"inject={self.call}:{what}:when={when}"]


@dataclass(frozen=True, slots=True)
class Crowd:
    """A disk on which so many bytes are left."""

    step: int
    left: int
    in_doubt: bool = False
    beside: bool = False

    def begin(self, _child: Child, home: Path) -> Callable[[], None]:
        """Fill the disk; return what makes room again."""
        heap = home.parent / "heap"
        with heap.open("wb", buffering=0) as file:
            with contextlib.suppress(OSError):
                while file.write(bytes(65536)) == 65536:
                    pass
            file.truncate(max(0, file.tell() - self.left))

        def mend() -> None:
            heap.unlink(missing_ok=True)

        return mend

    def __str__(self) -> str:
        return f"{self.left} bytes left on the disk"


class Failing:
    """Does steps of the working day with faults in them. said: how often each kind of refusal was said."""

    def __init__(self, stations: Stations, tally: Tally, broken: str = "", place: Path | None = None) -> None:
        self._at, self.tally, self._broken = stations, tally, broken
        self._place = place
        self.said: dict[str, int] = {}
        self.doubts = 0

    def one(self, fault: Fault | Crowd) -> None:
        """Do the step of a fault and one more; count what must not be."""
        self.tally.tried += 1
        home = self._at.at(fault.step, self._place)
        last = min(fault.step + 2, len(self._at.steps))

        def work(line: Line) -> None:
            spoil(self._broken)
            with day_at(home, self._at.seed) as day:
                begin(line, beside=fault.beside)
                bad: list[str] = []
                for number in range(fault.step, last):
                    bad += self._step(day, number, fault, line)
                line.say(enough=True)
                line.wait()
                line.say(bad=bad + self._looked(home, day, last))

        def again(line: Line) -> None:
            with day_at(home, self._at.seed) as day:
                line.say(bad=self._looked(home, day, last))

        name = self._at.steps[fault.step][0]
        where = f"step {fault.step} ({name}), {fault}"
        bad: list[str] = []
        try:
            with Child(work) as child:
                assert child.hear() == {"ready": True}
                mend = fault.begin(child, home)
                child.go()
                for said in child.rest():
                    if "refused" in said:
                        self.said[said["refused"]] = self.said.get(said["refused"], 0) + 1
                    if "refused" in said or "enough" in said:
                        mend()
                        child.go()
                    bad += said.get("bad", [])
                    self.doubts += "doubt" in said
                mend()
                self._ended(child, where)
            with Child(again) as child:
                bad += [f"opened again: {bad}" for said in child.rest() for bad in said["bad"]]
                self._ended(child, f"{where}, opened again")
        except TimeoutError:
            self.tally.hung += 1
            self.tally.trouble.append(f"{where}: hangs")
        if bad:
            self.tally.lost += 1
            self.tally.trouble.append(f"{where}: {bad[0]}")
        shutil.rmtree(home)

    def _step(self, day: Day, number: int, fault: Fault | Crowd, line: Line) -> Iterable[str]:
        """Do a step, again after each refusal; yield what is wrong with refusals."""
        kind = ""
        for attempt in range(ATTEMPTS):
            try:
                day.step(number, attempt)
            except Refused as refusal:
                words, kind = sentence(refusal), refusal.kind.value
            except PartlyRefused as refusal:
                words, kind = str(refusal), "picture"
            else:
                return
            line.say(refused=kind)
            line.wait()
            if "…)" in words or "„…“" in words or not words:
                yield f"a refusal without its facts: {words}"
            if self._at.steps[number][0] in SEVERAL:
                continue
            now, states = state_of(day.house), self._at.states
            if now == states[number + 1] != states[number] and fault.in_doubt:
                line.say(doubt=True)
                return
            if now != states[number]:
                yield f"refused ({kind}), and yet the plan is another"
        yield f"step {number} is refused for ever ({kind})"

    def _looked(self, home: Path, day: Day, last: int) -> list[str]:
        bad = wrongs(home, day.house)
        if state_of(day.house) != self._at.states[last]:
            bad.append("the plan is not what the same work leads to without the fault")
        return bad

    def _ended(self, child: Child, where: str) -> None:
        if child.end() != 0:
            self.tally.crashed += 1
            self.tally.trouble.append(f"{where}: {child.last_words()}")


def fail(
    stations: Stations,
    n: int,
    tally: Tally,
    errors: Mapping[str, Sequence[str]],
    broken: str = "",
    only: Collection[str] = (),
) -> Tally:
    """Let n system calls fail, each of a step, call, error and place chosen by the seed. errors: by name of the call."""
    chance = random.Random(tally.seed)
    points = [
        (step, call, number)
        for step in stations.numbers(only)
        for call, count in stations.calls(step).items()
        for number in range(1, count + 1)
        if call.removeprefix(BESIDE) in errors
    ]
    tally.more["points"] = sum(len(errors[call.removeprefix(BESIDE)]) for _step, call, _number in points)
    failing = Failing(stations, tally, broken)
    points = _evenly(chance, points)
    for at in range(n):
        step, call, number = points[at % len(points)]
        name = call.removeprefix(BESIDE)
        error = chance.choice(errors[name])
        lasting = error not in ONCE and chance.random() < 0.4
        failing.one(Fault(step, name, error, number, lasting, beside=name != call))
    tally.more["refused in words"] = sum(failing.said.values())
    tally.more["in doubt"] = failing.doubts
    return tally


def _evenly(chance: random.Random, points: list[tuple[int, str, int]]) -> list[tuple[int, str, int]]:
    """Return points in a random order in which calls that are made seldom come as early as the frequent ones."""
    heaps: dict[str, list[tuple[int, str, int]]] = {}
    for point in points:
        heaps.setdefault(point[1], []).append(point)
    for heap in heaps.values():
        chance.shuffle(heap)
    found: list[tuple[int, str, int]] = []
    while heaps:
        for call in sorted(heaps):
            found.append(heaps[call].pop())
            if not heaps[call]:
                del heaps[call]
    return found
