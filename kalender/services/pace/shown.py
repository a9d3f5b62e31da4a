# SPDX-License-Identifier: EUPL-1.2
"""Which posts show the same pictures as one, and on which of their channels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kalender.domain.pace.appearing import Appearance
from kalender.domain.post import Post
from kalender.store.plan_file import PlanFile


class Shown:
    """Asks the plan for each picture once, and reads a post only where it shows the same: while someone types, nothing is read."""

    def __init__(self, store: PlanFile) -> None:
        self._store = store
        self._using: dict[str, frozenset[str]] = {}
        self._posts: dict[str, tuple[str, Mapping[str, frozenset[str]]]] = {}

    def forget(self) -> None:
        """Ask again: posts changed."""
        self._using.clear()
        self._posts.clear()

    def among(self, post: Post, near: Sequence[Appearance]) -> dict[str, tuple[Appearance, ...]]:
        """Return by picture the posts of near that show it too, with the channels on which they do.

        Posts of its series and its event are left out: they belong together and may look alike.
        """
        shared = {item.picture: self._users(item.picture) for item in post.attachments}
        shared = {id_: users for id_, users in shared.items() if users - {post.id}}
        found: dict[str, tuple[Appearance, ...]] = {}
        for item in near if shared else ():
            for id_, users in shared.items():
                if item.post not in users or item.post == post.id or item.repeats(post.series):
                    continue
                event, channels = self._shows(item.post)
                if not (event and event == post.event):
                    other = item._replace(channels=tuple(sorted(channels.get(id_, ()))))
                    found[id_] = (*found.get(id_, ()), other)
        return found

    def _users(self, picture: str) -> frozenset[str]:
        if picture not in self._using:
            self._using[picture] = frozenset(self._store.posts_using(f"picture/{picture}"))
        return self._using[picture]

    def _shows(self, id_: str) -> tuple[str, Mapping[str, frozenset[str]]]:
        """Return the event of a post, and by picture the channels that show it."""
        if id_ not in self._posts:
            post = self._store.get(Post, id_)
            channels: dict[str, set[str]] = {}
            for version in post.versions if post is not None else ():
                for item in post.attachments_for(version) if post is not None else ():
                    channels.setdefault(item.picture, set()).add(version.id)
            kept = {picture: frozenset(some) for picture, some in channels.items()}
            self._posts[id_] = (post.event if post is not None else "", kept)
        return self._posts[id_]
