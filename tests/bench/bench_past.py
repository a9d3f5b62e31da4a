# SPDX-License-Identifier: EUPL-1.2
"""What going back costs: pages of the timeline, states of a post with many revisions, trash and archive.

python -m tests.bench.bench_past [posts] [steps]
"""

import gc
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from kalender.app.house import open_house
from kalender.domain.journal.changeset import Op, sealed
from kalender.domain.post import Post, Publication
from kalender.jobs.pool import InlineWorker
from kalender.services.past.timeline import About, Group, Page, Timeline, Wanted
from kalender.store.plan_file import PlanFile
from tests.bench.bench_store import sentence
from tests.bench.big_plan import written
from tests.builders import NOW

REVISIONS = 1000


def say(line: str) -> None:
    """Print at once."""
    print(line, flush=True)  # noqa: T201 - figures are printed


def timed(work: Callable[[], object], rounds: int = 20) -> str:
    """Return the median and the slowest of some rounds in ms of the processor, without the collector of garbage."""
    gc.collect()
    gc.disable()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    gc.enable()
    return f"{statistics.median(times):8.2f} ms  (slowest {max(times):.1f})"


def both(one: Callable[[], object], other: Callable[[], object]) -> Callable[[], object]:
    """Return what does one thing and then the other."""

    def work() -> None:
        one()
        other()

    return work


def lengthened(plan: PlanFile, posts: list[str], steps: int, chance: random.Random) -> None:
    """Write many steps by several people, in a few transactions, as an exchange would bring them."""
    heads = {ref: plan.journal.tips([ref])[ref] for ref in posts}
    chain = plan.chain()
    made = []
    for n in range(steps):
        ref = chance.choice(posts)
        op = Op(record=ref, parents=heads[ref], sets={"note": sentence(chance, 6)})
        new = sealed(
            plan=plan.plan,
            dev=plan.device,
            by=f"person{n % 4}",
            at=(NOW + timedelta(minutes=n)).isoformat(timespec="milliseconds"),
            label={"k": ("post.fields", "post.moved", "review.approved")[n % 3], "title": f"Beitrag {n}"},
            deps=chain,
            ops=[op],
        )
        heads[ref], chain = (new.id,), (new.id,)
        made.append(new)
        if len(made) == 5000 or n == steps - 1:
            plan.commit(made)
            made = []


def all_pages(timeline: Timeline, wanted: Wanted | None = None, most: int = 10**9) -> list[float]:
    """Go through the timeline to its end; return what each page took in ms of the processor."""
    times: list[float] = []
    cursor: int | None = None
    while len(times) < most:
        start = time.process_time()
        page: Page = timeline.page(wanted, cursor)
        times.append((time.process_time() - start) * 1000)
        cursor = page.cursor
        if cursor is None:
            break
    return times


def main(count: int, steps: int) -> None:
    """Print the figures."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as place:
        folder = written(Path(place) / "plan", count, Path(place) / "cache")
        house = open_house(folder, worker=InlineWorker(), cache=Path(place) / "cache", allow_synced=True)
        store = house.store
        posts = [row[0] for row in store._on.sql("SELECT ref FROM record WHERE kind = 'post' LIMIT 2000")]
        lengthened(store, posts, steps, chance)
        say(f"{count} posts, {store.changesets()} changesets")
        timeline = house.past.timeline
        say(f"timeline, first page          {timed(timeline.page)}")
        times = all_pages(timeline)
        say(
            f"timeline, each of {len(times)} pages  {statistics.median(times):8.2f} ms  (slowest {max(times):.1f})"
        )
        for name, wanted in (
            ("one person", Wanted(people=frozenset({"person3"}))),
            ("approvals", Wanted(groups=frozenset({Group.REVIEW}))),
            ("pictures only", Wanted(about=frozenset({About.PICTURES}))),
            ("words, rare", Wanted(text="Beitrag 12345")),
            ("words, none", Wanted(text="gibtesnirgends")),
        ):
            times = all_pages(timeline, wanted, 400)
            say(
                f"  {name:26}  {statistics.median(times):8.2f} ms  (slowest {max(times):.1f}, {len(times)} pages)"
            )
        outlook = house.past.taking_back.outlook
        say(f"outlook on a step             {timed(lambda: outlook(store.changesets() - 5))}")
        post = posts[0].partition("/")[2]
        for n in range(REVISIONS):
            house.desk.acting_as(f"person{n % 3}")
            house.editing.set_text(post, sentence(chance, 40))
        states = house.past.states
        story = states.story(post)
        say(f"{len(story.states)} states of a post         {timed(lambda: states.story(post), 5)}")
        last = story.states[-1].id
        say(f"  compare with now            {timed(lambda: story.compare(last))}")
        say(f"  prospect                    {timed(lambda: states.prospect(story, last))}")
        say(
            f"  bring back and undo         {timed(both(lambda: states.restore(post, last), house.desk.undo), 5)}"
        )
        ids = [item.partition("/")[2] for item in posts[1:201]]
        house.posts.delete(ids)
        say(f"trash of {len(ids)}                  {timed(house.past.trash.items)}")
        refs = [f"post/{id_}" for id_ in ids]
        out = both(lambda: house.past.trash.restore(refs), house.desk.undo)
        say(f"  all out and undo            {timed(out, 3)}")
        with house.desk.action("plan.filled") as act:
            for item in store.all(Post):
                if item.planned is not None and item.planned.year < 2026:
                    act.put(replace(item, publications=tuple(Publication(id=v.id) for v in item.versions)))
        archiving = house.past.archiving
        years = [item.year for item in archiving.years() if item.over]
        say(f"years                         {timed(archiving.years)}")
        say(f"board counts before           {timed(store.counts)}")
        if years:
            closing = both(lambda: archiving.close(years[0]), house.desk.undo)
            say(f"close {years[0]} and undo           {timed(closing, 5)}")
            archiving.close(years[0])
            say(f"board counts after            {timed(store.counts)}")
            start = time.process_time()
            done = house.past.records.hand_over(years[0], Path(place) / "out", packed=True)
            say(f"{done.posts} posts for the records    {(time.process_time() - start) * 1000:8.0f} ms")
        start = time.process_time()
        store.past.pictures_ever_used()
        say(f"pictures ever used            {(time.process_time() - start) * 1000:8.0f} ms")
        house.close()


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    )
