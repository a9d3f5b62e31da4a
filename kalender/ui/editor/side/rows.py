# SPDX-License-Identifier: EUPL-1.2
"""The rows of the findings: those of a severity, kept while one writes, and the line of what was passed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.finding import FindingRow, Shape, shape_of
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.tr import tr


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

    @property
    def shape(self) -> Shape:
        """What its row is made of."""
        return shape_of(self.severity, self.remedies, self.aside)

    @property
    def place(self) -> str:
        """Rule and part of the post: what stays of the key while letters before it come and go."""
        return self.key.rpartition("/")[0]


class Group(QWidget):
    """The findings of one severity under their heading; hidden where there are none. chosen(key): a row was clicked.

    stepped(key, step): the keyboard is to go from a row to the one below (1) or above (-1).
    """

    stepped = Signal(str, int)

    def __init__(self, theme: Theme, severity: str, heading: str, chosen: Callable[[str], object]) -> None:
        super().__init__()
        self._theme, self.severity, self._chosen = theme, severity, chosen
        self._rows: dict[str, FindingRow] = {}
        self._shown: dict[str, Notice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        label = Text(theme, tr(heading), "small", ink=severity, weight=600)
        label.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(2))
        self._column.addWidget(label)
        self.hide()

    def show_notices(self, notices: Sequence[Notice]) -> dict[str, FindingRow]:
        """Show findings of this severity; return their rows by key. Rows stay those of the same rule and place."""
        free = dict(self._rows)
        taken = self._taken(notices, free)
        for row in free.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, notice in enumerate(notices, start=1):
            if notice.key in taken:
                row = taken[notice.key]
                row.show_finding(notice.title, notice.why, remedies=notice.remedies, aside=notice.aside)
            else:
                row = taken[notice.key] = self._made(notice)
            item = self._column.itemAt(number)
            if item is None or item.widget() is not row:
                self._column.insertWidget(number, row)
        self._rows = {notice.key: taken[notice.key] for notice in notices}
        self._shown = {notice.key: notice for notice in notices}
        self.setVisible(bool(notices))
        return self._rows

    def _taken(self, notices: Sequence[Notice], free: dict[str, FindingRow]) -> dict[str, FindingRow]:
        """Take rows out of the free ones: that of the very finding, of the same words elsewhere, of the same parts."""
        taken: dict[str, FindingRow] = {}
        shapes = {item.key: item.shape for item in notices}
        for item in notices:
            row = free.get(item.key)
            if row is not None and row.shape == shapes[item.key]:
                taken[item.key] = free.pop(item.key)
        for alike in (_words, _parts):
            left: dict[object, list[str]] = {}
            for key, row in free.items():
                left.setdefault(alike(self._shown[key], row.shape), []).append(key)
            for item in notices:
                keys = left.get(alike(item, shapes[item.key]))
                if item.key not in taken and keys:
                    taken[item.key] = free.pop(keys.pop(0))
        return taken

    def _made(self, notice: Notice) -> FindingRow:
        row = FindingRow(
            self._theme,
            notice.severity,
            notice.title,
            notice.why,
            remedies=notice.remedies,
            aside=notice.aside,
        )
        row.selected.connect(lambda: self._chosen(self._key_of(row)))
        row.stepped.connect(lambda step: self.stepped.emit(self._key_of(row), step))
        return row

    def _key_of(self, row: FindingRow) -> str:
        return next((key for key, known in self._rows.items() if known is row), "")


def _words(notice: Notice, shape: Shape) -> object:
    """What two findings share that say the same of words further on or back in the text."""
    return notice.place, notice.title, shape


def _parts(_notice: Notice, shape: Shape) -> object:
    """What two findings share whose rows are made of the same parts."""
    return shape


class PassedBox(Ground):
    """How many checks were passed, and which, where somebody wants to know."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg-surface", edges="b")
        px = theme.px
        self._passed: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), px(4), px(8), px(4))
        column.setSpacing(px(2))
        self.fold = Button(
            theme,
            "",
            icon=SEVERITY["ok"],
            role="ok",
            kind=Kind.QUIET,
            size=Size.DENSE,
            arrow=True,
            clicked=self._toggle,
        )
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.names = Text(theme, "", "small", ink="text-2", wrap=True)
        self.names.setContentsMargins(px(34), 0, 0, px(6))
        self.names.hide()
        column.addWidget(self.names)
        self._open = False

    def show_passed(self, passed: Sequence[str]) -> None:
        """Show the titles of the checks that found nothing."""
        if tuple(passed) == self._passed:
            return
        self._passed = tuple(passed)
        count = len(self._passed)
        words = tr("1 Prüfung bestanden") if count == 1 else tr("{n} Prüfungen bestanden").format(n=count)
        self.fold.set_words(words)
        self.setVisible(bool(count))
        self._show_names()

    def _toggle(self) -> None:
        self._open = not self._open
        self._show_names()

    def _show_names(self) -> None:
        if self._open:
            self.names.setText("\n".join(self._passed))
        self.names.setVisible(self._open)
