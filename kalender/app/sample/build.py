# SPDX-License-Identifier: EUPL-1.2
"""Writes the sample plan through the same verbs a person uses, each at its own time."""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from kalender.app.founding import create_plan
from kalender.app.house import House
from kalender.app.paths import SAMPLE_MARK
from kalender.domain.chains.events import Event as Happening
from kalender.domain.crop import Focus
from kalender.domain.journal.position import between
from kalender.domain.picture import Licence, People
from kalender.domain.plan import Blackout, Channel, Land, Meeting, Municipality, Person, Role, Topic
from kalender.domain.post import Comment, Post
from kalender.formats.catalogue import load
from kalender.formats.resources import folder as resources
from kalender.services.clock import FixedClock
from kalender.services.ports import PictureWorker

NAMESPACE = uuid.UUID("7a1d9c52-3b0e-5f6a-9a64-5d1f0c2b7e11")
"""Ids of the sample are the same each time it is written."""

EXPORTS = "Export"
"""Folder inside the sample for the packages that have already left."""

SAID = "Das ist der Beispielplan von Kalender. Die Stadt Lindenbrunn und alle Personen sind erfunden.\n"
"""What the mark of the sample says to whoever opens it by hand."""

Event = tuple[datetime, int, Callable[[], object]]


class _Ids:
    """Ids in the order they are asked for, the same in every run."""

    def __init__(self) -> None:
        self._next = 0

    def __call__(self) -> str:
        self._next += 1
        return str(uuid.uuid5(NAMESPACE, str(self._next)))


def data() -> dict[str, Any]:
    """Return the sample as it stands in resources/sample."""
    with (resources() / "sample" / "lindenbrunn.toml").open("rb") as file:
        return tomllib.load(file)


def today() -> datetime:
    """Return the local time at which the sample plan stands."""
    moment: datetime = data()["today"]
    return moment


def write(
    folder: Path, *, worker: PictureWorker, cache: Path | None = None, allow_synced: bool = False
) -> House:
    """Write the sample plan into a folder that has none and return it open, its clock standing at today().

    Raises Refused PLAN_EXISTS, PLAN_IN_SYNCED_FOLDER, DISK_FULL.
    """
    sample = data()
    clock = FixedClock(min(post["created"] for post in sample["post"]))
    platforms = load().platforms_by_id
    position = ""
    channels = []
    for item in sample["channel"]:
        position = between(position, "")
        channels.append(
            Channel(position=position, formats=platforms[item["platform"]].default_formats, **item)
        )
    house = create_plan(
        folder,
        Municipality(**{**sample["town"], "land": Land(sample["town"]["land"])}),
        channels,
        [Person(**{**item, "role": Role(item["role"])}) for item in sample["person"]],
        topics=[
            Topic(position=f"{number:02d}", **item) for number, item in enumerate(sample["topic"], start=1)
        ],
        worker=worker,
        clock=clock,
        cache=cache,
        allow_synced=allow_synced,
        make_id=_Ids(),
    )
    try:
        _Story(house, clock, sample, folder / EXPORTS).tell()
        (folder / SAMPLE_MARK).write_text(SAID, encoding="utf-8")
    except BaseException:
        house.close()
        raise
    return house


