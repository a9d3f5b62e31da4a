# SPDX-License-Identifier: EUPL-1.2
"""The column with what was found: grouped by severity, each with its place and its remedy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.ui.editor.side.leaving import LeftBox, LeftNotice
from kalender.ui.editor.side.rows import Group, Notice, PassedBox
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.finding import FindingRow
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.tr import tr

GROUPS = (("err", "Vor der Prüfung beheben"), ("warn", "Bitte prüfen"), ("info", "Tipps"))


class Findings(QWidget):
    """chosen(key): the row of a finding was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notices: tuple[Notice, ...] | None = None
        self._passed: tuple[str, ...] = ()
        self._rows: dict[str, FindingRow] = {}
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
        self._groups = [Group(theme, severity, heading, self.chosen.emit) for severity, heading in GROUPS]
        for group in self._groups:
            self._column.addWidget(group)
            group.stepped.connect(self._step)
        self.passed_box = PassedBox(theme)
        self._column.addWidget(self.passed_box)
        self._column.addStretch(1)
        self._area = area = QScrollArea()
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
        """Show what was found, passed, and left as it is; made anew only where something differs."""
        if (tuple(notices), tuple(passed), tuple(left)) == (self._notices, self._passed, self._left):
            return
        if tuple(left) != self._left:
            self._left = tuple(left)
            self._show_left()
        self._notices, self._passed = tuple(notices), tuple(passed)
        self.passed_box.show_passed(self._passed)
        self._settle()

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

    def next(self) -> None:
        """Bring the keyboard to the row after the one it is in, or to the first: from there Enter leads to the place."""
        keys = list(self._rows)
        if keys:
            held = self.window().focusWidget()
            here = next((place for place, key in enumerate(keys) if self._rows[key] is held), -1)
            self._focus(keys[(here + 1) % len(keys)])

    def _step(self, key: str, step: int) -> None:
        keys = list(self._rows)
        place = keys.index(key) + step if key in self._rows else -1
        if 0 <= place < len(keys):
            self._focus(keys[place])

    def _focus(self, key: str) -> None:
        row = self._rows[key]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.choose(key)
        self._area.ensureWidgetVisible(row)

    def summary(self) -> str:
        """Return what was found in words, to be announced."""
        notices = self._notices or ()
        errors = sum(item.severity == "err" for item in notices)
        warnings = sum(item.severity == "warn" for item in notices)
        return tr("{errors} zu beheben, {warnings} bitte prüfen").format(errors=errors, warnings=warnings)

    def _settle(self) -> None:
        """Show the notices in the rows that are there, and make or take away only what differs."""
        notices = self._notices or ()
        rows: dict[str, FindingRow] = {}
        for group in self._groups:
            found = [item for item in notices if item.severity == group.severity]
            rows.update(group.show_notices(found))
        self._rows = rows
        counts = {
            "err": sum(item.severity == "err" for item in notices),
            "warn": sum(item.severity == "warn" for item in notices),
            "ok": len(self._passed),
        }
        for severity, label in self._counts.items():
            label.setText(str(counts[severity]))
        self.head.setAccessibleName(tr("Prüfungen, {summary}").format(summary=self.summary()))

    def _show_left(self) -> None:
        if self.left_box is not None:
            self._column.removeWidget(self.left_box)
            self.left_box.hide()
            self.left_box.deleteLater()
            self.left_box = None
        if self._left:
            self.left_box = LeftBox(self._theme, self._left, opened=self._left_open, toggled=self._fold_left)
            self._column.insertWidget(self._column.indexOf(self.passed_box), self.left_box)

    def _fold_left(self, shown: bool) -> None:
        self._left_open = shown
