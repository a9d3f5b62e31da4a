# SPDX-License-Identifier: EUPL-1.2
"""Backup drills: a plan by chance, a backup, a wreck, a restore; everything must be as it was, bytes and hashes.

python -m tests.faults.drills 500 --seed 7
"""

import hashlib
import json
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from kalender.domain.journal.record import flatten, ref
from kalender.domain.picture import Picture
from kalender.domain.post import Attachment, Comment, Post, Version
from kalender.domain.refusal import Refused
from kalender.jobs.beside import beside
from kalender.services.acting.desk import Desk
from kalender.services.backups.listing import list_backups
from kalender.services.backups.making import make_backup
from kalender.services.backups.returning import restore_to
from kalender.store.backup.info import BackupInfo, Reason
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, NOW, PLATFORMS, a_channel
from tests.faults.tally import Tally, main

WORDS = ("Markt", "Bücherei", "Sperrung", "Straßenfest", "Rathaus", "😀 Fest", "Übung", "Wöhrd")
KINDS = (Post, Picture)


def drill(seed: int, folder: Path) -> None:
    """Do one drill in an empty folder; raises AssertionError where anything is lost, or damage goes unnoticed."""
    chance = random.Random(seed)
    plan, place = folder / "plan", folder / "Sicherungen"
    place.mkdir(parents=True)
    store = PlanFile.create(
        plan, formats=FORMATS, platforms=PLATFORMS, plan=f"{seed:032x}", allow_synced=True
    )
    clock = _Clock()
    desk = Desk(store, clock, "anna")
    try:
        _work(chance, store, desk, plan)
        earlier = _back_up(store, place, clock()) if chance.random() < 0.4 else None
        if earlier is not None:
            clock.go_on(days=1)
            _work(chance, store, desk, plan)
        before = content(store)
        info = _back_up(store, place, clock())
    finally:
        store.close()
    wreck = chance.choice(WRECKS)
    wreck(chance, plan)
    _spoil_a_copy(chance, info, folder / "Kopie")
    found = [item for item in list_backups([place], info.plan) if not item.damaged]
    assert found, f"no sound backup is listed after {wreck.__name__}"
    assert found[0].path == info.path, "the newest backup is not the first"
    where = plan if chance.random() < 0.7 else folder / "neu" / "plan"
    returned = restore_to(where, found[0], now=clock(), allow_synced=True)
    assert not returned.missing, f"originals are missing: {returned.missing}"
    back = PlanFile.open(where, formats=FORMATS, platforms=PLATFORMS, allow_synced=True, beside=beside)
    try:
        assert content(back) == before, f"the plan is another one after {wreck.__name__}"
        assert back.verify().ok, "the restored plan does not hold"
        assert back.device != store.device, "a copy goes by the name of its original"
    finally:
        back.close()


class _Clock:
    """Goes on by a second each time it is asked."""

    def __init__(self) -> None:
        self._now = NOW

    def __call__(self) -> datetime:
        self.go_on(seconds=1)
        return self._now

    def go_on(self, **step: float) -> None:
        self._now += timedelta(**step)


def _work(chance: random.Random, store: PlanFile, desk: Desk, plan: Path) -> None:
    """Write posts and pictures, change, delete, restore and undo some of them."""
    if not store.count(Picture):
        with desk.action("plan.created") as act:
            act.put(a_channel("facebook"))
            act.put(a_channel("instagram"))
    pictures = [_picture(chance, desk, plan) for _ in range(chance.randrange(3))]
    for _ in range(chance.randrange(3, 14)):
        posts = [item.id for item in store.all(Post)]
        kind = chance.randrange(6)
        if kind == 0 and posts:
            with desk.action("post.deleted") as act:
                act.delete(f"post/{chance.choice(posts)}")
        elif kind == 1 and posts:
            _rewrite(chance, desk, chance.choice(posts))
        elif kind == 2:
            desk.undo()
        elif kind == 3 and store.trash(Post):
            with desk.action("post.restored") as act:
                act.restore(f"post/{chance.choice([item.id for item in store.trash(Post)])}")
        else:
            with desk.action("post.created") as act:
                act.put(_post(chance, pictures))


def _post(chance: random.Random, pictures: list[str]) -> Post:
    return Post(
        id=f"{chance.getrandbits(64):016x}",
        title=" ".join(chance.choices(WORDS, k=2)),
        text=" ".join(chance.choices(WORDS, k=chance.randrange(40))),
        planned=NOW + timedelta(hours=chance.randrange(2000)) if chance.random() < 0.8 else None,
        versions=tuple(Version(id=name) for name in ("facebook", "instagram") if chance.random() < 0.6),
        attachments=tuple(
            Attachment(id=f"at-{name}", picture=name, position="a")
            for name in pictures
            if chance.random() < 0.5
        ),
    )


def _rewrite(chance: random.Random, desk: Desk, post: str) -> None:
    with desk.action("post.text", burst=f"editor-{chance.randrange(2)}") as act:
        old = act.get(Post, post)
        said = Comment(id=f"c{chance.randrange(9)}", text=chance.choice(WORDS))
        act.put(
            replace(
                old, text=f"{old.text} {chance.choice(WORDS)}", comments=(said,), versions=old.versions[:1]
            )
        )


