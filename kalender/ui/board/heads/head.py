# SPDX-License-Identifier: EUPL-1.2
"""The head of a column: symbol, name, count, the warning over the limit, and the button of its menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.stage import Stage
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr

WAYS_OUT = {
    Stage.IDEA: "Nehmen Sie erst eine Idee auf oder verwerfen Sie eine.",
    Stage.DRAFT: "Bringen Sie erst einen Entwurf zu Ende.",
    Stage.IN_REVIEW: "Bitte erst eine Freigabe abwarten.",
    Stage.APPROVED: "Exportieren Sie erst, was freigegeben ist.",
    Stage.EXPORTED: "Haken Sie erst ab, was veröffentlicht ist.",
}
"""What to do where a column holds more than its limit."""


class ColumnHead(QWidget):
    """Over one column. menu_wanted: the button at its right was pressed; it is handed over."""

    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        term = STAGES[stage]
        row = spaced(theme, QHBoxLayout(self), (9, 6, 2, 4), 4)
        self._warning = Symbol(theme, "ri.error-warning-fill", "warn", size=13)
        self._count = Text(theme, "0", "small", ink="text-3")
        row.addWidget(Symbol(theme, term.icon, f"st-{term.key}", size=16))
        row.addWidget(Elided(theme, term.text, "body", weight=600))
        row.addWidget(self._warning)
        row.addWidget(self._count)
        row.addStretch(1)
        self.menu = Button(
            theme,
            icon="ri.more-fill",
            kind=Kind.QUIET,
            size=Size.DENSE,
            name=tr("Spalte {name}: Aktionen").format(name=term.text),
            clicked=lambda: self.menu_wanted.emit(self.menu),
        )
        self._fit_menu()
        theme.changed.connect(self._fit_menu)
        row.addWidget(self.menu)
        self.show_count(0, 0)

    def _fit_menu(self) -> None:
        self.menu.setFixedWidth(self._theme.px(24))

    def show_count(self, total: int, limit: int) -> None:
        """Show how many cards there are, and where these are more than the limit (0: none)."""
        over = bool(limit) and total > limit
        words = tr("{total} von {limit}").format(total=total, limit=limit) if limit else str(total)
        self._count.setText(words)
        self._count.set_ink("warn" if over else "text-3")
        self._count.set_weight(600 if over else None)
        self._warning.setVisible(over)

    def said(self) -> str:
        """Return what stands beside the name."""
        return self._count.text()


class LimitStrip(QWidget):
    """Says that a column holds more than its limit, and what helps; it forbids nothing."""

    def __init__(self, theme: Theme, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        around = spaced(theme, QVBoxLayout(self), (6, 0, 6, 6))
        strip = Ground(theme, "warn-bg", edges="all", line="warn-ln", radius=4)
        row = spaced(theme, QHBoxLayout(strip), (8, 6, 8, 6), 6)
        row.addWidget(Symbol(theme, "ri.error-warning-fill", "warn", size=14), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Text(theme, "", "small", wrap=True)
        row.addWidget(self._words, 1)
        around.addWidget(strip)
        self.hide()

    def show_limit(self, total: int, limit: int) -> bool:
        """Show the strip where there are more cards than the limit (0: none); tell whether there are."""
        over = bool(limit) and total > limit
        said = tr("Grenze {limit} überschritten. {way}").format(
            limit=limit, way=tr(WAYS_OUT.get(self._stage, ""))
        )
        self._words.setText(said if over else "")
        self.setVisible(over)
        return over

    def text(self) -> str:
        """Return what is said."""
        return self._words.text()
