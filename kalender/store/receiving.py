# SPDX-License-Identifier: EUPL-1.2
"""Changesets of others in the order in which they build on each other, and as revisions of their records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kalender.domain.journal.changeset import BadChangeset, Changeset
from kalender.domain.journal.merge import Revision
from kalender.store.journal import Journal


def in_order(waiting: Mapping[str, Changeset], journal: Journal) -> list[Changeset]:
    """Return the waiting changesets that build on nothing missing, each after what it builds on."""
    needs = {id_: {*new.deps, *(p for op in new.ops for p in op.parents)} for id_, new in waiting.items()}
    here = journal.numbers({need for some in needs.values() for need in some if need not in waiting})
    builders: dict[str, list[str]] = {}
    for id_, some in needs.items():
        some.difference_update(here)
        for need in some:
            builders.setdefault(need, []).append(id_)
    free = sorted((id_ for id_, some in needs.items() if not some), reverse=True)
    found = []
    while free:
        id_ = free.pop()
        found.append(waiting[id_])
        for builder in builders.get(id_, ()):
            needs[builder].discard(id_)
            if not needs[builder]:
                free.append(builder)
    return found


def check_parents(new: Sequence[Changeset], journal: Journal) -> None:
    """Raise BadChangeset where a changeset names a parent that says nothing of the record."""
    inside = {changeset.id: {op.record for op in changeset.ops} for changeset in new}
    pairs = {(op.record, parent) for changeset in new for op in changeset.ops for parent in op.parents}
    outside = journal.members({parent for _record, parent in pairs if parent not in inside})
    for record, parent in pairs:
        if record not in (inside if parent in inside else outside).get(parent, set()):
            raise BadChangeset(f"{parent[:12]} says nothing of {record}")


def known_to(heads: Iterable[str], revisions: Mapping[str, Revision]) -> list[Revision]:
    """Return the revisions in heads and everything before them."""
    found: dict[str, Revision] = {}
    waiting = list(heads)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found[id_] = revisions[id_]
            waiting += revisions[id_].parents
    return list(found.values())


def revisions_of(new: Iterable[Changeset]) -> dict[str, list[Revision]]:
    """Return the ops of changesets as revisions of their records."""
    found: dict[str, list[Revision]] = {}
    for changeset in new:
        for op in changeset.ops:
            revision = Revision(
                id=changeset.id,
                by=changeset.by,
                at=changeset.at,
                parents=op.parents,
                sets=op.sets,
                deleted=op.deleted,
            )
            found.setdefault(op.record, []).append(revision)
    return found
