# SPDX-License-Identifier: EUPL-1.2
"""A plan of any size for the benchmarks of scale, written through what another computer would send."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from kalender.domain.journal.changeset import Changeset, Op, encode, sealed
from kalender.domain.journal.record import flatten, patch, ref
from kalender.domain.post import Post
from kalender.store.plan_file import PlanFile
from tests.bench.bench_store import generated
from tests.builders import NOW, a_channel, a_picture, approved, surroundings

FIRST = date(2010, 1, 1)
A_DAY = 10
"""Posts on a day: a month holds as much in a plan of any size, which then spans more years."""

CHANNELS = ("facebook", "instagram", "website", "mastodon")
AT_ONCE = 500
EDITED = 10
"""Every so manyth post has been touched once more, on its own."""


def days(count: int) -> int:
    """Return how many days a plan of so many posts spans."""
    return max(30, count // A_DAY)


def filled(plan: PlanFile, count: int) -> Iterator[list[bytes]]:
    """Yield what fills an empty plan with so many posts, in lists for some 10,000 of them."""
    chance = random.Random(3)
    small = [a_channel(name) for name in CHANNELS] + [a_picture(f"bild{n}") for n in range(50)]
    last = _sealed(plan, [Op(record=ref(item), sets=flatten(item)) for item in small], ())
    yield [encode(last)]
    around = surroundings(plan)
    waiting: list[bytes] = []
    for first in range(0, count, AT_ONCE):
        some = [
            _placed(post, first + n, count, chance)
            for n, post in enumerate(generated(min(AT_ONCE, count - first), chance))
        ]
        some = [
            approved(post, around) if n % 3 == 1 and post.planned else post for n, post in enumerate(some)
        ]
        last = _sealed(plan, [Op(record=ref(post), sets=flatten(post)) for post in some], (last.id,))
        waiting.append(encode(last))
        whole = last.id
        for post in some[::EDITED]:
            op = Op(record=ref(post), parents=(whole,), sets=patch(post, replace(post, note="noch prüfen")))
            last = _sealed(plan, [op], (last.id,))
            waiting.append(encode(last))
        if (first + AT_ONCE) % 10_000 == 0:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _placed(post: Post, n: int, count: int, chance: random.Random) -> Post:
    """Give a post an id of its own and a day within the span of the plan."""
    day = datetime.combine(FIRST, datetime.min.time()) + timedelta(
        days=chance.randrange(days(count)), hours=9 + n % 10
    )
    return replace(
        post,
        id=f"{n:032x}",
        title=f"{post.title.rpartition(' ')[0]} {n}",
        planned=None if post.planned is None else day,
    )


def _sealed(plan: PlanFile, ops: list[Op], deps: tuple[str, ...]) -> Changeset:
    label: dict[str, Any] = {"k": "plan.filled"}
    return sealed(
        plan=plan.plan, dev="other", by="anna", at=NOW.isoformat(timespec="milliseconds"),
        label=label, deps=deps, ops=ops,
    )  # fmt: skip
