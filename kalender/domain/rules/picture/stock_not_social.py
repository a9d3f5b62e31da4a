# SPDX-License-Identifier: EUPL-1.2
"""picture.stock_not_social: a stock picture without the right for social media goes to a social network."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.picture import Licence
from kalender.domain.rules.case import Case, Outlet
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at

_OWN_MEDIA = frozenset({"website", "newsletter", "press", "notice"})


def find(case: Case) -> Iterator[Spot]:
    """A stock picture without the right for social media goes to a social network."""
    for shown in case.pictures:
        if shown.picture is None or shown.picture.licence is not Licence.STOCK:
            continue
        social = [outlet for outlet in case.outlets if shown in outlet.pictures and not _own_medium(outlet)]
        if social:
            yield spot_at(shown, channels=tuple(outlet.name for outlet in social))


def _own_medium(outlet: Outlet) -> bool:
    return outlet.platform is not None and outlet.platform.id in _OWN_MEDIA


RULE = Rule("picture.stock_not_social", Severity.ERROR, find, "Bedingungen der Bildagenturen")
