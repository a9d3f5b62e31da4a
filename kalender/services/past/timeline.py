# SPDX-License-Identifier: EUPL-1.2
"""The timeline of a plan: what happened, page by page from the newest down, narrowed as one likes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from kalender.domain.frozen import frozen
from kalender.domain.journal.changeset import UNDOES
from kalender.services.acting.changes import Label
from kalender.services.acting.desk import AGAIN, CODE, label_of
from kalender.services.past.taking_back import TAKEN_BACK
from kalender.store.past import Choice, Line
from kalender.store.plan_file import PlanFile

PAGE = 60
"""Steps read at once."""

MANY_HITS = 300


class Group(StrEnum):
    """What kind of action a step was."""

    WRITING = "writing"
    PLANNING = "planning"
    REVIEW = "review"
    PICTURES = "pictures"
    LEAVING = "leaving"
    INTAKE = "intake"
    TRASH = "trash"
    BACK = "back"
    PLAN = "plan"


class About(StrEnum):
    """What a step was about."""

    POSTS = "posts"
    PICTURES = "pictures"
    PLAN = "plan"


KINDS = {
    About.POSTS: frozenset({"post"}),
    About.PICTURES: frozenset({"picture", "consent"}),
    About.PLAN: frozenset(
        {
            "setting",
            "channel",
            "person",
            "topic",
            "blackout",
            "meeting",
            "layer",
            "entry",
            "series",
            "event",
            "view",
            "word",
            "template",
            "block",
        }
    ),
}
"""The kinds of records behind each."""

_GROUPS = {
    Group.PLANNING: {
        "post.created", "post.duplicated", "post.templated", "post.moved", "post.shifted", "post.to_backlog", "post.to_draft",
        "post.to_idea", "post.held", "post.released", "post.dropped", "post.taken_up",
    },
    Group.PICTURES: {"post.attached", "post.detached", "post.ordered", "post.alt", "post.cropped"},
    Group.LEAVING: {"post.published", "post.unpublished", "post.delivered"},
    Group.BACK: {TAKEN_BACK, "post.state_restored"},
}  # fmt: skip
_BY_CODE = {code: group for group, codes in _GROUPS.items() for code in codes}
_BY_PREFIX = {
    "series": Group.PLANNING,
    "event": Group.PLANNING,
    "post": Group.WRITING,
    "version": Group.WRITING,
    "todo": Group.WRITING,
    "comment": Group.WRITING,
    "review": Group.REVIEW,
    "finding": Group.REVIEW,
    "picture": Group.PICTURES,
    "consent": Group.PICTURES,
    "table": Group.INTAKE,
    "document": Group.INTAKE,
    "import": Group.INTAKE,
    "calendar": Group.INTAKE,
    "trash": Group.TRASH,
}


def group_of(code: str) -> Group:
    """Return the group of an action; an unknown one belongs to the plan."""
    if code in _BY_CODE:
        return _BY_CODE[code]
    prefix, _, verb = code.partition(".")
    if verb in {"deleted", "restored"}:
        return Group.TRASH
    if verb == "imported" and prefix != "picture":
        return Group.INTAKE
    return _BY_PREFIX.get(prefix, Group.PLAN)


@frozen
class Wanted:
    """Which steps to show; an empty field shows all. first, last: days, inclusive.

    text: words that the title, or what said() makes of the step, must contain; posts whose text has them count too.
    """

    people: frozenset[str] = frozenset()
    groups: frozenset[Group] = frozenset()
    about: frozenset[About] = frozenset()
    first: date | None = None
    last: date | None = None
    text: str = ""

    @property
    def active(self) -> bool:
        """Tell whether anything is left out."""
        return self != Wanted()


@frozen
class Step:
    """One action. number: its place; refs: the first few records it wrote; titles: what they are called now.

    undone: "undo" or "redo" where it took another one back by Strg+Z, else empty. size: records of its first part.
    """

    number: int
    id: str
    at: datetime
    by: str
    label: Label
    undone: str = ""
    refs: tuple[str, ...] = ()
    size: int = 0
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def post(self) -> str:
        """The id of the post it is about, of the first one; empty where it is about none."""
        return next((ref.partition("/")[2] for ref in self.refs if ref.startswith("post/")), "")


@dataclass(frozen=True, slots=True)
class Page:
    """Some steps, and where to go on: None where these are the last."""

    steps: tuple[Step, ...]
    cursor: int | None


Said = Callable[[str, str], str]
"""Words for an action and a person (code, id) as the reader sees them, for the search."""


class Timeline:
    """Reads steps a page at a time; what a page costs does not grow with the journal."""

    def __init__(self, store: PlanFile) -> None:
        self._store = store

    def page(
        self,
        wanted: Wanted | None = None,
        before: int | None = None,
        *,
        limit: int = PAGE,
        said: Said | None = None,
    ) -> Page:
        """Return the newest steps, or those after a cursor. A page may be short, even empty, while its cursor goes on."""
        chosen = wanted or Wanted()
        kinds = {kind for about in chosen.about for kind in KINDS[about]}
        lines, cursor = self._store.past.lines(
            limit,
            before=before,
            kinds=kinds,
            first=chosen.first.isoformat() if chosen.first else "",
            last=(chosen.last + timedelta(days=1)).isoformat() if chosen.last else "",
            chosen=self._choice(chosen, said),
        )
        return Page(self._steps(lines), cursor)

    def step(self, number: int) -> Step | None:
        """Return one step by its place, or None."""
        line = self._store.past.line(number)
        return None if line is None else self._steps([line])[0]

    def writers(self) -> list[str]:
        """Return the ids of everyone who ever wrote."""
        return self._store.past.writers()

    def _choice(self, wanted: Wanted, said: Said | None) -> Choice | None:
        words = wanted.text.casefold().split()
        if not (wanted.people or wanted.groups or words):
            return None
        touched = self._touched(wanted.text) if words else frozenset()
        kept: dict[tuple[str, str], str] = {}

        def fits(line: Line) -> bool:
            if wanted.people and line.by not in wanted.people:
                return False
            code = str(line.label.get(CODE, ""))
            if wanted.groups and _group(line, code) not in wanted.groups:
                return False
            if not words or line.seq in touched:
                return True
            key = code, line.by
            if key not in kept:
                kept[key] = "" if said is None else said(*key).casefold()
            whole = f"{line.label.get('title') or ''} {line.label.get('day') or ''}".casefold() + kept[key]
            return all(word in whole for word in words)

        return fits

    def _touched(self, text: str) -> set[int] | frozenset[int]:
        """Return the places of everything done to posts that contain the words now."""
        hits = self._store.find(text, MANY_HITS)
        return self._store.past.touching(f"post/{hit.card.id}" for hit in hits) if hits else frozenset()

    def _steps(self, lines: list[Line]) -> tuple[Step, ...]:
        names = self.titles({ref for line in lines for ref in line.refs})
        return tuple(
            Step(
                number=line.seq,
                id=line.id,
                at=_moment(line.at),
                by=line.by,
                label=label_of(line.label),
                undone=_undone(line),
                refs=line.refs,
                size=line.size,
                titles={ref: names[ref] for ref in line.refs if ref in names},
            )
            for line in lines
        )

    def titles(self, refs: set[str]) -> dict[str, str]:
        """Return what records are called now, deleted ones too."""
        rows = self._store.projection.rows(refs)
        return {ref: str(row.state.get("title") or row.state.get("name") or "") for ref, row in rows.items()}


def _group(line: Line, code: str) -> Group:
    return Group.BACK if _undone(line) else group_of(code)


def _undone(line: Line) -> str:
    if not isinstance(line.label.get(UNDOES), list):
        return ""
    return "redo" if line.label.get(AGAIN) else "undo"


def _moment(text: str) -> datetime:
    """Return the time a writer noted; another program may have written none."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return datetime.min
