# SPDX-License-Identifier: EUPL-1.2
"""How far an export is: a bar, and a line for each post."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kalender.ui.publish.run import Step
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.feedback.banner import Banner
from kalender.ui.widgets.paint.chips import bar
from kalender.wording.tr import tr

SIGNS = {
    Step.WAITING: ("ri.checkbox-blank-circle-line", "text-3", "wartet"),
    Step.WORKING: ("ri.loader-4-line", "accent", "wird gepackt"),
    Step.LEFT: ("ri.checkbox-circle-fill", "ok", "fertig"),
    Step.HELD: ("ri.error-warning-fill", "warn", "zurückgehalten"),
}
"""Symbol, ink and word of each step."""


class _Bar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(100, self._theme.px(8))

    def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        bar(painter, self._theme, QRectF(0, 0, self.width(), self._theme.px(8)), self.share)
        painter.end()


class ProgressBox(Ground):
    """Shown while an export runs and until the next one begins."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="all", line="line", radius=8, parent=parent)
        self._themed = theme
        self._lines: list[tuple[Symbol, Text]] = []
        self._passed = 0
        self.title = Text(theme, "", "title-3")
        self.cancel = Button(theme, tr("Abbrechen"))
        self._bar = _Bar(theme)
        self._rows = spaced(theme, QVBoxLayout(), gap=8)
        self._why = Banner(theme, "", severity="err", radius=6)
        self._why.hide()
        head = spaced(theme, QHBoxLayout(), gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.cancel)
        column = spaced(theme, QVBoxLayout(self), (16, 12, 16, 14), 10)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._why)
        column.addLayout(self._rows)

    def begin(self, titles: Sequence[str]) -> None:
        """Show a line for each post."""
        theme = self._themed
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines, self._passed = [], 0
        self._why.hide()
        for title in titles:
            line = QWidget()
            row = spaced(theme, QHBoxLayout(line), gap=8)
            icon, ink, word = SIGNS[Step.WAITING]
            symbol, state = Symbol(theme, icon, ink), Text(theme, tr(word), "small", ink="text-2")
            row.addWidget(symbol)
            row.addWidget(Elided(theme, title), 1)
            row.addWidget(state)
            self._lines.append((symbol, state))
            self._rows.addWidget(line)
        self.cancel.setVisible(True)
        self._tell(0)

    def step(self, row: int, step: Step, words: str) -> None:
        """Show that a post is somewhere else now."""
        symbol, state = self._lines[row]
        icon, ink, word = SIGNS[step]
        symbol.set_symbol(icon, ink)
        state.setText(words or tr(word))
        if step in {Step.LEFT, Step.HELD}:
            self._passed = row + 1
        self._tell(row)

    def _tell(self, row: int) -> None:
        self.title.setText(
            tr("Export läuft: Beitrag {at} von {all}").format(at=row + 1, all=len(self._lines))
        )
        self._bar.share = self._passed / max(1, len(self._lines))
        self._bar.update()

    def stopping(self) -> None:
        """Say that the package that is being made is still finished."""
        self.cancel.refuse(tr("Das angefangene Paket wird noch fertig."))
        self.title.setText(tr("Export wird abgebrochen …"))

    def fail(self, why: str) -> None:
        """Say why the export broke off."""
        self._why.set_text(why)
        self._why.show()

    def end(self, left: int, *, stopped: bool) -> None:
        """Say that the export is over, and how many posts left."""
        self.cancel.allow()
        self.cancel.setVisible(False)
        words = (
            tr("Export abgebrochen: {left} von {all} fertig")
            if stopped
            else tr("Export fertig: {left} von {all}")
        )
        self.title.setText(words.format(left=left, all=len(self._lines)))
        for number, (symbol, state) in enumerate(self._lines):
            if number >= self._passed:
                symbol.set_symbol("ri.checkbox-blank-circle-line", "text-3")
                state.setText(tr("nicht exportiert"))

    def problem(self) -> str:
        """Return why the export broke off, or an empty text."""
        return "" if self._why.isHidden() else self._why.words.text()

    def words(self) -> list[str]:
        """Return how far each post is, in words."""
        return [state.text() for _symbol, state in self._lines]
