# SPDX-License-Identifier: EUPL-1.2
"""Takes calendars of others into layers: each entry is recognised again, and keeps what was changed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from kalender.domain.days.entries import COLOURS, Entry, LayerKind, OwnLayer
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.calendars.found import CalendarReading, FoundEntry
from kalender.exchange.calendars.reading import read_calendar
from kalender.exchange.columns import plain
from kalender.exchange.sheets import TableRefused
from kalender.services.acting.desk import Desk
from kalender.services.calendars.own_days import OwnDays
from kalender.services.calendars.reports import CalendarPreview, CalendarReport, EntryPreview, Outcome
from kalender.services.clock import Clock
from kalender.services.plan_view import PlanView
from kalender.services.ports import PictureWorker, WorkerDied, WorkerTimeout
from kalender.store.plan_file import PlanFile

TIMEOUT = 20.0
"""Seconds for one file; 5,000 events take one."""

GROUPS = {
    "title": ("title",),
    "when": ("start", "end", "all_day", "zone", "rule", "dates", "without", "of", "instance"),
    "place": ("place",),
    "note": ("note",),
}
"""What changes together."""

_WORDS = (
    (LayerKind.ELECTION, ("wahl", "wahlen", "kommunalwahl", "landtagswahl", "bundestagswahl", "europawahl", "stichwahl")),
    (LayerKind.REFUSE, ("muell", "abfall", "abfuhr", "tonne", "restmuell", "biotonne", "entsorgung", "papiertonne")),
    (LayerKind.GAZETTE, ("amtsblatt", "redaktionsschluss", "mitteilungsblatt", "gemeindeblatt")),
    (LayerKind.COUNCIL, ("gemeinderat", "stadtrat", "ausschuss", "gremi", "sitzung", "rat", "ratsinfo", "ortschaftsrat")),
)  # fmt: skip
_SHORT = frozenset({"wahl", "rat"})
"""Words that count only whole."""


class Calendars:
    """Reads files in a child process. An import is one step: all of what is good, and every bad entry is named."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        days: OwnDays,
        worker: PictureWorker,
        clock: Clock,
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._days = days
        self._worker = worker
        self._clock = clock

    def read(self, path: Path) -> CalendarReading:
        """Return what a file holds. From any thread. Raises Refused FILE_MISSING, FILE_UNREADABLE, CALENDAR_EMPTY."""
        zone = self._plan.municipality.zone
        today = self._clock.local(zone).date()
        try:
            return self._worker.call(read_calendar, path, zone, today, timeout=TIMEOUT)
        except TableRefused as refusal:
            raise Refused(refusal.kind, path=path.name) from refusal
        except WorkerTimeout as late:
            raise Refused(RefusalKind.CALENDAR_TOO_LARGE, path=path.name) from late
        except WorkerDied as died:
            raise Refused(RefusalKind.FILE_UNREADABLE, path=path.name) from died

    def preview(
        self,
        path: Path,
        reading: CalendarReading,
        *,
        layer: str = "",
        name: str = "",
        kind: LayerKind | None = None,
    ) -> CalendarPreview:
        """Return what taking a file in would do; nothing is written.

        layer: id of the layer to take it into; without it the one of the same file as before, or of that name, else a new
        one. name, kind: of a new layer; by default what the file calls itself, and what its words say.
        """
        source = plain(reading.name or path.stem)
        target = self._target(layer, name, source, reading)
        id_ = target.id if target is not None else self._new_id(source)
        here = {item.id: item for item in self._store.all(Entry) if item.layer == id_}
        removed = {item.id for item in self._store.trash(Entry) if item.layer == id_}
        found = []
        for entry in reading.entries:
            its = entry_id(id_, entry.key)
            found.append(
                EntryPreview(found=entry, id=its, outcome=_outcome(entry, here.get(its), its in removed))
            )
        ids = {item.id for item in found}
        off = tuple(
            its for key in reading.cancelled if (its := entry_id(id_, key)) in here and its not in ids
        )
        return CalendarPreview(
            path=path,
            layer=id_,
            new=target is None,
            name=target.name if target is not None else name or reading.name.strip() or _spoken(path),
            kind=target.kind if target is not None else kind or guessed_kind(path, reading),
            source=source,
            entries=tuple(found),
            bad=reading.bad,
            doubts=reading.doubts,
            cancelled=off,
            missing=tuple(sorted(set(here) - ids - set(off))),
        )

    def take(self, preview: CalendarPreview, *, remove_missing: bool = False) -> CalendarReport:
        """Do what the preview says, as one step. remove_missing: entries that the file no longer holds go too."""
        touched = [item for item in preview.entries if item.outcome in {Outcome.ADDED, Outcome.UPDATED}]
        gone = [*preview.cancelled, *(preview.missing if remove_missing else ())]
        if touched or gone:
            with self._desk.action("calendar.imported", title=preview.name, count=len(touched)) as act:
                if preview.new:
                    act.put(self._made(preview))
                here = {item.id: item for item in self._store.some(Entry, [item.id for item in touched])}
                for item in touched:
                    act.put(written(item.found, item.id, preview.layer, here.get(item.id)))
                for id_ in gone:
                    act.delete(f"{Entry.KIND}/{id_}")
        return CalendarReport(
            path=preview.path,
            layer=preview.layer,
            name=preview.name,
            added=preview.count(Outcome.ADDED),
            updated=preview.count(Outcome.UPDATED),
            unchanged=preview.count(Outcome.UNCHANGED),
            left_out=preview.count(Outcome.LEFT_OUT),
            removed=len(gone),
            bad=preview.bad,
            doubts=preview.doubts,
        )

    def _made(self, preview: CalendarPreview) -> OwnLayer:
        used = [item.colour for item in self._days.layers()]
        colour = "council" if preview.kind is LayerKind.COUNCIL else min(COLOURS[1:], key=used.count)
        return OwnLayer(
            id=preview.layer, name=preview.name, kind=preview.kind, colour=colour, source=preview.source
        )

    def _target(self, layer: str, name: str, source: str, reading: CalendarReading) -> OwnLayer | None:
        """Return the layer a file goes into: the one asked for, one that holds its entries, one of the same source."""
        layers = self._days.layers()
        if layer:
            found = next((item for item in layers if item.id == layer), None)
            if found is None:
                raise Refused(RefusalKind.NOT_FOUND, post=layer)
            return found
        if name:
            return next((item for item in layers if plain(item.name) == plain(name)), None)
        keys = [item.key for item in reading.entries[:200]]
        known = {item.id for item in self._store.all(Entry)} if layers else set()
        shared = {item.id: sum(entry_id(item.id, key) in known for key in keys) for item in layers}
        best = max(layers, key=lambda item: shared[item.id], default=None)
        if best is not None and shared[best.id]:
            return best
        return next((item for item in layers if item.source == source), None)

    def _new_id(self, source: str) -> str:
        """Return an id that two computers choose alike for the same file, unless such a layer was deleted before."""
        taken = {item.id for item in (*self._store.all(OwnLayer), *self._store.trash(OwnLayer))}
        number = 0
        while (id_ := str(uuid5(NAMESPACE_URL, f"kalender:layer:{source}:{number}"))) in taken:
            number += 1
        return id_


