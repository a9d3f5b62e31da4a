# SPDX-License-Identifier: EUPL-1.2
"""What services and their listeners speak of: loaded revisions, labels of actions, announced changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Generic, TypeVar

from kalender.domain.frozen import frozen, ordered
from kalender.domain.journal.record import Json, Record

R_co = TypeVar("R_co", bound=Record, covariant=True)


@ordered
class Loaded(Generic[R_co]):
    """A value and the revision it was read at: what an editor keeps, and gives back when it writes."""

    value: R_co
    heads: tuple[str, ...]


@frozen
class Label:
    """What an action was: a code (post.moved) and the facts for its sentence."""

    code: str
    facts: Mapping[str, Json] = field(default_factory=dict)


@frozen
class Kept:
    """Something an undo left as it is because someone wrote it since. key "" is the record itself."""

    ref: str
    key: str


@frozen
class Changes:
    """What changed, for everyone who shows it.

    refs: names of records (post/…) whose value or card may differ now. label, facts: the action. by: person.
    here: done in this program, not received. undone: it was an undo ("undo") or redo ("redo"), else empty.
    kept: what an undo had to leave.
    """

    refs: frozenset[str]
    label: str = ""
    facts: Mapping[str, Json] = field(default_factory=dict)
    by: str = ""
    here: bool = True
    undone: str = ""
    kept: tuple[Kept, ...] = ()

    def ids(self, kind: str) -> frozenset[str]:
        """Return the ids of the changed records of a kind."""
        prefix = f"{kind}/"
        return frozenset(ref[len(prefix) :] for ref in self.refs if ref.startswith(prefix))
