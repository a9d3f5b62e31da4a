# SPDX-License-Identifier: EUPL-1.2
"""The crop as numbers, for those who would rather type than drag."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.signs import KeyCap
from kalender.ui.widgets.blocks.text import Text
from kalender.wording.tr import tr


class NumberField(QLineEdit):
    """A whole number of px: typed and taken with Enter or Tab, or changed with the arrow keys."""

    changed = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step = 1
        self._range = QIntValidator(0, 0, self)
        self.setValidator(self._range)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)
        self.editingFinished.connect(self._say)
        self._shown = 0
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def value(self) -> int:
        """The number as it stands."""
        return int(self.text() or 0)

    def show_value(self, value: int, most: int, step: int) -> None:
        """Show a number from 0 to most; step: what an arrow key changes."""
        self._range.setTop(most)
        self._step, self._shown = max(1, step), value
        if self.text() != str(value):
            self.setText(str(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Count up and down with the arrow keys."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        self.setText(str(max(0, min(self._range.top(), self.value + by * self._step))))
        self._say()

    def _say(self) -> None:
        if self.value != self._shown:
            self._shown = self.value
            self.changed.emit(self.value)

    def _restyle(self) -> None:
        theme = self._theme
        width = theme.metrics("body").horizontalAdvance("00000")
        self.setFixedSize(round(width) + theme.px(24), theme.line("body") + theme.px(10))


class NumberBar(FoldingBar):
    """Left, top, width and height of the crop in px of the original; the way to set it without a mouse."""

    placed = Signal(int, int)
    sized = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, edges="t", pad=(12, 10), gap=6, parent=parent)
        row, more = self.first, self.second
        self._place: list[QWidget] = []
        self._size: list[QWidget] = []
        self.left = self._number(self._place, "X", tr("Linker Rand"))
        self.top = self._number(self._place, "Y", tr("Oberer Rand"))
        self.wide = self._number(self._size, tr("Breite"), tr("Breite"))
        self.high = self._number(self._size, tr("Höhe"), tr("Höhe"))
        for part in (*self._place, *self._size):
            row.addWidget(part)
        self._low = False
        self._unit = Text(theme, tr("px im Original"), "small", ink="text-2")
        more.addWidget(self._unit)
        row.addStretch(1)
        more.addSpacing(theme.px(10))
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(theme.px(6))
        for cap, words in ((tr("Pfeiltasten"), tr("verschieben")), ("+", ""), ("−", tr("Größe"))):
            keys.addWidget(KeyCap(theme, cap))
            if words:
                keys.addWidget(Text(theme, words, "small", ink="text-2"))
        more.addWidget(self._keys)
        more.addStretch(1)
        self.left.changed.connect(lambda _v: self.placed.emit(self.left.value, self.top.value))
        self.top.changed.connect(lambda _v: self.placed.emit(self.left.value, self.top.value))
        self.wide.changed.connect(lambda value: self.sized.emit(value, 0))
        self.high.changed.connect(lambda value: self.sized.emit(0, value))

    def show_numbers(
        self, box: tuple[int, int, int, int], size: tuple[int, int], steps: tuple[int, int]
    ) -> None:
        """Show a crop: left, top, width, height in px of an original of a size; steps: least change each way."""
        for place, field in enumerate((self.left, self.top, self.wide, self.high)):
            field.show_value(box[place], size[place % 2], steps[place % 2])

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the size alone is in its row."""
        return QSize(self._least([*self._size, self._unit]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the size into the second row, in the place of the keys, where all four numbers would not fit into the first."""
        narrow = self._least([*self._place, *self._size]) > event.size().width()
        if narrow != self._low:
            self._low = narrow
            self._keys.setHidden(narrow)
            row, at = (self.second, 0) if narrow else (self.first, len(self._place))
            for number, part in enumerate(self._size):
                row.insertWidget(at + number, part)
        super().resizeEvent(event)

    def _least(self, parts: Sequence[QWidget]) -> int:
        margins, gap = self.contentsMargins(), self.first.spacing()
        if (box := self.layout()) is not None:
            margins = box.contentsMargins()
        wide = sum(part.sizeHint().width() if isinstance(part, Text) else part.width() for part in parts)
        return wide + gap * (len(parts) - 1) + margins.left() + margins.right()

    def _number(self, parts: list[QWidget], label: str, name: str) -> NumberField:
        words = Text(self._themed, label, "small", ink="text-2")
        field = NumberField(self._themed, tr("{what} in Pixeln").format(what=name))
        words.setBuddy(field)
        parts += [words, field]
        return field
