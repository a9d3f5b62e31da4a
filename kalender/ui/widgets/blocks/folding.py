# SPDX-License-Identifier: EUPL-1.2
"""A bar of two halves that go under each other where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground


class FoldingBar(Ground):
    """Widgets go into `first` (which stretches) and `second`; pad: space around in px at 100 %."""

    def __init__(
        self,
        theme: Theme,
        *,
        edges: str = "b",
        pad: tuple[int, int] = (16, 12),
        gap: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "bg-surface", edges=edges, parent=parent)
        self._themed = theme
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        across, down = theme.px(pad[0]), theme.px(pad[1])
        self._box.setContentsMargins(across, down, across, down)
        self._box.setSpacing(theme.px(gap))
        self.first, self.second = QHBoxLayout(), QHBoxLayout()
        for half in (self.first, self.second):
            half.setSpacing(theme.px(gap))
        self._box.addLayout(self.first, 1)
        self._box.addLayout(self.second)

    @property
    def folded(self) -> bool:
        """Tell whether the halves stand under each other."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the wider half."""
        margins = self._box.contentsMargins()
        width = max(self.first.minimumSize().width(), self.second.minimumSize().width())
        return QSize(width + margins.left() + margins.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the halves beside or under each other."""
        super().resizeEvent(event)
        self.refold()

    def refold(self) -> None:
        """Decide anew, after widgets have come or gone."""
        margins = self._box.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._box.spacing()
        narrow = self.first.minimumSize().width() + self.second.sizeHint().width() > room
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            if narrow:
                self.second.addStretch(1)
            else:
                self.second.takeAt(self.second.count() - 1)
            self.turned(folded=narrow)

    def turned(self, *, folded: bool) -> None:
        """Say that the halves have moved; for bars that move something along."""
