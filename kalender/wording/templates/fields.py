# SPDX-License-Identifier: EUPL-1.2
"""What the fields of a post say, a line each, for who reads without a window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kalender.domain.plan import Meeting
from kalender.domain.post import Post
from kalender.wording.dates import moment_middle, moment_short
from kalender.wording.past.differences import field_word
from kalender.wording.tr import tr

SAID = (
    "goal",
    "groups",
    "task",
    "campaign",
    "labels",
    "source",
    "contact",
    "place",
    "link",
    "alternative",
    "note",
)


class Meetings(Protocol):
    """Knows the meetings of a plan."""

    @property
    def meetings(self) -> Sequence[Meeting]:
        """All of them."""


def field_lines(post: Post, plan: Meetings) -> list[str]:
    """Return „Ziel: …“ for every field that says something, then the checklist with its ticks."""
    found = []
    for name in SAID:
        value = getattr(post, name)
        words = ", ".join(value) if isinstance(value, tuple) else str(value)
        if words:
            found.append(f"{field_word(name)}: {words}")
    if post.embargo is not None:
        found.append(f"{field_word('embargo')}: {moment_middle(post.embargo)}")
    if post.not_before:
        found.append(f"{field_word('not_before')}: {meeting_name(post.not_before, plan.meetings)}")
    found += [f"[{'x' if item.done else ' '}] {item.text}" for item in post.todos]
    return found


def meeting_name(id_: str, meetings: Sequence[Meeting]) -> str:
    """Return Gemeinderat, Di 15. Dez., 19:00; of one of a calendar that is not known here, its day at least."""
    item = next((item for item in meetings if item.id == id_), None)
    if item is None:
        _entry, _at, day = id_.rpartition("@")
        return tr("Sitzung am {day}").format(day=day) if day else id_
    return f"{item.title}, {moment_short(item.start)}" if item.start else item.title
