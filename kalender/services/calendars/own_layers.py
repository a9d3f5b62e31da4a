# SPDX-License-Identifier: EUPL-1.2
"""Changes layers of one's own and their entries, and says which local holidays apply here."""

from __future__ import annotations

from dataclasses import replace

from kalender.domain.days.entries import COLOURS, Entry, LayerKind, OwnLayer
from kalender.domain.plan import Municipality
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk
from kalender.services.calendars.own_days import OwnDays
from kalender.services.setup.naming import named

MOST_QUIET = 366
"""Days a period of neutrality may last."""


class OwnLayers:
    """One verb a change, each one step to undo. What a layer holds goes and comes back with it."""

    def __init__(self, desk: Desk, days: OwnDays) -> None:
        self._desk = desk
        self._days = days

    def all(self) -> tuple[OwnLayer, ...]:
        """Return the layers by name."""
        return self._days.layers()

    def count(self, id_: str) -> int:
        """Return how many entries a layer has."""
        return self._days.count(id_)

    def change(
        self,
        id_: str,
        *,
        name: str | None = None,
        kind: LayerKind | None = None,
        colour: str | None = None,
        quiet: int | None = None,
    ) -> None:
        """Give a layer another name, kind, one of COLOURS, or days of neutrality before an election (0: none).

        Raises Refused NAME_MISSING, NAME_TAKEN, UNKNOWN_FIELD, BAD_SPAN, NOT_FOUND.
        """
        with self._desk.action("layer.changed") as act:
            layer = act.get(OwnLayer, id_)
            if name is not None and name != layer.name:
                taken = [item.name for item in self._days.layers() if item.id != id_]
                layer = replace(layer, name=named(name, taken))
            if colour is not None and colour not in COLOURS:
                raise Refused(RefusalKind.UNKNOWN_FIELD, field=colour, known=list(COLOURS))
            if quiet is not None and not 0 <= quiet <= MOST_QUIET:
                raise Refused(RefusalKind.BAD_SPAN)
            layer = replace(
                layer,
                kind=kind or layer.kind,
                colour=colour or layer.colour,
                quiet=layer.quiet if quiet is None else quiet,
            )
            act.put(layer)
            act.describe(title=layer.name)

    def delete(self, id_: str) -> None:
        """Put a layer with all it holds into the trash; raises Refused NOT_FOUND."""
        with self._desk.action("layer.deleted") as act:
            layer = act.get(OwnLayer, id_)
            act.delete(layer)
            act.describe(title=layer.name)

    def rename_entry(self, id_: str, title: str) -> None:
        """Call an entry something else; its file no longer changes that. Raises Refused NOT_FOUND, NAME_MISSING."""
        wanted = named(title, [])
        with self._desk.action("entry.changed", title=wanted) as act:
            act.put(replace(act.get(Entry, id_), title=wanted))

    def remove_entry(self, id_: str) -> None:
        """Put an entry into the trash; reading its file again does not bring it back."""
        with self._desk.action("entry.deleted") as act:
            entry = act.get(Entry, id_)
            act.delete(entry)
            act.describe(title=entry.title)

    def observe(self, day: str, *, on: bool) -> None:
        """Say whether a holiday of some municipalities applies here. day: its id in formats/local_days."""
        with self._desk.action("town.changed") as act:
            town = act.find(Municipality, Municipality().id) or Municipality()
            days = {*town.local_days, day} if on else set(town.local_days) - {day}
            act.put(replace(town, local_days=tuple(sorted(days))))
