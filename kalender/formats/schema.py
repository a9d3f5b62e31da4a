# SPDX-License-Identifier: EUPL-1.2
"""What a file of platform formats may say, key by key, and what is wrong with one that says something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias

from kalender.domain.format import Confidence, Rule
from kalender.domain.frozen import frozen
from kalender.domain.refusal import RefusalKind, Refused

VERSION = 1
LARGEST = 1_000_000_000_000

Table: TypeAlias = "dict[str, object]"


class Fault(StrEnum):
    """What is wrong with a file or one of its keys."""

    UNREADABLE = "unreadable"
    NOT_TOML = "not_toml"
    NEWER = "newer"
    UNKNOWN_KEY = "unknown_key"
    MISSING = "missing"
    WRONG_VALUE = "wrong_value"
    CONTRADICTION = "contradiction"


@frozen
class Problem:
    """Why a file is refused: the key as a path (post.limits.text_limit), and what would be right instead."""

    file: str
    key: str
    fault: Fault
    expected: str = ""


class Wrong(Exception):  # noqa: N818 - it carries a problem to whoever read the file, it is no defect
    """A table is not what the schema says; key is the path inside the file."""

    def __init__(self, key: str, fault: Fault, expected: str = "") -> None:
        super().__init__(f"{key}: {fault.value} {expected}".strip())
        self.key = key
        self.fault = fault
        self.expected = expected

    def in_file(self, name: str) -> Problem:
        """Return the problem with the name of the file it was found in."""
        return Problem(file=name, key=self.key, fault=self.fault, expected=self.expected)


@contextmanager
def shipped() -> Iterator[None]:
    """Read what ships with the program: where that fails the step is refused, and may be tried again. Also a decorator."""
    try:
        yield
    except Wrong as wrong:
        raise Refused(RefusalKind.PROGRAM_UNREADABLE, detail=wrong.expected or wrong.key) from wrong


class Kind(NamedTuple):
    """A kind of value: what passes, and how to say what is expected."""

    accepts: Callable[[object], bool]
    expected: str


def _whole(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def _words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


COUNT = Kind(lambda value: _whole(value, 0, LARGEST), "whole number from 0")
PIXELS = Kind(lambda value: _whole(value, 1, 30_000), "pixels, 1 to 30000")
RATIO = Kind(
    lambda value: isinstance(value, int | float) and type(value) is not bool and 0.01 <= value <= 100,
    "width divided by height, 0.01 to 100",
)
FLAG = Kind(lambda value: type(value) is bool, "true or false")
TEXT = Kind(lambda value: isinstance(value, str), "text")
NAME = Kind(lambda value: isinstance(value, str) and bool(value.strip()), "text, not empty")
WORDS = Kind(_words, "list of texts")
DAY = Kind(lambda value: isinstance(value, date) and not isinstance(value, datetime), "date, e.g. 2026-11-22")
RULE = Kind(lambda value: value in set(Rule), "one of " + ", ".join(Rule))
CONFIDENCE = Kind(lambda value: value in set(Confidence), "one of " + ", ".join(Confidence))
PICTURE_TYPE = Kind(lambda value: value in {"jpg", "png"}, "jpg or png")

PLATFORM: dict[str, Kind] = {
    "name": NAME,
    "short": NAME,
    "position": COUNT,
    "icon": TEXT,
    "colour": NAME,
    "monogram": TEXT,
    "address": TEXT,
    "default_formats": WORDS,
    "text_format": NAME,
}
PLATFORM_NEEDS = ("name", "short", "position", "default_formats", "text_format")

PLACEMENT: dict[str, Kind] = {
    "label": NAME,
    "width": PIXELS,
    "height": PIXELS,
    "ratio_min": RATIO,
    "ratio_max": RATIO,
    "export_type": PICTURE_TYPE,
    "video": FLAG,
}
PLACEMENT_NEEDS = ("label", "width", "height", "ratio_min", "ratio_max")

MARGINS: dict[str, Kind] = dict.fromkeys(("top", "right", "bottom", "left"), COUNT)

SECTIONS: dict[str, dict[str, Kind]] = {
    "limits": {
        **dict.fromkeys(
            ("max_bytes", "max_images", "min_width", "max_width", "max_pixels", "max_side_sum", "text_limit"),
            COUNT,
        ),
        **dict.fromkeys(
            (
                "text_limit_plain",
                "text_limit_bytes",
                "url_length",
                "title_limit",
                "alt_limit",
                "mention_limit",
            ),
            COUNT,
        ),
        **dict.fromkeys(("alt_supported", "link_clickable", "captions_required"), FLAG),
        "file_types": WORDS,
        "text_rule": RULE,
    },
    "guidance": {
        **dict.fromkeys(
            ("target_bytes", "fold_at", "hashtag_limit", "max_images_api", "max_images_gallery"), COUNT
        ),
        **dict.fromkeys(
            ("max_bytes_new", "text_limit_premium", "text_limit_media_maybe", "alt_limit_api"), COUNT
        ),
        **dict.fromkeys(("comment_limit", "downscaled_to_pixels", "display_width"), COUNT),
        "grid_crop": TEXT,
    },
    "clip": {
        **dict.fromkeys(("min_s", "max_s", "min_width", "min_height", "max_bytes"), COUNT),
        "types": WORDS,
    },
    "evidence": {
        "checked": DAY,
        **dict.fromkeys(
            ("confidence", "confidence_bytes", "confidence_text", "confidence_ratio"), CONFIDENCE
        ),
        "sources": WORDS,
        "notes": WORDS,
    },
}
NEEDS: dict[str, tuple[str, ...]] = {"evidence": ("checked", "confidence", "sources")}


def read(path: Path) -> Table:
    """Return the tables of a TOML file; raises Wrong where it cannot be read."""
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Wrong("", Fault.UNREADABLE, error.strerror or "") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Wrong("", Fault.NOT_TOML, str(error)) from error


def check(document: Mapping[str, object]) -> None:
    """Raise Wrong at the first thing in a document that the schema does not know or allow."""
    version = document.get("schema", VERSION)
    if not _whole(version, 1, LARGEST):
        raise Wrong("schema", Fault.WRONG_VALUE, "whole number from 1")
    if version != VERSION:
        raise Wrong("schema", Fault.NEWER, str(VERSION))
    placements = [name for name in document if name not in {"schema", "platform"}]
    platform = _table(document.get("platform"), "platform")
    _check_table(platform, "platform", PLATFORM, PLATFORM_NEEDS)
    if not placements:
        raise Wrong("", Fault.MISSING, "at least one format")
    for name in placements:
        _check_placement(_table(document[name], name), name)
    for key in ("text_format", "default_formats"):
        named = platform[key]
        for wanted in [named] if isinstance(named, str) else list(named):  # type: ignore[call-overload]  # a list, checked above
            if wanted not in placements:
                raise Wrong(f"platform.{key}", Fault.CONTRADICTION, ", ".join(placements))


def _table(value: object, path: str) -> Table:
    if value is None:
        raise Wrong(path, Fault.MISSING, "a table")
    if not isinstance(value, dict):
        raise Wrong(path, Fault.WRONG_VALUE, "a table")
    return value


def _check_table(table: Table, path: str, kinds: Mapping[str, Kind], needs: tuple[str, ...] = ()) -> None:
    for key, value in table.items():
        kind = kinds.get(key)
        if kind is None:
            raise Wrong(f"{path}.{key}", Fault.UNKNOWN_KEY, ", ".join(kinds))
        if not kind.accepts(value):
            raise Wrong(f"{path}.{key}", Fault.WRONG_VALUE, kind.expected)
    for key in needs:
        if key not in table:
            raise Wrong(f"{path}.{key}", Fault.MISSING, kinds[key].expected)


def _check_placement(table: Table, name: str) -> None:
    sections = {key for key in table if key in SECTIONS}
    own = {key: value for key, value in table.items() if key not in sections}
    _check_table(own, name, PLACEMENT, PLACEMENT_NEEDS)
    for section, kinds in SECTIONS.items():
        if section not in table and section not in NEEDS:
            continue
        inside = dict(_table(table.get(section), f"{name}.{section}"))
        if section == "guidance" and "safe_zone" in inside:
            margins = _table(inside.pop("safe_zone"), f"{name}.guidance.safe_zone")
            _check_table(margins, f"{name}.guidance.safe_zone", MARGINS)
        _check_table(inside, f"{name}.{section}", kinds, NEEDS.get(section, ()))
    low, high = table["ratio_min"], table["ratio_max"]
    if low > high:  # type: ignore[operator]  # numbers, checked above
        raise Wrong(f"{name}.ratio_min", Fault.CONTRADICTION, f"at most {high}")


def merged(base: Table, change: Table) -> Table:
    """Return base with the keys of change put over it, table by table."""
    result = dict(base)
    for key, value in change.items():
        old = result.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            result[key] = merged(old, value)
        else:
            result[key] = value
    return result
