# SPDX-License-Identifier: EUPL-1.2
"""Several computers with the same plan, exchanging changesets in memory; and an oracle that knows no merge."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from kalender.domain.journal.merge import DELETION, Merged, Revision
from kalender.domain.journal.record import Json
from kalender.services.acting.desk import Desk
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, PLATFORMS, a_plan


class Replica:
    """One computer: its plan file, its desk, and what it has taken from the others."""

    def __init__(self, folder: Path, name: str, clock: Callable[[], datetime], plan: str = "plan") -> None:
        self.name = name
        self.clock = clock
        self.file = a_plan(folder, plan=plan, device=name)
        self.desk = Desk(self.file, clock, name)

    def restart(self) -> None:
        """Close the plan and open it again, as after the end of work."""
        self.file.close()
        self.file = PlanFile.open(self.file.folder, formats=FORMATS, platforms=PLATFORMS)
        self.desk = Desk(self.file, self.clock, self.name)

    def take(self, bodies: Iterable[bytes]) -> None:
        """Receive changesets."""
        self.desk.apply(bodies)

    def give(self) -> dict[str, bytes]:
        """Hand out all changesets this computer holds."""
        return dict(self.file.share())

    def refs(self) -> list[str]:
        """Return the names of all records."""
        return self.file.journal.records()


def view(file: PlanFile) -> dict[str, Any]:
    """Return everything a plan shows, without what belongs to one computer (numbers, undo stack)."""
    questions = {
        "record": "SELECT ref, deleted, clean, state FROM record",
        "conflict": "SELECT r.ref, c.key, c.kind, c.body FROM conflict c JOIN record r ON r.n = c.n",
        "link": "SELECT r.ref, l.target FROM link l JOIN record r ON r.n = l.n",
        "search": "SELECT c.id, s.title, s.text, s.channel, s.notes FROM search s JOIN card c ON c.doc = s.rowid",
    }
    found: dict[str, Any] = {name: sorted(file._on.sql(text)) for name, text in questions.items()}
    found["card"] = sorted(
        (card.id, repr(card)) for card in file.cards([row[0] for row in file._on.sql("SELECT id FROM card")])
    )
    found["heads"] = file.journal.tips(file.journal.records())
    return found


def ancestors(revisions: Mapping[str, Revision]) -> dict[str, set[str]]:
    """Return for each revision everything its writer knew."""
    found: dict[str, set[str]] = {}

    def of(id_: str) -> set[str]:
        if id_ not in found:
            found[id_] = set()
            for parent in revisions[id_].parents:
                found[id_] |= {parent, *of(parent)}
        return found[id_]

    for id_ in revisions:
        of(id_)
    return found


def lost(revisions: Mapping[str, Revision], shown: Merged) -> list[tuple[str, Json]]:
    """Return the values nobody has replaced and that are neither displayed, nor merged, nor listed as a conflict.

    A value someone came back to (an earlier one) counts as no change.
    """
    known = ancestors(revisions)
    listed = {item.key: [candidate.value for candidate in item.candidates] for item in shown.conflicts}
    found: list[tuple[str, Json]] = []
    heads = [id_ for id_ in revisions if not any(id_ in some for some in known.values())]
    deletes = [id_ for id_ in heads if revisions[id_].deleted]
    if deletes and len(deletes) < len(heads) and (shown.deleted or DELETION not in listed):
        found.append((DELETION, True))
    for id_, revision in revisions.items():
        for key, value in revision.sets.items():
            setters = [
                other
                for other, item in revisions.items()
                if key in item.sets
                or (key.endswith("/") and any(inner.startswith(key) for inner in item.sets))
            ]
            if any(id_ in known[other] for other in setters):
                continue
            earlier = [revisions[other].sets[key] for other in known[id_] if key in revisions[other].sets]
            never = any(
                not any(key in revisions[at].sets for at in {older, *known[older]}) for older in known[id_]
            )
            back = value in earlier or value is None or (value is False and (never or not any(earlier)))
            displayed = shown.state.get(key) == value and not _hidden(key, id_, revisions, known, shown)
            displayed = displayed or (value is False and shown.state.get(key) is not True)
            if not (back or displayed or key in shown.merged or value in listed.get(key, [])):
                found.append((key, value))
    return found


def _hidden(
    key: str, id_: str, revisions: Mapping[str, Revision], known: Mapping[str, set[str]], shown: Merged
) -> bool:
    """Tell whether a value lies in a part that is gone although nobody who knew the value took the part away."""
    steps = key.split("/")
    for end in range(2, len(steps), 2):
        part = "/".join(steps[:end]) + "/"
        if part == key or shown.state.get(part) is not False:
            continue
        removers = [other for other, item in revisions.items() if part in item.sets and not item.sets[part]]
        if not any(id_ == other or id_ in known[other] for other in removers):
            return True
    return False
