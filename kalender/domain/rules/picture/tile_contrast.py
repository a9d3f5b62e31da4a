# SPDX-License-Identifier: EUPL-1.2
"""picture.tile_contrast: words of a tile stand out too little from what is behind them."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at
from kalender.domain.tiles.contrast import TEXT
from kalender.domain.tiles.tile import tile_of

_BOUND = frozenset({"website", "newsletter"})
"""Platforms of the municipality itself, for which contrast is law; on networks it is a matter of being read."""


def find(case: Case) -> Iterator[Spot]:
    """Words of a tile stand out too little from what is behind them."""
    for shown in case.pictures:
        if shown.picture is None or not shown.picture.tile:
            continue
        worst = min(tile_of(shown.picture).contrasts.values())
        if worst >= TEXT:
            continue
        own = any(
            outlet.platform is not None and outlet.platform.id in _BOUND and shown in outlet.pictures
            for outlet in case.outlets
        )
        spot = spot_at(shown, ratio=f"{int(worst * 10) / 10:.1f} : 1".replace(".", ","))
        yield spot._replace(severity=Severity.ERROR) if own else spot


RULE = Rule(
    "picture.tile_contrast",
    Severity.WARNING,
    find,
    "WCAG 2.2, 1.4.3 (AA); BITV 2.0 § 3 mit EN 301 549, 9.1.4.3",
)
