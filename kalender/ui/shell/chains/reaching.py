# SPDX-License-Identifier: EUPL-1.2
"""Gives board and editor the dialogs of series and the next free slot, as the calendar has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


class Reaching(Protocol):
    """A page that asks for them. chain_wanted: verb and id of a post; slots_wanted: ids."""

    chain_wanted: SignalInstance
    slots_wanted: SignalInstance


def reach_chains(page: Reaching, work: Workplace, chain: Callable[[str, str], object]) -> None:
    """Do what a page asks for; a refusal is said."""

    def take(ids: Sequence[str]) -> None:
        work.attempt(lambda: work.house.slots.take(ids))

    page.chain_wanted.connect(chain)
    page.slots_wanted.connect(take)