def _picture(chance: random.Random, desk: Desk, plan: Path) -> str:
    """Put some bytes onto the shelf and a picture into the plan; return its id."""
    body = chance.randbytes(chance.randrange(1, 30_000))
    sha256 = hashlib.sha256(body).hexdigest()
    path = plan / "pictures" / sha256[:2] / f"{sha256}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    with desk.action("picture.imported") as act:
        act.put(Picture(id=sha256[:12], sha256=sha256, suffix="jpg", name="bild.jpg", bytes=len(body)))
    return sha256[:12]


def _back_up(store: PlanFile, place: Path, now: datetime) -> BackupInfo:
    (outcome,) = make_backup(store, [place], reason=Reason.DAILY, now=now)
    assert outcome.info is not None, f"the backup failed: {outcome.refusal}"
    return outcome.info


def content(store: PlanFile) -> str:
    """Return the hash of all that a plan holds: records, trash, history, and every byte of every original."""
    found = hashlib.sha256()
    for kind in KINDS:
        for value in sorted([*store.all(kind), *store.trash(kind)], key=ref):
            found.update(json.dumps([ref(value), flatten(value)], sort_keys=True, default=str).encode())
    for value in store.trash(Post):
        found.update(value.id.encode())
    for some in sorted(store.heads().items()):
        found.update(repr(some).encode())
    for path in sorted((store.folder / "pictures").glob("*/*")):
        found.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _nothing_left(_chance: random.Random, plan: Path) -> None:
    shutil.rmtree(plan)


def _file_gone(_chance: random.Random, plan: Path) -> None:
    (plan / "plan.kalender").unlink()


def _emptied(_chance: random.Random, plan: Path) -> None:
    (plan / "plan.kalender").write_bytes(b"")


def _cut(chance: random.Random, plan: Path) -> None:
    file = plan / "plan.kalender"
    file.write_bytes(file.read_bytes()[: chance.randrange(file.stat().st_size)])


def _overwritten(chance: random.Random, plan: Path) -> None:
    file = plan / "plan.kalender"
    body = bytearray(file.read_bytes())
    start = chance.randrange(len(body))
    body[start : start + 4096] = chance.randbytes(len(body[start : start + 4096]))
    file.write_bytes(body)


def _write_cut_off(chance: random.Random, plan: Path) -> None:
    """Leave what a write leaves that died halfway: half its pages, and the journal that takes them back."""
    file = plan / "plan.kalender"
    journal = file.with_name(f"{file.name}-journal")
    on = sqlite3.connect(file, isolation_level=None)
    on.execute("PRAGMA cache_size = 1")
    on.execute("BEGIN IMMEDIATE")
    on.execute("DELETE FROM op WHERE n % 2")
    on.execute("UPDATE changeset SET label = label || ' '")
    halves = file.read_bytes(), journal.read_bytes()
    on.execute("ROLLBACK")
    on.close()
    file.write_bytes(halves[0])
    _overwritten(chance, plan)
    journal.write_bytes(halves[1])


def _pictures_gone(chance: random.Random, plan: Path) -> None:
    for path in sorted((plan / "pictures").glob("*/*")):
        if chance.random() < 0.7:
            path.unlink() if chance.random() < 0.5 else path.write_bytes(b"")
    _overwritten(chance, plan)


WRECKS: tuple[Callable[[random.Random, Path], None], ...] = (
    _nothing_left, _file_gone, _emptied, _cut, _overwritten, _write_cut_off, _pictures_gone,
)  # fmt: skip


def _spoil_a_copy(chance: random.Random, info: BackupInfo, place: Path) -> None:
    """Damage one file of a copy of the backup: it must not be called sound, nor be restored as if it were."""
    shutil.copytree(info.path.parent, place / info.path.parent.name)
    files = [item for item in sorted(place.rglob("*")) if item.is_file() and _belongs(item, info)]
    victim = chance.choice(files)
    body = bytearray(victim.read_bytes())
    kind = chance.randrange(4)
    if kind == 0:
        victim.unlink()
    elif kind == 1:
        victim.write_bytes(b"")
    elif kind == 2:
        victim.write_bytes(body[: chance.randrange(len(body))])
    else:
        body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
        victim.write_bytes(body)
    (spoiled,) = [item for item in list_backups([place]) if item.name == info.name]
    assert spoiled.damaged, f"damage to {victim.name} goes unnoticed"
    try:
        returned = restore_to(place / "Versuch", spoiled, allow_synced=True)
    except Refused:
        assert not spoiled.whole, f"nothing is had from {spoiled.damaged}"
    else:
        assert spoiled.whole, f"restored from {spoiled.damaged}"
        assert bool(returned.missing) == (victim.suffix == ".jpg"), f"{victim.name} is not named as missing"


def _belongs(path: Path, info: BackupInfo) -> bool:
    return path.stem == info.path.stem or path.parent.parent.name == "pictures"


def run(n: int, seed: int) -> Tally:
    """Do n drills with the seeds from this one on."""
    tally = Tally("drills", seed)
    for number in range(seed, seed + n):
        folder = Path(tempfile.mkdtemp(prefix="kalender-drill-", dir=MEMORY))
        tally.tried += 1
        try:
            drill(number, folder)
        except AssertionError as error:
            tally.lost += 1
            tally.trouble.append(f"seed {number}: {error}")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the harness looks for
            tally.crashed += 1
            tally.trouble.append(f"seed {number}: {type(error).__name__}: {error}")
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return tally


MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where syncing to the disk costs nothing; what survives a power cut is tested elsewhere."""


if __name__ == "__main__":
    sys.exit(main(run, 500))
