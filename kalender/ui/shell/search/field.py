# SPDX-License-Identifier: EUPL-1.2
"""The field of the search with its key cap; the keys that move in the results."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.field import LineField
from kalender.ui.widgets.paint.chips import keycap, keycap_width
from kalender.wording.tr import tr


class SearchField(LineField):
    """The field with its key cap; arrow keys and Enter go to the results. left: Esc in an empty field."""

    typed = Signal(str)
    stepped = Signal(int)
    accepted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, icon="ri.search-line", hint=tr("Suchen oder Befehl eingeben"), name=tr("Suche")
        )
        self._themed = theme
        self.setProperty("dense", "true")
        self.textEdited.connect(self.typed)
        self._dense()
        theme.changed.connect(self._dense)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move in the results, open one, or leave."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self.typed.emit("")
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the results again."""
        super().focusInEvent(event)
        self._make_room()
        if self.text():
            self.typed.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the key cap again."""
        super().focusOutEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the key cap at the end of an empty field."""
        super().paintEvent(event)
        if not self._shows_keys():
            return
        theme, keys = self._themed, tr("Strg K")
        painter = QPainter(self)
        width, height = keycap_width(theme, keys), theme.px(18)
        place = QRectF(self.width() - width - theme.px(5), (self.height() - height) / 2, width, height)
        keycap(painter, theme, place, keys)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the hint clear of the key cap."""
        super().resizeEvent(event)
        self._make_room()

    def _shows_keys(self) -> bool:
        return not self.text() and not self.hasFocus() and self.width() >= self._themed.px(220)

    def _make_room(self) -> None:
        cap = keycap_width(self._themed, tr("Strg K")) if self._shows_keys() else 0
        self.setTextMargins(-10, 0, max(0, cap - 4), 0)

    def _dense(self) -> None:
        self.setFixedHeight(self._themed.px(24))
        self.setFont(self._themed.font("small"))
        self.setMaximumWidth(self._themed.px(250))
        self._make_room()
