# SPDX-License-Identifier: EUPL-1.2
"""The menus of the board itself: how it is arranged, and what can be done with a column."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kalender.domain.saved_view import Lanes
from kalender.domain.stage import Stage
from kalender.services.setup.town import LIMITS
from kalender.ui.board.arranging import Arrangement
from kalender.ui.board.lanes.grouping import TITLES
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import literal
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr


def display_menu(
    theme: Theme, arrangement: Arrangement, choose: Callable[[Lanes], object], parent: QWidget
) -> QMenu:
    """Return the menu „Anzeige“: lanes, and which columns are open."""
    menu = _menu(parent)
    group = QActionGroup(menu)
    for lanes, words in TITLES.items():
        action = _add(menu, tr(words), partial(choose, lanes))
        action.setCheckable(True)
        action.setChecked(lanes is arrangement.lanes)
        group.addAction(action)
    if arrangement.wall is not None:
        wall = arrangement.wall
        menu.addSeparator()
        _add(menu, tr("Alle Bahnen einklappen"), lambda: wall.fold_all(folded=True))
        _add(menu, tr("Alle Bahnen aufklappen"), lambda: wall.fold_all(folded=False))
    menu.addSeparator()
    columns = menu.addMenu(theme.icon("ri.layout-column-line"), tr("Spalten"))
    for stage, term in STAGES.items():
        action = _add(
            columns,
            term.text,
            partial(arrangement.fold, stage, folded=stage not in arrangement.folded),
        )
        action.setIcon(theme.icon(term.icon))
        action.setCheckable(True)
        action.setChecked(stage not in arrangement.folded)
    return menu


def column_menu(
    theme: Theme,
    arrangement: Arrangement,
    stage: Stage,
    *,
    limit: Callable[[], object] | None,
    select: Callable[[], object],
    parent: QWidget,
) -> QMenu:
    """Return the menu of a column. limit: asks for its limit; None: the plan cannot be changed. select: chooses its cards."""
    menu = _menu(parent)
    folded = stage in arrangement.folded
    words = tr("Spalte aufklappen") if folded else tr("Spalte einklappen")
    action = _add(menu, words, lambda: arrangement.fold(stage, folded=not folded))
    if not folded and len(arrangement.folded) == len(Stage) - 1:
        _refuse(action, tr("Eine Spalte bleibt immer offen."))
    action = _add(menu, tr("Grenze festlegen …"), limit if limit is not None else _nothing)
    if stage not in LIMITS:
        _refuse(action, tr("Veröffentlichtes sammelt sich, dafür gibt es keine Grenze."))
    elif limit is None:
        _refuse(action, tr("Der Plan kann gerade nicht geändert werden."))
    _add(menu, tr("Alles in der Spalte auswählen"), select)
    if stage is Stage.PUBLISHED and arrangement.wall is None:
        menu.addSeparator()
        if arrangement.back < 2:
            action = _add(menu, tr("Ältere zeigen"), arrangement.go_back)
            action.setIcon(theme.icon("ri.history-line"))
        if arrangement.back:
            _add(menu, tr("Ältere wieder ausblenden"), arrangement.stay)
    return menu


def popup_under(menu: QMenu, button: QWidget) -> None:
    """Open a menu below a button."""
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))


def _nothing() -> None:
    """Do nothing: the action is switched off."""


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    return menu


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> QAction:
    action = QAction(literal(words), menu)
    action.triggered.connect(lambda _checked=False: do())
    menu.addAction(action)
    return action


def _refuse(action: QAction, reason: str) -> None:
    action.setEnabled(False)
    action.setToolTip(reason)
    action.setStatusTip(reason)
