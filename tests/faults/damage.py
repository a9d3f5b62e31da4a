# SPDX-License-Identifier: EUPL-1.2
"""Bytes of a real plan are flipped, lost, doubled and swapped: never a crash, nothing written by refusing, all noticed.

python -m tests.faults.damage 1000 --seed 7
"""

import atexit
import hashlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from kalender.domain.refusal import RefusalKind, Refused
from kalender.store.place import PLAN
from tests.faults.rich import FIRST, LAST, at_home, content, rich_plan
from tests.faults.tally import SEED, Tally, main
from tests.places import ROOT

PAGE = 4096
SLOW = 20.0
"""Seconds after which a plan of two hundred kilobytes counts as hung."""

PART = 100
"""Damaged files looked at by one child process, so that one that dies takes few with it."""

WORDED = frozenset(
    {
        RefusalKind.PLAN_DAMAGED, RefusalKind.PLAN_FOREIGN, RefusalKind.PLAN_NEWER, RefusalKind.PLAN_MISSING,
        RefusalKind.NOT_FOUND, RefusalKind.UNKNOWN_CHANNEL, RefusalKind.DISK_FULL, RefusalKind.WRITE_FAILED,
    }
)  # fmt: skip
"""What a plan may say of itself when it is not what it was."""

Harm = Callable[[bytearray, random.Random], None]


