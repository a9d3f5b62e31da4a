# SPDX-License-Identifier: EUPL-1.2
"""Work that another thread may do meanwhile; who has none to give does it here and now."""

from __future__ import annotations

from collections.abc import Callable

Beside = Callable[[Callable[[], object]], Callable[[], object]]
"""Begins work in another thread; returns what waits until it is done and raises what it raised."""


def at_once(work: Callable[[], object]) -> Callable[[], object]:
    """Do work here and now, for those to whom no other thread was given."""
    work()
    return lambda: None
