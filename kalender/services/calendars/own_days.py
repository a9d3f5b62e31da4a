# SPDX-License-Identifier: EUPL-1.2
"""What layers of one's own put on days: all entries are read once and laid out by month, until one of them changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kalender.domain.days.entries import (
    Entry,
    LayerKind,
    Neutrality,
    Occurrence,
    OwnLayer,
    neutralities,
    occurrences,
)
from kalender.services.acting.desk import Changes, Desk
from kalender.store.plan_file import PlanFile

_LONG = 27
"""Days from which on an entry is looked at for every month, like one that recurs."""


class _Laid:
    """The entries of all layers: singles by month, the rest in one list."""

    def __init__(self, layers: Iterable[OwnLayer], entries: Iterable[Entry]) -> None:
        self.layers = {item.id: item for item in layers}
        self.months: dict[tuple[int, int], list[Entry]] = {}
        self.always: list[Entry] = []
        self.replaced: dict[str, list[str]] = {}
        self.counts: dict[str, int] = dict.fromkeys(self.layers, 0)
        for entry in entries:
            if entry.layer not in self.layers or entry.start is None:
                continue
            self.counts[entry.layer] += 1
            if entry.of:
                self.replaced.setdefault(entry.of, []).append(entry.instance)
            if (
                entry.rule
                or entry.dates
                or (entry.end is not None and (entry.end - entry.start).days > _LONG)
            ):
                self.always.append(entry)
            else:
                self.months.setdefault((entry.start.year, entry.start.month), []).append(entry)

    def near(self, first: date, last: date) -> Iterator[Entry]:
        """Yield the entries that may touch a stretch of days."""
        yield from self.always
        month = max(1, first.year * 12 + first.month - 2)  # one before: what begins there may reach in
        while month <= last.year * 12 + last.month:  # and one after: other zones, other days
            yield from self.months.get((month // 12, month % 12 + 1), ())
            month += 1


class OwnDays:
    """Answers what the layers of the plan put on a stretch of days."""

    def __init__(self, store: PlanFile, desk: Desk) -> None:
        self._store = store
        self._kept: _Laid | None = None
        desk.subscribe(self._forget, first=True)

    def _forget(self, changes: Changes) -> None:
        if changes.ids("layer") or changes.ids("entry"):
            self._kept = None

    def _laid(self) -> _Laid:
        if self._kept is None:
            self._kept = _Laid(self._store.all(OwnLayer), self._store.all(Entry))
        return self._kept

    def layers(self) -> tuple[OwnLayer, ...]:
        """Return the layers by name."""
        return tuple(sorted(self._laid().layers.values(), key=lambda item: (item.name.casefold(), item.id)))

    def count(self, layer: str) -> int:
        """Return how many entries a layer has."""
        return self._laid().counts.get(layer, 0)

    def between(self, first: date, last: date, zone: str) -> list[Occurrence]:
        """Return what lies on the days from first to last, in order."""
        laid = self._laid()
        found = [
            item
            for entry in laid.near(first, last)
            for item in occurrences(entry, first, last, zone=zone, replaced=laid.replaced.get(entry.id, ()))
        ]
        return sorted(found, key=lambda item: (item.first, str(item.start or ""), item.title, item.entry))

    def neutralities(self, first: date, last: date, zone: str) -> list[Neutrality]:
        """Return the periods before elections that touch these days."""
        laid = self._laid()
        wanted = {item.id: item for item in laid.layers.values() if item.kind is LayerKind.ELECTION}
        if not wanted:
            return []
        reach = max(item.quiet for item in wanted.values())
        try:
            until = date.fromordinal(last.toordinal() + reach)
        except ValueError:
            until = date.max
        ahead = [item for item in self.between(first, until, zone) if item.layer in wanted]
        return neutralities(laid.layers, ahead, first, last)
