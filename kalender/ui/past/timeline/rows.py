# SPDX-License-Identifier: EUPL-1.2
"""Paints the timeline: the day as a heading; time, symbol and sentence of a step, and below what else it touched."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kalender.services.past.timeline import Step
from kalender.ui.past.timeline.model import ROW, Row
from kalender.ui.widgets.blocks.rows import Index, RowPainter
from kalender.wording.dates import clock
from kalender.wording.past.steps import icon_of
from kalender.wording.tr import tr

HEADING, STEP, LONG = 34, 36, 52


class StepRows(RowPainter):
    """Heading 34 px, step 36 px, 52 where a second line names several posts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row."""
        del option
        row: Row = index.data(ROW)
        height = HEADING if row.step is None else LONG if more_words(row.step) else STEP
        return QSize(200, self.theme.px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: Row = index.data(ROW)
        if row.step is None:
            self._heading(painter, QRectF(option.rect), row.words)
            return
        theme, px, texts = self.theme, self.theme.px, self.texts
        rect = self.ground(painter, option)
        more = more_words(row.step)
        left, top, line = rect.x() + px(16), rect.y() + px(7), px(20)
        texts.draw(painter, clock(row.step.at), "small", "text-2", left, top, px(44), pitch=line)
        back = bool(row.step.undone) or row.step.label.code == "step.taken_back"
        theme.draw(
            painter, icon_of(row.step), "text-3" if back else "accent", left + px(50), top + px(2), px(16)
        )
        x = left + px(78)
        room = rect.right() - px(16) - x
        texts.draw(painter, row.words, "body", "text-2" if back else "text", x, top, room, pitch=line)
        if more:
            texts.draw(painter, more, "small", "text-3", x, top + px(19), room, pitch=px(18))
        self.ring(painter, option, current=False)

    def _heading(self, painter: QPainter, rect: QRectF, words: str) -> None:
        theme, px = self.theme, self.theme.px
        painter.fillRect(rect, theme.colour("bg-window"))
        self.texts.draw(
            painter, words, "small", "text-2", rect.x() + px(16), rect.y(), rect.width() - px(32),
            weight=600, pitch=rect.height(),
        )  # fmt: skip


def more_words(step: Step) -> str:
    """Return which posts an action on several touched, or nothing."""
    names = [name for name in step.titles.values() if name]
    if step.size < 2 or len(names) < 2 or step.label.facts.get("title"):
        return ""
    rest = step.size - len(names)
    shown = ", ".join(names)
    return tr("{names} und {count} weitere").format(names=shown, count=rest) if rest > 0 else shown
