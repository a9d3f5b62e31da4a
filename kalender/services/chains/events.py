# SPDX-License-Identifier: EUPL-1.2
"""Events and campaigns: bars over days, and the posts around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kalender.domain.chains.events import Event, along
from kalender.domain.frozen import frozen
from kalender.domain.post import Post, Version
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Action, Desk
from kalender.services.chains.members import Effect, Member, Members
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.store.plan_file import PlanFile


@frozen
class Wanted:
    """A post wanted around an event: its kind, its title, its days from the first day, and its clock time.

    at None: the usual time of its channels.
    """

    kind: str
    title: str
    offset: int = 0
    at: time | None = None


class EventDesk:
    """Every verb is one undo step. Posts that have left the house stay where they are."""

    def __init__(
        self, store: PlanFile, desk: Desk, plan: PlanView, posts: Posts, new_id: Callable[[], str]
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._posts = posts
        self._new_id = new_id
        self._members = Members(store, plan)

    # Reading

    def all(self) -> list[Event]:
        """Return all events by their first day."""
        return sorted(self._store.all(Event), key=lambda item: (item.first or date.max, item.title, item.id))

    def find(self, id_: str) -> Event | None:
        """Return an event, or None where there is none (any more)."""
        return self._store.get(Event, id_) if id_ else None

    def get(self, id_: str) -> Event:
        """Return an event; raises Refused NOT_FOUND."""
        found = self.find(id_)
        if found is None:
            raise Refused(RefusalKind.NOT_FOUND, event=id_)
        return found

    def members(self, id_: str) -> list[Member]:
        """Return the posts around an event by planned time, undated ones last."""
        return self._members.of(f"event/{id_}")

    def made_from(self, source: str) -> Event | None:
        """Return the event that was made from an entry of a layer, or None."""
        return self.find(_id_of(source))

    # Making and changing

    def add(
        self,
        title: str,
        first: date,
        last: date,
        *,
        place: str = "",
        topic: str = "",
        note: str = "",
        campaign: bool = False,
        source: str = "",
        posts: Sequence[Wanted] = (),
    ) -> str:
        """Add an event, last day inclusive, with the posts wanted around it, and return its id.

        source: <entry>@<day> of a layer; the same one makes the same event. Raises Refused NAME_MISSING, BAD_SPAN.
        """
        event = _checked(
            Event(
                id=_id_of(source) if source else self._new_id(),
                title=title,
                first=first,
                last=last,
                place=place,
                topic=topic,
                note=note,
                campaign=campaign,
                source=source,
            )
        )
        with self._desk.action("event.added", title=event.title) as act:
            act.put(event)
            act.describe(posts=self._chain(act, event, posts))
        return event.id

    def add_posts(self, id_: str, posts: Sequence[Wanted]) -> int:
        """Make posts around an event and return how many; one that is there already is not made again."""
        with self._desk.action("event.chained") as act:
            event = act.get(Event, id_)
            made = self._chain(act, event, posts)
            act.describe(title=event.title, posts=made)
        return made

    def _chain(self, act: Action, event: Event, posts: Sequence[Wanted]) -> int:
        there = {member.post.id for member in self.members(event.id)}
        channels = [item.id for item in self._plan.channels if item.active]
        made = 0
        for wanted in posts:
            id_ = str(uuid5(NAMESPACE_URL, f"kalender:event:{event.id}:{wanted.kind}:{wanted.offset}"))
            if event.first is None or id_ in there:
                continue
            day = date.fromordinal(event.first.toordinal() + wanted.offset)
            act.put(
                Post(
                    id=id_,
                    title=wanted.title,
                    planned=(
                        datetime.combine(day, wanted.at)
                        if wanted.at is not None
                        else self._posts.usual_moment(channels, day)
                    ),
                    zone=self._plan.municipality.zone,
                    idea=True,
                    topic=event.topic,
                    place=event.place,
                    responsible=self._desk.person,
                    event=event.id,
                    offset=wanted.offset,
                    versions=tuple(Version(id=channel) for channel in channels),
                )
            )
            made += 1
        return made

    def change(self, id_: str, **values: Any) -> Effect:
        """Set title, first, last, place, topic, note or campaign; posts move along with the first day.

        Raises Refused NOT_FOUND, NAME_MISSING, BAD_SPAN.
        """
        old = self.get(id_)
        event = _checked(replace(old, **values))
        effect, changed = self._moved(old, event.first)
        with self._desk.action("event.changed", title=event.title, posts=effect.changed) as act:
            act.put(event)
            for post in changed:
                act.put(post)
        return effect

    def effect_of_moving(self, id_: str, first: date) -> Effect:
        """Tell what another first day would do to the posts around an event."""
        return self._moved(self.get(id_), first)[0]

    def move(self, id_: str, first: date) -> Effect:
        """Let an event begin on another day: it lasts as long, and its posts come along at their clock times.

        A post that was moved by hand keeps its distance; what was exported or published stays where it is.
        """
        old = self.get(id_)
        event = old.begun_on(first)
        effect, changed = self._moved(old, first)
        with self._desk.action("event.moved", title=event.title, day=first.isoformat()) as act:
            act.put(event)
            for post in changed:
                act.put(post)
            act.describe(posts=effect.changed)
        return effect

    def _moved(self, old: Event, first: date | None) -> tuple[Effect, list[Post]]:
        if old.first is None or first is None or first == old.first:
            return Effect(), []
        days = (first - old.first).days
        effect, changed, _gone = self._members.outcome(
            self.members(old.id), lambda post: along(post, days), spare=False
        )
        return effect, changed

    # Taking away

    def effect_of_deleting(self, id_: str, *, posts: bool) -> Effect:
        """Tell what deleting an event, with its posts or without, would do."""
        return self._deleted(id_, posts=posts)[0]

    def delete(self, id_: str, *, posts: bool = False) -> Effect:
        """Put an event into the trash. posts: its posts too, but for those that have left the house; else they stay alone."""
        event = self.get(id_)
        effect, gone = self._deleted(id_, posts=posts)
        with self._desk.action("event.deleted", title=event.title, posts=effect.gone) as act:
            act.delete(event)
            for post in gone:
                act.delete(post)
        return effect

    def _deleted(self, id_: str, *, posts: bool) -> tuple[Effect, list[Post]]:
        if not posts:
            return Effect(), []
        effect, _changed, gone = self._members.outcome(self.members(id_), lambda _post: None, spare=False)
        return effect, gone

    def release(self, post: str) -> None:
        """Take a post out of its event: it stays as it is and moves along no more."""
        with self._desk.action("event.released") as act:
            given = act.get(Post, post)
            act.put(replace(given, event="", offset=0))
            act.describe(title=given.title)


def _id_of(source: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"kalender:event:{source}")) if source else ""


def _checked(event: Event) -> Event:
    title = " ".join(event.title.split())
    if not title:
        raise Refused(RefusalKind.NAME_MISSING)
    if event.first is None or event.last is None or event.last < event.first:
        raise Refused(RefusalKind.BAD_SPAN)
    return replace(event, title=title, place=" ".join(event.place.split()))
