# SPDX-License-Identifier: EUPL-1.2
"""The list of backups: one tab stop, arrows, a ring only for the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from kalender.store.backup.info import BackupInfo
from kalender.ui.backups.model import INFO, BackupModel
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.rows import Index, RowList, RowPainter
from kalender.wording.keeping import backups as words

HEIGHT = 52


def sign(item: BackupInfo) -> tuple[str, str]:
    """Return symbol and ink for the state of a backup: sound, in want of something, or useless."""
    if not item.damaged:
        return "ri.checkbox-circle-line", "ok"
    return ("ri.error-warning-line", "warn") if item.whole else ("ri.close-circle-line", "err")


class BackupRows(RowPainter):
    """When and its state in the first line, why, what and where in the second."""

    def __init__(self, theme: Theme, model: BackupModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row."""
        del option, index
        return QSize(200, self.theme.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        item: BackupInfo = index.data(INFO)
        theme, px, texts, model = self.theme, self.theme.px, self.texts, self._model
        rect = self.ground(painter, option, line=False)
        painter.setPen(theme.pen("line-subtle"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        icon, ink = sign(item)
        x, right = rect.x() + px(16), rect.right() - px(16)
        theme.draw(painter, icon, ink, x, rect.y() + px(17), px(18))
        x += px(30)
        state = words.state(item)
        width = min(texts.width(state, "small"), (right - x) * 0.6)
        top, below = rect.y() + px(6), rect.y() + px(27)
        texts.draw(painter, model.when(item), "body", "text", x, top, right - x - width - px(12), weight=600, pitch=px(20))  # fmt: skip
        texts.draw(painter, state, "small", ink if item.damaged else "text-2", right - width, top, width + 2, pitch=px(20))  # fmt: skip
        where = model.where(item)
        side = min(texts.width(where, "small"), (right - x) * 0.4)
        held = f"{model.why(item)} · {model.held(item)}"
        texts.draw(painter, held, "small", "text-2", x, below, right - x - side - px(12), pitch=px(18))
        texts.draw(painter, where, "small", "text-3", right - side, below, side + 2, pitch=px(18))
        self.ring(painter, option, current=False)


class BackupList(RowList):
    """Backups to choose from."""

    def chosen(self) -> BackupInfo | None:
        """Return the current backup."""
        found: BackupInfo | None = self.currentIndex().data(INFO)
        return found
