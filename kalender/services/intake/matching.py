# SPDX-License-Identifier: EUPL-1.2
"""Which post a row of a table belongs to, and what its author changed since the file before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from kalender.domain.post import Post
from kalender.exchange.columns import plain
from kalender.exchange.plan_rows import PlanRow, SheetReading, fingerprints, long_hash
from kalender.services.intake.reports import Outcome

V = TypeVar("V")

MARK = "table"
"""How the external name of an imported post begins: table <key> title=<hash> when=<hash> …"""


def external_name(row: PlanRow) -> str:
    """Return what the post of a row keeps as its external name."""
    said = " ".join(f"{name}={value}" for name, value in sorted(fingerprints(row).items()))
    return f"{MARK} {long_hash(row.key)} {said}"


def _earlier(post: Post) -> tuple[str, dict[str, str]]:
    """Return the key of the row a post came from and what it said then; empty for a post that was written here."""
    mark, _, rest = post.external.partition(" ")
    if mark != MARK:
        return "", {}
    key, _, said = rest.partition(" ")
    return key, dict(item.split("=", 1) for item in said.split() if "=" in item)


def changed(row: PlanRow, post: Post) -> set[str]:
    """Return the names of what a row says otherwise than in the file before."""
    _key, before = _earlier(post)
    return {name for name, value in fingerprints(row).items() if before.get(name) != value}


def outcome_of(row: PlanRow, post: Post | None) -> Outcome:
    """Return what an import would do with a row and the post it belongs to, if any."""
    if post is None:
        return Outcome.ADDED
    return Outcome.UPDATED if changed(row, post) else Outcome.UNCHANGED


class Matching:
    """Finds the post a row belongs to: by its number, by day and title, or by a title that is there just once."""

    def __init__(self, posts: Sequence[Post], readings: Sequence[SheetReading]) -> None:
        rows = [row for reading in readings for row in reading.rows]
        self._by_key = {key: post for post in posts if (key := _earlier(post)[0])}
        self._by_id = {post.id: post for post in posts}
        keys = {long_hash(row.key) for row in rows}
        self._titles = _once(
            (plain(post.title), post) for key, post in self._by_key.items() if key not in keys
        )
        self._rows = _once((plain(row.title), row) for row in rows if long_hash(row.key) not in self._by_key)

    def post_for(self, row: PlanRow) -> Post | None:
        """Return the post a row belongs to, or None for a new one."""
        found = self._by_key.get(long_hash(row.key))
        if found is None and row.key.startswith("id "):
            return self._by_id.get(row.key[3:])
        if found is None and self._rows.get(plain(row.title)) is row:
            return self._titles.get(plain(row.title))  # the same row, moved to another day
        return found


def _once(pairs: Iterable[tuple[str, V]]) -> dict[str, V]:
    """Return the values whose name no other has."""
    found: dict[str, V] = {}
    several = set()
    for name, value in pairs:
        if name in found:
            several.add(name)
        found[name] = value
    return {name: value for name, value in found.items() if name and name not in several}
