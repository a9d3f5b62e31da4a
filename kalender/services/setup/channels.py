# SPDX-License-Identifier: EUPL-1.2
"""The channels of a plan: more of them, other names and times, retired and brought back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import time
from typing import Any

from kalender.domain.content import digest
from kalender.domain.frozen import frozen
from kalender.domain.plan import Channel
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.services.setup.naming import last_place, moved, named
from kalender.store.plan_file import PlanFile

FIELDS = frozenset(
    {"name", "handle", "address", "per_week", "per_month", "usual_time", "weekday_times", "weekdays"}
    | {"text_limit", "formats", "imprint", "privacy", "netiquette", "notices_seen", "council_told"}
)
"""What can be changed. The platform stays: another one is another channel, with its own posts and approvals."""


@frozen
class ChannelUse:
    """How many posts go to a channel, and how many of those are still to appear on it."""

    posts: int = 0
    ahead: int = 0


@frozen
class FormatEffect:
    """What other picture formats do: approvals and open reviews of so many posts lose their content."""

    approvals: int = 0
    reviews: int = 0


class Channels:
    """Changes channels; none that posts were written for is ever deleted."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView, new_id: Callable[[], str]) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._new_id = new_id

    def add(self, platform: str, name: str = "") -> str:
        """Add a channel of a platform at the end and return its id.

        Raises Refused UNKNOWN_CHANNEL for an unknown platform, NAME_TAKEN.
        """
        found = self._plan.platforms.get(platform)
        if found is None:
            raise Refused(RefusalKind.UNKNOWN_CHANNEL, channel=platform, known=sorted(self._plan.platforms))
        wanted = name if name.strip() else self._free_name(found.name)
        taken = {item.id for item in (*self._plan.channels, *self._store.trash(Channel))}
        channel = Channel(
            id=self._new_id() if platform in taken else platform,
            platform=platform,
            name=named(wanted, self._names()),
            formats=found.default_formats,
            position=last_place(self._plan.channels),
            per_week=1,
        )
        with self._desk.action("channel.added", title=channel.name) as act:
            act.put(channel)
        return channel.id

    def _free_name(self, name: str) -> str:
        taken = {item.casefold() for item in self._names()}
        number, words = 2, name
        while words.casefold() in taken:
            number, words = number + 1, f"{name} {number}"
        return words

    def _names(self, but: str = "") -> list[str]:
        return [item.name for item in self._plan.channels if item.id != but]

    def change(self, id_: str, **values: Any) -> None:
        """Set some of FIELDS. Other formats make approvals void: see effect_of_formats().

        Raises Refused NOT_FOUND, NAME_MISSING, NAME_TAKEN, BAD_TIME or UNKNOWN_FIELD.
        """
        for key in values.keys() - FIELDS:
            raise Refused(RefusalKind.UNKNOWN_FIELD, field=key, known=sorted(FIELDS))
        if "name" in values:
            values["name"] = named(values["name"], self._names(id_))
        if "usual_time" in values:
            values["usual_time"] = clock_text(values["usual_time"])
        if "weekday_times" in values:
            values["weekday_times"] = _week(values["weekday_times"])
        if "weekdays" in values:
            values["weekdays"] = "".join(digit for digit in "1234567" if digit in values["weekdays"])
        for one, other in (("per_week", "per_month"), ("per_month", "per_week")):
            if values.get(one):
                values.setdefault(other, 0)
        if "formats" in values:
            values["formats"] = tuple(values["formats"])
        with self._desk.action("channel.changed") as act:
            channel = replace(act.get(Channel, id_), **values)
            act.put(channel)
            act.describe(title=channel.name)

    def effect_of_formats(self, id_: str, formats: Iterable[str]) -> FormatEffect:
        """Tell what other picture formats of a channel would do, before it is done."""
        channel = self._plan.channel(id_)
        other = replace(channel, formats=tuple(formats))
        if other == channel:
            return FormatEffect()
        approvals = reviews = 0
        for post_id in self._store.posts_using(f"channel/{id_}"):
            card, post = self._store.card(post_id), self._store.get(Post, post_id)
            if card is None or post is None:
                continue
            if not card.approved_by and card.stage is not Stage.IN_REVIEW:
                continue
            around = self._plan.around(post)
            with_other = replace(around, channels={**around.channels, id_: other})
            if digest(post, with_other) != card.digest:
                approvals += bool(card.approved_by)
                reviews += card.stage is Stage.IN_REVIEW
        return FormatEffect(approvals=approvals, reviews=reviews)

    def move(self, id_: str, by: int) -> None:
        """Put a channel so many places further down, or up with a negative number."""
        changed = moved(self._plan.channels, id_, by)
        if changed:
            with self._desk.action("channel.ordered", title=self._plan.channel(id_).name) as act:
                for name, position in changed.items():
                    act.put(replace(act.get(Channel, name), position=position))

    def use(self, id_: str) -> ChannelUse:
        """Return how many posts go to a channel; those in the trash count too, for they can come back."""
        posts = self._store.posts_using(f"channel/{id_}")
        ahead = 0
        for post_id in posts:
            card = self._store.card(post_id)
            ahead += card is not None and id_ not in card.published
        gone = sum(any(item.id == id_ for item in post.versions) for post in self._store.trash(Post))
        return ChannelUse(posts=len(posts) + gone, ahead=ahead)

    def retire(self, id_: str) -> None:
        """Retire a channel: nothing new is offered for it; what was written stays, and so do approvals."""
        self._set_active(id_, "channel.retired", active=False)

    def bring_back(self, id_: str) -> None:
        """Use a retired channel again."""
        self._set_active(id_, "channel.revived", active=True)

    def _set_active(self, id_: str, label: str, *, active: bool) -> None:
        with self._desk.action(label) as act:
            channel = replace(act.get(Channel, id_), active=active)
            act.put(channel)
            act.describe(title=channel.name)

    def delete(self, id_: str) -> None:
        """Delete a channel that no post was ever written for; raises Refused CHANNEL_IN_USE."""
        channel = self._plan.channel(id_)
        used = self.use(id_)
        if used.posts:
            raise Refused(RefusalKind.CHANNEL_IN_USE, channel=channel.name, count=used.posts)
        with self._desk.action("channel.deleted", title=channel.name) as act:
            act.delete(channel)


def clock_text(text: str) -> str:
    """Return a time of day as 09:05, from 9:05, 9.05 Uhr, 9 or 905; raises Refused BAD_TIME."""
    plain = text.casefold().replace("uhr", "").strip().replace(".", ":")
    hours, _, minutes = plain.partition(":")
    if not minutes and len(hours) in {3, 4}:
        hours, minutes = hours[:-2], hours[-2:]
    try:
        found = time(int(hours), int(minutes or 0))
    except ValueError:
        raise Refused(RefusalKind.BAD_TIME, value=text.strip()) from None
    return f"{found:%H:%M}"


def _week(times: Iterable[str]) -> tuple[str, ...]:
    """Return the times of seven weekdays, nothing where no day has its own."""
    found = tuple(clock_text(item) if item.strip() else "" for item in times)[:7]
    return (*found, *[""] * (7 - len(found))) if any(found) else ()
