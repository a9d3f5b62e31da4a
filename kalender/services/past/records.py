# SPDX-License-Identifier: EUPL-1.2
"""A year for the records office: every post as it is, its approvals and publications, and the hashes of its pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from pathlib import Path

from kalender.domain.card import Card, Filter
from kalender.domain.chains.events import Event
from kalender.domain.chains.series import Series
from kalender.domain.frozen import frozen
from kalender.domain.picture import Picture
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.names import slug
from kalender.exchange.package import ChannelContent, PackageContent, archive, build
from kalender.services.clock import Clock
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

OVERVIEW, POSTS = "Uebersicht", "Beitraege"
"""The two folders; what lies in them is worded elsewhere."""


@frozen
class PostRecord:
    """A post with its card and the pictures it shows, by id."""

    post: Post
    card: Card
    pictures: Mapping[str, Picture]


@frozen
class YearRecord:
    """Everything of a year that is handed over. people, channels, topics: their names by id.

    chains: names of series and events by id.
    """

    year: int
    town: str
    made: date
    posts: Sequence[PostRecord]
    people: Mapping[str, str]
    channels: Mapping[str, str]
    topics: Mapping[str, str]
    chains: Mapping[str, str] = field(default_factory=dict)

    def pictures(self) -> dict[str, Picture]:
        """Return every picture of the year once, by id."""
        return {id_: picture for record in self.posts for id_, picture in record.pictures.items()}


Words = Callable[[YearRecord], Mapping[str, Mapping[str, str]]]
"""Gives the files of a year: for OVERVIEW and POSTS the content by file name."""

Progress = Callable[[int, int], None]


@frozen
class HandedOver:
    """What was written. folder: complete and with a manifest of all hashes; packed: the same as one ZIP file."""

    folder: Path
    packed: Path | None
    posts: int
    pictures: int


class Records:
    """Writes years for the records office; changes nothing in the plan."""

    def __init__(self, store: PlanFile, plan: PlanView, clock: Clock, words: Words) -> None:
        self._store = store
        self._plan = plan
        self._clock = clock
        self._words = words

    def gather(self, year: int, progress: Progress = lambda _done, _of: None) -> YearRecord:
        """Return all posts planned in a year, in and out of the archive; raises Refused NO_POSTS where there are none."""
        everything = Filter(dropped=True, archived=True)
        cards = self._store.cards_between(date(year, 1, 1), date(year, 12, 31), everything)
        if not cards:
            raise Refused(RefusalKind.NO_POSTS, year=year)
        posts: list[PostRecord] = []
        for start in range(0, len(cards), 200):
            progress(start, len(cards))
            some = {card.id: card for card in cards[start : start + 200]}
            found = self._store.some(Post, some)
            wanted = {item.picture for post in found for item in post.attachments}
            pictures = {item.id: item for item in self._store.some(Picture, wanted)}
            posts += [
                PostRecord(
                    post=post,
                    card=some[post.id],
                    pictures={
                        item.picture: pictures[item.picture]
                        for item in post.attachments
                        if item.picture in pictures
                    },
                )
                for post in found
            ]
        municipality = self._plan.municipality
        return YearRecord(
            year=year,
            town=municipality.title,
            made=self._clock.local(municipality.zone).date(),
            posts=posts,
            people={item.id: item.name for item in self._plan.people},
            channels={item.id: item.name for item in self._plan.channels},
            topics={item.id: item.name for item in self._plan.topics},
            chains={item.id: item.title for item in self._store.all(Series)}
            | {item.id: item.title for item in self._store.all(Event)},
        )

    def hand_over(
        self, year: int, out: Path, *, packed: bool = False, progress: Progress = lambda _done, _of: None
    ) -> HandedOver:
        """Write a year into a folder of its own inside out; an older one of that name goes when this is complete.

        Raises Refused NO_POSTS, DISK_FULL or WRITE_FAILED.
        """
        record = self.gather(year, progress)
        files = self._words(record)
        pictures = record.pictures()
        name = f"Archiv-{year}-{slug(record.town, 40, empty='plan')}"
        content = PackageContent(
            post="",
            folder=name,
            channels=tuple(
                ChannelContent(id=folder, folder=folder, texts=tuple(files[folder].items()))
                for folder in (OVERVIEW, POSTS)
            ),
            record={
                "kind": "year",
                "year": year,
                "town": record.town,
                "made": record.made.isoformat(),
                "posts": [item.post.id for item in record.posts],
                "pictures": [
                    {"id": item.id, "name": item.name, "sha256": item.sha256, "bytes": item.bytes}
                    for item in pictures.values()
                ],
            },
        )
        out.mkdir(parents=True, exist_ok=True)
        finished = build(content, out, lambda _folder: None)
        finished.put_in_place()
        zipped = archive(out, [name], out / f"{name}.zip") if packed else None
        return HandedOver(
            folder=finished.place, packed=zipped, posts=len(record.posts), pictures=len(pictures)
        )
