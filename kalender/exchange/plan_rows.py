# SPDX-License-Identifier: EUPL-1.2
"""What the rows of a foreign plan say, or why they cannot be taken: plain values."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import field
from datetime import date, time
from enum import StrEnum

from kalender.domain.frozen import frozen
from kalender.exchange.columns import Column


class RowFault(StrEnum):
    """Why a row cannot be taken."""

    BAD_DATE = "bad_date"
    BAD_TIME = "bad_time"
    WEEKDAY = "weekday"
    UNKNOWN_CHANNEL = "unknown_channel"
    NO_TITLE = "no_title"
    TOO_MANY_CELLS = "too_many_cells"
    TOO_LONG = "too_long"
    TWICE = "twice"


@frozen
class BadRow:
    """A row that is refused. facts: value, heading, known, named, right … for the sentence."""

    sheet: str
    row: int
    fault: RowFault
    facts: Mapping[str, object] = field(default_factory=dict)


@frozen
class PlanRow:
    """What a row says. key: the same for the same row of a later file; a field that is None has no column.

    channels: id -> own text, None where the channel gets the common one. idea, dropped: from the status, or no date.
    """

    sheet: str
    row: int
    key: str
    title: str
    day: date | None = None
    clock: time | None = None
    text: str | None = None
    channels: Mapping[str, str | None] | None = None
    idea: bool = False
    dropped: bool = False
    topic: str | None = None
    responsible: str | None = None
    link: str | None = None
    pictures: tuple[str, ...] | None = None
    alt: str | None = None
    place: str | None = None
    note: str | None = None
    campaign: str | None = None
    labels: tuple[str, ...] | None = None
    goal: str | None = None
    groups: tuple[str, ...] | None = None
    task: str | None = None
    source: str | None = None


@frozen
class SheetReading:
    """What one sheet gave. heading: number of the row with the headings, from 1."""

    sheet: str
    heading: int
    columns: tuple[Column, ...]
    rows: tuple[PlanRow, ...]
    bad: tuple[BadRow, ...]


def fingerprints(row: PlanRow) -> dict[str, str]:
    """Return a short hash of each thing a row says, so that a later file shows what its author changed."""
    said = {
        "title": row.title, "when": (row.day, row.clock), "text": row.text, "channels": row.channels, "idea": row.idea,
        "dropped": row.dropped, "topic": row.topic, "responsible": row.responsible, "link": row.link,
        "pictures": row.pictures, "alt": row.alt, "place": row.place, "note": row.note, "campaign": row.campaign,
        "labels": row.labels, "goal": row.goal, "groups": row.groups, "task": row.task, "source": row.source,
    }  # fmt: skip
    return {name: _short_hash(_canonical(value)) for name, value in said.items() if value is not None}


def _short_hash(text: str) -> str:
    """Return 8 hex digits of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def long_hash(text: str) -> str:
    """Return 24 hex digits of a text: the name of a row."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _canonical(value: object) -> str:
    if isinstance(value, Mapping):
        return repr(sorted((str(key), str(item)) for key, item in value.items()))
    return repr(value)
