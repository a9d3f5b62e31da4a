# SPDX-License-Identifier: EUPL-1.2
"""The checklist of a post: points added, ticked with name and time, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from kalender.domain.journal.position import between
from kalender.domain.post import Post, Todo
from kalender.services.acting.desk import Desk


class Checklists:
    """Each verb is one step. now: the local time of the plan."""

    def __init__(self, desk: Desk, now: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._now = now
        self._new_id = new_id

    def add(self, post_id: str, texts: Sequence[str]) -> None:
        """Add points at the end; those that are there already, and empty ones, are left out. Raises Refused NOT_FOUND."""
        with self._desk.action("todo.added") as act:
            post = act.get(Post, post_id)
            known = {item.text.casefold() for item in post.checklist}
            last = max((item.position for item in post.checklist), default="")
            new = []
            for text in texts:
                words = " ".join(text.split())
                if words and words.casefold() not in known:
                    known.add(words.casefold())
                    last = between(last, "")
                    new.append(Todo(id=self._new_id(), text=words, position=last))
            act.put(replace(post, checklist=(*post.checklist, *new)))
            act.describe(title=post.title)

    def tick(self, post_id: str, todo: str, *, done: bool = True) -> None:
        """Tick a point, or take the tick away; nothing happens where it is so already. Raises Refused NOT_FOUND."""
        now = self._now().replace(microsecond=0)

        def ticked(item: Todo) -> Todo:
            if item.id != todo or item.done == done:
                return item
            return replace(item, by=self._desk.person if done else "", at=now if done else None)

        self._change("todo.ticked" if done else "todo.unticked", post_id, todo, ticked)

    def reword(self, post_id: str, todo: str, text: str) -> None:
        """Let a point say something else; without words it stays as it is. Raises Refused NOT_FOUND."""
        words = " ".join(text.split())
        if words:
            self._change(
                "todo.changed",
                post_id,
                todo,
                lambda item: replace(item, text=words) if item.id == todo else item,
            )

    def remove(self, post_id: str, todo: str) -> None:
        """Take a point away; raises Refused NOT_FOUND."""
        self._change("todo.removed", post_id, todo, lambda item: None if item.id == todo else item)

    def _change(self, label: str, post_id: str, todo: str, change: Callable[[Todo], Todo | None]) -> None:
        with self._desk.action(label) as act:
            post = act.get(Post, post_id)
            changed = [change(item) for item in post.checklist]
            act.put(replace(post, checklist=tuple(item for item in changed if item is not None)))
            text = next((item.text for item in post.checklist if item.id == todo), "")
            act.describe(title=post.title, todo=text)
