# SPDX-License-Identifier: EUPL-1.2
"""The state of a record that has one revision, which most have: there is nothing to merge."""

from __future__ import annotations

from collections.abc import Mapping

from kalender.domain.journal.record import Json


def begun(sets: Mapping[str, Json]) -> Mapping[str, Json] | None:
    """Return the state after a revision that builds on none and sets these keys; None where merge() must look."""
    if [key for key in sets if key[-1:] == "/" and sets[key] is not True]:
        return None  # it takes a part away
    return sets if None not in sets.values() else {key: it for key, it in sets.items() if it is not None}
