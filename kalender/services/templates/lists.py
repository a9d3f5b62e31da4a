# SPDX-License-Identifier: EUPL-1.2
"""What fields of a post are chosen from: the lists of the plan, and what other posts say already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from kalender.domain.frozen import defaults_of
from kalender.domain.plan import Meeting
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.templates.choices import Choices
from kalender.services.acting.changes import Changes
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

KEPT = frozenset(defaults_of(Choices)) - {"id"}
"""Names of the lists of the plan."""

SAID = ("contact", "campaign", "source", "task", "groups", "labels", "alternative", "goal", "place")
"""Fields of posts whose words are offered again."""


BEFORE, AFTER = 31, 183
"""Days before and after in which a meeting may be meant."""


class Lists:
    """Reads the lists and what posts say, anew after either has changed.

    shipped: lists by name that ship with the program. meetings: those of some days, calendars that were read included.
    """

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        shipped: Callable[[], Mapping[str, tuple[str, ...]]],
        meetings: Callable[[date, date], Sequence[Meeting]],
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._ship = shipped
        self._meet = meetings
        self._said: dict[str, tuple[str, ...]] = {}
        desk.subscribe(self._heard, first=True)

    def _heard(self, changes: Changes) -> None:
        if changes.ids("post"):
            self._said.clear()

    @cached_property
    def shipped(self) -> Mapping[str, tuple[str, ...]]:
        """The lists that ship with the program."""
        return self._ship()

    def kept(self) -> Choices:
        """Return the lists of the plan."""
        return self._store.get(Choices, "choices") or Choices()

    def of(self, name: str) -> tuple[str, ...]:
        """Return a list (groups, tasks, contacts): that of the plan, or where it has none the one that ships."""
        own: tuple[str, ...] = getattr(self.kept(), name)
        return own or self.shipped.get(name, ())

    def set(self, name: str, entries: Iterable[str]) -> None:
        """Keep a list; without entries the one that ships is offered again. Raises Refused UNKNOWN_FIELD."""
        if name not in KEPT:
            raise Refused(RefusalKind.UNKNOWN_FIELD, field=name, known=sorted(KEPT))
        words = tuple(dict.fromkeys(" ".join(item.split()) for item in entries if item.strip()))
        if words == self.shipped.get(name):
            words = ()
        with self._desk.action("choices.changed", list=name) as act:
            old = act.find(Choices, "choices") or Choices()
            values: dict[str, tuple[str, ...]] = {name: words}
            act.put(replace(old, **values))  # type: ignore[arg-type]  # KEPT holds lists alone

    def offers(self, field: str) -> tuple[str, ...]:
        """Return what is offered for a field of a post: its list first, then what posts say, each once whatever the case."""
        found: dict[str, str] = {}
        lists = {"groups": "groups", "task": "tasks", "contact": "contacts"}
        first = list(self.of(lists[field])) if field in lists else []
        if field == "source":
            first += [item.office for item in self._plan.people if item.active and item.office]
        if field == "contact":
            first += [item.name for item in self._plan.people if item.active]
        if field == "campaign":
            first += [item.title for item in self._plan.events if item.title]
        for words in (*first, *self._words(field)):
            found.setdefault(words.casefold(), words)
        return tuple(found.values())

    def _words(self, field: str) -> tuple[str, ...]:
        if field not in SAID:
            return ()
        if field not in self._said:
            self._said[field] = self._store.said(field)
        return self._said[field]

    def meetings(self, around: date) -> tuple[Meeting, ...]:
        """Return the meetings from a month before a day to half a year after it, as they come."""
        first, last = around - timedelta(days=BEFORE), around + timedelta(days=AFTER)
        return tuple(self._meet(first, last))

    def meeting(self, id_: str) -> Meeting | None:
        """Return a meeting by id, or None where it is not known; one of a calendar is entry@day."""
        entered = next((item for item in self._plan.meetings if item.id == id_), None)
        if entered is not None or "@" not in id_:
            return entered
        try:
            day = date.fromisoformat(id_.rpartition("@")[2])
        except ValueError:
            return None
        return next((item for item in self._meet(day, day) if item.id == id_), None)
