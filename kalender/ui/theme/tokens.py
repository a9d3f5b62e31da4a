# SPDX-License-Identifier: EUPL-1.2
"""Colour roles read from resources/themes, and the contrast between them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from kalender.domain.frozen import frozen

STAGES = ("idee", "entwurf", "pruefung", "aenderung", "frei", "export", "publ", "halt")
CHANNELS = ("fb", "ig", "wa", "ma", "web")
TOPICS = ("rathaus", "leben", "bauen", "familie", "umwelt")


@frozen
class Tokens:
    """One theme. colours: role -> "#RRGGBB"; contrast: lines of 2 px and no tints."""

    name: str
    label: str
    dark: bool
    contrast: bool
    colours: Mapping[str, str]


def read(path: Path) -> Tokens:
    """Read a theme file.

    Raises OSError when it is missing and ValueError when it is not a theme.
    """
    with path.open("rb") as file:
        data = tomllib.load(file)
    try:
        return Tokens(
            name=str(data["name"]),
            label=str(data["label"]),
            dark=bool(data["dark"]),
            contrast=bool(data["contrast"]),
            colours={str(role): str(value) for role, value in data["colours"].items()},
        )
    except (KeyError, AttributeError) as error:
        raise ValueError(f"{path.name} is not a theme: {error}") from error


def ratio(one: str, other: str) -> float:
    """Return the contrast of two "#RRGGBB" colours by WCAG 2.2, from 1 to 21."""
    from kalender.domain.tiles import contrast

    first, second = contrast.colour(one), contrast.colour(other)
    if first is None or second is None:
        raise ValueError(f"{one} and {other} are not two colours")
    return contrast.ratio(first, second)


def pairs() -> list[tuple[str, str, float]]:
    """Return every pair (foreground, ground, least contrast) that a theme has to reach."""
    found = [
        *(("text", ground, 4.5) for ground in ("bg-surface", "bg-window", "bg-selected", "err-bg")),
        *(
            ("text-2", ground, 4.5)
            for ground in ("bg-surface", "bg-window", "bg-selected", "bg-hover", "err-bg", "hatch-bg")
        ),
        *(("text-3", ground, 4.5) for ground in ("bg-surface", "bg-window", "bg-subtle", "bg-sunken")),
        *(
            ("accent", ground, 4.5)
            for ground in ("bg-surface", "bg-window", "accent-tint", "bg-selected", "bg-raised")
        ),
        *(("text-on-accent", ground, 4.5) for ground in ("accent-fill", "accent-fill-hover", "err-fill")),
        *(
            (line, ground, 3.0)
            for line in ("line-control", "focus")
            for ground in ("bg-surface", "bg-window")
        ),
        *(("holiday", ground, 4.5) for ground in ("bg-surface", "hatch-bg", "bg-subtle")),
        ("ferien", "ferien-bg", 4.5),
        ("council", "council-bg", 4.5),
        ("gap", "gap-bg", 4.5),
        ("ins", "ins-bg", 4.5),
        ("del", "del-bg", 4.5),
    ]
    for stage in STAGES:
        ground = f"st-{stage}-bg"
        found += [(f"st-{stage}", ground, 4.5), (f"st-{stage}", "bg-surface", 4.5)]
        found += [("text", ground, 4.5), ("text-2", ground, 4.5)]
    for kind in ("err", "warn", "info", "ok"):
        found += [(kind, f"{kind}-bg", 4.5), (kind, "bg-surface", 4.5)]
    grounds = (
        "bg-surface",
        "st-frei-bg",
        "st-pruefung-bg",
        "st-export-bg",
        "st-publ-bg",
        "st-halt-bg",
        "bg-selected",
    )
    found += [(f"ch-{channel}", ground, 3.0) for channel in CHANNELS for ground in grounds]
    written = ("bg-surface", "bg-subtle", "hatch-bg", "gap-bg")
    found += [(f"th-{topic}", ground, 4.5) for topic in TOPICS for ground in written]
    found += [("council", ground, 4.5) for ground in written]
    return found
