# SPDX-License-Identifier: EUPL-1.2
"""The head of a lane, across all columns: what it stands for, how many cards, folded or not."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kalender.ui.board.lanes.grouping import LaneSpec
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint import chips
from kalender.ui.widgets.paint.glyphs import channel_glyph
from kalender.wording.tr import tr


class LaneHead(QPushButton):
    """A click, Enter or the space bar folds the lane, Links and Rechts do it by name. stepped: Auf and Ab."""

    folded_wanted = Signal(bool)
    stepped = Signal(int)

    def __init__(self, theme: Theme, spec: LaneSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.spec = spec
        self._folded = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda _checked=False: self.folded_wanted.emit(not self._folded))
        theme.changed.connect(self.updateGeometry)
        self.show_spec(spec, folded=False)

    def show_spec(self, spec: LaneSpec, *, folded: bool) -> None:
        """Show what the lane holds now."""
        self.spec, self._folded = spec, folded
        posts = tr("1 Beitrag") if spec.total == 1 else tr("{count} Beiträge").format(count=spec.total)
        state = tr("eingeklappt") if folded else tr("aufgeklappt")
        self.setAccessibleName(
            tr("Bahn {title}, {posts}, {state}").format(title=spec.title, posts=posts, state=state)
        )
        self.setToolTip(spec.title)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row."""
        return QSize(self._theme.px(120), self._theme.px(30))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as narrow as need be."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Fold and step by keys."""
        key = event.key()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            wanted = key == Qt.Key.Key_Left
            if wanted != self._folded:
                self.folded_wanted.emit(wanted)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.folded_wanted.emit(not self._folded)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint arrow, sign, title and count over a thin line."""
        theme, px, spec = self._theme, self._theme.px, self.spec
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("bg-hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        size, height = px(16), self.height()
        top = round((height - size) / 2)
        arrow = "ri.arrow-right-s-line" if self._folded else "ri.arrow-down-s-line"
        theme.draw(painter, arrow, "text-2", px(4), top, size)
        x = px(26)
        if spec.mark is not None:
            channel_glyph(painter, theme, spec.mark, x, top, size)
            x += size + px(6)
        elif spec.colour:
            chips.topic_swatch(painter, theme, x, height / 2, spec.colour)
            x += px(15)
        elif spec.person is not None:
            disc = QRectF(x, round((height - px(20)) / 2), px(20), px(20))
            chips.avatar(painter, theme, disc, spec.person.initials, chips.avatar_ink(spec.person.id))
            x += px(26)
        painter.setFont(theme.font("body", 600))
        painter.setPen(theme.colour("text"))
        metrics = theme.metrics("body", 600)
        words = metrics.elidedText(spec.title, Qt.TextElideMode.ElideRight, max(0, self.width() - x - px(60)))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(x, 0, self.width() - x, height), align, words)
        x += round(metrics.horizontalAdvance(words)) + px(8)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text-2"))
        painter.drawText(QRectF(x, 0, px(80), height), align, str(spec.total))
        painter.fillRect(QRectF(0, height - 1, self.width(), 1), theme.colour("line-subtle"))
        painter.end()
