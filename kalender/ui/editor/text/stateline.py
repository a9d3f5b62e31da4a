# SPDX-License-Identifier: EUPL-1.2
"""The line under the tabs: what this version overrides, what it takes from the common text, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Elided
from kalender.ui.widgets.controls.link import Link
from kalender.wording.tr import tr


class StateLine(QWidget):
    """compare_wanted: show the difference to the common text; reset_wanted: take the common text again."""

    compare_wanted = Signal()
    reset_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(5))
        self._own_sign = Symbol(theme, "ri.pencil-fill", "accent", size=13)
        self._own = Elided(theme, "", "small", ink="accent", weight=600)
        self._rest_sign = Symbol(theme, "ri.link", "text-3", size=13)
        self._rest = Elided(theme, "", "small", ink="text-2")
        self.compare = Link(theme, tr("Mit Basistext vergleichen"), clicked=self.compare_wanted.emit)
        self.reset = Link(theme, tr("Zurücksetzen"), clicked=self.reset_wanted.emit)
        self.reset.setToolTip(tr("Wieder den Basistext übernehmen. Rückgängig ist möglich."))
        row.addWidget(self._own_sign)
        row.addWidget(self._own)
        row.addWidget(self._rest_sign)
        row.addWidget(self._rest)
        row.addStretch(1)
        row.addWidget(self.compare)
        row.addSpacing(theme.px(8))
        row.addWidget(self.reset)
        self.setMinimumHeight(theme.px(26))

    def show_version(self, own: Sequence[str], rest: Sequence[str], *, text: bool) -> None:
        """Show a channel's version; text: its text is its own."""
        self._say(
            tr("Angepasst: {what}").format(what=", ".join(own)) if own else "",
            tr("Vom Basistext: {what}").format(what=", ".join(rest)) if rest else "",
        )
        self.compare.setVisible(text)
        self.reset.setVisible(bool(own))

    def show_base(self, inheriting: Sequence[str], own: Sequence[str]) -> None:
        """Show for whom the common text holds."""
        if inheriting:
            words = tr("Gilt für {channels}").format(channels=", ".join(inheriting))
        else:
            words = tr("Zurzeit übernimmt kein Kanal diesen Text.")
        self._say(tr("Eigene Fassung: {channels}").format(channels=", ".join(own)) if own else "", words)
        self.compare.hide()
        self.reset.hide()

    @property
    def words(self) -> tuple[str, str]:
        """What is said of own and inherited parts."""
        return self._own.text(), self._rest.text()

    def _say(self, own: str, rest: str) -> None:
        self._own.setText(own)
        self._own.setMinimumWidth(self._own.sizeHint().width() if own else 0)
        self._rest.setText(rest)
        for widget in (self._own_sign, self._own):
            widget.setVisible(bool(own))
        for widget in (self._rest_sign, self._rest):
            widget.setVisible(bool(rest))
        self.setAccessibleName(". ".join(part for part in (own, rest) if part))
