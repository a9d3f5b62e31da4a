# SPDX-License-Identifier: EUPL-1.2
"""The part of import that takes calendars in: all good entries, and every bad one named by its line."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

from kalender.cli.ports import OpenPlan
from kalender.domain.days.entries import LayerKind
from kalender.domain.refusal import Refused
from kalender.exchange.calendars.reading import is_ics
from kalender.services.pictures import Pictures
from kalender.wording.calendars.intake import doubt, reason
from kalender.wording.calendars.intake import report as words
from kalender.wording.refusals import sentence

_SUFFIXES = frozenset({".ics", ".ical", ".vcs"})


class Noting(Protocol):
    """Where the import notes what came of a file."""

    layers: list[dict[str, Any]]
    hints: list[dict[str, Any]]
    failed: dict[Path, str]

    def refuse(self, path: Path, reason: str, message: str, row: int | None = None, sheet: str = "") -> None:
        """Note that a file or one of its lines was not taken."""


def apart(paths: Iterable[Path], *, all_tables: bool) -> tuple[list[Path], list[Path]]:
    """Return the files that are calendars, also those in folders, and what was named besides.

    all_tables: whatever file is named goes into a layer.
    """
    calendars: list[Path] = []
    rest: list[Path] = []
    for path in paths:
        if path.is_dir():
            calendars += [inside for inside in Pictures.gather([path]) if is_calendar(inside)]
        (calendars if path.is_file() and (all_tables or is_calendar(path)) else rest).append(path)
    return calendars, rest


def is_calendar(path: Path) -> bool:
    """Tell by content, then by suffix, whether a file is a calendar."""
    try:
        with path.open("rb") as file:
            return is_ics(file.read(400)) or path.suffix.casefold() in _SUFFIXES
    except OSError:
        return False


def take_calendar(house: OpenPlan, path: Path, given: Namespace, report: Noting) -> None:
    """Take a file into the layer that --layer names, else into the one of the same file, else into a new one."""
    kind = LayerKind(given.kind) if given.kind else None
    try:
        reading = house.calendars.read(path)
        done = house.calendars.take(
            house.calendars.preview(path, reading, name=given.layer or "", kind=kind),
            remove_missing=bool(given.remove_missing),
        )
    except Refused as refusal:
        report.refuse(path, refusal.kind.value, sentence(refusal))
        report.failed[path] = sentence(refusal)
        return
    for bad in done.bad:
        report.refuse(path, bad.fault.value, reason(bad), bad.line, bad.sheet)
    for item in done.doubts:
        report.hints.append(
            {
                "file": str(path),
                "row": item.line,
                "what": item.doubt.value,
                "message": f"Zeile {item.line}: {doubt(item)}",
            }
        )
    if not (done.added or done.updated or done.unchanged or done.removed or done.left_out):
        report.failed[path] = (
            f"Aus „{path.name}“ wurde kein Eintrag übernommen. Die Gründe stehen bei jeder Zeile."
        )
        return
    report.layers.append(
        {
            "layer": done.layer,
            "name": done.name,
            "file": str(path),
            "added": done.added,
            "updated": done.updated,
            "unchanged": done.unchanged,
            "removed": done.removed,
            "left_out": done.left_out,
            "message": words(done),
        }
    )
