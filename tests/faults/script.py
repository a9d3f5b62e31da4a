# SPDX-License-Identifier: EUPL-1.2
"""A working day in small steps, the same each time: what a child does while a harness pulls the plug or spoils the disk."""

import json
import random
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from kalender.app.founding import create_plan
from kalender.app.house import House, open_house
from kalender.domain.crop import Focus
from kalender.domain.picture import Picture
from kalender.domain.plan import Channel, Municipality, Person, Role
from kalender.domain.post import Post
from kalender.exchange.package import check
from kalender.jobs.pool import InlineWorker
from kalender.media import shelf
from kalender.services.backups.backups import Backups
from kalender.services.backups.listing import list_backups
from kalender.services.backups.places import Places
from kalender.services.clock import FixedClock
from kalender.store import connection
from kalender.store.backup.info import Damage, Reason
from kalender.store.rows import projection
from kalender.wording.intake import why
from kalender.wording.refusals import sentence

START = datetime.strptime("2026-12-01 09:00", "%Y-%m-%d %H:%M")  # imports now what is late otherwise
CHANNELS = (
    Channel(id="facebook", platform="facebook", name="Facebook", formats=("facebook.post",), position="b"),
    Channel(id="mastodon", platform="mastodon", name="Mastodon", formats=("mastodon.post",), position="c"),
)
PEOPLE = (
    Person(id="katrin", name="Katrin Sommer"),
    Person(id="ines", name="Ines Falkner", role=Role.APPROVAL),
)
POSTS = 6
EXPORT, BACKUPS = "Export", "Sicherungen"
TABLE = "Datum;Uhrzeit;Titel;Text;Kanal\n" + "".join(
    f"{day:02d}.12.2026;10:00;Aus der Tabelle {day};Ein Text, der am {day}. erscheint.;Facebook\n"
    for day in range(1, 25)
)

Step = tuple[str, Callable[[House, Path], object]]


class PartlyRefused(Exception):  # noqa: N818 - an answer, not a defect
    """Some files of an import were refused; the others are in the plan. why: in words."""

    def __init__(self, why: Sequence[str]) -> None:
        super().__init__("; ".join(why))
        self.why = list(why)


class Ids:
    """Names what is made by the step that makes it, so that a step done anew makes the same."""

    def __init__(self) -> None:
        self._step, self._n = "start", 0

    def begin(self, step: str) -> None:
        """Name what follows after this step."""
        self._step, self._n = step, 0

    def __call__(self) -> str:
        self._n += 1
        return f"{self._step}-{self._n}"


@dataclass
class Day:
    """An open plan with its clock and ids. step(n) does one step of the script."""

    home: Path
    house: House
    clock: FixedClock
    ids: Ids
    steps: Sequence[Step]

    def step(self, number: int, attempt: int = 0) -> None:
        """Do one step; raises what it raises, and PartlyRefused. attempt: what a step left half done keeps its names."""
        name, work = self.steps[number]
        self.ids.begin(f"{number:02d}{'abcdefgh'[attempt] if name in SEVERAL and attempt else ''}")
        self.clock.set(START + timedelta(minutes=number))
        self.house.desk.acting_as("ines" if name == "approve" else "katrin")
        work(self.house, self.home)


def fresh_day(home: Path, seed: int, *, pictures: int = 4) -> None:
    """Write a plan of a few posts, and beside it pictures and a table to bring in."""
    chance = np.random.default_rng(seed)
    for inbox, count in (("bilder", pictures), ("mehr", 2)):
        (home / inbox).mkdir(parents=True)
        for number in range(count):
            noise = chance.integers(0, 256, (72, 96, 3), np.uint8)
            Image.fromarray(noise).save(home / inbox / f"{inbox}{number:03d}.jpg", quality=95)
    shutil.copy(home / "bilder" / "bilder000.jpg", home / "mehr" / "noch einmal.jpg")
    (home / "plan.csv").write_text(TABLE, encoding="utf-8-sig")
    ids = Ids()
    house = create_plan(
        home / "plan", Municipality(name="Lindenbrunn"), CHANNELS, PEOPLE, worker=InlineWorker(),
        clock=FixedClock(START), cache=home / "cache", allow_synced=True, make_id=ids,
    )  # fmt: skip
    for number in range(POSTS):
        house.posts.create(
            f"Beitrag {number}", planned=START + timedelta(days=5 + number), channels=["facebook", "mastodon"],
            text=f"Am Marktplatz geschieht etwas, Nummer {number}.",
        )  # fmt: skip
    house.close()


