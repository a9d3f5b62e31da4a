# SPDX-License-Identifier: EUPL-1.2
"""Where a picture is to be shown, and where it was: now, in earlier approved versions, and in posts that lie in the trash."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from kalender.domain.frozen import frozen
from kalender.domain.journal.record import restore
from kalender.domain.picture import Picture
from kalender.domain.post import Delivery, Post, Publication
from kalender.store.plan_file import PlanFile


class How(StrEnum):
    """What became of a picture on a channel."""

    PUBLISHED = "published"
    DELIVERED = "delivered"
    PLANNED = "planned"


@frozen
class Use:
    """A picture in a post on a channel. at: when it is planned, left the house or was published; local time.

    address: of what was published. folder: of what left, in the export folder. trashed: the post lies in the trash.
    """

    post: str
    title: str
    channel: str
    picture: str
    how: How
    at: datetime | None = None
    address: str = ""
    folder: str = ""
    trashed: bool = False

    @property
    def out(self) -> bool:
        """Tell whether it has to be pulled back: it has left the house."""
        return self.how is not How.PLANNED


class Uses:
    """Answers for one state of the plan: what left the house is gathered once, in one go through all posts."""

    def __init__(self, store: PlanFile) -> None:
        self._store = store
        self._left: Mapping[str, list[Use]] | None = None

    def forget(self) -> None:
        """Gather again at the next question: posts have changed."""
        self._left = None

    def of(self, pictures: Iterable[Picture]) -> list[Use]:
        """Return every use of pictures: what is out first, the latest first; then what is planned, the next first."""
        if self._left is None:
            self._left = self._gather()
        gone: list[Use] = []
        coming: list[Use] = []
        for picture in pictures:
            left = self._left.get(picture.id, []) + self._left.get(picture.sha256, [])
            out = {(item.post, item.channel): replace(item, picture=picture.id) for item in left}
            gone += out.values()
            coming += [item for item in self._planned(picture.id) if (item.post, item.channel) not in out]
        gone.sort(key=lambda item: (item.at or datetime.min, item.title, item.channel), reverse=True)
        coming.sort(key=lambda item: (item.at or datetime.max, item.title, item.channel))
        return [*gone, *coming]

    def _planned(self, picture: str) -> Iterator[Use]:
        for id_ in self._store.posts_using(f"picture/{picture}"):
            post = self._store.get(Post, id_)
            if post is None or post.dropped:
                continue
            for version in post.versions:
                if any(item.picture == picture for item in post.attachments_for(version)):
                    yield Use(
                        post=post.id,
                        title=post.title,
                        channel=version.id,
                        picture=picture,
                        how=How.PLANNED,
                        at=post.planned_for(version),
                    )

    def _gather(self) -> Mapping[str, list[Use]]:
        """Return what left the house by picture: SHA-256 where an approval tells what it was, else the id."""
        found: dict[str, list[Use]] = {}
        for post in self._store.all(Post):
            if post.deliveries or post.publications:
                _add(found, post, trashed=False)
        for item in self._store.past.trashed(("post",)):
            if any(key.startswith(("delivery/", "publication/")) for key in item.state):
                _add(found, restore(Post, item.ref.partition("/")[2], item.state), trashed=True)
        return found


def _add(found: dict[str, list[Use]], post: Post, *, trashed: bool) -> None:
    shown = {item.digest: _shown(item.manifest) for item in post.decisions}
    handed = sorted(post.deliveries, key=lambda item: item.at or datetime.min)
    sent: list[Delivery | Publication] = [*handed, *post.publications]
    for item in sent:  # publications come last: what is known to be out counts more than what was handed over
        delivery = isinstance(item, Delivery)
        channel = item.channel if isinstance(item, Delivery) else item.id
        known = shown.get(item.digest)
        for name in _now(post, channel) if known is None else known.get(channel, ()):
            use = Use(
                post=post.id,
                title=post.title,
                channel=channel,
                picture=name,
                how=How.DELIVERED if delivery else How.PUBLISHED,
                at=item.at,
                address=item.address if isinstance(item, Publication) else "",
                folder=item.folder if isinstance(item, Delivery) else "",
                trashed=trashed,
            )
            found.setdefault(name, []).append(use)


def _shown(manifest: str) -> dict[str, tuple[str, ...]]:
    """Return the SHA-256 of pictures by channel that an approval was given for; nothing where it cannot be read."""
    try:
        channels = json.loads(manifest)["channels"]
        return {
            str(channel): tuple(
                str(picture.get("sha256") or picture.get("missing", "")) for picture in said["pictures"]
            )
            for channel, said in channels.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _now(post: Post, channel: str) -> tuple[str, ...]:
    """Return the ids of pictures that a channel shows now, or all where the post goes there no more."""
    version = post.version(channel)
    items = post.attachments if version is None else post.attachments_for(version)
    return tuple(item.picture for item in items)
