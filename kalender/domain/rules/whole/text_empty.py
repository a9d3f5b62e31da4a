# SPDX-License-Identifier: EUPL-1.2
"""text.empty: a channel gets no text. Own pages without a text limit count too: a picture alone says nothing aloud."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def find(case: Case) -> Iterator[Spot]:
    """A channel gets no text. Own pages without a text limit count too: a picture alone says nothing aloud."""
    if not case.outlets:
        if not case.post.text.strip():
            yield Spot({})
        return
    empty = [outlet for outlet in case.outlets if not outlet.text.strip()]
    if len(empty) == len(case.outlets):
        yield Spot({})
        return
    for outlet in empty:
        yield Spot({"channel": outlet.name}, outlet.id)


RULE = Rule("text.empty", Severity.ERROR, find, "Freigabe: ohne Text gibt es nichts freizugeben")
