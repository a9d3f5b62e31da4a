# SPDX-License-Identifier: EUPL-1.2
"""Where a finding on a picture points."""

from __future__ import annotations

from kalender.domain.rules.case import Shown
from kalender.domain.rules.finding import Spot


def spot_at(shown: Shown, at: str = "", /, **facts: object) -> Spot:
    """Return where a finding on a picture points; at: the channel."""
    return Spot({"number": shown.number, "picture": shown.name, **facts}, at, "picture", shown.attachment.id)
