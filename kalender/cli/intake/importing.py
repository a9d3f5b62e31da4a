# SPDX-License-Identifier: EUPL-1.2
"""The command import: tables, each all or nothing, documents, pictures and films, each for itself."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kalender.cli.answers import Answer
from kalender.cli.intake.calendars import apart, is_calendar, take_calendar
from kalender.cli.intake.films import belongs, take_films
from kalender.cli.ports import OpenPlan, Plans
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.columns import Field
from kalender.exchange.workbooks import is_workbook
from kalender.media.kinds import UnreadablePicture, kind_of
from kalender.services.pictures import Pictures, RefusedPicture
from kalender.wording.intake import why
from kalender.wording.refusals import sentence
from kalender.wording.tables import hint, reason

if TYPE_CHECKING:
    from kalender.cli.safety.backing import Kept

_DOCUMENTS = frozenset({".docx", ".odt", ".eml", ".md"})
"""A .txt may be a table with tabs, as Excel writes it: it is read as one."""
_TABLES = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv"})
_PICTURES = frozenset(
    {".jpg", ".jpeg", ".jfif", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".gif", ".bmp"}
)


@dataclass(slots=True)
class _Report:
    """What the import did so far. failed: files that make the whole fail, with the sentence."""

    posts: dict[str, list[str]] = field(default_factory=lambda: {"added": [], "updated": [], "unchanged": []})
    pictures: dict[str, list[str]] = field(default_factory=lambda: {"added": [], "duplicates": []})
    films: dict[str, list[str]] = field(default_factory=lambda: {"added": [], "unchanged": []})
    layers: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)
    hints: list[dict[str, Any]] = field(default_factory=list)
    failed: dict[Path, str] = field(default_factory=dict)

    def refuse(self, path: Path, reason: str, message: str, row: int | None = None, sheet: str = "") -> None:
        """Note that a file, or one of its rows or lines, was not taken."""
        self.refused.append(
            {
                "file": str(path),
                "row": row,
                "line": row,
                "reason": reason,
                "message": message,
                "sheet": sheet or None,
            }
        )

    @property
    def anything(self) -> bool:
        """Tell whether anything was taken, or was there already."""
        return any([*self.posts.values(), *self.pictures.values(), *self.films.values(), *self.layers])

    def entries(self, outcome: str) -> int:
        """Return how many entries of calendars have an outcome."""
        return sum(int(item[outcome]) for item in self.layers)


def import_files(given: Namespace, plans: Plans) -> Answer:
    """Take tables and pictures in. Fails where a table has bad rows, a file that was named is refused, or nothing is left.

    Pictures come first, so that a table in the same call finds them by name, and films their covers.
    """
    from kalender.cli.safety.backing import secured

    report = _Report()
    columns = _columns(given.column)
    folder = Path(given.plan)
    places = plans.backup_places(folder)
    with closing(plans.open(folder)) as house:
        kept = secured(house, lambda: places)
        calendars, paths = apart(map(Path, given.paths), all_tables=bool(given.layer))
        documents = [path for path in paths if path.is_file() and path.suffix.casefold() in _DOCUMENTS]
        tables, pictures, named = _sorted((path for path in paths if path not in documents), report)
        if pictures:
            films = [path for path in pictures if belongs(path)]
            if len(films) < len(pictures):
                _take_pictures(house, [path for path in pictures if not belongs(path)], named, report)
            _take_films(house, films, named, report)
        for path in tables:
            _take_table(house, path, columns, report)
        for path in documents:
            _take_document(house, path, report)
        for path in calendars:
            take_calendar(house, path, given, report)
    return _told(report, kept)


def _sorted(paths: Iterable[Path], report: _Report) -> tuple[list[Path], list[Path], set[Path]]:
    """Return tables, pictures, and which of all were named and not just found in a folder."""
    tables: dict[Path, None] = {}
    pictures: dict[Path, None] = {}
    named: set[Path] = set()
    for path in paths:
        if not path.exists():
            message = sentence(Refused(RefusalKind.FILE_MISSING, path=str(path)))
            report.refuse(path, RefusalKind.FILE_MISSING.value, message)
            report.failed[path] = message
        elif path.is_dir():
            for inside in Pictures.gather([path]):
                if is_calendar(inside):
                    continue  # taken already, see apart
                (tables if _is_table(inside, found=True) else pictures).setdefault(inside)
        else:
            named.add(path)
            (tables if _is_table(path, found=False) else pictures).setdefault(path)
    return list(tables), list(pictures), named


def _is_table(path: Path, *, found: bool) -> bool:
    """Tell by content, then by suffix, whether a file is to be read as a table. found: in a folder, not named."""
    try:
        kind_of(path)
    except UnreadablePicture:
        pass
    else:
        return False
    suffix = path.suffix.casefold()
    if belongs(path):
        return False
    if suffix in _TABLES or suffix in _PICTURES:
        return suffix in _TABLES
    try:
        with path.open("rb") as file:
            return is_workbook(file.read(8)) or not found
    except OSError:
        return False


def _take_pictures(house: OpenPlan, paths: Iterable[Path], named: set[Path], report: _Report) -> None:
    done = house.pictures.import_files(paths)
    report.pictures["added"] += done.added
    report.pictures["duplicates"] += done.duplicates
    for item in done.refused:
        report.refuse(item.path, item.why.value, why(item))
        if item.path in named:
            report.failed[item.path] = f"{item.path.name}: {why(item)}"


def _take_films(house: OpenPlan, paths: list[Path], named: set[Path], report: _Report) -> None:
    """Give films and captions to the pictures of the same name."""

    def refuse(path: Path, reason: str, message: str) -> None:
        report.refuse(path, reason, message)
        if path in named:
            report.failed[path] = message

    done = take_films(house, paths, [*report.pictures["added"], *report.pictures["duplicates"]], refuse)
    report.films["added"] += done.added
    report.films["unchanged"] += done.unchanged


def _take_document(house: OpenPlan, path: Path, report: _Report) -> None:
    """Make an idea of a letter, a mail or a note; the pictures inside come along."""
    try:
        reading = house.documents.read(path)
        done = house.documents.take(reading)
    except Refused as refusal:
        report.refuse(path, refusal.kind.value, sentence(refusal))
        report.failed[path] = sentence(refusal)
        return
    report.posts["added"].append(done.post)
    report.pictures["added"] += done.added
    report.pictures["duplicates"] += done.duplicates
    for inside, result in reading.pictures:
        if isinstance(result, RefusedPicture):
            report.refuse(path, result.why.value, f"{inside.name}: {why(result)}")
    for name in reading.document.left:
        message = f"„{name}“ wurde nicht übernommen: Es ist kein Bild, das sich einlesen lässt."
        report.hints.append({"file": str(path), "row": None, "what": "left_out", "message": message})


def _columns(given: Iterable[str]) -> dict[str, str]:
    """Return headings with what they mean, from texts like Wozu=note; raises Refused UNKNOWN_FIELD without a "="."""
    found = {}
    for text in given:
        heading, sign, wanted = text.rpartition("=")
        if not sign or not heading.strip():
            raise Refused(RefusalKind.UNKNOWN_FIELD, field=text, known=[field.value for field in Field])
        found[heading.strip()] = wanted.strip()
    return found


def _take_table(house: OpenPlan, path: Path, columns: Mapping[str, str], report: _Report) -> None:
    try:
        done = house.exchange.import_table(path, columns)
    except Refused as refusal:
        report.refuse(path, refusal.kind.value, sentence(refusal))
        report.failed[path] = sentence(refusal)
        return
    report.posts["added"] += done.added
    report.posts["updated"] += done.updated
    report.posts["unchanged"] += done.unchanged
    for bad in done.refused:
        report.refuse(path, bad.fault.value, reason(bad), bad.row, bad.sheet)
    for item in done.hints:
        report.hints.append({"file": str(path), "row": item.row, "what": item.what, "message": hint(item)})
    if done.refused:
        rows = ", ".join(str(bad.row) for bad in done.refused[:20]) + (" …" if len(done.refused) > 20 else "")
        one = len({bad.row for bad in done.refused}) == 1
        words = f"Zeile {rows} ist" if one else f"die Zeilen {rows} sind"
        report.failed[path] = (
            f"Aus „{path.name}“ wurde nichts übernommen, {words} fehlerhaft. Berichtigen Sie das und lesen Sie die "
            "Datei noch einmal ein."
        )


def _error(report: _Report) -> str:
    """Return the one sentence about all that went wrong, empty where it went well enough."""
    if not report.failed:
        return "" if report.anything else "Es wurde nichts gefunden, was sich einlesen lässt."
    if len(report.failed) == 1:
        return next(iter(report.failed.values()))
    names = ", ".join(path.name for path in list(report.failed)[:3]) + (
        " …" if len(report.failed) > 3 else ""
    )
    return (
        f"{len(report.failed)} Dateien wurden nicht eingelesen: {names}. Die Gründe stehen bei jeder einzeln."
    )


def _told(report: _Report, kept: Kept) -> Answer:
    added = len(report.posts["added"]) + len(report.pictures["added"])
    facts = {
        "added": added + report.entries("added"),
        "updated": len(report.posts["updated"]) + report.entries("updated"),
        "unchanged": len(report.posts["unchanged"]) + report.entries("unchanged"),
        "duplicates": len(report.pictures["duplicates"]),
        "refused": report.refused,
        "hints": report.hints,
        "posts": report.posts,
        "pictures": report.pictures,
        "films": report.films,
        "layers": report.layers,
        **kept.facts,
    }
    lines = [kept.line] if kept.line else []
    lines += [_refused_line(item) for item in report.refused]
    lines += [f"{Path(item['file']).name}, {item['message']}" for item in report.hints]
    lines += [item["message"] for item in report.layers]
    if any(report.films.values()):
        lines.append(
            f"Filme: {_several(len(report.films['added']), 'Bild hat', 'Bilder haben')} einen Film oder Untertitel "
            f"bekommen, {len(report.films['unchanged'])} hatten beides schon."
        )
    lines.append(
        f"Neu: {_several(len(report.posts['added']), 'Beitrag', 'Beiträge')}, "
        f"{_several(len(report.pictures['added']), 'Bild', 'Bilder')}. "
        f"Aktualisiert: {facts['updated']}. Unverändert: {facts['unchanged']}. "
        f"Schon vorhanden: {_several(len(report.pictures['duplicates']), 'Bild', 'Bilder')}. Abgelehnt: {len(report.refused)}."
    )
    return Answer(facts=facts, lines=tuple(lines), error=_error(report))


def _refused_line(item: dict[str, Any]) -> str:
    sheet = f", Blatt {item['sheet']}" if item["sheet"] else ""
    row = f", Zeile {item['row']}" if item["row"] is not None else ""
    return f"{Path(item['file']).name}{sheet}{row}: {item['message']}"


def _several(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
