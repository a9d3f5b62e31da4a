# SPDX-License-Identifier: EUPL-1.2
"""The menu of a card: the same verbs as by dragging, disabled with the reason where rules forbid them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kalender.domain.stage import Stage
from kalender.ui.board.lanes.landing import LaneEntry
from kalender.ui.board.rules import Effect
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import literal
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr

ENTRIES = (
    ("post.open", "Öffnen", "ri.edit-line", "Eingabe"),
    ("post.rename", "Umbenennen", "", "F2"),
    ("post.duplicate", "Duplizieren", "ri.file-copy-line", "Strg+D"),
    ("-", "", "", ""),
    ("post.move", "Auf Tag verschieben …", "ri.calendar-todo-line", "Strg+T"),
    ("post.slot", "Nächsten freien Termin nehmen", "ri.calendar-check-line", "Strg+Umschalt+T"),
    ("post.backlog", "Zurück in den Ideenkorb", "ri.lightbulb-line", ""),
    ("stages", "Stand ändern", "ri.layout-column-line", ""),
    ("-", "", "", ""),
    ("post.repeat", "Als Serie wiederholen …", "ri.repeat-line", "Strg+R"),
    ("post.spread", "Auf die Serie übertragen …", "ri.share-forward-line", "Strg+Umschalt+R"),
    ("post.chain", "Zur Serie", "ri.list-check", ""),
    ("post.unchain", "Aus der Serie lösen", "", ""),
    ("-", "", "", ""),
    ("post.export", "Exportieren …", "ri.inbox-unarchive-line", "Strg+E"),
    ("post.approve", "Freigeben …", "ri.shield-check-line", ""),
    ("post.history", "Frühere Stände …", "ri.history-line", "Strg+Umschalt+H"),
    ("-", "", "", ""),
    ("post.delete", "Löschen", "ri.delete-bin-line", "Entf"),
)
"""Key of the action, words, symbol, key as it is shown."""

OVER = (
    ("post.hold", "Anhalten …", "ri.pause-circle-fill"),
    ("post.release", "Fortsetzen", "ri.play-circle-line"),
    ("post.drop", "Verwerfen", "ri.close-line"),
)
"""What lies over the stages."""


class Board(Protocol):
    """What the menu asks of the page."""

    def offers(self) -> Mapping[str, str]:
        """Return what can be done with the selected posts, and why not."""

    def perform(self, action: str) -> None:
        """Do an action with the selected posts."""

    def effect_of(self, ids: Sequence[str], target: Stage) -> Effect:
        """Return what moving posts to a column would do."""

    def move_posts(self, ids: Sequence[str], target: Stage) -> bool:
        """Move posts to a column."""


def card_menu(
    theme: Theme,
    ids: Sequence[str],
    board: Board,
    parent: QWidget,
    *,
    more: Sequence[QAction] = (),
    lanes: Sequence[LaneEntry] = (),
) -> QMenu:
    """Return the menu of the selected posts; it deletes itself when it is left.

    more: actions on several posts; lanes: what bringing them into the lanes that are shown would do.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    offers = board.offers()
    if more:
        together = menu.addMenu(
            theme.icon("ri.list-check"), tr("Alle {count} zusammen").format(count=len(ids))
        )
        together.addActions(list(more))
        menu.addSeparator()
    left_out = (
        {"post.repeat"} if not offers.get("post.chain", "") else {"post.spread", "post.chain", "post.unchain"}
    )
    for key, words, icon, shown in ENTRIES:
        if key in left_out:
            continue
        if key == "-":
            menu.addSeparator()
        elif key == "stages":
            _stages(menu, theme, ids, board)
            if lanes:
                _lanes(menu, theme, lanes)
        else:
            text = f"{tr(words)}\t{shown}" if shown else tr(words)
            action = _add(menu, theme, icon, text, partial(board.perform, key))
            _allow(action, offers.get(key, ""))
    return menu


def _stages(menu: QMenu, theme: Theme, ids: Sequence[str], board: Board) -> None:
    moving = menu.addMenu(theme.icon("ri.layout-column-line"), tr("Stand ändern"))
    moving.setToolTipsVisible(True)
    for stage in Stage:
        found = board.effect_of(ids, stage)
        action = _add(
            moving, theme, STAGES[stage].icon, STAGES[stage].text, partial(board.move_posts, ids, stage)
        )
        _allow(action, "" if found.verb is not None else found.words)
        if found.verb is not None:
            action.setToolTip(found.words)
    moving.addSeparator()
    offers = board.offers()
    for key, words, icon in OVER:
        action = _add(moving, theme, icon, tr(words), partial(board.perform, key))
        _allow(action, offers.get(key, ""))


def _lanes(menu: QMenu, theme: Theme, lanes: Sequence[LaneEntry]) -> None:
    inside = menu.addMenu(theme.icon("ri.layout-row-line"), tr("In Bahn"))
    inside.setToolTipsVisible(True)
    for entry in lanes:
        action = _add(inside, theme, "", literal(entry.title), entry.do or _nothing)
        _allow(action, "" if entry.do is not None else entry.words)
        if entry.do is not None:
            action.setToolTip(entry.words)


def _nothing() -> None:
    """Do nothing: the action is switched off."""


def _add(menu: QMenu, theme: Theme, icon: str, text: str, do: Callable[[], object]) -> QAction:
    action = QAction(text, menu)
    if icon:
        action.setIcon(theme.icon(icon))
    action.triggered.connect(lambda _checked=False: do())
    menu.addAction(action)
    return action


def _allow(action: QAction, reason: str) -> None:
    action.setEnabled(not reason)
    action.setStatusTip(reason)
    if reason:
        action.setToolTip(reason)
