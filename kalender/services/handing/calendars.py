# SPDX-License-Identifier: EUPL-1.2
"""The plan as a calendar for other programs: each entry keeps its number, and what is gone stays there as cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kalender.domain.card import Card, Filter
from kalender.domain.frozen import frozen
from kalender.domain.journal.merge import Revision
from kalender.domain.post import Post
from kalender.domain.stage import Flag, Stage
from kalender.exchange.calendars.writing import Certainty, WrittenEvent, calendar_bytes
from kalender.exchange.putting import put_file
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)
"""The days taken where nobody names others."""

_AT_ONCE = 200
_REACH = timedelta(days=62)
"""A channel may have a time of its own, so far from that of its post."""

_SETTLED = frozenset({Stage.APPROVED, Stage.EXPORTED, Stage.PUBLISHED})

Progress = Callable[[int, int], object]
"""Hears how many of how many posts are done; raises to cancel."""


@frozen
class Described:
    """What an entry says: title and text, worded by who knows the language; labels: channels and topic by name."""

    title: str
    text: str
    labels: tuple[str, ...] = ()


Describe = Callable[[Post, Card | None, Sequence[str], PlanView], Described]
"""Words an entry: the post, its card (None for a deleted one), the ids of the channels it is about, the plan."""


@frozen
class CalendarFile:
    """What was written. events: how many entries, of which so many are cancelled."""

    out: Path
    events: int
    cancelled: int


class CalendarExport:
    """Writes calendars; changes nothing in the plan. describe: puts an entry into words."""

    def __init__(self, store: PlanFile, plan: PlanView, describe: Describe) -> None:
        self._store = store
        self._plan = plan
        self._describe = describe

    def write(
        self,
        out: Path,
        first: date | None = None,
        last: date | None = None,
        *,
        channel: str = "",
        progress: Progress = lambda _done, _of: None,
    ) -> CalendarFile:
        """Write the posts of some days (inclusive), of one channel or of all. Raises Refused UNKNOWN_CHANNEL, OUT_IS_FOLDER, DISK_FULL, OUT_FAILED."""
        name = self._plan.municipality.title
        if channel:
            name = f"{name}: {self._plan.channel(channel).name}"
        events = self.events(first or EARLIEST, last or LATEST, channel=channel, progress=progress)
        put_file(calendar_bytes(name, self._plan.municipality.zone, events), out)
        gone = sum(item.certainty is Certainty.CANCELLED for item in events)
        return CalendarFile(out=out, events=len(events), cancelled=gone)

    def events(
        self,
        first: date,
        last: date,
        *,
        channel: str = "",
        progress: Progress = lambda _done, _of: None,
    ) -> list[WrittenEvent]:
        """Return the entries: posts with a date, and cancelled what is deleted, dropped, or has lost its date."""
        every = Filter(dropped=True, archived=True)
        dated = self._store.cards_between(max(first - _REACH, EARLIEST), min(last + _REACH, LATEST), every)
        cards = {card.id: card for card in (*dated, *self._store.backlog(every))}
        posts = list(cards)
        gone = self._store.trash(Post)
        found: list[WrittenEvent] = []
        total = len(posts) + len(gone)
        for start in range(0, len(posts), _AT_ONCE):
            progress(start, total)
            found += self._entries(
                self._store.some(Post, posts[start : start + _AT_ONCE]), cards, channel=channel
            )
        for start in range(0, len(gone), _AT_ONCE):
            progress(len(posts) + start, total)
            found += self._entries(gone[start : start + _AT_ONCE], {}, channel=channel)
        return [item for item in found if first <= item.start.date() <= last]

    def _entries(
        self, posts: Sequence[Post], cards: dict[str, Card], *, channel: str
    ) -> Iterator[WrittenEvent]:
        """Yield the entries of posts; those without a card are deleted."""
        revisions = self._store.revisions(f"post/{item.id}" for item in posts)
        for post in posts:
            its = revisions.get(f"post/{post.id}", {}).values()
            yield from self._of(post, cards.get(post.id), its, channel)

    def _of(
        self, post: Post, card: Card | None, revisions: Iterable[Revision], channel: str
    ) -> Iterator[WrittenEvent]:
        known = sorted(revisions, key=lambda item: (item.at, item.id))
        version, changed = max(0, len(known) - 1), self._changed(known)
        common = [item.id for item in post.versions if item.planned is None]
        off = card is None or post.dropped
        moments: list[tuple[str, datetime | None, str, list[str], bool]] = [
            (post.id, post.planned, "planned", common, off or bool(post.versions and not common))
        ]
        moments += [
            (f"{post.id}.{item.id}", item.planned, f"version/{item.id}/planned", [item.id], off)
            for item in post.versions
        ]
        for number, moment, key, channels, cancelled in moments:
            start = moment or _last(known, key)
            if start is None or (
                channel and channel not in (channels or [item.id for item in post.versions])
            ):
                continue
            said = self._describe(post, card, channels, self._plan)
            yield WrittenEvent(
                uid=f"{number}@kalender",
                start=start,
                zone=post.zone or self._plan.municipality.zone,
                title=said.title,
                version=version,
                changed=changed,
                certainty=_certainty(card, gone=cancelled or moment is None),
                text=said.text,
                place=post.place,
                link=post.link,
                labels=said.labels,
            )

    def _changed(self, known: Sequence[Revision]) -> datetime:
        """Return when a post was last changed, aware; the journal keeps wall time of the municipality."""
        try:
            at = datetime.fromisoformat(known[-1].at)
        except (IndexError, ValueError):
            return datetime(1970, 1, 1, tzinfo=UTC)
        return at if at.tzinfo is not None else at.replace(tzinfo=ZoneInfo(self._plan.municipality.zone))


def _last(known: Sequence[Revision], key: str) -> datetime | None:
    """Return the last moment a post had under a key, or None where it never had one."""
    for revision in reversed(known):
        text = revision.sets.get(key)
        if isinstance(text, str):
            try:
                return datetime.fromisoformat(text)
            except ValueError:
                continue
    return None


def _certainty(card: Card | None, *, gone: bool) -> Certainty:
    if gone or card is None:
        return Certainty.CANCELLED
    settled = card.stage in _SETTLED and Flag.HELD not in card.flags
    return Certainty.CONFIRMED if settled else Certainty.TENTATIVE
