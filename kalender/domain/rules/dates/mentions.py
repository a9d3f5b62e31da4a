# SPDX-License-Identifier: EUPL-1.2
"""The dates a post names, with the text and the day near which each is meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from kalender.domain.rules.case import Case, Passage

if TYPE_CHECKING:
    from kalender.domain.text.dates import Mention


def mentions(case: Case) -> Iterator[tuple[Passage, date, Mention]]:
    """Yield text, the day near which its dates are meant, and each date it names."""
    from kalender.domain.rules.read import dates_in

    for passage in case.passages:
        if any(letter.isdigit() for letter in passage.text):
            near = (case.planned(passage) or case.now).date()
            for mention in dates_in(passage.text, near):
                yield passage, near, mention


def facts_of(passage: Passage, mention: Mention, **more: object) -> dict[str, object]:
    """Return the facts of a finding on a date."""
    found = passage.text[mention.start : mention.end]
    return {"found": found, "start": mention.start, "end": mention.end, **more}
