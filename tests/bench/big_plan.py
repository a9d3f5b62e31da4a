# SPDX-License-Identifier: EUPL-1.2
"""The plan that the benchmarks of the window open: posts over five years, with channels, people, topics, pictures."""

import random
from pathlib import Path

from kalender.app.house import create_plan
from kalender.domain.plan import Channel, Municipality, Person, Role, Topic
from kalender.formats.catalogue import load
from kalender.jobs.pool import InlineWorker
from tests.bench.bench_store import generated
from tests.builders import a_picture

CHANNELS = ("facebook", "instagram", "website", "mastodon")


def written(folder: Path, posts: int) -> Path:
    """Write the plan into a folder that has none and return the folder; about 10 s for 10,000 posts."""
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
        cache=folder.parent / "cache",
    )
    with house.desk.action("plan.filled") as act:
        for picture in (a_picture(f"bild{n}") for n in range(50)):
            act.put(picture)
        for post in generated(posts, random.Random(1)):
            act.put(post)
    house.close()
    return folder
