# SPDX-License-Identifier: EUPL-1.2
"""Every changeset whose bytes are still there is taken out of a damaged plan, the others are named, none is made up.

python -m tests.faults.salvaging 1000 --seed 7
"""

import shutil
import sqlite3
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

from kalender.formats.catalogue import load
from kalender.store.place import PLAN
from kalender.store.salvage.salvage import Salvage, look, salvage
from tests.faults import damage
from tests.faults.rich import PLAN as ID
from tests.faults.rich import at_home
from tests.faults.tally import SEED, Tally, main

SLOW = 30.0
BEFORE = 14
"""Bytes before the content of a row that say how long it is and what is in it."""

MADE = 5
"""Each fifth damaged plan is not only looked at: a new one is made of it, opened and checked."""


@cache
def the_rows() -> dict[str, tuple[bytes, ...]]:
    """Return for each changeset of the plan the bytes of its rows, as they lie in the file with what says their length."""
    whole = damage.the_plan()[1][0]  # not the file: who damages it leaves it so
    on = sqlite3.connect(":memory:")
    try:
        on.deserialize(whole)
        wanted: dict[str, list[bytes]] = {}
        names = {}
        for seq, id_, *texts, deps in on.execute('SELECT seq, id, dev, "by", at, label, deps FROM changeset'):
            names[seq] = id_.hex()
            wanted[id_.hex()] = [id_ + "".join(texts).encode() + deps]
        for seq, record, parents, body in on.execute("SELECT seq, record, parents, body FROM op"):
            wanted[names[seq]].append(record.encode() + parents + body)
        for id_, body in on.execute("SELECT id, body FROM pending"):
            wanted[id_.hex()] = [id_ + body]
    finally:
        on.close()
    found = {id_: tuple(_slice(whole, item) for item in some) for id_, some in wanted.items()}
    return {id_: some for id_, some in found.items() if all(some)}


def _slice(whole: bytes, content: bytes) -> bytes:
    """Return content with the bytes before it; empty where it lies in several pieces."""
    at = whole.find(content)
    return whole[max(0, at - BEFORE) : at + len(content)] if at >= 0 else b""


def one(number: int, seed: int, tally: Tally, place: Path) -> None:
    """Damage the plan once, and compare what is taken out of it with what is still in it."""
    rows = the_rows()
    kind, data = damage.damaged(damage.the_plan()[1][0], number, seed)
    file = place / PLAN
    file.write_bytes(data)
    there = {id_ for id_, some in rows.items() if all(item in data for item in some)}
    named = {id_ for id_, some in rows.items() if some[0] in data}
    start = time.monotonic()
    found = look(file, plans=(ID,), seconds=SLOW)
    tally.hung += time.monotonic() - start > SLOW
    taken, waiting = set(found.taken), {item.id for item in found.waiting}
    said = taken | waiting | {item.id for item in found.lost}
    what = f"{number} {kind}"
    if missing := there - taken - waiting:
        tally.lost += 1
        tally.trouble.append(f"{what}: {len(missing)} left behind, such as {min(missing)[:12]}")
    if forged := (taken | waiting) - rows.keys():
        tally.trouble.append(f"{what}: {len(forged)} made up")
    if silent := named - said:
        tally.trouble.append(f"{what}: {len(silent)} not named, such as {min(silent)[:12]}")
    if file.read_bytes() != data:
        tally.trouble.append(f"{what}: the damaged file was written to")
    if number % MADE == 0:
        _make(what, file, tally, taken)


def _make(what: str, file: Path, tally: Tally, taken: set[str]) -> None:
    """Make a plan of what is left, open it as the app does, and see that it is whole."""
    catalogue = load(None)
    out = file.with_name("out")
    try:
        made: Salvage = salvage(
            file,
            out,
            formats=catalogue.formats,
            platforms=catalogue.platforms_by_id,
            plans=(ID,),
            seconds=SLOW,
        )
        with at_home(out) as house:
            held = {id_ for id_, _body in house.store.share()}
            if not (set(made.taken) == taken and taken <= held):
                tally.trouble.append(f"{what}: the new plan does not hold what was taken")
            problems = house.store.verify().problems
            if problems:
                tally.trouble.append(f"{what}: the new plan is not whole: {problems[0]}")
            house.posts.create("Danach", text="Es geht weiter.")
    finally:
        shutil.rmtree(out, ignore_errors=True)


def run(n: int, seed: int = SEED) -> Tally:
    """Damage the plan n times and salvage it."""
    tally = Tally("salvage", seed)
    place = Path(tempfile.mkdtemp(prefix="kalender-salvage-"))
    try:
        for number in range(n):
            tally.tried += 1
            try:
                one(number, seed, tally, place)
            except Exception as error:  # noqa: BLE001 - a salvage has no reason to give up
                tally.crashed += 1
                tally.trouble.append(f"{number}: {type(error).__name__}: {error}")
    finally:
        shutil.rmtree(place)
    tally.more = {"changesets": len(the_rows())}
    return tally


if __name__ == "__main__":
    sys.exit(main(run, 1000))
