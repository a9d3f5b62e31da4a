# SPDX-License-Identifier: EUPL-1.2
"""The menu of a card: the same verbs as by dragging, disabled with the reason where rules forbid them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from kalender.domain.stage import Stage
from kalender.ui.board.rules import Effect
from kalender.ui.theme.theme import Theme
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr


class Board(Protocol):
    """What the menu asks of the page."""

    def effect_of(self, ids: Sequence[str], target: Stage) -> Effect:
        """Return what moving posts to a column would do."""

    def move_posts(self, ids: Sequence[str], target: Stage) -> bool:
        """Move posts to a column."""

    def delete(self, ids: Sequence[str]) -> None:
        """Put posts into the trash."""

    def open_one(self, id_: str) -> None:
        """Open a post."""


def fill_menu(menu: QMenu, theme: Theme, ids: Sequence[str], board: Board) -> None:
    """Add the entries for the selected posts."""
    menu.setToolTipsVisible(True)
    if len(ids) == 1:
        opened = QAction(theme.icon("ri.edit-line"), tr("Öffnen"), menu)
        opened.setShortcut(QKeySequence(tr("Return")))
        opened.triggered.connect(lambda: board.open_one(ids[0]))
        menu.addAction(opened)
        menu.addSeparator()
    moving = menu.addMenu(theme.icon("ri.shield-check-line"), tr("Stand ändern"))
    moving.setToolTipsVisible(True)
    for stage in Stage:
        found = board.effect_of(ids, stage)
        entry = QAction(theme.icon(STAGES[stage].icon), STAGES[stage].text, moving)
        entry.setEnabled(found.verb is not None)
        entry.setToolTip(found.words)
        entry.setStatusTip(found.words)
        entry.triggered.connect(lambda _checked=False, to=stage: board.move_posts(ids, to))
        moving.addAction(entry)
    menu.addSeparator()
    away = QAction(theme.icon("ri.delete-bin-line"), tr("Löschen"), menu)
    away.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
    away.triggered.connect(lambda: board.delete(ids))
    menu.addAction(away)
