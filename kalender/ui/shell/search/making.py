# SPDX-License-Identifier: EUPL-1.2
"""Puts the search together: the commands of the menus beside what the plan offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kalender.domain.card import Hit
from kalender.ui.shell.search.field import SearchField
from kalender.ui.shell.search.offers import Finds, Offer, command_offers
from kalender.ui.shell.search.results import Search
from kalender.ui.theme.theme import Theme


def search_for(
    theme: Theme,
    window: QWidget,
    field: SearchField,
    find: Callable[[str], Sequence[Hit]],
    commands: Callable[[], Sequence[QAction]],
    more: Finds | None,
) -> Search:
    """Return the results below a field. more: what the plan offers, None where there is no plan."""
    if more is None:
        return Search(theme, window, field, find, lambda _text: command_offers(commands()))

    def offers(text: str) -> list[Offer]:
        return [*command_offers(commands()), *more(text)]

    search = Search(theme, window, field, find, offers, more.recent)
    search.used.connect(more.used)
    return search
