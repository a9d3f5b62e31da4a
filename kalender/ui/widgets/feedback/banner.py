# SPDX-License-Identifier: EUPL-1.2
"""A sentence across the page under its title, with at most one link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.paint.glyphs import SEVERITY


class Banner(Ground):
    """severity: info, warn, err or ok. radius 0: from edge to edge; else a box inside a panel."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        severity: str = "info",
        link: str = "",
        clicked: Callable[[], object] | None = None,
        radius: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            f"{severity}-bg",
            edges="all" if radius else "tb",
            line=f"{severity}-ln",
            radius=radius,
            parent=parent,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(10))
        row.addWidget(Symbol(theme, SEVERITY[severity], severity, size=16))
        self.words = Text(theme, text, "body" if not radius else "small", wrap=True)
        row.addWidget(self.words, 1)
        self._link: Link | None = None
        if link:
            self._link = Link(theme, link, role="body" if not radius else "small", clicked=clicked)
            row.addWidget(self._link)
        self._name(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.words.setText(text)
        self._name(text)

    def _name(self, text: str) -> None:
        """Let readers hear what it is about, on the link too: several may stand below each other."""
        self.setAccessibleName(text)
        if self._link is not None:
            self._link.setAccessibleDescription(text)
