# SPDX-License-Identifier: EUPL-1.2
"""Gaps in a template: {Straße} is asked for, {Art|gesperrt|frei} offers what to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kalender.domain.frozen import frozen


@frozen
class Gap:
    """A gap in a text. start, end: code points, end exclusive. choices: what is offered, empty for free text."""

    start: int
    end: int
    name: str
    choices: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(r"\{([^{}|\n]{1,60})((?:\|[^{}|\n]{0,60})*)\}")


def gaps(text: str) -> tuple[Gap, ...]:
    """Return the gaps of a text in their order."""
    found = []
    for match in _pattern().finditer(text) if "{" in text else ():
        name = match.group(1).strip()
        if name:
            choices = tuple(part.strip() for part in match.group(2).split("|")[1:] if part.strip())
            found.append(Gap(start=match.start(), end=match.end(), name=name, choices=choices))
    return tuple(found)


def asked(texts: Iterable[str]) -> tuple[Gap, ...]:
    """Return each gap of some texts once, by its name whatever the case; one that offers choices goes before one without."""
    found: dict[str, Gap] = {}
    for text in texts:
        for gap in gaps(text):
            key = gap.name.casefold()
            if key not in found or (gap.choices and not found[key].choices):
                found[key] = gap
    return tuple(found.values())


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its gaps filled by name, whatever the case; those without a value stay as they are."""
    known = {name.casefold(): value for name, value in values.items() if value}
    pieces, place = [], 0
    for gap in gaps(text):
        value = known.get(gap.name.casefold())
        if value is not None:
            pieces += [text[place : gap.start], value]
            place = gap.end
    return "".join((*pieces, text[place:])) if pieces else text


def shortened(text: str) -> str:
    """Return a text whose gaps show their names alone: {Art} for {Art|gesperrt|frei}."""
    pieces, place = [], 0
    for gap in gaps(text):
        pieces += [text[place : gap.start], f"{{{gap.name}}}"]
        place = gap.end
    return "".join((*pieces, text[place:]))


def next_gap(text: str, place: int) -> Gap | None:
    """Return the first gap that ends after a place (a code point), or the first of all; None where there is none."""
    found = gaps(text)
    return next((gap for gap in found if gap.start >= place), found[0] if found else None)
