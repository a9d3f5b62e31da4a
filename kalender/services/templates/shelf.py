# SPDX-License-Identifier: EUPL-1.2
"""A shelf of templates or of blocks: those that ship with the program, with those of the plan over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.templates.template import Block, Template
from kalender.services.acting.changes import Changes
from kalender.services.acting.desk import Desk
from kalender.services.setup.naming import last_place, named
from kalender.store.plan_file import PlanFile

T = TypeVar("T", Template, Block)


class Shelf(Generic[T]):
    """One that ships keeps its id when it is changed: the plan then has a record of its own in its place.

    Deleting the change brings back what shipped; what shipped is never deleted, only no longer offered.
    """

    def __init__(
        self,
        kind: type[T],
        store: PlanFile,
        desk: Desk,
        shipped: Callable[[], tuple[T, ...]],
        new_id: Callable[[], str],
    ) -> None:
        self._kind: type[T] = kind
        self._store = store
        self._desk = desk
        self._read: Callable[[], tuple[T, ...]] = shipped
        self._new_id = new_id
        self._kept: tuple[T, ...] | None = None
        desk.subscribe(self._heard, first=True)

    def _heard(self, changes: Changes) -> None:
        if changes.ids(self._kind.KIND):
            self._kept = None

    @cached_property
    def shipped(self) -> Mapping[str, T]:
        """What ships with the program, by id."""
        return {item.id: item for item in self._read()}

    def every(self) -> tuple[T, ...]:
        """Return all, those not offered included: in the order of the plan, what shipped in its own order first."""
        if self._kept is None:
            order = {id_: number for number, id_ in enumerate(self.shipped)}
            found: dict[str, T] = {**self.shipped, **{item.id: item for item in self._store.all(self._kind)}}
            last = len(order)
            self._kept = tuple(
                sorted(found.values(), key=lambda item: (order.get(item.id, last), item.position, item.id))
            )
        return self._kept

    def offered(self) -> tuple[T, ...]:
        """Return what is offered."""
        return tuple(item for item in self.every() if item.active)

    def get(self, id_: str) -> T:
        """Return one; raises Refused NOT_FOUND."""
        found = next((item for item in self.every() if item.id == id_), None)
        if found is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return found

    def ships(self, id_: str) -> bool:
        """Tell whether it ships with the program, changed or not."""
        return id_ in self.shipped

    def changed(self, id_: str) -> bool:
        """Tell whether the plan says something else than what ships."""
        return self.ships(id_) and replace(self.get(id_), active=True) != self.shipped[id_]

    def add(self, value: T) -> str:
        """Keep a new one after all others and return its id; raises Refused NAME_MISSING, NAME_TAKEN."""
        made = self._with(value, id=self._new_id(), position=last_place(self.every()), active=True)
        self._put("added", made)
        return made.id

    def save(self, value: T) -> None:
        """Keep what one says now; raises Refused NOT_FOUND, NAME_MISSING, NAME_TAKEN."""
        self.get(value.id)
        self._put("changed", self._with(value))

    def _with(self, value: T, **values: Any) -> T:
        made = replace(value, **values)
        self._alone(made.id, _abbreviation(made))
        return replace(
            made, name=named(made.name, [item.name for item in self.every() if item.id != made.id])
        )

    def _alone(self, id_: str, short: str) -> None:
        """Refuse an abbreviation that another block in use has."""
        for item in self.offered() if short else ():
            if item.id != id_ and _abbreviation(item).casefold() == short.casefold():
                raise Refused(RefusalKind.NAME_TAKEN, name=short)

    def _put(self, verb: str, value: T) -> None:
        with self._desk.action(f"{self._kind.KIND}.{verb}", title=value.name) as act:
            act.put(value)

    def duplicate(self, id_: str, name: str) -> str:
        """Keep a copy under a name and return its id; raises Refused NOT_FOUND, NAME_MISSING, NAME_TAKEN."""
        value = self.get(id_)
        values: dict[str, Any] = {"name": name}
        if isinstance(value, Block):
            values["abbreviation"] = ""
        return self.add(replace(value, **values))

    def delete(self, id_: str) -> None:
        """Put one of the plan's own into the trash; one that ships is no longer offered. Raises Refused NOT_FOUND."""
        value = self.get(id_)
        if self.ships(id_):
            self._put("hidden", replace(value, active=False))
        else:
            with self._desk.action(f"{self._kind.KIND}.deleted", title=value.name) as act:
                act.delete(act.get(self._kind, id_))

    def offer(self, id_: str) -> None:
        """Offer one again; raises Refused NOT_FOUND."""
        self._put("offered", replace(self.get(id_), active=True))

    def reset(self, id_: str) -> None:
        """Let one that ships say again what it said; its change goes into the trash. Raises Refused NOT_FOUND."""
        with self._desk.action(f"{self._kind.KIND}.reset") as act:
            value = act.get(self._kind, id_)
            act.delete(value)
            act.describe(title=value.name)


def _abbreviation(value: Template | Block) -> str:
    return value.abbreviation if isinstance(value, Block) else ""
