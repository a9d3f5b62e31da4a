# SPDX-License-Identifier: EUPL-1.2
"""One sentence after an action, with the way back; gone after eight seconds nobody looked at it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Elided
from kalender.ui.widgets.controls.button import Button, Size
from kalender.wording.tr import tr

GROUND, INK, ACTION = "#20292D", "#F2F5F5", "#7AD3DA"
"""Colours of toasts, the same in both themes."""

LASTS = 8000
_STEP = 100
_ABOVE = 40


class _Ring(QWidget):
    """What is left of the time, as an arc; it says nothing that is not said in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.left = 1.0
        self.setFixedSize(theme.px(18), theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor("#4A5A60"), 2))
        painter.drawEllipse(frame)
        painter.setPen(QPen(QColor(ACTION), 2))
        painter.drawArc(frame, 90 * 16, round(360 * 16 * self.left))
        painter.end()


class _Undo(Button):
    """The way back, in the colours of the toast."""

    def _colours(self) -> tuple[str, str, str]:
        return ("#2C383D" if self.underMouse() else ""), "#5B6B71", ACTION


class Toast(QWidget):
    """Lies over the lower middle of a host widget. One at a time; stops while hovered or focused.

    undone: the way back was taken. Nothing is lost with the toast: undo stays in the menu.
    """

    undone = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._icon = "ri.checkbox-circle-fill"
        self._ink = ACTION
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP)
        self._timer.timeout.connect(self._tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(6), theme.px(10), theme.px(6))
        row.setSpacing(theme.px(10))
        self._symbol = QLabel()
        self._words = Elided(theme, "", "body", ink=INK)
        self._undo = _Undo(theme, tr("Rückgängig"), keys=tr("Strg Z"), size=Size.DENSE)
        self._undo.clicked.connect(self._take_back)
        self._ring = _Ring(theme)
        row.addWidget(self._symbol)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(self._ring)
        host.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown last."""
        return self._words.text()

    def say(
        self, text: str, *, undo: bool = True, icon: str = "ri.checkbox-circle-fill", ink: str = "#7FD3A0"
    ) -> None:
        """Show a sentence for eight seconds, with the way back where there is one."""
        self._icon, self._ink = icon, ink
        self._words.setText(text)
        self._undo.setVisible(undo)
        self.setAccessibleName(text)
        self._left = LASTS
        self._restyle()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self._host, text)

    def hold(self) -> None:
        """Let the time stand still, for a picture."""
        self._timer.stop()

    def dismiss(self) -> None:
        """Hide at once."""
        self._timer.stop()
        if self._undo.hasFocus():
            self._host.setFocus()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the place in the middle of the host."""
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Let no time run while nobody can see it."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the dark ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#3B484D"), self._theme.line_width))
        painter.setBrush(QColor(GROUND))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _tick(self) -> None:
        if self.underMouse() or self._undo.hasFocus():
            return
        self._left -= _STEP
        self._ring.left = max(0.0, self._left / LASTS)
        self._ring.update()
        if self._left <= 0:
            self.dismiss()

    def _take_back(self) -> None:
        self.dismiss()
        self.undone.emit()

    def _place(self) -> None:
        self.adjustSize()
        width = min(self.sizeHint().width(), self._host.width() - _ABOVE)
        height = max(self._theme.px(42), self.sizeHint().height())
        self.setGeometry(
            (self._host.width() - width) // 2, self._host.height() - height - _ABOVE, width, height
        )

    def _restyle(self) -> None:
        size = self._theme.px(16)
        self._symbol.setPixmap(self._theme.pixmap(self._icon, self._ink, size, self.devicePixelRatioF()))
        if self.isVisible():
            self._place()


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Tell a screen reader a sentence, politely unless urgent (lost connection, crisis mode)."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