@contextmanager
def day_at(home: Path, seed: int) -> Iterator[Day]:
    """Open the plan as the program does, and close it afterwards."""
    _in_small_pieces()
    clock, ids = FixedClock(START), Ids()
    house = open_house(
        home / "plan", worker=InlineWorker(), clock=clock, person="katrin", cache=home / "cache",
        allow_synced=True, make_id=ids,
    )  # fmt: skip
    try:
        yield Day(home, house, clock, ids, script(seed))
    finally:
        house.close()


def _in_small_pieces() -> None:
    """Let what is written at one go have a middle to fail in: pictures, and rows that a second thread writes in lots.

    With so little memory for pages, most of what is derived anew goes to the disk before the transaction ends.
    """
    shelf.CHUNK = 2048
    projection.LOT, projection.AT_ONCE = 5, 2
    connection.ROOMY = -32


def at_first_rows(then: Callable[[], None]) -> None:
    """Do something just before the second thread writes its first rows: from there on it is the one that writes most."""
    original = connection.Connection.aside

    def aside(self: connection.Connection, statements: Iterable[tuple[str, Sequence[Any]]]) -> None:
        rows = list(statements)
        if rows:
            setattr(connection.Connection, "aside", original)  # noqa: B010 - a method is not assigned to
            then()
        original(self, rows)

    setattr(connection.Connection, "aside", aside)  # noqa: B010 - a method is not assigned to


def script(seed: int) -> list[Step]:
    """Return the steps; the seed changes texts and days."""
    chance = random.Random(seed)
    words = [chance.choice(("Heute", "Morgen", "Bald")) + f" {chance.randrange(1000)}" for _ in range(20)]
    day = START.date() + timedelta(days=chance.randrange(20, 27))
    return [
        ("type", _typing(0, [f"{words[0]}: wir laden ein. " * 14])),
        ("type on", _typing(0, [f"{words[0]}: wir laden ein. " * 14 + words[1]])),
        ("type a burst", _typing(1, [f"{words[2]} {'und weiter ' * n}" for n in range(1, 4)])),
        ("move", lambda house, _home: house.posts.move_to_day([_nth(house, 2)], day)),
        ("pictures", lambda house, home: _bring(house, home / "bilder")),
        ("attach", lambda house, _home: house.editing.attach(_nth(house, 0), [_picture(house, 0), _picture(house, 1)])),
        ("focus", lambda house, _home: house.pictures.set_focus(_picture(house, 1), Focus(x=250, y=700))),
        ("alt", _alts),
        ("request", lambda house, _home: house.reviews.request(_nth(house, 0))),
        ("approve", _approve),
        ("export", _export),
        ("archive", _archive),
        ("table", lambda house, home: house.exchange.import_table(home / "plan.csv")),
        ("back up", _back_up),
        ("move many", lambda house, _home: house.posts.shift([_nth(house, n) for n in range(POSTS)], 2)),
        ("undo", lambda house, _home: house.desk.undo()),
        ("derive anew", _derive_anew),
        ("more pictures", lambda house, home: _bring(house, home / "mehr")),
        ("delete", lambda house, _home: house.posts.delete([_nth(house, 4)])),
        ("new", lambda house, _home: house.posts.create(words[5], text=words[6] * 30)),
        ("undo again", lambda house, _home: house.desk.undo()),
        ("restore", _restore),
        ("undo the restore", lambda house, _home: house.desk.undo()),
    ]  # fmt: skip


SEVERAL = frozenset({"type a burst", "pictures", "more pictures", "alt"})
"""Steps of more than one action: cut off, they may be done in part."""


def _nth(house: House, number: int) -> str:
    return next(post.id for post in house.store.all(Post) if post.title == f"Beitrag {number}")


def _picture(house: House, number: int) -> str:
    return next(item.id for item in house.pictures.all() if item.name == f"bilder{number:03d}.jpg")


def _typing(post: int, texts: Sequence[str]) -> Callable[[House, Path], object]:
    def type_(house: House, _home: Path) -> None:
        base = house.editing.load(_nth(house, post))
        for text in texts:
            house.editing.set_text(base.value.id, text, burst=f"typing-{post}", base=base)
            base = house.editing.load(base.value.id)

    return type_


def _bring(house: House, folder: Path) -> None:
    report = house.pictures.import_files([folder])
    if report.refused:
        raise PartlyRefused([why(item) for item in report.refused])


