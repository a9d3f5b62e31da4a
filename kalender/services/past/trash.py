# SPDX-License-Identifier: EUPL-1.2
"""The trash: what was deleted, by whom and when, and the way back. The journal forgets nothing; see sweeping.py for files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime

from kalender.domain.frozen import frozen
from kalender.domain.journal.record import Json
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk
from kalender.store.past import Trashed
from kalender.store.plan_file import PlanFile

KINDS = (
    "post",
    "picture",
    "consent",
    "channel",
    "person",
    "topic",
    "blackout",
    "meeting",
    "layer",
    "entry",
    "view",
    "series",
    "event",
    "word",
    "template",
    "block",
)
"""Kinds of records that can lie in the trash, in the order of its filter."""

FROM_TRASH = "trash.restored"


@frozen
class TrashItem:
    """A deleted record. at, by: when and who deleted it; step: the number of that action.

    planned: of a post. uses: how many living posts show a picture. leaves: the first day on which the file of a
    picture may go for good; None: it stays.
    """

    ref: str
    name: str
    at: datetime
    by: str
    step: int
    planned: datetime | None = None
    uses: int = 0
    leaves: date | None = None
    sha256: str = ""
    suffix: str = ""

    @property
    def kind(self) -> str:
        """Which kind of record it is."""
        return self.ref.partition("/")[0]

    @property
    def id(self) -> str:
        """Its id within the kind."""
        return self.ref.partition("/")[2]


Leaving = Callable[[], Mapping[str, date]]
"""Days by SHA-256 from which on files may go for good."""

Gone = Callable[[], Collection[str]]
"""SHA-256 of files that went for good: their pictures are listed no more."""


class Trash:
    """Lists what is deleted and takes it out again."""

    def __init__(self, store: PlanFile, desk: Desk, leaving: Leaving, gone: Gone) -> None:
        self._store = store
        self._desk = desk
        self._leaving = leaving
        self._gone = gone

    def items(self, search: str = "", kind: str = "") -> list[TrashItem]:
        """Return what lies in the trash, the latest first; search: words its name contains; kind: post, picture."""
        words = search.casefold().split()
        days, gone = self._leaving(), self._gone()
        found = [
            self._item(item, days)
            for item in self._store.past.trashed((kind,) if kind else KINDS)
            if str(item.state.get("sha256") or "") not in gone
        ]
        return [item for item in found if all(word in item.name.casefold() for word in words)]

    def _item(self, found: Trashed, days: Mapping[str, date]) -> TrashItem:
        state = found.state
        sha256 = str(state.get("sha256") or "")
        picture = found.ref.startswith("picture/")
        uses = len(self._store.posts_using(found.ref)) if picture else 0
        return TrashItem(
            ref=found.ref,
            name=str(state.get("title") or state.get("name") or ""),
            at=_moment(found.at) or datetime.min,
            by=found.by,
            step=found.seq,
            planned=_moment(state.get("planned")),
            uses=uses,
            leaves=days.get(sha256) if picture and not uses else None,
            sha256=sha256,
            suffix=str(state.get("suffix") or ""),
        )

    def restore(self, refs: Sequence[str]) -> None:
        """Take records out of the trash as they were, as one step; raises Refused NOT_FOUND where none lies there."""
        there = {item.ref: item for item in self.items()}
        wanted = [there[ref] for ref in dict.fromkeys(refs) if ref in there]
        if not wanted:
            raise Refused(RefusalKind.NOT_FOUND, post=", ".join(refs))
        title = wanted[0].name if len(wanted) == 1 else ""
        with self._desk.action(FROM_TRASH, title=title, count=len(wanted)) as act:
            for item in wanted:
                act.restore(item.ref)


def _moment(text: Json) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text)).replace(tzinfo=None) if text else None
    except ValueError:
        return None
