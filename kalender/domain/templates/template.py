# SPDX-License-Identifier: EUPL-1.2
"""Templates (Vorlagen) of whole posts, and text blocks (Textbausteine) for a place in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import ClassVar

from kalender.domain.frozen import frozen
from kalender.domain.plan import Channel, Topic


class Purpose(StrEnum):
    """What a post is for."""

    ROAD = "road"
    WARNING = "warning"
    SERVICE = "service"
    COUNCIL = "council"
    EVENT = "event"
    PARTICIPATION = "participation"
    JOB = "job"
    VOLUNTEER = "volunteer"
    PEOPLE = "people"
    REMEMBRANCE = "remembrance"
    CLIMATE = "climate"
    FACT = "fact"
    OTHER = "other"


class BlockKind(StrEnum):
    """A text for any place, or hashtags for the end."""

    TEXT = "text"
    HASHTAGS = "hashtags"


@frozen
class Template:
    """What a new post begins with. The texts hold gaps in braces, see gaps.

    topic: id or name of a topic; channels: ids of channels, or of platforms for every channel there. Neither need be in
    the plan. lead: working days before publication at which the work begins, 0 for none. active: whether it is offered.
    language: BCP 47 tag of the texts, empty for German.
    """

    KIND: ClassVar[str] = "template"

    id: str
    name: str = ""
    purpose: Purpose = Purpose.OTHER
    position: str = ""
    active: bool = True
    title: str = ""
    text: str = ""
    topic: str = ""
    goal: str = ""
    task: str = ""
    groups: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    link: str = ""
    place: str = ""
    contact: str = ""
    alternative: str = ""
    note: str = ""
    channels: tuple[str, ...] = ()
    checklist: tuple[str, ...] = ()
    lead: int = 0
    language: str = ""


@frozen
class Block:
    """A piece of text. abbreviation: what stands for it while typing, before Tab; empty for none."""

    KIND: ClassVar[str] = "block"

    id: str
    name: str = ""
    form: BlockKind = BlockKind.TEXT
    position: str = ""
    active: bool = True
    text: str = ""
    topic: str = ""
    abbreviation: str = ""


TEXTS = ("title", "text", "goal", "task", "link", "place", "contact", "alternative", "note")
"""Fields of a template that may hold gaps."""


def topic_of(wanted: str, topics: Iterable[Topic]) -> str:
    """Return the id of the topic meant by an id or a name, whatever the case; empty where the plan has none."""
    if not wanted:
        return ""
    known = tuple(topics)
    exact = next((item.id for item in known if item.id == wanted), "")
    return exact or next((item.id for item in known if item.name.casefold() == wanted.casefold()), "")


def channels_of(wanted: Sequence[str], channels: Sequence[Channel]) -> list[str]:
    """Return the ids of the active channels meant, in the order of the plan; all of them where none is named or known."""
    active = [item for item in channels if item.active]
    named = [item.id for item in active if item.id in wanted or item.platform in wanted]
    return named or [item.id for item in active]
