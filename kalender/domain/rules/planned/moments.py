# SPDX-License-Identifier: EUPL-1.2
"""When a post appears, and the label that makes an exception."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kalender.domain.rules.case import Case

EXCEPTION = "ausnahme"
"""The label with which the office says that a post goes out although a blackout applies."""


def moments(case: Case) -> Iterator[tuple[str, datetime]]:
    """Yield channel and planned times: the post's own once, and those of channels that have another."""
    own = case.post.planned
    if own is not None and (not case.outlets or any(outlet.planned == own for outlet in case.outlets)):
        yield "", own
    for outlet in case.outlets:
        if outlet.planned is not None and outlet.planned != own:
            yield outlet.id, outlet.planned
