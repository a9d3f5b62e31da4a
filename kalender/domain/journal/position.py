# SPDX-License-Identifier: EUPL-1.2
"""Fractional position keys: an order that two people can change apart without a renumbering.

A key is a text of the letters 0–9 and a–z that sorts as it stands and never ends in 0.
"""

from __future__ import annotations

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


def between(low: str, high: str) -> str:
    """Return a key strictly between two keys; an empty low is the start, an empty high the end.

    Raises ValueError when low is not before high.
    """
    if high and low >= high:
        raise ValueError(f"no place between {low!r} and {high!r}")
    key = ""
    index = 0
    while True:
        floor = LETTERS.index(low[index]) if index < len(low) else 0
        ceiling = LETTERS.index(high[index]) if index < len(high) else len(LETTERS)
        if not high or index >= len(high):
            ceiling = len(LETTERS)
        if ceiling - floor > 1:
            step = 1 if not high and index < len(low) else (ceiling - floor) // 2
            return key + LETTERS[floor + max(1, step)]
        key += LETTERS[floor]
        if ceiling - floor == 1:
            high = ""
        index += 1
