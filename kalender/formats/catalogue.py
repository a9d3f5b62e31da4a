# SPDX-License-Identifier: EUPL-1.2
"""The platforms and their formats: shipped files with the user's changes put over them, as domain values."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kalender.domain.format import Confidence, Format, Platform, Rule, SafeZone
from kalender.formats.reading import Reader
from kalender.formats.resources import folder
from kalender.formats.schema import Problem, Table, Wrong, check, merged

_CARRIED = (
    ("limits", ("max_bytes", "max_images", "min_width", "max_pixels", "text_limit", "text_limit_plain")),
    ("limits", ("text_limit_bytes", "title_limit", "alt_limit", "alt_supported", "mention_limit")),
    ("limits", ("link_clickable", "captions_required")),
    ("guidance", ("target_bytes", "fold_at", "hashtag_limit")),
    ("guidance", ("text_limit_media_maybe", "comment_limit")),
)
"""Keys that a Format carries under the same name; the others are kept in the files as facts."""


class Catalogue:
    """All platforms in their fixed order, and the files of the user that were refused.

    changed: ids of the platforms that a file of the user changes or adds.
    """

    def __init__(
        self,
        platforms: tuple[Platform, ...],
        problems: tuple[Problem, ...] = (),
        changed: frozenset[str] = frozenset(),
    ) -> None:
        self.changed = changed
        self.platforms = tuple(sorted(platforms, key=lambda item: (item.position, item.id)))
        self.problems = problems
        self.platforms_by_id: Mapping[str, Platform] = MappingProxyType(
            {item.id: item for item in self.platforms}
        )
        self.formats: Mapping[str, Format] = MappingProxyType(
            {format_.id: format_ for item in self.platforms for format_ in item.formats}
        )

    def platform(self, id_: str) -> Platform | None:
        """Return a platform, e.g. instagram, or None where there is none of that name."""
        return self.platforms_by_id.get(id_)

    def format(self, id_: str) -> Format | None:
        """Return a format, e.g. instagram.feed_4x5, or None where there is none of that name."""
        return self.formats.get(id_)


def load(user_folder: Path | None = None, copy: Path | None = None) -> Catalogue:
    """Return the catalogue. A file of user_folder changes the platform of its name key by key, or adds one.

    copy: see Reader. A file that does not fit the schema is refused as a whole and named in problems; what was shipped stays.
    Raises Wrong where a shipped file is not right: the installation is damaged.
    """
    if copy is not None:
        reader = Reader(copy)
        with suppress(Wrong):
            found = _put_together(reader, user_folder)
            if not found.problems:
                reader.keep()
                return found
    return _put_together(Reader(), user_folder)  # where something is wrong, the files themselves say what


def _put_together(reader: Reader, user_folder: Path | None) -> Catalogue:
    shipped = {path.stem: reader.table(path) for path in _files(folder() / "formats")}
    problems: list[Problem] = []
    changed: set[str] = set()
    platforms = {name: platform(name, table) for name, table in shipped.items()}
    for path in _files(user_folder) if user_folder is not None else ():
        try:
            change = reader.table(path)
            platforms[path.stem] = platform(path.stem, merged(shipped.get(path.stem, {}), change))
            changed.add(path.stem)
        except Wrong as wrong:
            problems.append(wrong.in_file(path.name))
    return Catalogue(tuple(platforms.values()), tuple(problems), frozenset(changed))


def _files(place: Path) -> list[Path]:
    return sorted(place.glob("*.toml"))


def platform(id_: str, document: Table) -> Platform:
    """Return the platform of a document; raises Wrong where the schema does not allow it."""
    check(document)
    head: dict[str, Any] = dict(document["platform"])  # type: ignore[call-overload]  # a table, checked
    placements: dict[str, Any] = {
        name: table for name, table in document.items() if name not in {"schema", "platform"}
    }
    usual = head.pop("default_formats")
    text_format = head.pop("text_format")
    return Platform(
        id=id_,
        **head,
        default_formats=tuple(f"{id_}.{name}" for name in usual),
        formats=tuple(_format(id_, name, table) for name, table in placements.items()),
        text_format=f"{id_}.{text_format}",
    )


def _format(platform_id: str, name: str, table: dict[str, Any]) -> Format:
    limits: dict[str, Any] = table.get("limits", {})
    guidance: dict[str, Any] = table.get("guidance", {})
    evidence: dict[str, Any] = table["evidence"]
    sections = {"limits": limits, "guidance": guidance}
    carried = {
        key: sections[section][key] for section, keys in _CARRIED for key in keys if key in sections[section]
    }
    return Format(
        id=f"{platform_id}.{name}",
        platform=platform_id,
        label=table["label"],
        width=table["width"],
        height=table["height"],
        ratio_min=float(table["ratio_min"]),
        ratio_max=float(table["ratio_max"]),
        export_type=table.get("export_type", "jpg"),
        video=table.get("video", False),
        clip_least=table.get("clip", {}).get("min_s", 0),
        clip_most=table.get("clip", {}).get("max_s", 0),
        clip_width=table.get("clip", {}).get("min_width", 0),
        clip_height=table.get("clip", {}).get("min_height", 0),
        clip_bytes=table.get("clip", {}).get("max_bytes", 0),
        file_types=tuple(limits.get("file_types", ())),
        text_rule=Rule(limits.get("text_rule", Rule.CODEPOINT)),
        safe_zone=SafeZone(**guidance.get("safe_zone", {})),
        notes=tuple(evidence.get("notes", ())),
        sources=tuple(evidence["sources"]),
        checked=evidence["checked"],
        confidence=Confidence(evidence["confidence"]),
        **{"max_bytes": 0, **carried},
    )
