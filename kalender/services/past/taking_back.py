# SPDX-License-Identifier: EUPL-1.2
"""Taking back any step of the timeline, not only the last: what would come back, and what must stay as it is."""

from __future__ import annotations

from kalender.domain.frozen import frozen
from kalender.domain.journal.changeset import Changeset
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.changes import Changes, Kept
from kalender.services.acting.desk import AGAIN, Desk, label_of, undoes
from kalender.services.acting.undoing import inverse
from kalender.store.plan_file import PlanFile

TAKEN_BACK = "step.taken_back"
"""The action that takes a step back; facts: code and facts of that step, step: id of its first changeset."""

FOUNDING = "plan.created"
"""The one step that cannot be taken back: everything stands on it."""

MOST = 1000
"""Records of one step that are looked through before it is taken back: that takes a moment too short to notice."""


@frozen
class Outlook:
    """What taking a step back would do. records: how many it would change; kept: what stays, written since by someone.

    possible: False where nothing of it holds any more. unsure: it is too large to look through before it is done.
    founding: it is the step that made the plan.
    """

    possible: bool
    unsure: bool = False
    records: int = 0
    whole: int = 0
    kept: tuple[Kept, ...] = ()
    founding: bool = False


class TakingBack:
    """Takes steps back as ordinary actions, so that Strg+Z brings them again."""

    def __init__(self, store: PlanFile, desk: Desk) -> None:
        self._store = store
        self._desk = desk

    def outlook(self, number: int) -> Outlook:
        """Tell what taking back the step at a place would do; raises Refused NOT_FOUND."""
        action = self._action(number)
        whole = sum(len(item.ops) for item in action)
        if label_of(action[0].label).code == FOUNDING:
            return Outlook(possible=False, whole=whole, founding=True)
        if whole > MOST:
            return Outlook(possible=True, unsure=True, whole=whole)
        back = inverse(self._store, action)
        return Outlook(possible=bool(back.ops), records=len(back.ops), whole=whole, kept=back.kept)

    def take_back(self, number: int) -> Changes:
        """Take the step at a place back; raises Refused UNDO_OVERTAKEN where nothing of it holds any more."""
        action = self._action(number)
        done = label_of(action[0].label)
        if done.code == FOUNDING:
            raise Refused(RefusalKind.UNDO_OVERTAKEN, title=str(done.facts.get("title", "")))
        inner = str(done.facts.get("code", "")) if done.code == TAKEN_BACK else done.code
        facts = {**done.facts, "code": inner, "step": action[0].id, "again": _takes_back(action[0])}
        made = self._desk.take_back(action, TAKEN_BACK, facts)
        if made is None:
            raise Refused(RefusalKind.UNDO_OVERTAKEN, title=str(done.facts.get("title", "")))
        return made

    def _action(self, number: int) -> list[Changeset]:
        seqs = self._store.past.parts(number)
        found = self._store.journal.read(seqs, self._store.plan)
        if not found:
            raise Refused(RefusalKind.NOT_FOUND, post=str(number))
        return [found[seq] for seq in seqs]


def _takes_back(first: Changeset) -> bool:
    """Tell whether a step took another one back itself, so that taking it back does that one again."""
    done = label_of(first.label)
    if done.code == TAKEN_BACK:
        return not done.facts.get("again")
    return undoes(first.label) and not first.label.get(AGAIN)
