# SPDX-License-Identifier: EUPL-1.2
"""The column with what was found: grouped by severity, each with its place and its remedy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.frozen import frozen
from kalender.ui.editor.side.leaving import LeftBox, LeftNotice
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.finding import FindingRow
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.tr import tr

GROUPS = (("err", "Vor der Prüfung beheben"), ("warn", "Bitte prüfen"), ("info", "Tipps"))


@frozen
class Notice:
    """A finding as it is shown. key: to find its mark in the text; remedies: words, symbol, what to do."""

    key: str
    severity: str
    title: str
    why: str
    remedies: tuple[tuple[str, str, Callable[[], object]], ...] = field(default=(), compare=False)
    offered: tuple[str, ...] = ()
    aside: Callable[[], object] | None = field(default=None, compare=False)
    """What leaves it as it is; None where that is not allowed."""
    leavable: bool = False


class Findings(QWidget):
    """chosen(key): the row of a finding was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notices: tuple[Notice, ...] | None = None
        self._passed: tuple[str, ...] = ()
        self._rows: dict[str, FindingRow] = {}
        self._open = False
        self._left: tuple[LeftNotice, ...] = ()
        self._left_open = False
        self.left_box: LeftBox | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = Ground(theme, "bg-surface", edges="b")
        self._head_row = head = QHBoxLayout(self.head)
        head.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        head.setSpacing(theme.px(6))
        self.title = Text(theme, tr("Prüfungen"), "title-3")
        head.addWidget(self.title)
        head.addStretch(1)
        self._counts: dict[str, Text] = {}
        self.counts = QWidget()
        counts = QHBoxLayout(self.counts)
        counts.setContentsMargins(0, 0, 0, 0)
        counts.setSpacing(theme.px(6))
        for severity in ("err", "warn", "ok"):
            counts.addWidget(Symbol(theme, SEVERITY[severity], severity, size=13))
            self._counts[severity] = Text(theme, "0", "small", ink=severity, weight=600)
            counts.addWidget(self._counts[severity])
            counts.addSpacing(theme.px(4))
        head.addWidget(self.counts)
        column.addWidget(self.head)
        self._fit_head()
        theme.changed.connect(self._fit_head)
        self._list = Ground(theme, "bg-surface")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._list)
        area.setAccessibleName(tr("Befunde"))
        column.addWidget(area, 1)
        self.show_notices((), ())

    def _fit_head(self) -> None:
        self.head.setFixedHeight(self._theme.px(47))

    def show_notices(
        self, notices: Sequence[Notice], passed: Sequence[str], left: Sequence[LeftNotice] = ()
    ) -> None:
        """Show what was found, passed, and left as it is; rebuilt only where something differs."""
        if (tuple(notices), tuple(passed), tuple(left)) == (self._notices, self._passed, self._left):
            return
        self._notices, self._passed, self._left = tuple(notices), tuple(passed), tuple(left)
        self._rebuild()

    def take_counts(self) -> None:
        """Put the counts back into the own head, after they were lent to another bar."""
        self.head.show()
        self._head_row.addWidget(self.counts)

    def row(self, key: str) -> FindingRow | None:
        """Return the row of a finding."""
        return self._rows.get(key)

    def choose(self, key: str) -> None:
        """Mark the row whose place is shown."""
        for name, row in self._rows.items():
            row.set_chosen(chosen=name == key)

    def summary(self) -> str:
        """Return what was found in words, to be announced."""
        notices = self._notices or ()
        errors = sum(item.severity == "err" for item in notices)
        warnings = sum(item.severity == "warn" for item in notices)
        return tr("{errors} zu beheben, {warnings} bitte prüfen").format(errors=errors, warnings=warnings)

    def _rebuild(self) -> None:
        theme, px = self._theme, self._theme.px
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        notices = self._notices or ()
        for severity, heading in GROUPS:
            found = [item for item in notices if item.severity == severity]
            if not found:
                continue
            label = Text(theme, tr(heading), "small", ink=severity, weight=600)
            label.setContentsMargins(px(12), px(12), px(12), px(2))
            self._column.addWidget(label)
            for notice in found:
                row = FindingRow(
                    theme, severity, notice.title, notice.why, remedies=notice.remedies, aside=notice.aside
                )
                row.selected.connect(lambda key=notice.key: self.chosen.emit(key))
                self._rows[notice.key] = row
                self._column.addWidget(row)
        self.left_box = None
        if self._left:
            self.left_box = LeftBox(theme, self._left, opened=self._left_open, toggled=self._fold_left)
            self._column.addWidget(self.left_box)
        self._column.addWidget(self._passed_box())
        self._column.addStretch(1)
        counts = {
            "err": sum(item.severity == "err" for item in notices),
            "warn": sum(item.severity == "warn" for item in notices),
            "ok": len(self._passed),
        }
        for severity, label in self._counts.items():
            label.setText(str(counts[severity]))
        self.head.setAccessibleName(tr("Prüfungen, {summary}").format(summary=self.summary()))

    def _fold_left(self, shown: bool) -> None:
        self._left_open = shown

    def _passed_box(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        box = Ground(theme, "bg-surface", edges="b")
        column = QVBoxLayout(box)
        column.setContentsMargins(px(4), px(4), px(8), px(4))
        column.setSpacing(px(2))
        count = len(self._passed)
        words = tr("1 Prüfung bestanden") if count == 1 else tr("{n} Prüfungen bestanden").format(n=count)
        fold = Button(
            theme, words, icon=SEVERITY["ok"], role="ok", kind=Kind.QUIET, size=Size.DENSE, arrow=True
        )
        column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(px(34), 0, 0, px(6))
        for title in self._passed:
            lines.addWidget(Text(theme, title, "small", ink="text-2", wrap=True))
        column.addWidget(inner)
        inner.setVisible(self._open)

        def toggle() -> None:
            self._open = not self._open
            inner.setVisible(self._open)

        fold.clicked.connect(toggle)
        if not count:  # without a parent, showing it would open a window of its own
            box.hide()
        return box
