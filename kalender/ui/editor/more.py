# SPDX-License-Identifier: EUPL-1.2
"""The menu with everything else that can be done with the post."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

Entry = tuple[str, Callable[[], object] | None, str]
"""Words, what to do (None: not possible), reason why it is not; no words: a line."""


def more_menu(parent: QWidget, entries: Sequence[Entry]) -> QMenu:
    """Return a menu; what is not possible says why."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for words, action, reason in entries:
        if not words:
            menu.addSeparator()
            continue
        entry = menu.addAction(words)
        if action is None:
            entry.setEnabled(False)
            entry.setToolTip(reason)
            entry.setStatusTip(reason)
        else:
            entry.triggered.connect(lambda _on=False, do=action: do())
    return menu
