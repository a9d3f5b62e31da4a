# SPDX-License-Identifier: EUPL-1.2
"""The saved views of a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kalender.domain.saved_view import SavedView
from kalender.services.acting.desk import Desk
from kalender.services.setup.naming import last_place, moved, named
from kalender.store.plan_file import PlanFile


class Views:
    """Keeps views under names, in an order. They are records of the plan: shared, in the history, undone like a post."""

    def __init__(self, store: PlanFile, desk: Desk, new_id: Callable[[], str]) -> None:
        self._store = store
        self._desk = desk
        self._new_id = new_id

    def all(self) -> tuple[SavedView, ...]:
        """Return the views in their order."""
        return tuple(sorted(self._store.all(SavedView), key=lambda item: (item.position, item.id)))

    def find(self, id_: str) -> SavedView | None:
        """Return a view, or None where there is none."""
        return self._store.get(SavedView, id_)

    def save(self, name: str, view: SavedView) -> str:
        """Keep a view under a name after all others and return its id; raises Refused NAME_MISSING, NAME_TAKEN."""
        known = self.all()
        made = replace(
            view,
            id=self._new_id(),
            name=named(name, [item.name for item in known]),
            position=last_place(known),
        )
        with self._desk.action("view.saved", title=made.name) as act:
            act.put(made)
        return made.id

    def change(self, id_: str, view: SavedView) -> None:
        """Let a view show what another one shows, under its own name; raises Refused NOT_FOUND."""
        with self._desk.action("view.changed") as act:
            old = act.get(SavedView, id_)
            act.put(replace(view, id=old.id, name=old.name, position=old.position))
            act.describe(title=old.name)

    def rename(self, id_: str, name: str) -> None:
        """Give a view another name; raises Refused NOT_FOUND, NAME_MISSING, NAME_TAKEN."""
        wanted = named(name, [item.name for item in self.all() if item.id != id_])
        with self._desk.action("view.renamed", title=wanted) as act:
            act.put(replace(act.get(SavedView, id_), name=wanted))

    def move(self, id_: str, by: int) -> None:
        """Put a view so many places further down, or up with a negative number."""
        changed = moved(self.all(), id_, by)
        if changed:
            with self._desk.action("view.ordered") as act:
                for name, position in changed.items():
                    act.put(replace(act.get(SavedView, name), position=position))

    def delete(self, id_: str) -> None:
        """Put a view into the trash; raises Refused NOT_FOUND."""
        with self._desk.action("view.deleted") as act:
            view = act.get(SavedView, id_)
            act.delete(view)
            act.describe(title=view.name)
