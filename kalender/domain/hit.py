# SPDX-License-Identifier: EUPL-1.2
"""A place where a search found something."""

from __future__ import annotations

from kalender.domain.card import Card
from kalender.domain.frozen import frozen


@frozen
class Hit:
    """A post that was found. excerpt: text around the match; marks: (start, length) of the words found in it."""

    card: Card
    field: str
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()
