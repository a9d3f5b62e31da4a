# SPDX-License-Identifier: EUPL-1.2
"""The people of a plan: who works on it, in which role, and who has left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kalender.domain.card import Filter
from kalender.domain.plan import Person, Role
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.services.setup.naming import named
from kalender.store.plan_file import PlanFile


class People:
    """Changes people. Nobody is deleted: what they wrote and decided carries their name."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView, new_id: Callable[[], str]) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._new_id = new_id

    def add(self, name: str, role: Role = Role.EDITING, office: str = "") -> str:
        """Add someone and return the id. Raises Refused NAME_MISSING, NAME_TAKEN."""
        person = Person(
            id=self._new_id(), name=named(name, self._names()), role=role, office=" ".join(office.split())
        )
        with self._desk.action("person.added", title=person.name) as act:
            act.put(person)
        return person.id

    def _names(self, but: str = "") -> list[str]:
        return [item.name for item in self._plan.people if item.id != but]

    def rename(self, id_: str, name: str) -> None:
        """Give someone another name; raises Refused NAME_MISSING, NAME_TAKEN."""
        wanted = named(name, self._names(id_))
        self._put(id_, "person.changed", name=wanted)

    def set_office(self, id_: str, office: str) -> None:
        """Note where someone works."""
        self._put(id_, "person.changed", office=" ".join(office.split()))

    def set_role(self, id_: str, role: Role, *, anyway: bool = False) -> None:
        """Give someone another role; raises Refused LAST_APPROVER or LAST_EDITOR unless anyway."""
        self._mind(self.why_not(id_, role=role), anyway=anyway)
        self._put(id_, "person.role", role=role)

    def leave(self, id_: str, *, anyway: bool = False) -> None:
        """Someone no longer works on the plan.

        Raises Refused PERSON_ACTS for who acts just now; LAST_APPROVER or LAST_EDITOR unless anyway.
        """
        if id_ == self._desk.person:
            raise Refused(RefusalKind.PERSON_ACTS, person=self._name(id_))
        self._mind(self.why_not(id_), anyway=anyway)
        self._put(id_, "person.left", active=False)

    def come_back(self, id_: str) -> None:
        """Someone works on the plan again."""
        self._put(id_, "person.back", active=True)

    def why_not(self, id_: str, *, role: Role | None = None) -> Refused | None:
        """Tell what would be missing if someone had this role, or (None) had left; None where nothing would be."""
        person = self._plan.person(id_)
        if person is None or not person.active or person.role is role:
            return None
        others = [item for item in self._plan.people if item.active and item.id != id_]
        left = {item.role for item in others} | ({role} if role is not None else set())
        for needed, kind in (
            (Role.APPROVAL, RefusalKind.LAST_APPROVER),
            (Role.EDITING, RefusalKind.LAST_EDITOR),
        ):
            if person.role is needed and needed not in left:
                return Refused(kind, person=person.name)
        return None

    def open_posts(self, id_: str) -> int:
        """Return for how many posts that are not published someone is responsible."""
        counts = self._store.counts(Filter(people=frozenset({id_})))
        return sum(count for stage, count in counts.items() if stage is not Stage.PUBLISHED)

    @staticmethod
    def _mind(refusal: Refused | None, *, anyway: bool) -> None:
        if refusal is not None and not anyway:
            raise refusal

    def _name(self, id_: str) -> str:
        person = self._plan.person(id_)
        return person.name if person is not None else id_

    def _put(self, id_: str, label: str, **values: object) -> None:
        with self._desk.action(label) as act:
            person = replace(act.get(Person, id_), **values)  # type: ignore[arg-type]  # each value has its field's type
            act.put(person)
            act.describe(title=person.name)
