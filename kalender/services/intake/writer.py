# SPDX-License-Identifier: EUPL-1.2
"""Turns the rows of a table into posts, with the channels, people, topics and pictures of this plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from kalender.domain.journal.position import between
from kalender.domain.picture import Picture
from kalender.domain.plan import Person, Topic
from kalender.domain.post import Attachment, Post, Version
from kalender.exchange.columns import plain
from kalender.exchange.plan_rows import PlanRow, fingerprints
from kalender.services.acting.desk import Action
from kalender.services.intake.matching import changed, external_name
from kalender.services.intake.reports import Hint
from kalender.services.plan_view import PlanView

COLOURS = ("th-rathaus", "th-leben", "th-bauen", "th-familie", "th-umwelt")


PLAIN = ("title", "text", "link", "place", "note", "campaign", "labels", "goal", "groups", "task", "source")
"""Fields of a row that a post takes over as they are."""


class Writer:
    """Turns rows into posts. hints: what was not found here."""

    def __init__(self, plan: PlanView, pictures: Sequence[Picture], new_id: Callable[[], str]) -> None:
        self._plan = plan
        self._pictures = {name: item for item in pictures for name in _names(item)}
        self._new_id = new_id
        self.hints: list[Hint] = []

    def made(self, act: Action, row: PlanRow) -> Post:
        """Return a new post for a row."""
        only = [item.id for item in self._plan.channels if item.active]
        channels = only if row.channels is None and len(only) == 1 else ()
        post = Post(
            id=self._new_id(),
            zone=self._plan.municipality.zone,
            versions=tuple(Version(id=item) for item in channels),
        )
        return self._written(act, post, row, set(fingerprints(row)))

    def updated(self, act: Action, post: Post, row: PlanRow) -> Post:
        """Return a post with what its row says otherwise than in the file before."""
        return self._written(act, post, row, changed(row, post))

    def _written(self, act: Action, post: Post, row: PlanRow, names: set[str]) -> Post:
        values: dict[str, str | tuple[str, ...] | bool] = {
            name: getattr(row, name) for name in PLAIN if name in names
        }
        if "topic" in names:
            values["topic"] = self._topic(act, row.topic or "")
        if "responsible" in names:
            values |= self._responsible(row.responsible or "")
        if "dropped" in names:
            values["dropped"] = row.dropped
        post = replace(post, external=external_name(row), **values)  # type: ignore[arg-type]  # each value has its field's type
        if "channels" in names and row.channels is not None:
            post = _on_channels(post, row.channels)
        if "when" in names:
            post = self._at(post, row)
        if "idea" in names:
            post = replace(post, idea=row.idea and not post.requests)
        return self._with_pictures(post, row) if {"pictures", "alt"} & names else post

    def _at(self, post: Post, row: PlanRow) -> Post:
        if row.day is None:
            return post.to_backlog() if post.planned else post
        clock = row.clock or (post.planned.time() if post.planned else self._usual(post, row.day))
        idea = post.idea
        return replace(post.moved_to(datetime.combine(row.day, clock)), idea=idea)

    def _usual(self, post: Post, day: date) -> time:
        """Return the usual time of the first channel of a post on a day."""
        wanted = {item.id for item in post.versions}
        return next((item.time_on(day) for item in self._plan.channels if item.id in wanted), time(10))

    def _topic(self, act: Action, name: str) -> str:
        """Return the id of a topic; one that is not there yet is made, with the same id wherever that happens."""
        if not name:
            return ""
        for item in self._plan.topics:
            if plain(item.name) == plain(name) or item.id == name:
                return item.id
        id_ = str(uuid5(NAMESPACE_URL, f"kalender:topic:{plain(name)}"))
        if act.find(Topic, id_) is None:
            place = between(max((item.position for item in self._plan.topics), default=""), "")
            colour = COLOURS[int(id_[:2], 16) % len(COLOURS)]
            act.put(Topic(id=id_, name=name, colour=colour, position=place))
        return id_

    def _responsible(self, name: str) -> dict[str, str]:
        """Return who is responsible; someone who is not in the plan becomes the contact."""
        if not name:
            return {"responsible": ""}
        found = [item for item in self._plan.people if item.active and plain(name) in _called(item)]
        if len(found) == 1:
            return {"responsible": found[0].id}
        return {"responsible": "", "contact": name}

    def _with_pictures(self, post: Post, row: PlanRow) -> Post:
        attachments = list(post.attachments)
        last = max((item.position for item in attachments), default="")
        for name in row.pictures or ():
            picture = self._pictures.get(name.casefold()) or self._pictures.get(Path(name).stem.casefold())
            if picture is None:
                self.hints.append(Hint(row=row.row, what="picture", value=name))
            elif all(item.picture != picture.id for item in attachments):
                last = between(last, "")
                attachments.append(Attachment(id=self._new_id(), picture=picture.id, position=last))
        if row.alt and attachments:
            first = min(attachments, key=lambda item: (item.position, item.id))
            attachments = [replace(item, alt=row.alt) if item is first else item for item in attachments]
        return replace(post, attachments=tuple(attachments))


def _on_channels(post: Post, channels: Mapping[str, str | None]) -> Post:
    """Return the post on these channels; a version that stays keeps what else it overrides."""
    kept = {item.id: item for item in post.versions}
    return replace(
        post,
        versions=tuple(replace(kept.get(name, Version(id=name)), text=own) for name, own in channels.items()),
    )


def _names(picture: Picture) -> tuple[str, str]:
    return picture.name.casefold(), Path(picture.name).stem.casefold()


def _called(person: Person) -> set[str]:
    """Return what a person may be called in a table: name, first and last name, initials, id."""
    words = plain(person.name).split()
    return {plain(person.name), plain(person.id), plain(person.initials), *words[:1], *words[-1:]} - {""}
