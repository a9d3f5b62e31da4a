# SPDX-License-Identifier: EUPL-1.2
"""A small window over the page that closes with Esc and gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme


class Popover(QWidget):
    """Opens under the widget it belongs to; put the content into `body`."""

    def __init__(self, theme: Theme, owner: QWidget, *, name: str, padding: int = 16) -> None:
        super().__init__(owner, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._theme = theme
        self._owner = owner
        self._from_above = True
        self.setAccessibleName(name)
        self.setWindowTitle(name)
        self.body = QVBoxLayout(self)
        pad = theme.px(padding)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme.px(8))
        theme.changed.connect(self.update)

    def open_under(self, anchor: QWidget | None = None, *, right: bool = False) -> None:
        """Show below anchor (by default the owner), its right edge in line with that of anchor where right is true."""
        anchor = anchor or self._owner
        self.adjustSize()
        x = anchor.width() - self.width() if right else 0
        self._show_at(anchor.mapToGlobal(QPoint(x, anchor.height() + 4)), anchor)

    def open_at(self, place: QPoint) -> None:
        """Show with the top left corner at a place of the screen, moved inside where it would be cut."""
        self.adjustSize()
        self._show_at(place, self._owner)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Give the focus back to where the popover came from."""
        super().hideEvent(event)
        if self._owner.isVisible() and self._owner.focusPolicy() != Qt.FocusPolicy.NoFocus:
            self._owner.setFocus(Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of fonts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.adjustSize()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._theme.line_width
        painter.setPen(QPen(self._theme.colour("line-control"), width))
        painter.setBrush(self._theme.colour("bg-raised"))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        painter.end()

    def _show_at(self, place: QPoint, anchor: QWidget) -> None:
        area = anchor.screen().availableGeometry()
        x = max(area.left() + 4, min(place.x(), area.right() - self.width() - 4))
        y = place.y()
        if y + self.height() > area.bottom():
            above = anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4
            y = above if above >= area.top() else max(area.top() + 4, area.bottom() - self.height() - 4)
        self.move(x, y)
        self.setMask(QRegion())
        self.show()
        for child in self.findChildren(QWidget):  # never by nextInFocusChain(): see ui/shell/frame/regions.py
            takes = child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled()
            if takes and child.isVisibleTo(self):
                child.setFocus(Qt.FocusReason.PopupFocusReason)
                break
