# SPDX-License-Identifier: EUPL-1.2
"""Days on which the town hall is closed, as people write them: „24.12.–31.12.“."""

from __future__ import annotations

from kalender.domain.pace.working import Closed


def words(text: str) -> str:
    """Return stored days as people write them; what nobody can read stays as it is."""
    try:
        found = Closed.parse(text)
    except ValueError:
        return text
    ends = [found.first] if found.first == found.last else [found.first, found.last]
    return "–".join(_day(item) for item in ends)


def _day(text: str) -> str:
    *year, month, day = text.split("-")
    return f"{day}.{month}.{year[0] if year else ''}"