def _alts(house: House, _home: Path) -> None:
    post = house.posts.get(_nth(house, 0))
    for item in post.attachments:
        house.editing.set_alt(post.id, item.id, "Ein Bild voller bunter Punkte.")
    for picture in house.pictures.all():
        house.pictures.set_fields(picture.id, credit="Stadt Lindenbrunn")


def _backups(house: House, home: Path) -> Backups:
    return house.backups_at(lambda: Places(first=home / BACKUPS))


def _back_up(house: House, home: Path) -> None:
    made = _backups(house, home).make(Reason.MANUAL)
    for outcome in made.failed:
        assert outcome.refusal is not None
        raise outcome.refusal


def _restore(house: House, home: Path) -> None:
    backups = _backups(house, home)
    whole = [item for item in backups.listed() if item.reason is Reason.MANUAL]
    if not whole:
        raise PartlyRefused(["Keine Sicherung lässt sich lesen."])
    backups.restore(whole[0])


def _derive_anew(house: House, _home: Path) -> None:
    """Do what opening the plan with a newer program does; cut off, it is done when the plan is opened."""
    house.store.distrust_rows()
    house.store.rebuild()


def _export(house: House, home: Path) -> None:
    report = house.publishing.export(home / EXPORT, ids=[_nth(house, 0)])
    if report.held_back:
        raise PartlyRefused([sentence(item.reason) for item in report.held_back])


def _archive(house: House, home: Path) -> None:
    folders = [item.folder.partition("/")[0] for item in house.posts.get(_nth(house, 0)).deliveries]
    house.publishing.archive(home / EXPORT, folders)


def _approve(house: House, _home: Path) -> None:
    id_ = _nth(house, 0)
    house.reviews.approve(id_, house.reviews.sheet(id_).digest)


# What is looked at


def state_of(house: House) -> str:
    """Return everything a person can see of a plan as one text; pictures are named by their bytes."""
    pictures = house.store.all(Picture)
    lines = [repr(post) for post in sorted(house.store.all(Post), key=lambda post: post.id)]
    lines += [f"{item.sha256} {item.name} {item.alt} {item.credit} {item.focus}" for item in pictures]
    text = "\n".join(sorted(lines))
    for picture in pictures:
        text = text.replace(picture.id, picture.sha256)
    text = re.sub(r"\b(\d\d)[a-h]-", r"\1-", text)
    cards = house.posts.cards_between(date(2026, 11, 1), date(2027, 2, 1)) + house.posts.backlog()
    stages = sorted((card.id, card.stage.value, sorted(flag.value for flag in card.flags)) for card in cards)
    return text + "\n" + json.dumps(stages)


def wrongs(home: Path, house: House) -> list[str]:
    """Return what must not be: problems of the plan, missing or half pictures, half packages."""
    found = [f"plan: {item}" for item in house.store.verify().problems]
    files = house.pictures.shelf
    found += [
        f"picture {item.name}: not on the shelf with its bytes"
        for item in house.store.all(Picture)
        if not files.verify(item.sha256, item.suffix)
    ]
    found += [
        f"picture {path.name}: a good name over other bytes"
        for path in files.files()
        if not files.verify(path.stem, path.suffix[1:])
    ]
    names = [item.sha256 for item in house.store.all(Picture)]
    if len(names) != len(set(names)):
        found.append("a picture is in the plan twice")
    titles = [post.title for post in house.store.all(Post)]
    if len(titles) != len(set(titles)):
        found.append("a post is in the plan twice")
    found += [
        f"backup {item.path.name}: {item.damaged}"
        for item in list_backups([home / BACKUPS], house.store.plan)
        if item.damaged not in {Damage.NONE, Damage.UNFINISHED}  # cut off, and said to be
    ]
    out = home / EXPORT
    for path in out.iterdir() if out.is_dir() else ():
        if path.is_dir() and not path.name.startswith("~"):
            found += [f"package {path.name}: {name}" for name in check(path)]
        elif path.suffix == ".zip" and not path.name.startswith("~"):
            found += _unzipped(path)
    return found


def _unzipped(path: Path) -> list[str]:
    import zipfile

    try:
        with zipfile.ZipFile(path) as packed:
            bad = packed.testzip()
    except (OSError, zipfile.BadZipFile) as error:
        bad = str(error)
    return [f"archive {path.name}: {bad}"] if bad else []
