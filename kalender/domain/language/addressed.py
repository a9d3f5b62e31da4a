# SPDX-License-Identifier: EUPL-1.2
"""Colleagues named in a comment: @Ines Falkner, or @Ines where only one person of the plan is called so."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BEGUN = re.compile(r"(?:^|(?<=[\s(]))@(?P<name>[^\W\d_][^@\n]{0,40})?$")


def addressed(text: str, people: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the people a text names, in its order, each once. people: id -> name."""
    if "@" not in text:
        return ()
    by_words: dict[str, list[str]] = {}
    for id_, name in people.items():
        for words in {name.casefold(), name.partition(" ")[0].casefold()}:
            by_words.setdefault(words, []).append(id_)
    found: dict[str, None] = {}
    for at in re.finditer(r"(?<!\w)@", text):
        rest = text[at.end() :].casefold()
        for words in sorted(by_words, key=len, reverse=True):
            if words and rest.startswith(words) and not rest[len(words) : len(words) + 1].isalnum():
                if len(by_words[words]) == 1:
                    found.setdefault(by_words[words][0])
                break
    return tuple(found)


def begun(text: str, names: Mapping[str, str]) -> tuple[int, list[str]]:
    """Return where the name that is being typed begins (its @), and which names go on so; (-1, []) where none is begun."""
    started = _BEGUN.search(text)
    if started is None:
        return -1, []
    wanted = (started["name"] or "").casefold()
    fitting = [
        name
        for name in names.values()
        if name.casefold() != wanted and any(part.startswith(wanted) for part in _beginnings(name.casefold()))
    ]
    return (started.start(), sorted(fitting, key=str.casefold)) if fitting else (-1, [])


def _beginnings(name: str) -> list[str]:
    """Return a name from each of its words on: a colleague is found by the family name as well."""
    parts = name.split(" ")
    return [" ".join(parts[place:]) for place in range(len(parts))]
