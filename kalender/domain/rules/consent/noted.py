# SPDX-License-Identifier: EUPL-1.2
"""The consents noted with the pictures of a case, where and when a picture appears."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from kalender.domain.rules.case import Case, Outlet, Shown

if TYPE_CHECKING:
    from kalender.domain.rights.consent import Consent


def consents_of(case: Case, shown: Shown) -> list[Consent]:
    """Return the consents noted with a picture that are still in the register."""
    if shown.picture is None:
        return []
    known = case.around.consents
    return [known[id_] for id_ in shown.picture.consents if id_ in known]


def noted(case: Case) -> Iterator[tuple[Shown, Consent]]:
    """Yield each picture with each of its consents."""
    return ((shown, consent) for shown in case.pictures for consent in consents_of(case, shown))


def uses(case: Case, shown: Shown) -> list[Outlet]:
    """Return the channels that show a picture."""
    return [outlet for outlet in case.outlets if shown in outlet.pictures]


def appears(case: Case, shown: Shown) -> date:
    """Return the last day on which a picture appears for the first time on a channel."""
    days = [outlet.planned or case.now for outlet in uses(case, shown)]
    return max(days, default=case.post.planned or case.now).date()
