# SPDX-License-Identifier: EUPL-1.2
"""Channels of networks, where duties of their own hold, apart from the media of the house."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.plan import Channel
from kalender.domain.rules.case import Case, Outlet

_OWN_MEDIA = frozenset({"website", "newsletter", "press", "notice"})


def on_networks(case: Case) -> Iterator[tuple[Outlet, Channel]]:
    """Yield what goes to networks, with the channel."""
    for outlet in case.outlets:
        if outlet.channel is not None and (outlet.platform is None or outlet.platform.id not in _OWN_MEDIA):
            yield outlet, outlet.channel
