# SPDX-License-Identifier: EUPL-1.2
"""A middle that scrolls, for dialogs that would be larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from kalender.ui.widgets.blocks.pane import own_pane


class Middle(QScrollArea):
    """Holds what a dialog says; the keys bring what they reach into sight."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        own_pane(self, filled=False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]  # there is one

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Be as high as lines that are broken need."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Ask for what is inside, beside the bar."""
        inside, bar = self._inside, self.verticalScrollBar().sizeHint().width()
        layout = inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(max(inside.minimumSizeHint().width(), width - bar))
        return inside.sizeHint().height()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for all the room that what is inside would take, and for that of the bar."""
        inside = self._inside.sizeHint()
        return QSize(inside.width() + self.verticalScrollBar().sizeHint().width(), inside.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with a strip."""
        return QSize(0, self.fontMetrics().height() * 4)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        around = now.parentWidget()
        while around is not None and around is not self:  # what scrolls inside goes first, it moves the place
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(now)
            around = around.parentWidget()
        self.ensureWidgetVisible(now, 0, self.fontMetrics().height())


def scrolling(column: QVBoxLayout, top: QWidget) -> Middle:
    """Put a scrolling area around the topmost part of a dialog, and leave the focus where it is."""
    focus = QApplication.focusWidget()
    middle = Middle(top)
    column.insertWidget(0, middle, 1)
    if focus is not None and middle.isAncestorOf(focus):
        focus.setFocus()
    return middle
