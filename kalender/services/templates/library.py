# SPDX-License-Identifier: EUPL-1.2
"""Templates and blocks of a plan, and posts made from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from kalender.domain.journal.position import between
from kalender.domain.post import Post, Todo, Version
from kalender.domain.templates.gaps import filled
from kalender.domain.templates.template import TEXTS, Block, BlockKind, Template, channels_of, topic_of
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.services.templates.shelf import Shelf
from kalender.store.plan_file import PlanFile


class Shipped(Protocol):
    """What ships with the program; formats.wordstock.Stock is one."""

    @property
    def templates(self) -> tuple[Template, ...]:
        """Templates."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Blocks and sets of hashtags."""


class Library:
    """`templates` and `blocks` are the shelves; `make` begins a post, `apply` fills what a post leaves empty."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        shipped: Callable[[], Shipped],
        new_id: Callable[[], str],
    ) -> None:
        self._desk = desk
        self._plan = plan
        self._new_id = new_id
        self.templates: Shelf[Template] = Shelf(Template, store, desk, lambda: shipped().templates, new_id)
        self.blocks: Shelf[Block] = Shelf(Block, store, desk, lambda: shipped().blocks, new_id)

    def block_for(self, typed: str) -> Block | None:
        """Return the block that an abbreviation stands for, whatever the case; None where there is none."""
        wanted = typed.casefold()
        return next(
            (
                item
                for item in self.blocks.offered()
                if item.abbreviation and item.abbreviation.casefold() == wanted
            ),
            None,
        )

    def make(
        self,
        id_: str,
        values: Mapping[str, str] | None = None,
        *,
        planned: datetime | None = None,
        idea: bool = False,
    ) -> str:
        """Begin a post from a template and return its id. values: what its gaps are filled with, by name.

        Raises Refused NOT_FOUND.
        """
        template = self.templates.get(id_)
        content = self._content(template, values or {})
        title = str(content.pop("title")) or template.name
        channels = [] if idea else channels_of(template.channels, self._plan.channels)
        post = Post(
            id=self._new_id(),
            title=title,
            planned=planned,
            idea=idea,
            zone=self._plan.municipality.zone,
            responsible=self._desk.person,
            versions=tuple(Version(id=item) for item in channels),
            checklist=self._todos(template),
            **content,
        )
        with self._desk.action("post.templated", title=post.title) as act:
            act.put(post)
        return post.id

    def apply(self, post_id: str, id_: str, values: Mapping[str, str] | None = None) -> None:
        """Fill what a post leaves empty from a template, in one step; its checklist comes after what is there.

        Raises Refused NOT_FOUND.
        """
        template = self.templates.get(id_)
        content = self._content(template, values or {})
        with self._desk.action("post.template_applied") as act:
            post = act.get(Post, post_id)
            empty = {name: value for name, value in content.items() if value and not getattr(post, name)}
            if post.original or "text" not in empty:  # it speaks the language of the text it has
                empty.pop("language", None)
            known = {item.text.casefold() for item in post.checklist}
            new = [item for item in self._todos(template, post) if item.text.casefold() not in known]
            versions = post.versions or tuple(
                Version(id=item) for item in channels_of(template.channels, self._plan.channels)
            )
            act.put(replace(post, checklist=(*post.checklist, *new), versions=versions, **empty))
            act.describe(title=str(empty.get("title") or post.title))

    def _content(self, template: Template, values: Mapping[str, str]) -> dict[str, Any]:
        """Return the fields that a template gives a post, gaps filled as far as they are known."""
        content: dict[str, Any] = {name: filled(getattr(template, name), values).strip() for name in TEXTS}
        return {
            **content,
            "topic": topic_of(template.topic, self._plan.topics),
            "groups": template.groups,
            "labels": template.labels,
            "language": template.language,
        }

    def _todos(self, template: Template, post: Post | None = None) -> tuple[Todo, ...]:
        last = max((item.position for item in post.checklist), default="") if post else ""
        found = []
        for text in template.checklist:
            last = between(last, "")
            found.append(Todo(id=self._new_id(), text=text, position=last))
        return tuple(found)

    def template_of(self, post: Post, name: str) -> str:
        """Keep what a post says as a new template and return its id; raises Refused NAME_MISSING, NAME_TAKEN."""
        values: dict[str, Any] = {field: getattr(post, field) for field in TEXTS}
        made = Template(
            id="",
            name=name,
            topic=post.topic,
            groups=post.groups,
            labels=post.labels,
            language=post.language,
            channels=tuple(item.id for item in post.versions),
            checklist=tuple(item.text for item in post.todos),
            **values,
        )
        return self.templates.add(made)

    def block_of(self, text: str, name: str, abbreviation: str = "") -> str:
        """Keep a text as a new block and return its id; hashtags alone make a set. Raises Refused NAME_MISSING, NAME_TAKEN."""
        words = text.split()
        tags = bool(words) and all(word.startswith("#") for word in words)
        form = BlockKind.HASHTAGS if tags else BlockKind.TEXT
        return self.blocks.add(
            Block(id="", name=name, form=form, text=text.strip(), abbreviation=abbreviation.strip())
        )