def entry_id(layer: str, key: str) -> str:
    """Return the id of an entry of a layer by what it is recognised by."""
    return str(uuid5(NAMESPACE_URL, f"kalender:entry:{layer}:{key}"))


def written(found: FoundEntry, id_: str, layer: str, before: Entry | None) -> Entry:
    """Return an entry with what its file says otherwise than the last time; what was changed here stays."""
    said, earlier = fingerprints(found), _said(before)
    entry = before or Entry(id=id_, layer=layer)
    values: dict[str, object] = {}
    for group, names in GROUPS.items():
        if earlier.get(group) != said[group]:
            values |= {name: getattr(found, name) for name in names}
    if values.get("of"):
        values["of"] = entry_id(layer, found.of)
    words = " ".join(f"{name}={value}" for name, value in said.items())
    return replace(entry, **values, said=words)  # type: ignore[arg-type]  # the fields of both are the same


def fingerprints(found: FoundEntry) -> dict[str, str]:
    """Return a short hash of each group of what a file says of an entry."""
    return {
        group: sha256(repr([getattr(found, name) for name in names]).encode()).hexdigest()[:8]
        for group, names in GROUPS.items()
    }


def _said(entry: Entry | None) -> Mapping[str, str]:
    return dict(item.split("=", 1) for item in entry.said.split() if "=" in item) if entry is not None else {}


def _outcome(found: FoundEntry, here: Entry | None, removed: bool) -> Outcome:
    if here is None:
        return Outcome.LEFT_OUT if removed else Outcome.ADDED
    return Outcome.UNCHANGED if _said(here) == fingerprints(found) else Outcome.UPDATED


def _spoken(path: Path) -> str:
    """Return the name of a file as one would say it: abfuhr_2027.ics is Abfuhr 2027."""
    words = " ".join(path.stem.replace("_", " ").replace("-", " ").split()) or path.name
    return words[:1].upper() + words[1:]


def guessed_kind(path: Path, reading: CalendarReading) -> LayerKind:
    """Return what a calendar is about by its name, else by the titles of most of its entries."""
    for texts in ([reading.name, path.stem], [item.title for item in reading.entries[:100]]):
        for kind, words in _WORDS:
            hits = sum(_speaks(plain(text), words) for text in texts)
            if hits and hits * 2 >= len(texts):
                return kind
    return LayerKind.OTHER


def _speaks(text: str, words: Sequence[str]) -> bool:
    return any(word in text.split() if word in _SHORT else word in text for word in words)
