# SPDX-License-Identifier: EUPL-1.2
"""The topics of a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kalender.domain.card import Filter
from kalender.domain.plan import Topic
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.services.setup.naming import last_place, moved, named
from kalender.store.plan_file import PlanFile

COLOURS = ("th-rathaus", "th-leben", "th-bauen", "th-familie", "th-umwelt")
"""The colours a topic can have, as roles of the theme."""


class Topics:
    """Changes topics; a topic is no part of what an approval covers."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView, new_id: Callable[[], str]) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._new_id = new_id

    def add(self, name: str, colour: str = "") -> str:
        """Add a topic at the end and return its id; without a colour the least used one.

        Raises Refused NAME_MISSING, NAME_TAKEN.
        """
        used = [item.colour for item in self._plan.topics]
        topic = Topic(
            id=self._new_id(),
            name=named(name, self._names()),
            colour=colour or min(COLOURS, key=used.count),
            position=last_place(self._plan.topics),
        )
        with self._desk.action("topic.added", title=topic.name) as act:
            act.put(topic)
        return topic.id

    def _names(self, but: str = "") -> list[str]:
        return [item.name for item in self._plan.topics if item.id != but]

    def rename(self, id_: str, name: str) -> None:
        """Give a topic another name; raises Refused NAME_MISSING, NAME_TAKEN."""
        wanted = named(name, self._names(id_))
        self._put(id_, name=wanted)

    def colour(self, id_: str, colour: str) -> None:
        """Give a topic another of COLOURS."""
        self._put(id_, colour=colour)

    def _put(self, id_: str, **values: str) -> None:
        with self._desk.action("topic.changed") as act:
            topic = replace(act.get(Topic, id_), **values)
            act.put(topic)
            act.describe(title=topic.name)

    def move(self, id_: str, by: int) -> None:
        """Put a topic so many places further down, or up with a negative number."""
        changed = moved(self._plan.topics, id_, by)
        if changed:
            with self._desk.action("topic.ordered") as act:
                for name, position in changed.items():
                    act.put(replace(act.get(Topic, name), position=position))

    def posts(self, id_: str) -> list[str]:
        """Return the ids of the posts with a topic."""
        chosen = Filter(topics=frozenset({id_}), dropped=True)
        cards = [*self._store.cards_between(date.min, date.max, chosen), *self._store.backlog(chosen)]
        return [card.id for card in cards]

    def delete(self, id_: str, *, anyway: bool = False) -> None:
        """Delete a topic; its posts have none then, in the same step. Raises Refused TOPIC_IN_USE unless anyway."""
        posts = self.posts(id_)
        with self._desk.action("topic.deleted") as act:
            topic = act.get(Topic, id_)
            if posts and not anyway:
                raise Refused(RefusalKind.TOPIC_IN_USE, topic=topic.name, count=len(posts))
            for post in posts:
                act.put(replace(act.get(Post, post), topic=""))
            act.delete(topic)
            act.describe(title=topic.name)
