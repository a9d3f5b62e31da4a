# SPDX-License-Identifier: EUPL-1.2
"""A row of choices of which one holds: Woche, Monat, Quartal, Liste."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.glyphs import channel_glyph
from kalender.ui.widgets.paint.values import ChannelMark

_RADIUS = 4


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, text: str, mark: ChannelMark | None, padding: int) -> None:
        super().__init__()
        self._padding = padding
        self._theme = theme
        self._mark = mark
        self.first = self.last = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def be_stop(self, on: bool) -> None:
        """Let Tab come here, or not: to what holds, and not to its first neighbour as Qt would have it."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        theme = self._theme
        width = theme.metrics("body", 600).horizontalAdvance(self.text()) + theme.px(2 * self._padding)
        if self._mark is not None:
            width += theme.px(22)
        return QSize(round(width), theme.line("body") + theme.px(10))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = theme.line_width / 2
        frame = QRectF(self.rect()).adjusted(half if self.first else -half, half, -half, -half)
        outline = _outline(frame, first=self.first, last=self.last)
        hover = self.underMouse() and self.isEnabled()
        ground = "bg-selected" if self.isChecked() else "bg-hover" if hover else "bg-surface"
        painter.fillPath(outline, theme.colour(ground))
        if self.isChecked():
            painter.setClipPath(outline)
            painter.fillRect(QRectF(0, self.height() - 3, self.width(), 3), theme.colour("accent"))
            painter.setClipping(False)
        painter.setPen(QPen(theme.colour("line-control"), theme.line_width))
        painter.drawPath(outline)
        self._words(painter)
        painter.end()

    def _words(self, painter: QPainter) -> None:
        theme = self._theme
        weight = 600 if self.isChecked() else 400
        width = theme.metrics("body", weight).horizontalAdvance(self.text())
        size = theme.px(16)
        total = width + (size + theme.px(6) if self._mark is not None else 0)
        x = (self.width() - total) / 2
        if self._mark is not None:
            channel_glyph(painter, theme, self._mark, round(x), round((self.height() - size) / 2), size)
            x += size + theme.px(6)
        painter.setFont(theme.font("body", weight))
        ink = "text" if self.isChecked() else "text-2"
        painter.setPen(theme.colour(ink if self.isEnabled() else "text-disabled"))
        rect = QRectF(x, 0, width + 4, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())


class Segmented(QWidget):
    """One of several; arrow keys move, one tab stop. options: (key, words) or (key, words, mark of a channel).

    padding: px at both sides of the words.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str] | tuple[str, str, ChannelMark | None]],
        *,
        name: str,
        current: str = "",
        padding: int = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._padding = padding
        self._buttons: dict[str, _Segment] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_options(options, current=current)
        theme.changed.connect(self._restyle)

    def set_options(
        self,
        options: Sequence[tuple[str, str] | tuple[str, str, ChannelMark | None]],
        *,
        current: str = "",
    ) -> None:
        """Put other choices in the place of those there are."""
        for old in self._buttons.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        self._buttons.clear()
        for number, option in enumerate(options):
            key, words = option[0], option[1]
            button = _Segment(self._theme, words, option[2] if len(option) > 2 else None, self._padding)
            button.first, button.last = number == 0, number == len(options) - 1
            button.clicked.connect(lambda _checked, wanted=key: self.chosen.emit(wanted))
            button.toggled.connect(button.be_stop)
            self._buttons[key] = button
            self._group.addButton(button)
            self._row.addWidget(button)
        if options:
            self.choose(current or options[0][0])
        for button in self._buttons.values():
            button.be_stop(button.isChecked())

    @property
    def current(self) -> str:
        """The key of the choice that holds, or empty."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Make a choice without emitting chosen; unknown keys are ignored."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def button(self, key: str) -> QAbstractButton:
        """Return the button of a choice, e.g. to switch it off. Raises KeyError for an unknown key."""
        return self._buttons[key]

    def _restyle(self) -> None:
        for button in self._buttons.values():
            button.updateGeometry()
            button.update()


def _outline(frame: QRectF, *, first: bool, last: bool) -> QPainterPath:
    path = QPainterPath()
    if not first and not last:
        path.addRect(frame)
        return path
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(frame, _RADIUS, _RADIUS)
    square = QPainterPath()
    if first and not last:
        square.addRect(frame.adjusted(frame.width() / 2, 0, 0, 0))
    elif last and not first:
        square.addRect(frame.adjusted(0, 0, -frame.width() / 2, 0))
    return path.united(square)
