# SPDX-License-Identifier: EUPL-1.2
"""What turns the records of a plan into those of a backup, key by key; what people did is never undone by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from kalender.domain.frozen import frozen
from kalender.domain.journal.merge import Merged
from kalender.domain.journal.record import Json

ACTS = ("request/", "decision/", "delivery/", "publication/", "comment/", "todo/")
"""Parts of a post that say what people did. They stay: who decided has decided, what was published is out.

So no approval comes or goes with a backup; one that stands holds where the content is again the one approved.
"""

BARS = frozenset({"hold", "embargo"})
"""Keys that keep a post in the house. A backup that knows nothing of them does not take them away."""


@frozen
class Difference:
    """What is to be done to a record: keys to set, or into the trash, or out of it."""

    ref: str
    sets: Mapping[str, Json] = field(default_factory=dict)
    deleted: bool = False
    revived: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The first steps of the keys that change, e.g. title, version, attachment."""
        return tuple(sorted({key.partition("/")[0] for key in self.sets}))


def difference(ref: str, now: Merged | None, then: Merged | None) -> Difference | None:
    """Return what turns a record into what it was, or None where nothing does. None as a state: it is not there.

    People stay as they are: who decides today must not be decided by a file of yesterday.
    """
    if ref.startswith("person/"):
        return None
    here = now is not None and not now.deleted
    was = then is not None and not then.deleted
    if not was:
        return Difference(ref=ref, deleted=True) if here and not ref.startswith("setting/") else None
    assert then is not None
    sets = sets_between(now.state if now is not None else {}, then.state)
    if here and not sets:
        return None
    return Difference(ref=ref, sets=sets, revived=now is not None and now.deleted)


def sets_between(now: Mapping[str, Json], then: Mapping[str, Json]) -> dict[str, Json]:
    """Return the keys that turn one state of a record into another.

    A part that goes only loses its presence key; of one that comes back all keys are written.
    """
    sets: dict[str, Json] = {}
    for key in sorted(now.keys() | then.keys()):
        if key.startswith(ACTS):
            continue
        around = list(_parts_around(key))
        if any(then.get(part) is not True for part in around):
            continue
        wanted, held = then.get(key), now.get(key)
        if key.endswith("/"):
            wanted, held = wanted is True, held is True
        elif key in BARS and not wanted:
            continue
        back = any(now.get(part) is not True for part in around)
        if back or not _same(wanted, held):
            sets[key] = wanted
    return {key: item for key, item in sets.items() if item is not False or now.get(key) is True}


def _parts_around(key: str) -> Iterator[str]:
    """Yield the presence keys of the parts a key lies in, the outermost first."""
    steps = key.split("/")
    for end in range(2, len(steps), 2):
        path = "/".join(steps[:end]) + "/"
        if path != key:
            yield path


def _same(one: Json, other: Json) -> bool:
    return type(one) is type(other) and one == other
