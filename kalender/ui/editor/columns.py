# SPDX-License-Identifier: EUPL-1.2
"""Three columns that fold into two or one where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from kalender.ui.editor.side.findings import Findings
from kalender.ui.editor.side.looking import Looking
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Line
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.wording.tr import tr

TEXT, CHECKS, LOOK = 560, 326, 354
"""Widths at 100 %: the least of the text, those of findings and preview."""

ALL = 1320
"""From this width on, all three stand side by side."""


class Columns(QWidget):
    """Text, findings, preview: beside each other, the last two in one place, or one at a time."""

    def __init__(
        self,
        theme: Theme,
        text: QWidget,
        findings: Findings,
        comments: QWidget,
        looking: Looking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text, self._findings, self._looking = text, findings, looking
        self.mode = self._arranged = 0
        options = [("checks", tr("Prüfungen")), ("look", tr("Vorschau"))]
        self.switch = Segmented(theme, [("text", tr("Text")), *options], name=tr("Ansicht"), current="text")
        self.side_switch = Segmented(theme, options, name=tr("Prüfungen oder Vorschau"), current="checks")
        self._top = Ground(theme, "bg-surface", edges="b")
        top = QHBoxLayout(self._top)
        top.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        top.addWidget(self.switch)
        top.addStretch(1)
        self._side_top = Ground(theme, "bg-surface", edges="b")
        self._side_row = side_top = QHBoxLayout(self._side_top)
        side_top.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        side_top.addWidget(self.side_switch)
        side_top.addStretch(1)
        self._checks = QWidget()
        checks = QVBoxLayout(self._checks)
        checks.setContentsMargins(0, 0, 0, 0)
        checks.setSpacing(0)
        checks.addWidget(findings, 1)
        checks.addWidget(comments)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._side_top)
        pair = QHBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(self._checks, CHECKS)
        self._between = Line(theme, role="line-subtle", upright=True)
        pair.addWidget(self._between)
        pair.addWidget(looking, LOOK)
        side.addLayout(pair, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(text)
        self.splitter.addWidget(self._side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self.splitter, 1)
        self.switch.chosen.connect(lambda _key: self._arrange())
        self.side_switch.chosen.connect(lambda _key: self._arrange())
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose how many columns there is room for."""
        super().resizeEvent(event)
        self._fit()

    def reveal(self, what: str) -> None:
        """Bring text, checks or look into view where it is folded away."""
        if self.mode == 1:
            self.switch.choose(what)
        elif self.mode == 2 and what != "text":
            self.side_switch.choose(what)
        self._arrange()

    def _fit(self) -> None:
        px, width = self._theme.px, self.width()
        if width >= px(ALL):
            self.mode = 3
        else:
            self.mode = 2 if width >= px(TEXT + CHECKS) - 20 else 1
        self._arrange()

    def _arrange(self) -> None:
        px, mode = self._theme.px, self.mode
        one, pair = self.switch.current, self.side_switch.current
        self._top.setVisible(mode == 1)
        self._side_top.setVisible(mode == 2)
        self._text.setVisible(mode != 1 or one == "text")
        self._side.setVisible(mode != 1 or one != "text")
        checks = mode == 3 or (mode == 2 and pair == "checks") or (mode == 1 and one == "checks")
        look = mode == 3 or (mode == 2 and pair == "look") or (mode == 1 and one == "look")
        self._checks.setVisible(checks)
        self._looking.setVisible(look)
        self._between.setVisible(mode == 3)
        self._looking.title.setVisible(mode == 3)
        self._looking.head.setVisible(mode == 3 or self._looking.choices > 1)
        if mode == 2:
            self._findings.head.hide()
            self._side_row.addWidget(self._findings.counts)
        else:
            self._findings.take_counts()
        self._checks.setMinimumWidth({3: px(CHECKS), 2: px(LOOK), 1: 0}[mode])
        self._looking.setMinimumWidth({3: px(LOOK), 2: px(LOOK), 1: 0}[mode])
        if mode != self._arranged:
            self._arranged = mode
            side = {3: px(CHECKS + LOOK) + 1, 2: px(LOOK), 1: self.width()}[mode]
            self.splitter.setSizes([max(0, self.width() - side), side])
