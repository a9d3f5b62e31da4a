# SPDX-License-Identifier: EUPL-1.2
"""picture.file: the file of a picture is missing, empty, or no longer what was taken in: it cannot leave the house."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at


def find(case: Case) -> Iterator[Spot]:
    """The file of a picture is missing, empty, or no longer what was taken in: it cannot leave the house."""
    for shown in case.pictures:
        state = case.around.unsound.get(shown.attachment.picture)
        if state is not None and shown.picture is not None:
            yield spot_at(shown, state=state)


RULE = Rule("picture.file", Severity.ERROR, find, "Nur was freigegeben ist, verlässt das Haus")
