# SPDX-License-Identifier: EUPL-1.2
"""A plan in which everything occurs that a plan can hold, the same bytes of history each time it is made."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from kalender.app.house import House, open_house
from kalender.domain.crop import Crop, Focus
from kalender.domain.journal.changeset import Op, encode, sealed
from kalender.domain.journal.record import Json, flatten, ref
from kalender.domain.picture import Licence, Picture
from kalender.domain.plan import Channel, Municipality, Person, Role, Topic
from kalender.domain.post import Post
from kalender.domain.stage import Stage
from kalender.formats.catalogue import load
from kalender.jobs.pool import InlineWorker
from kalender.services.acting.desk import Desk
from kalender.services.clock import FixedClock
from kalender.store.plan_file import PlanFile
from tests.media.drawn import photo

START = datetime(2026, 11, 2, 9, 0)
PLAN, DEVICE, OTHER = "5a" * 16, "d1" * 16, "d2" * 16
RECORDS = (Municipality, Person, Channel, Topic, Picture, Post)

FIRST, LAST = date(2026, 11, 1), date(2027, 1, 31)
"""The days in which the dated posts of the plan lie."""

NEWER_RECORD = "poll/baum"
NEWER_KEYS: dict[str, Json] = {"mood": "festlich", "version/facebook/boost": {"budget": 25, "days": [1, 2]}}
"""What a later version of the program may write, and this one must carry along untouched."""

_PLACES = ("Marktplatz", "Bücherei", "Freibad", "Rathaus", "Grundschule", "Wöhrder Straße", "Sporthalle")
_THINGS = ("Weihnachtsmarkt", "Vorlesestunde", "Sperrung", "Bürgersprechstunde", "Flohmarkt", "Straßenfest")


class _Clock(FixedClock):
    """Goes on by a minute each time something is done with pass_on()."""

    def pass_on(self, **step: float) -> None:
        self.set(self.local("Europe/Berlin") + timedelta(**(step or {"minutes": 1})))


def rich_plan(folder: Path, *, posts: int = 24) -> Path:
    """Write the plan into a folder that is missing and return it; posts: how many plain ones beside the special ones."""
    catalogue = load(None)
    store = PlanFile.create(
        folder, formats=catalogue.formats, platforms=catalogue.platforms_by_id, plan=PLAN, device=DEVICE,
        allow_synced=True,
    )  # fmt: skip
    clock = _Clock(START)
    with Desk(store, lambda: clock.local("Europe/Berlin"), "katrin").action("plan.created") as act:
        act.put(Municipality(name="Lindenbrunn"))
        act.put(Person(id="katrin", name="Katrin Sommer"))
        act.put(Person(id="ines", name="Ines Falkner", role=Role.APPROVAL))
        act.put(
            Channel(
                id="facebook", platform="facebook", name="Facebook", formats=("facebook.post",), position="b"
            )
        )
        act.put(
            Channel(id="instagram", platform="instagram", name="Instagram", formats=("instagram.feed_4x5",), position="c")
        )  # fmt: skip
        act.put(Topic(id="rathaus", name="Rathaus", colour="th-rathaus", position="b"))
    store.close()
    with at_home(folder, clock) as house:
        _Office(house, clock).work(posts)
    _meet_another_computer(folder, clock)
    with at_home(folder, clock) as house:
        _take_in_something_newer(house, clock)
        for text in ("Zuletzt", "Zuletzt noch einmal"):
            clock.pass_on()
            house.editing.set_fields(house.posts.find("Sperrung")[0].card.id, note=text)
        house.desk.undo()
    return folder


@contextmanager
def at_home(
    folder: Path, clock: FixedClock | None = None, *, read_only: bool = False, ids: str = ""
) -> Iterator[House]:
    """Open a plan as the app does, for a while. ids: what new ones begin with; by default the time of opening."""
    numbers = count(1)
    prefix = ids or f"{clock.local('Europe/Berlin') if clock else START:%m%d%H%M}"
    house = open_house(
        folder, worker=InlineWorker(), clock=clock or FixedClock(START), cache=folder.parent / "cache",
        allow_synced=True, read_only=read_only, make_id=lambda: f"{prefix}-{next(numbers)}",
    )  # fmt: skip
    try:
        yield house
    finally:
        house.close()


class _Office:
    """Two months of work in a town hall."""

    def __init__(self, house: House, clock: _Clock) -> None:
        self.house, self.clock = house, clock

    def work(self, posts: int) -> None:
        house = self.house
        photos = house.folder.parent / "photos"
        photos.mkdir(exist_ok=True)
        files = []
        for number in range(3):
            files.append(photos / f"bild{number}.jpg")
            photo(320 + 40 * number, 240).save(files[-1], quality=70)
        pictures = house.pictures.import_files(files).added
        for id_ in pictures:
            house.pictures.set_fields(id_, alt="Buden im Schnee", credit="Stadt", licence=Licence.OWN)
        house.pictures.set_focus(pictures[0], Focus(x=300, y=400))
        for number in range(posts):
            self.clock.pass_on()
            self._plain(number, pictures)
        self._decided(pictures)

    def _plain(self, number: int, pictures: tuple[str, ...]) -> str:
        house = self.house
        planned = None if number % 5 == 4 else START + timedelta(days=3 * (number % 25), hours=number % 9)
        title = f"{_THINGS[number % 6]} {_PLACES[number % 7]} {number}"
        post = house.posts.create(
            title, planned=planned, text=f"{title}: kommen Sie vorbei. " * (1 + number % 7)
        )
        if number % 3 == 0:
            house.editing.attach(post, [pictures[number % 3]])
        if number % 4 == 0:
            house.editing.set_channels(post, ["facebook", "instagram"])
            house.editing.set_version_fields(post, "instagram", text=f"Kurz: {title} #lindenbrunn")
        if number % 6 == 0:
            house.posts.shift([post], 1)
        if number % 9 == 8:
            house.posts.delete([post])
        if number % 7 == 6:
            house.reviews.comment(post, "Stimmt die Uhrzeit?")
        return post

    def _decided(self, pictures: tuple[str, ...]) -> None:
        """Approved, exported, published, void again, a change asked for, held, dropped."""
        house, ids = self.house, []
        for number, title in enumerate(
            ("Frei", "Geändert", "Nachgebessert", "Angehalten", "Verworfen", "Draußen")
        ):
            self.clock.pass_on()
            post = house.posts.create(
                title,
                planned=datetime(2026, 12, 7 + number, 10),
                text=f"{title}. Am Montag öffnet der Markt um zehn."[:90],
            )
            house.editing.set_channels(post, ["facebook"])
            (attachment,) = house.editing.attach(post, [pictures[0]])
            house.editing.set_crop(
                post, "facebook", attachment, "facebook.post", Crop(x=10, y=0, w=600, h=1000)
            )
            ids.append(post)
            house.reviews.request(post)
            house.desk.acting_as("ines")
            self.clock.pass_on()
            digest = house.reviews.sheet(post).digest
            if title == "Nachgebessert":
                house.reviews.ask_change(post, digest, "Bitte kürzer.")
            else:
                house.reviews.approve(post, digest, urgent="")
            house.desk.acting_as("katrin")
        house.editing.set_text(ids[1], "Am Dienstag öffnet der Markt.")
        house.posts.hold([ids[3]], "Trauerfall")
        house.posts.drop([ids[4]])
        house.publishing.publish(ids[5], "facebook", "https://example.org/1")


def _meet_another_computer(folder: Path, clock: _Clock) -> None:
    """Write on a copy and here at once, so that something is contested, something blended, and something waits."""
    away = folder.with_name(f"{folder.name}-away")
    shutil.copytree(folder, away)
    try:
        with at_home(away, clock) as house:
            house.store.journal.set_device(OTHER)
        with at_home(away, clock) as there, at_home(folder, clock) as here:
            contested, blended = (there.posts.find(title)[0].card.id for title in ("Frei", "Nachgebessert"))
            known = {id_ for id_, _body in there.store.share()}
            for house, word in ((here, "hier"), (there, "dort")):
                clock.pass_on()
                house.editing.set_text(contested, f"Am Montag öffnet der Markt {word}.")
                text = house.posts.get(blended).text
                old, new = ("Nachgebessert.", "Nun.") if house is here else ("um zehn", "um elf")
                house.editing.set_text(blended, text.replace(old, new))
            there.posts.create("Missing link")
            clock.pass_on()
            there.posts.rename(there.posts.find("Missing")[0].card.id, "Was warten muss")
            fresh = [body for id_, body in there.store.share() if id_ not in known]
            here.desk.apply([*fresh[:-2], fresh[-1]])
    finally:
        shutil.rmtree(away)


def _take_in_something_newer(house: House, clock: _Clock) -> None:
    """Receive what a later version of the program wrote: keys and a kind of record that nobody here knows."""
    clock.pass_on()
    post = house.posts.find("Draußen")[0].card.id
    ops = [
        Op(record=f"post/{post}", parents=house.desk.load(Post, post).heads, sets=NEWER_KEYS),
        Op(
            record=NEWER_RECORD,
            sets={"question": "Wo soll der Baum stehen?", "answer/1/": True, "answer/1/text": "Am Brunnen"},
        ),
    ]
    at = clock.local("Europe/Berlin").isoformat(timespec="milliseconds")
    newer = sealed(plan=PLAN, dev=OTHER, by="ines", at=at, label={"k": "poll.asked"}, ops=ops)
    house.desk.apply([encode(newer)])


def content(house: House) -> dict[str, Any]:
    """Return all that a plan says to a person, as JSON values: records, stages, conflicts, history, what undo does."""
    store = house.store
    records: dict[str, Json] = {}
    for kind in RECORDS:
        for value in store.all(kind):
            records[ref(value)] = flatten(value)
        for value in store.trash(kind):
            records[f"trash/{ref(value)}"] = flatten(value)
    cards = [*store.cards_between(date.min, date.max, None), *store.backlog(None)]
    undo = house.desk.can_undo()
    found = {
        "plan": store.plan,
        "device": store.device,
        "records": records,
        "cards": {card.id: _card(card) for card in cards},
        "counts": {stage.value: number for stage, number in store.counts().items()},
        "columns": {stage.value: [card.id for card in store.column(stage)] for stage in Stage},
        "conflicts": {name: [asdict(item) for item in some] for name, some in store.conflicts().items()},
        "found": {
            word: [hit.card.id for hit in house.posts.find(word)]
            for word in ("markt", "wöhrder str", "kurz", "nun")
        },
        "history": [
            [item.id, item.by, str(item.at), item.label.code] for item in house.history.of_plan(10_000)
        ],
        "pending": sorted(store.journal.waiting()),
        "undo": undo.code if undo else "",
    }
    said: dict[str, Any] = json.loads(json.dumps(found, ensure_ascii=False, sort_keys=True, default=str))
    return said


def _card(card: Any) -> dict[str, Any]:
    said = asdict(card)
    said["flags"] = sorted(str(item) for item in card.flags)
    return said
