# SPDX-License-Identifier: EUPL-1.2
"""How long checks take: one post while typing, letter by letter, and ten thousand posts at once.

    python -m tests.bench.bench_checks [posts]

Process time, so that what else the computer does hardly counts.
"""

import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from kalender.domain.post import Post, Version
from kalender.domain.rules.case import case_of
from kalender.domain.rules.checks import rules
from tests.domain.rules.clean_posts import CLEAN
from tests.ui.room import NOW, a_house

LENGTH = 5000
LETTERS = 120


def say(*words: str) -> None:
    """Print a line."""
    sys.stdout.write(" ".join(words) + "\n")


def long_text() -> str:
    """Return a text of 5,000 characters made of many posts, with tags at its end."""
    whole = "\n\n".join(CLEAN)
    return whole[: LENGTH - 30] + "\n\n#Lindenbrunn #TagDerTür"


def typing(folder: Path) -> None:
    """Print what a check takes after each letter of one."""
    house = a_house(folder)
    channels = ("facebook", "instagram", "whatsapp", "mastodon")
    id_ = house.posts.create("Lang", text="", channels=list(channels), planned=NOW + timedelta(days=9))
    post = replace(house.posts.get(id_), text=long_text())
    house.checks.of_post(post)
    took = []
    for number in range(LETTERS):
        place = 40 * number % (LENGTH - 50)
        text = f"{post.text[:place]}{'aeiou'[number % 5]}{post.text[place:]}"
        start = time.process_time()
        house.checks.of_post(replace(post, text=text))
        took.append(1000 * (time.process_time() - start))
    took.sort()
    say(
        f"{LENGTH} characters, {len(channels)} channels, {len(rules())} rules, after each of {LETTERS} letters:"
    )
    say(f"  median {statistics.median(took):.1f} ms, p95 {took[int(0.95 * len(took))]:.1f} ms (bar 30 ms)")
    case = case_of(replace(post, text=long_text() + " "), house.plan.around(post), NOW)
    each: Counter[str] = Counter()
    for rule in rules().values():
        start = time.process_time()
        for _again in range(5):
            list(rule.find(case))
        each[rule.id] = round(200_000 * (time.process_time() - start))
    say("  dearest, in µs:", ", ".join(f"{id_} {count}" for id_, count in each.most_common(8)))
    house.close()


def everything(folder: Path, count: int) -> None:
    """Print what checking a whole plan takes."""
    house = a_house(folder)
    dice = random.Random(7)
    first = datetime(2026, 1, 1, 10)
    with house.desk.action("plan.filled") as act:
        for number in range(count):
            text = f"{dice.choice(CLEAN)} ({number})"
            versions = (Version(id="facebook"), Version(id="mastodon"))
            planned = first + timedelta(days=number % 1000, minutes=30 * (number % 7))
            act.put(
                Post(
                    id=f"p{number}", title=f"Beitrag {number}", text=text, planned=planned, versions=versions
                )
            )
    start = time.process_time()
    found = sum(len(checked.findings) for _post, checked in house.checks.each())
    took = time.process_time() - start
    say(f"{count} posts: {took:.1f} s, {1000 * took / count:.2f} ms each, {found} findings")
    house.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        typing(Path(place) / "one")
        everything(Path(place) / "all", int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
