# SPDX-License-Identifier: EUPL-1.2
"""What is undecided or blended in a record, as rows of the table `conflict`, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from kalender.domain.journal.merge import Candidate, Conflict, ConflictKind, Merged

BLENDED = "merged"
"""Kind of a row that names a key blended from several texts."""


def lines(n: int, item: Merged) -> Iterator[tuple[int, str, str, str]]:
    """Yield the rows of a record: its number, key, kind, and base, values and candidates as JSON."""
    for found in item.conflicts:
        body = {
            "base": found.base,
            "shown": found.shown,
            "proposal": found.proposal,
            "candidates": [asdict(candidate) for candidate in found.candidates],
        }
        yield n, found.key, found.kind.value, json.dumps(body, ensure_ascii=False)
    undecided = {found.key for found in item.conflicts}
    for key in item.merged:
        if key not in undecided:
            yield n, key, BLENDED, "{}"


def read(key: str, kind: str, body: Mapping[str, Any]) -> Conflict:
    """Return the conflict of a row."""
    return Conflict(
        key=key,
        kind=ConflictKind(kind),
        base=body["base"],
        shown=body["shown"],
        proposal=body["proposal"],
        candidates=tuple(Candidate(**candidate) for candidate in body["candidates"]),
    )
