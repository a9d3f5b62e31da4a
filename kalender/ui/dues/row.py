# SPDX-License-Identifier: EUPL-1.2
"""One line of the list of what is due: title, when, the one thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kalender.services.pace.overdue import DueItem, Why
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.signs import ChannelRow, Symbol
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr

LONGEST = 64
"""Letters of a title that are shown; the tip has all."""

_SYMBOLS = {
    Why.NOT_APPROVED: ("ri.timer-line", "err"),
    Why.NOT_EXPORTED: ("ri.inbox-unarchive-line", "warn"),
    Why.NOT_TICKED: ("ri.check-double-line", "warn"),
    Why.MISSED: ("ri.error-warning-fill", "warn"),
    Why.TODAY: ("ri.timer-line", "warn"),
}


class DueRow(FoldingBar):
    """A post or a deadline. opened: what opens the post; act: what the button does."""

    def __init__(
        self,
        theme: Theme,
        item: DueItem,
        when: str,
        verb: str,
        channels: tuple[ChannelMark, ...],
        *,
        opened: Callable[[], object],
        act: Callable[[DueRow], object],
    ) -> None:
        super().__init__(theme, pad=(12, 8), gap=12)
        self.item = item
        icon, ink = _SYMBOLS[item.why]
        title = item.title or tr("Ohne Titel")
        self.first.addWidget(Symbol(theme, icon, ink, size=16), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
        self.title = Link(theme, short, role="body", ink="text", clicked=opened)
        self.title.setToolTip(title if short != title else "")
        self.title.setAccessibleName(tr("{title}, öffnen").format(title=title))
        words.addWidget(self.title)
        words.addWidget(Text(theme, when, "small", ink="text-2", wrap=True))
        self.first.addLayout(words, 1)
        if channels:
            self.first.addWidget(ChannelRow(theme, channels))
        self.act = Button(theme, verb, clicked=lambda: act(self))
        self.act.setAccessibleName(f"{title}: {verb}")
        self.second.addWidget(self.act)
        self.setAccessibleName(f"{title}, {when}")