class _Story:
    """Puts what happened to all posts in order of time and lets it happen."""

    def __init__(self, house: House, clock: FixedClock, sample: dict[str, Any], exports: Path) -> None:
        self._house = house
        self._clock = clock
        self._sample = sample
        self._exports = exports
        self._pictures: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._events: list[Event] = []

    def tell(self) -> None:
        self._surround()
        for item in self._sample["post"]:
            self._plan(item)
        for item in self._sample["event"]:
            self._at(item["created"], item["who"], partial(self._hold_event, item))
        for item in self._sample["sibling"]:
            self._at(item["created"], item["who"], partial(self._say_elsewhere, item))
        for at, _number, happen in sorted(self._events, key=lambda event: event[:2]):
            self._clock.set(at)
            happen()
        self._clock.set(self._sample["today"])
        self._act("katrin-sommer")

    def _act(self, person: str) -> None:
        self._house.desk.acting_as(person)

    def _at(self, at: datetime, person: str, happen: Callable[[], object]) -> None:
        def acted() -> None:
            self._act(person)
            happen()

        self._events.append((at, len(self._events), acted))

    def _surround(self) -> None:
        """Blackouts, meetings and pictures were there before the first post."""
        house, sample = self._house, self._sample
        self._act("katrin-sommer")
        with house.desk.action("plan.settings") as act:
            for item in sample["blackout"]:
                act.put(Blackout(**item))
            for item in sample["meeting"]:
                act.put(Meeting(**item))
        folder = resources() / "sample" / "pictures"
        files = [folder / item["file"] for item in sample["picture"]]
        report = house.pictures.import_files(files)
        if report.refused:
            raise RuntimeError(f"a picture of the sample was refused: {report.refused[0].path.name}")
        for item, id_ in zip(sample["picture"], report.added, strict=True):
            x, y = item["focus"]
            self._pictures[item["file"]] = id_
            house.pictures.set_fields(
                id_,
                focus=Focus(x=x, y=y),
                alt=item.get("alt", ""),
                credit=item["credit"],
                credit_shown=item.get("shown", False),
                licence=Licence.OWN,
                people=People(item.get("people", "none")),
            )

    def _plan(self, item: dict[str, Any]) -> None:
        who = item["who"]
        self._at(item["created"], who, lambda: self._create(item))
        for comment in item.get("comments", ()):
            self._at(comment["at"], comment["by"], partial(self._comment, item, comment))
        for key in ("asked", "asked_again"):
            if key in item:
                self._at(item[key], self._asker(item), lambda: self._house.reviews.request(self._id(item)))
        if "approved" in item:
            said = item["approved"]
            self._at(said["at"], said["by"], lambda: self._approve(item))
        if "change" in item:
            wish = item["change"]
            self._at(wish["at"], wish["by"], lambda: self._ask_change(item, wish["text"]))
        if "edited" in item:
            edit = item["edited"]
            self._at(edit["at"], who, lambda: self._house.editing.set_text(self._id(item), edit["text"]))
        if "exported" in item:
            self._at(
                item["exported"],
                "katrin-sommer",
                lambda: self._house.publishing.export(self._exports, ids=[self._id(item)]),
            )
        for channel, address in item.get("published", {}).items():
            self._at(item["published_at"], "katrin-sommer", partial(self._publish, item, channel, address))

    def _publish(self, item: dict[str, Any], channel: str, address: str) -> None:
        self._house.publishing.publish(self._id(item), channel, address)

    @staticmethod
    def _asker(item: dict[str, Any]) -> str:
        """Whoever may approve a post asks for nothing: then the officer does."""
        who: str = item["who"]
        return who if who in {"katrin-sommer", "anja-weber", "murat-yildiz"} else "katrin-sommer"

    def _id(self, item: dict[str, Any]) -> str:
        return self._ids[item["id"]]

    def _create(self, item: dict[str, Any]) -> None:
        house = self._house
        idea = "at" not in item or item.get("idea", False)
        id_ = house.posts.create(
            item["title"],
            planned=item.get("at"),
            channels=item["channels"],
            idea=idea,
            text=item.get("text", ""),
            topic=item["topic"],
            responsible=item["who"],
        )
        self._ids[item["id"]] = id_
        plain = {key: item[key] for key in ("link", "place", "note") if key in item}
        if plain:
            house.editing.set_fields(id_, **plain)
        for channel, text in item.get("own", {}).items():
            house.editing.set_text(id_, text, channel)
        names = [item["picture"]] if "picture" in item else []
        files = [*names, *item.get("more", ())]
        if files:
            house.editing.attach(id_, [self._pictures[name] for name in files])
        if "hold" in item:
            house.posts.hold([id_], item["hold"])

    def _say_elsewhere(self, item: dict[str, Any]) -> None:
        """Write a post in another language beside one."""
        house = self._house
        of, channels = self._ids[item["of"]], item["channels"]
        id_ = house.siblings.create(of, item["language"], title=item["title"], channels=channels)
        house.editing.set_text(id_, item["text"])

    def _approve(self, item: dict[str, Any]) -> None:
        reviews = self._house.reviews
        reviews.approve(self._id(item), reviews.sheet(self._id(item)).digest)

    def _ask_change(self, item: dict[str, Any], words: str) -> None:
        reviews = self._house.reviews
        reviews.ask_change(self._id(item), reviews.sheet(self._id(item)).digest, words)

    def _hold_event(self, item: dict[str, Any]) -> None:
        """Posts that were there before join an event, so they are written as values; its id takes none from the counter."""
        first = item["first"]
        event = Happening(
            id=str(uuid.uuid5(NAMESPACE, f"event/{item['id']}")),
            first=first,
            **{key: item[key] for key in ("title", "last", "place", "topic")},
        )
        with self._house.desk.action("event.added", title=event.title, posts=len(item["posts"])) as act:
            act.put(event)
            for name in item["posts"]:
                post = act.get(Post, self._ids[name])
                days = (post.planned.date() - first).days if post.planned else 0
                act.put(replace(post, event=event.id, offset=days))

    def _comment(self, item: dict[str, Any], said: dict[str, Any]) -> None:
        """Comments carry their own time, so they are written as values."""
        with self._house.desk.action("post.commented", title=item["title"]) as act:
            post = act.get(Post, self._id(item))
            word = Comment(
                id=str(uuid.uuid5(NAMESPACE, said["text"])), by=said["by"], at=said["at"], text=said["text"]
            )
            act.put(replace(post, comments=(*post.comments, word)))
