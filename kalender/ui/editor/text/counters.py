# SPDX-License-Identifier: EUPL-1.2
"""The row under the text: length with its bar, what is seen before "mehr", hashtags."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kalender.ui.editor.text.gauge import Gauge, number
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Sign
from kalender.ui.widgets.paint import chips, glyphs
from kalender.wording.tr import tr


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: words before the number, the number, words after it, a second line; role: theme role of its ink."""

    before: str
    figure: str
    after: str
    below: str = ""
    role: str = ""
    share: float | None = None

    @property
    def spoken(self) -> str:
        """The figure as it is read out."""
        words = " ".join(part for part in (self.before, self.figure, self.after) if part)
        return f"{words}, {self.below}" if self.below else words


def cells(shown: Gauge) -> tuple[Cell, ...]:
    """Return what the row shows of a gauge."""
    role = "" if shown.state == "accent-fill" else shown.state
    whose = f" ({shown.whose})" if shown.whose else ""
    if shown.excess:
        unit = tr("{unit} zu viel").format(unit=tr(shown.unit))
        found = [Cell("", number(shown.excess), unit + whose, "", role, shown.share)]
    elif shown.limit:
        after = tr("von {limit} {unit}").format(limit=number(shown.limit), unit=tr(shown.unit))
        found = [Cell("", number(shown.used), after + whose, "", role, shown.share)]
    else:
        found = [Cell("", number(shown.used), tr(shown.unit))]
    if shown.fold is not None and not shown.whose:
        below = tr("endet nach „{word}“").format(word=shown.fold_word) if shown.fold_word else ""
        found.append(Cell(tr("Sichtbar vor „mehr“:"), number(shown.fold_length), "", below))
    if shown.hashtags or (shown.hashtag_limit and not shown.whose):
        limit = 0 if shown.whose else shown.hashtag_limit
        after = tr("von {limit}").format(limit=limit) if limit else ""
        many = bool(limit) and shown.hashtags > limit
        below = tr("Richtwert der Plattform") if limit else ""
        found.append(Cell(tr("Hashtags:"), str(shown.hashtags), after, below, "warn" if many else ""))
    return tuple(found)


class Counters(Sign):
    """Paints the cells side by side; read out as one sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cells: tuple[Cell, ...] = ()
        self.show_gauge(Gauge(used=0))

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What is shown."""
        return self._cells

    def show_gauge(self, shown: Gauge) -> None:
        """Show other figures."""
        found = cells(shown)
        if found != self._cells:
            self._cells = found
            self.setAccessibleName(". ".join(item.spoken for item in found))
            whose = tr("Die engste Grenze unter den Kanälen mit dem Basistext: {channel}")
            self.setToolTip(whose.format(channel=shown.whose) if shown.whose else "")
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines of small text."""
        return QSize(self.theme.px(300), 2 * self.theme.line("small") + self.theme.px(14))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As low, but narrower."""
        return QSize(self.theme.px(120), self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        """Paint the cells with lines between them."""
        theme, px = self.theme, self.theme.px
        painter.fillRect(QRectF(0, 0, self.width(), theme.line_width), theme.colour("line-subtle"))
        left = 0
        for place, (cell, width) in enumerate(zip(self._cells, self.widths(), strict=True)):
            if place:
                painter.fillRect(QRectF(left, 0, 1, self.height()), theme.colour("line-subtle"))
            self._paint_cell(painter, cell, left + px(14), width - px(28))
            left += width

    def widths(self) -> list[int]:
        """Return the width of each cell: what its figure needs, and of the rest as much as the others."""
        needed = [self._needed(cell) for cell in self._cells]
        spare = self.width() - sum(needed)
        if spare < 0:
            return [round(need * self.width() / sum(needed)) for need in needed]
        return [round(need + spare / len(needed)) for need in needed]

    def _needed(self, cell: Cell) -> float:
        px = self.theme.px
        parts = ((cell.before, 400), (cell.figure, 600), (cell.after, 400))
        words = [self.texts.width(words, "small", weight) + px(4) for words, weight in parts if words]
        return sum(words) + px(28) + (px(18) if cell.role else 0)

    def _paint_cell(self, painter: QPainter, cell: Cell, x: float, room: float) -> None:
        theme, px = self.theme, self.theme.px
        top, line, end = px(6), theme.line("small"), x + room
        ink, rest = cell.role or "text", cell.role or "text-2"
        if cell.role:
            theme.draw(painter, glyphs.SEVERITY[cell.role], cell.role, x, top + px(1), px(13))
            x += px(18)
        left = x
        for words, role, weight in (
            (cell.before, rest, 400),
            (cell.figure, ink, 600),
            (cell.after, rest, 400),
        ):
            if words and left < end:
                self.texts.draw(painter, words, "small", role, left, top, end - left, weight=weight)
                left += self.texts.width(words, "small", weight) + px(4)
        if cell.share is not None:
            start = x - (px(18) if cell.role else 0)
            rect = QRectF(start, top + line + px(4), end - start, px(4))
            chips.bar(painter, theme, rect, cell.share, cell.role or "accent-fill")
        elif cell.below:
            self.texts.draw(painter, cell.below, "small", "text-2", x, top + line, end - x)
