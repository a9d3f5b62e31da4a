# SPDX-License-Identifier: EUPL-1.2
"""Typed preferences of this computer in one TOML file; a damaged file is set aside, never in the way."""

from __future__ import annotations

import json
import os
import tomllib
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from kalender.domain.frozen import defaults_of, frozen

RECENT = 8
"""How many plans the start screen remembers."""


@frozen
class Preferences:
    """What this computer remembers. theme: system, hell, dunkel or kontrast; text_scale in per cent (100–200).

    calendar_view: week, month, quarter, year, agenda or list. calendar_left: folder of a plan, first day in front and the day on which that was so. week_from: minute of the day the week begins to show, or -1. layer_inks: <layer>=<role of a colour>. board_lanes: a value of Lanes; board_folded, lanes_folded: narrow columns, folded lanes. format_problems: which ones a start has told of. people: acting person by plan folder.
    backup_folder: instead of the one beside the plan; second_backup_folder: as well. Empty: none chosen.
    geometry: the window's own word for its place, base64. palette_recent: keys of what the search did last; emoji_recent: emoji, the latest first. preview_dark: previews look as on a dark phone.
    """

    language: str = "de"
    theme: str = "system"
    calendar_view: str = "month"
    calendar_left: tuple[str, ...] = ()
    week_from: int = -1
    text_scale: int = 100
    motion: bool = True
    pictures_in_month: bool = True
    review_keys: bool = True
    approval_confirmed: bool = False
    format_problems: str = ""
    last_plan: str = ""
    last_page: str = "calendar"
    geometry: str = ""
    export_folder: str = ""
    backup_folder: str = ""
    second_backup_folder: str = ""
    layers_hidden: tuple[str, ...] = ("awareness",)
    layer_inks: tuple[str, ...] = ()
    board_lanes: str = ""
    board_folded: tuple[str, ...] = ()
    lanes_folded: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    preview_dark: bool = False
    palette_recent: tuple[str, ...] = ()
    emoji_recent: tuple[str, ...] = ()

    def with_plan(self, folder: Path) -> Preferences:
        """Return the preferences with a plan at the top of the recent ones."""
        name = str(folder)
        rest = tuple(item for item in self.recent if item != name)
        return replace(self, last_plan=name, recent=(name, *rest)[:RECENT])

    def person_for(self, folder: Path) -> str:
        """Return who acted last in a plan, or an empty text."""
        return dict(self.people).get(str(folder), "")

    def with_person(self, folder: Path, person: str) -> Preferences:
        """Return the preferences with the acting person of a plan."""
        people = dict(self.people) | {str(folder): person}
        return replace(self, people=tuple(sorted(people.items())))


class PreferenceFile:
    """The file behind the preferences. Reading never fails; writing is atomic and its failure is told by False."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.values = self._read()

    def change(self, **values: Any) -> bool:
        """Set preferences and save them; return whether they could be saved."""
        return self.put(replace(self.values, **values))

    def put(self, values: Preferences) -> bool:
        """Replace the preferences and save them; return whether they could be saved."""
        if values == self.values:
            return True
        self.values = values
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(_toml(values), encoding="utf-8")
            part.replace(self._path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            return False
        return True

    def _read(self) -> Preferences:
        try:
            found = tomllib.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError):
            self._set_aside()
            return Preferences()
        return _from(found)

    def _set_aside(self) -> None:
        try:
            self._path.replace(self._path.with_suffix(".damaged"))
        except OSError:
            return  # it cannot be moved: the next save will say so


def _from(found: dict[str, Any]) -> Preferences:
    """Return preferences from a file; values of a wrong kind are left at their default."""
    values: dict[str, Any] = {}
    for name, default in defaults_of(Preferences).items():
        item = found.get(name)
        if name == "people":
            if isinstance(item, dict):
                values["people"] = tuple(sorted((str(key), str(value)) for key, value in item.items()))
        elif isinstance(default, tuple):
            if isinstance(item, list):
                values[name] = tuple(str(entry) for entry in item)
        elif item is not None and type(item) is type(default):
            values[name] = item
    return Preferences(**values)


def _toml(values: Preferences) -> str:
    """Return the preferences as TOML; JSON texts, numbers, booleans and lists of texts are TOML as they stand."""
    plain = asdict(values)
    people = plain.pop("people")
    lines = [f"{name} = {json.dumps(item, ensure_ascii=False)}" for name, item in plain.items()]
    lines.append("\n[people]")
    lines += [
        f"{json.dumps(folder, ensure_ascii=False)} = {json.dumps(person, ensure_ascii=False)}"
        for folder, person in people
    ]
    return "\n".join(lines) + "\n"
