# SPDX-License-Identifier: EUPL-1.2
"""A card as a row of the table `card`, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from kalender.domain.card import Card, filled
from kalender.domain.stage import Flag, Stage, VoidReason

FLAG_BITS = {flag: 1 << n for n, flag in enumerate(Flag)}
CARD_COLUMNS = (
    "id", "title", "planned", "zone", "stage", "flags", "channels", "own", "topic", "responsible", "picture",
    "pictures", "labels", "embargo", "hold", "digest", "reason", "waiting_since", "approved_by", "approved_at",
    "published", "delivered", "links", "comments", "last_comment", "missing_alt", "series", "event", "language",
)  # fmt: skip
"""What a query selects for to_card(), in its order."""

COLUMNS = ("n", *CARD_COLUMNS, "doc")
"""All columns of the table, in the order of to_row()."""

_iso = datetime.fromisoformat
_STAGES = {stage.value: stage for stage in Stage}
_NO_FLAGS: frozenset[Flag] = frozenset()
_FLAG_SETS: dict[int, frozenset[Flag]] = {0: _NO_FLAGS}


def iso(at: datetime | None) -> str | None:
    """Return a local time as text that sorts by time."""
    return (
        None
        if at is None
        else at.isoformat(timespec="minutes" if not (at.second or at.microsecond) else "auto")
    )


def flag_bits(flags: frozenset[Flag]) -> int:
    """Return flags as a number with a bit for each."""
    return sum(FLAG_BITS[flag] for flag in flags)


def _flags(bits: int) -> frozenset[Flag]:
    found = _FLAG_SETS.get(bits)
    if found is None:
        found = _FLAG_SETS[bits] = frozenset(flag for flag, bit in FLAG_BITS.items() if bits & bit)
    return found


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@lru_cache(maxsize=4096)
def _list(items: tuple[str, ...]) -> str:
    """Return words as the text of a column; most cards have the same few."""
    return _written(items) if items else "[]"


@lru_cache(maxsize=4096)
def listed_in(text: str) -> tuple[str, ...]:
    """Return the words of a column that lists some, as JSON."""
    return tuple(json.loads(text))


def to_row(item: Card, *, n: int, doc: int) -> tuple[Any, ...]:
    """Return the values of a card in the order of COLUMNS."""
    return (
        n, item.id, item.title, iso(item.planned), item.zone, item.stage.value, flag_bits(item.flags),
        _list(item.channels), _list(item.own), item.topic, item.responsible, item.picture, item.pictures,
        _list(item.labels), iso(item.embargo), item.hold, item.digest,
        item.reason.value if item.reason else None, iso(item.waiting_since), item.approved_by,
        iso(item.approved_at), _list(item.published), _list(item.delivered), item.links, item.comments,
        item.last_comment, int(item.missing_alt), item.series, item.event, item.language, doc,
    )  # fmt: skip


def to_card(row: Sequence[Any]) -> Card:
    """Return the card in a row of CARD_COLUMNS, filled at a tenth of the cost of its constructor."""
    (id_, title, planned, zone, stage, flags, channels, own, topic, responsible, picture, pictures, labels,
     embargo, hold, digest, reason, waiting_since, approved_by, approved_at, published, delivered, links,
     comments, last_comment, missing_alt, series, event, language) = row  # fmt: skip
    return filled((
        id_, title, planned and _iso(planned), zone, _STAGES[stage], _FLAG_SETS.get(flags) or _flags(flags),
        () if channels == "[]" else listed_in(channels), () if own == "[]" else listed_in(own), topic, responsible,
        picture, pictures, () if labels == "[]" else listed_in(labels), embargo and _iso(embargo), hold, digest,
        reason and VoidReason(reason), waiting_since and _iso(waiting_since), approved_by,
        approved_at and _iso(approved_at), () if published == "[]" else listed_in(published),
        () if delivered == "[]" else listed_in(delivered), links, comments, last_comment, missing_alt == 1, series, event,
        language,
    ))  # fmt: skip
