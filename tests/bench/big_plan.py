# SPDX-License-Identifier: EUPL-1.2
"""The plan that the benchmarks of the window open: posts over five years, with channels, people, topics, pictures."""

import random
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from kalender.app.founding import create_plan
from kalender.domain.plan import Channel, Municipality, Person, Role, Topic
from kalender.domain.post import Post
from kalender.formats.catalogue import load
from kalender.jobs.pool import InlineWorker
from kalender.services.pictures import Pictures
from tests.bench.bench_store import DAYS, generated
from tests.media.drawn import photo

PHOTOS = 20

CHANNELS = ("facebook", "instagram", "website", "mastodon")


def years(posts: int) -> int:
    """Return over how many years posts are spread so that a month holds as much in a plan of any size: five for 10,000."""
    return max(5, posts // 10_000 * 5)


def written(folder: Path, posts: int, cache: Path, span: int = 5) -> Path:
    """Write the plan into a folder that has none, small copies of pictures into cache, and return the folder.

    span: years, a multiple of five, around the present. 10,000 posts take about 5 s.
    """
    catalogue = load(None)
    channels = [
        Channel(
            id=name,
            platform=name,
            name=catalogue.platforms_by_id[name].name,
            position=f"a{number}",
            formats=catalogue.platforms_by_id[name].default_formats,
        )
        for number, name in enumerate(CHANNELS)
    ]
    people = [
        Person(id=f"person{n}", name=f"Anna Muster {n}", role=Role.EDITING if n < 3 else Role.APPROVAL)
        for n in range(4)
    ]
    topics = [Topic(id=f"topic{n}", name=f"Thema {n}") for n in range(6)]
    house = create_plan(
        folder,
        Municipality(name="Lindenbrunn"),
        channels,
        people,
        topics=topics,
        worker=InlineWorker(),
        cache=cache,
    )
    pictures = _pictures(house.pictures, folder.parent)
    chance = random.Random(1)
    with house.desk.action("plan.filled") as act:
        for post in generated(posts, chance):
            own = tuple(replace(item, picture=chance.choice(pictures)) for item in post.attachments)
            act.put(replace(post, attachments=own, planned=_spread(post, span // 5)))
    house.close()
    return folder


def _spread(post: Post, stretches: int) -> datetime | None:
    """Return when a post is planned if the five years of all posts are but one of so many such stretches."""
    if post.planned is None or stretches < 2:
        return post.planned
    stretch = random.Random(post.id).randrange(stretches) - stretches // 2
    return post.planned + timedelta(days=stretch * DAYS)


def _pictures(library: Pictures, place: Path) -> list[str]:
    """Take photos in, with their small copies; return their ids."""
    files = []
    for number in range(PHOTOS):
        files.append(place / f"{number}.jpg")
        photo(640 + number, 480).save(files[-1])
    library.import_files(files)
    found = library.all()
    for picture in found:
        library.make_small(picture)
    return [picture.id for picture in found]
