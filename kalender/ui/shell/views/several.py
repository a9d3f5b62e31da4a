# SPDX-License-Identifier: EUPL-1.2
"""Gives a page the actions on several posts; they are made when several are chosen for the first time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kalender.ui.several.bulk import Anchor, Bulk
    from kalender.ui.shell.workplace import Workplace


class OffersSeveral(Protocol):
    """A page on which several posts can be chosen."""

    bulk: Callable[[], Sequence[QAction]]


def offer_several(
    page: OffersSeveral, work: Workplace, *, ids: Callable[[], Sequence[str]], anchor: Anchor, parent: QWidget
) -> None:
    """Let a page offer what can be done with the posts chosen on it."""
    made: list[Bulk] = []

    def actions() -> Sequence[QAction]:
        if not made:
            from kalender.ui.several.bulk import Bulk

            bulk = Bulk(
                work.theme,
                work.house.several,
                work.house.plan,
                ids=ids,
                anchor=anchor,
                parent=parent,
                labels=work.house.posts.labels,
            )
            bulk.refused.connect(work.window.warn)
            made.append(bulk)
        return made[0].actions

    page.bulk = actions
