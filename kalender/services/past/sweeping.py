# SPDX-License-Identifier: EUPL-1.2
"""Files of deleted pictures that nothing refers to: marked, and removed for good thirty days later at the earliest.

The journal is never shortened, so texts and facts of what was deleted stay in it. Only the file of a picture can go:
when it lies in the trash, no revision of any post has ever used it, no backup needs it, and nothing waits to come in.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from kalender.domain.frozen import frozen
from kalender.domain.journal.merge import DELETION
from kalender.domain.picture import Picture
from kalender.domain.refusal import Refused
from kalender.media.shelf import SMALL, Shelf, put_in_place
from kalender.store.plan_file import PlanFile

LASTING = timedelta(days=30)
"""How long a deleted picture keeps its file in any case."""

MARKS = "sweep.json"
"""File beside the pictures: what was found to be needed no more, and since when. Without it the thirty days begin anew."""


class KeepsPictures(Protocol):
    """Whoever keeps copies of the plan that may need its pictures: the backups."""

    def referenced_pictures(self) -> Collection[str]:
        """Return the SHA-256 of every picture that a kept copy refers to and does not hold itself.

        Raises Refused or OSError where one cannot be asked.
        """


@frozen
class SweepReport:
    """What a sweep did. marked: files found to be needed no more; removed: names of pictures whose files went."""

    marked: int = 0
    removed: tuple[str, ...] = ()


@dataclass(slots=True)
class _Marks:
    """since: day by file name (<sha256>.<suffix>) on which a sweep first found it unneeded; gone: day it was removed."""

    since: dict[str, date] = field(default_factory=dict)
    gone: dict[str, date] = field(default_factory=dict)


class Sweeping:
    """Marks and removes files of deleted pictures. today: the day of the plan. May run beside the window."""

    def __init__(self, store: PlanFile, shelf: Shelf, today: Callable[[], date]) -> None:
        self._store = store
        self._shelf = shelf
        self._today = today

    def leaving(self) -> Mapping[str, date]:
        """Return by SHA-256 the first day on which a marked file may go."""
        return {name.partition(".")[0]: day + LASTING for name, day in self._read().since.items()}

    def gone(self) -> Collection[str]:
        """Return the SHA-256 of the files that went for good and are still away."""
        return {
            name.partition(".")[0] for name in self._read().gone if not self._shelf.has(*name.split(".", 1))
        }

    @property
    def anything(self) -> bool:
        """Tell whether there is a picture in the trash at all."""
        return self._store.past.deleted_in("picture") > 0

    def sweep(self, keepers: Collection[KeepsPictures]) -> SweepReport:
        """Mark what is needed no more, forget marks of what is needed again, remove what was marked long enough.

        keepers: the backups.
        Does nothing in doubt: a plan that can only be read, changesets that wait, a backup that cannot be asked.
        """
        if self._store.read_only or self._store.past.waiting():
            return SweepReport()
        candidates = self._candidates()
        if candidates:
            try:
                kept = {sha256 for keeper in keepers for sha256 in keeper.referenced_pictures()}
            except (Refused, OSError):
                return SweepReport()
            used = self._store.past.pictures_ever_used()
            candidates = {
                name: item
                for name, item in candidates.items()
                if item.picture.id not in used and item.picture.sha256 not in kept
            }
        return self._carry_out(candidates)

    def _candidates(self) -> dict[str, _Deleted]:
        """Return by file name the deleted pictures whose bytes no living or contested picture shares."""
        needed = {item.sha256 for item in self._store.all(Picture)}
        for ref, found in self._store.conflicts().items():
            if ref.startswith("picture/") and any(item.key == DELETION for item in found):
                merged = self._store.merged(ref)
                needed.add(str(merged.state.get("sha256")) if merged else "")
        deleted = {item.ref: item for item in self._store.past.trashed(["picture"])}
        found_: dict[str, _Deleted] = {}
        for picture in self._store.trash(Picture):
            if picture.companion:
                continue  # a film was never attached to a post itself: who uses it, only its covers know
            when = _day(deleted[f"picture/{picture.id}"].at) if f"picture/{picture.id}" in deleted else None
            if picture.sha256 and picture.sha256 not in needed and when is not None:
                name = f"{picture.sha256}.{picture.suffix}"
                before = found_.get(name)
                if before is None or before.since < when:
                    found_[name] = _Deleted(picture, when)
        return found_

    def _carry_out(self, candidates: Mapping[str, _Deleted]) -> SweepReport:
        marks, today = self._read(), self._today()
        since = {name: min(marks.since.get(name, today), today) for name in candidates}
        removed: list[str] = []
        for name, item in candidates.items():
            if not self._shelf.has(*name.split(".", 1)):
                since.pop(name)
            elif since[name] + LASTING <= today and item.since + LASTING <= today and self._remove(name):
                since.pop(name)
                marks.gone[name] = today
                removed.append(item.picture.name)
        if since != marks.since or removed:
            marks.since = since
            self._write(marks)
        return SweepReport(marked=len(since), removed=tuple(removed))

    def _remove(self, name: str) -> bool:
        sha256, _, suffix = name.partition(".")
        try:
            self._shelf.path(sha256, suffix).unlink()
        except OSError:  # another program holds it: the next sweep tries again
            return False
        with suppress(OSError):
            self._shelf.small(sha256, SMALL).unlink(missing_ok=True)
        return True

    # The marks

    @property
    def _file(self) -> Path:
        return self._shelf.folder / MARKS

    def _read(self) -> _Marks:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
            return _Marks(*(_days(found.get(key)) for key in ("since", "gone")))
        except (OSError, ValueError, AttributeError):
            return _Marks()

    def _write(self, marks: _Marks) -> None:
        body = {
            key: {name: day.isoformat() for name, day in sorted(days.items())}
            for key, days in (("since", marks.since), ("gone", marks.gone))
        }
        part = self._shelf.folder / f"~{os.urandom(8).hex()}.part"
        try:
            self._shelf.folder.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")
            put_in_place(part, self._file)
        except OSError:  # the marks begin anew next time: that only makes files stay longer
            part.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Deleted:
    """A picture in the trash, and the day it came there."""

    picture: Picture
    since: date


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _days(found: object) -> dict[str, date]:
    if not isinstance(found, dict):
        return {}
    return {str(name): day for name, text in found.items() if (day := _day(str(text))) is not None}
