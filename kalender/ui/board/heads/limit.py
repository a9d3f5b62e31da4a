# SPDX-License-Identifier: EUPL-1.2
"""Asks how many posts a column should hold at most."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.domain.stage import Stage
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.stepper import Stepper
from kalender.ui.widgets.feedback.popover import Popover
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr

MOST = 60


class LimitPopover(Popover):
    """chosen: the limit, 0 for none."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, owner: QWidget, stage: Stage, limit: int) -> None:
        title = tr("Grenze für „{name}“").format(name=STAGES[stage].text)
        super().__init__(theme, owner, name=title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.px(320))
        self.body.addWidget(Text(theme, title, "title-3"))
        told = tr(
            "Liegt mehr in der Spalte, warnt sie. Verboten ist dann nichts. Die Grenze gilt im Plan, also für alle."
        )
        self.body.addWidget(Text(theme, told, "small", ink="text-2", wrap=True))
        self.stepper = Stepper(theme, tr("Beiträge höchstens"), limit or 3, least=1, most=MOST)
        line = QHBoxLayout()
        line.addWidget(self.stepper)
        line.addWidget(Text(theme, tr("Beiträge höchstens"), "body"), 1)
        self.body.addLayout(line)
        row = QHBoxLayout()
        self.none = Button(theme, tr("Keine Grenze"), kind=Kind.QUIET, clicked=lambda: self._choose(0))
        row.addWidget(self.none)
        row.addStretch(1)
        row.addWidget(Button(theme, tr("Abbrechen"), clicked=self.close))
        self.accept = Button(
            theme, tr("Festlegen"), kind=Kind.PRIMARY, clicked=lambda: self._choose(self.stepper.value)
        )
        row.addWidget(self.accept)
        self.body.addLayout(row)

    def _choose(self, limit: int) -> None:
        self.close()
        self.chosen.emit(limit)