def _flip(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _flip_in_head(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(160)] = chance.randrange(256)


def _flip_in_page_head(data: bytearray, chance: random.Random) -> None:
    data[PAGE * chance.randrange(len(data) // PAGE) + chance.randrange(24)] = chance.randrange(256)


def _letter(data: bytearray, chance: random.Random) -> None:
    """Make one letter another: what no look at the structure finds."""
    for _ in range(1000):
        at = chance.randrange(len(data))
        if chr(data[at]).isascii() and chr(data[at]).isalpha():
            data[at] = chance.choice(b"abcdefghijklmnopqrstuvwxyz")
            return


def _digit(data: bytearray, chance: random.Random) -> None:
    """Make one digit another: a time, a day, an id."""
    for _ in range(1000):
        at = chance.randrange(len(data))
        if chr(data[at]).isascii() and chr(data[at]).isdigit():
            data[at] = chance.choice(b"0123456789")
            return


def _spoil(data: bytearray, chance: random.Random) -> None:
    start, length = chance.randrange(len(data)), chance.choice((4, 64, 512, PAGE))
    data[start : start + length] = chance.randbytes(len(data[start : start + length]))


def _zero(data: bytearray, chance: random.Random) -> None:
    length = chance.choice((1, 16, 512, PAGE, 4 * PAGE))
    start = chance.randrange(len(data)) // min(length, PAGE) * min(length, PAGE)
    data[start : start + length] = bytes(len(data[start : start + length]))


def _truncate(data: bytearray, chance: random.Random) -> None:
    length = chance.randrange(len(data))
    del data[length if chance.random() < 0.5 else length // PAGE * PAGE :]


def _append(data: bytearray, chance: random.Random) -> None:
    data += chance.choice((b"\0" * PAGE, chance.randbytes(chance.randrange(1, 2 * PAGE)), bytes(data[:PAGE])))


def _double(data: bytearray, chance: random.Random) -> None:
    one, other = (PAGE * chance.randrange(len(data) // PAGE) for _ in range(2))
    data[one : one + PAGE] = data[other : other + PAGE]


def _swap(data: bytearray, chance: random.Random) -> None:
    one, other = (PAGE * chance.randrange(len(data) // PAGE) for _ in range(2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


def _shift(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data))]
    data.insert(chance.randrange(len(data)), chance.randrange(256))


HARMS: tuple[Harm, ...] = (
    _flip, _flip, _flip, _flip_in_head, _flip_in_page_head, _letter, _letter, _digit, _spoil, _zero, _truncate,
    _append, _double, _swap, _shift,
)  # fmt: skip


def damaged(whole: bytes, number: int, seed: int) -> tuple[str, bytes]:
    """Return the kind of harm and the file that the number makes of a whole one; the same for the same seed."""
    chance = random.Random(f"{seed}/{number}")
    data = bytearray(whole)
    harm = chance.choice(HARMS)
    while bytes(data) == whole:
        harm(data, chance)
    return harm.__name__.strip("_"), bytes(data)


@cache
def the_plan() -> tuple[Path, tuple[bytes, bytes], dict[str, Any]]:
    """Return the folder of a plan, the bytes of its file, whole and with rows to be derived anew, and what it says."""
    base = Path(tempfile.mkdtemp(prefix="kalender-damage-"))
    atexit.register(shutil.rmtree, base, ignore_errors=True)
    folder = rich_plan(base / "plan")
    with at_home(folder, read_only=True) as house:
        said = content(house)
    whole = (folder / PLAN).read_bytes()
    with at_home(folder) as house:
        house.store.distrust_rows()
    return folder, (whole, (folder / PLAN).read_bytes()), said


def look(folder: Path) -> tuple[dict[str, Any], bool]:
    """Open a plan for reading, look at everything, check it; return what it says and whether it called itself whole."""
    with at_home(folder, read_only=True) as house:
        said = content(house)
        house.posts.cards_between(FIRST, LAST)
        for card in said["cards"]:
            house.reviews.sheet(card)
            house.history.of_post(card)
        house.checks.all()
        house.publishing.held_back()
        house.layers.gaps(FIRST, LAST)
        return said, house.store.verify().ok


def work(folder: Path) -> None:
    """Open a plan for writing and do what people do."""
    with at_home(folder) as house:
        house.desk.undo()
        post = house.posts.create("Danach", planned=datetime(2026, 12, 24, 9), text="Noch etwas.")
        house.editing.set_channels(post, ["facebook"])
        for card in house.posts.cards_between(FIRST, LAST)[:3]:
            house.posts.shift([card.id], 1)
        house.desk.undo()


def one(number: int, seed: int) -> dict[str, Any]:
    """Damage the plan once and look at it through the doors of the app; return what happened as plain values.

    One in four is a plan whose rows are derived anew as it is opened, as after each new version of the program.
    """
    folder, files, before = the_plan()
    file = folder / PLAN
    kind, data = damaged(files[number % 4 == 3], number, seed)
    found: dict[str, Any] = {"harm": f"{number} {kind}", "alters": True, "noticed": True}
    start = time.monotonic()
    for door in (look, work):
        file.write_bytes(data)
        refused = False
        try:
            answer = door(folder)
        except Refused as refusal:
            refused = True
            if refusal.kind not in WORDED:
                found["crashed"] = f"{door.__name__}: {refusal.kind}"
        except Exception as error:  # noqa: BLE001 - anything else is what this looks for
            found["crashed"] = f"{door.__name__}: {type(error).__name__}: {error}"
        else:
            if answer is not None:
                said, whole_said = answer
                found |= {"alters": said != before, "noticed": not whole_said}
        untouched = hashlib.sha256(file.read_bytes()).digest() == hashlib.sha256(data).digest()
        if not untouched and (door is look or (refused and not _opens(folder, data))):
            found["written"] = door.__name__
        file.with_name(f"{PLAN}-journal").unlink(missing_ok=True)
    found["seconds"] = time.monotonic() - start
    return found


def _opens(folder: Path, data: bytes) -> bool:
    """Tell whether a damaged file opens for writing: then what was refused later may have been written before."""
    file = folder / PLAN
    file.write_bytes(data)
    try:
        with at_home(folder):
            return True
    except Refused:
        return False


def run(n: int, seed: int = SEED) -> Tally:
    """Damage the plan n times; more than a few in child processes, so that one that dies or hangs is counted."""
    tally = Tally("damage", seed)
    counted = {"alters": 0, "noticed": 0}
    for first in range(0, n, PART):
        part = range(first, min(n, first + PART))
        for found in _part(part, seed, tally) if n > PART else [one(number, seed) for number in part]:
            tally.tried += 1
            tally.hung += found["seconds"] > SLOW
            if "crashed" in found:
                tally.crashed += 1
                tally.trouble.append(f"{found['harm']}: {found['crashed']}")
            if "written" in found:
                tally.lost += 1
                tally.trouble.append(f"{found['harm']}: written by {found['written']}")
            if found["alters"]:
                counted["alters"] += 1
                counted["noticed"] += found["noticed"]
                if not found["noticed"]:
                    tally.trouble.append(f"{found['harm']}: not noticed")
    share = 100 * counted["noticed"] / max(1, counted["alters"])
    tally.more = {"altered": counted["alters"], "noticed": f"{counted['noticed']} ({share:.2f} %)"}
    return tally


def _part(numbers: range, seed: int, tally: Tally) -> list[dict[str, Any]]:
    command = [
        sys.executable,
        "-m",
        "tests.faults.damage",
        "--part",
        str(numbers.start),
        str(numbers.stop),
        str(seed),
    ]
    try:
        child = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=SLOW * len(numbers), check=False
        )
    except subprocess.TimeoutExpired:
        tally.hung += 1
        tally.trouble.append(f"{numbers}: hung")
        return []
    lines = child.stdout.splitlines()
    if child.returncode:
        tally.crashed += 1
        tally.trouble.append(
            f"{numbers.start + len(lines)}: the process died ({child.returncode}) {child.stderr[-300:]}"
        )
    return [json.loads(line) for line in lines]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--part"]:
        begin, end, chosen = map(int, sys.argv[2:5])
        for at in range(begin, end):
            sys.stdout.write(json.dumps(one(at, chosen)) + "\n")
            sys.stdout.flush()
    else:
        sys.exit(main(run, 1000))
