# SPDX-License-Identifier: EUPL-1.2
"""The navigation at the left: town, pages with counts, a place for the idea basket; or narrow as a rail."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kalender.ui.shell.commands.keys import german
from kalender.ui.shell.pages import PageSpec
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.pane import own_pane
from kalender.ui.widgets.blocks.signs import Painted
from kalender.ui.widgets.blocks.text import Elided, Ground
from kalender.ui.widgets.paint.emblems import crest
from kalender.ui.widgets.paint.glyphs import ring
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.wording.tr import tr

_KEY = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
_SHORT = Qt.ItemDataRole.UserRole + 3

RAIL, LEAST = 52, 42
"""Heights in px at 100 % of a row of the rail: as it should be, and where the window is too low for all."""

_Index = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    """Paints the rows: 30 px with symbol, words and count; in the rail RAIL px with the symbol above the words."""

    def __init__(self, theme: Theme, view: PageList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        theme = self._theme
        if self._view.narrow:
            return QSize(theme.px(64), self._view.pitch)
        return QSize(theme.px(120), theme.px(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, px = self._theme, self._theme.px
        rect = QRectF(option.rect)
        active = self._view.item(index.row()).isSelected()
        hover = self._view.over(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if active or hover:
            painter.setPen(theme.pen("accent") if active and theme.contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("bg-selected" if active else "bg-hover"))
            painter.drawRoundedRect(rect, 4, 4)
        if active and not self._view.narrow:
            painter.fillRect(
                QRectF(rect.x(), rect.y() + px(5), 3, rect.height() - px(10)), theme.colour("accent")
            )
        if self._view.narrow:
            self._upright(painter, rect, index, active=active)
        else:
            self._level(painter, rect, index, active=active)
        if self._view.keyboard and self._view.hasFocus() and index.row() == self._view.currentRow():
            ring(painter, theme, rect.adjusted(2, 2, -2, -2), 4, gap=0)
        painter.restore()

    def _level(self, painter: QPainter, rect: QRectF, index: _Index, *, active: bool) -> None:
        theme, px = self._theme, self._theme.px
        size = px(18)
        theme.draw(
            painter,
            str(index.data(_ICON)),
            "accent" if active else "text-3",
            rect.x() + px(9),
            round(rect.y() + (rect.height() - size) / 2),
            size,
        )
        count = str(index.data(_COUNT) or "")
        right = rect.right() - px(8)
        if count:
            right = self._pill(painter, count, rect.right() - px(8), rect.center().y(), active=active) - px(6)
        left = rect.x() + px(36)
        weight = 600 if active else 400
        painter.setFont(theme.font("body", weight))
        painter.setPen(theme.colour("text" if active else "text-2"))
        words = theme.metrics("body", weight).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, right - left
        )
        place = QRectF(left, rect.y(), right - left, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _upright(self, painter: QPainter, rect: QRectF, index: _Index, *, active: bool) -> None:
        theme, px = self._theme, self._theme.px
        size = px(20)
        ink = "accent" if active else "text-3"
        top = rect.y() - (px(RAIL) - rect.height()) // 2
        theme.draw(
            painter, str(index.data(_ICON)), ink, round(rect.center().x() - size / 2), top + px(7), size
        )
        weight = 600 if active else 400
        painter.setFont(theme.font("small", weight))
        painter.setPen(theme.colour("text" if active else "text-2"))
        words = theme.metrics("small", weight).elidedText(
            str(index.data(_SHORT) or index.data()), Qt.TextElideMode.ElideRight, rect.width()
        )
        place = QRectF(rect.x(), top + px(29), rect.width(), px(18))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        count = str(index.data(_COUNT) or "")
        if count:
            self._pill(
                painter, count, rect.right() - px(8), max(rect.y() + px(9), top + px(11)), active=active
            )

    def _pill(self, painter: QPainter, count: str, right: float, middle: float, *, active: bool) -> float:
        theme, px = self._theme, self._theme.px
        width = max(px(20), theme.metrics("small").horizontalAdvance(count) + px(10))
        place = QRectF(right - width, middle - px(9), width, px(18))
        painter.setPen(theme.pen("line") if theme.contrast or self._view.narrow else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("bg-surface" if active else "bg-sunken"))
        painter.drawRoundedRect(place, px(9), px(9))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text-2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, count)
        return place.left()


class PageList(QListWidget):
    """The pages as a list: arrow keys move, Enter or a click shows. chosen: key of the page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        own_pane(self, filled=False)
        self._theme = theme
        self._pointer = QPoint(-1, -1)
        self.narrow = False
        self.keyboard = False
        self.pitch = theme.px(RAIL)
        self.setAccessibleName(tr("Bereiche"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_Rows(theme, self))
        for spec in pages:
            item = QListWidgetItem(tr(spec.label))
            item.setData(_KEY, spec.key)
            item.setData(_ICON, spec.icon)
            item.setData(_SHORT, spec.short)
            keys = german(spec.keys)
            item.setToolTip(f"{tr(spec.label)} ({keys})" if keys else tr(spec.label))
            self.addItem(item)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.set_narrow(narrow=False)
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.set_narrow(narrow=self.narrow)

    def set_narrow(self, *, narrow: bool) -> None:
        """Paint rows for the rail or for the full navigation."""
        self.narrow = narrow
        self.setSpacing(0)
        self.lay_out(self._theme.px(RAIL))

    @property
    def rows(self) -> int:
        """How many pages are listed."""
        return sum(not self.isRowHidden(row) for row in range(self.count()))

    def lay_out(self, pitch: int, most: int = 0) -> None:
        """Give each row of the rail so many px; most: height of the list in px, from which on arrow keys and wheel scroll it."""
        self.pitch = pitch
        whole = self.rows * (pitch if self.narrow else self._theme.px(30)) + 2
        self.setFixedHeight(min(whole, most) if most else whole)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def holds(self, key: str) -> bool:
        """Tell whether a page stands in this list."""
        return any(self.item(row).data(_KEY) == key for row in range(self.count()))

    def set_current(self, key: str) -> None:
        """Mark the page that is shown; an unknown key marks none."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)
                return
        self.clearSelection()

    def show_only(self, keys: Collection[str] | None) -> None:
        """List only these pages, as for a person who just approves; None lists all."""
        for row in range(self.count()):
            self.setRowHidden(row, keys is not None and self.item(row).data(_KEY) not in keys)
        self.set_narrow(narrow=self.narrow)

    def set_count(self, key: str, count: int, words: str = "") -> None:
        """Show a number at a page, with words for the screen reader ("4 warten auf Sie"); 0 shows none."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_KEY) == key:
                item.setData(_COUNT, str(count) if count else "")
                name = f"{item.text()}, {words or count}" if count else item.text()
                item.setData(Qt.ItemDataRole.AccessibleTextRole, name)

    def over(self, row: QRect) -> bool:
        """Tell whether the pointer is over the place of a row."""
        return self.viewport().underMouse() and row.contains(self._pointer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where the pointer is."""
        self._pointer = event.position().toPoint()
        super().mouseMoveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ring where the keyboard brought the focus."""
        self.keyboard = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(_KEY)))


class Navigation(Ground):
    """Town, pages, below them a place for a widget of the page (`set_tray`), hidden in the rail; few pages at the foot."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, pages: Sequence[PageSpec], *, town: str, land: str, foot: Sequence[PageSpec] = ()
    ) -> None:
        super().__init__(theme, "bg-window", edges="r")
        self._themed = theme
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(6))
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(theme.px(8), theme.px(2), theme.px(4), theme.px(4))
        row.setSpacing(theme.px(10))
        row.addWidget(Painted(theme, QSize(28, 34), crest))
        names = QVBoxLayout()
        names.setSpacing(0)
        self._town = Elided(theme, town, "body", weight=600)
        self._land = Elided(theme, land, "small", ink="text-3")
        names.addWidget(self._town)
        names.addWidget(self._land)
        row.addLayout(names, 1)
        self._column.addWidget(self._head)
        self.pages = PageList(theme, pages)
        self.pages.chosen.connect(self.chosen)
        self._column.addWidget(self.pages)
        self._tray: QWidget | None = None
        self._column.addStretch(1)
        self.foot = PageList(theme, foot)
        self.foot.setAccessibleName(tr("Weitere Bereiche"))
        self.foot.chosen.connect(self.chosen)
        self._column.addWidget(self.foot)
        if not foot:
            self.foot.hide()
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def narrow(self) -> bool:
        """Tell whether the rail is shown."""
        return self._narrow

    @property
    def tray(self) -> QWidget | None:
        """The widget below the pages."""
        return self._tray

    def set_names(self, town: str, land: str) -> None:
        """Show the names of town and Land."""
        self._town.setText(town)
        self._land.setText(land)

    def set_tray(self, tray: QWidget | None) -> None:
        """Put a widget such as the idea basket below the pages; the one before is let go without being deleted."""
        if self._tray is tray:
            return
        if self._tray is not None:
            self._column.removeWidget(self._tray)
            self._tray.hide()
        self._tray = tray
        if tray is not None:
            self._column.insertWidget(2, tray, 1000)
            tray.setVisible(not self._narrow)

    def set_current(self, key: str, origin: str) -> None:
        """Mark the page that is shown, or the one it was opened from."""
        self.foot.set_current(key)
        self.pages.set_current("" if self.foot.holds(key) else origin)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the rail or the full navigation."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._restyle()

    def _restyle(self) -> None:
        theme, metrics = self._themed, Metrics(self._themed)
        self.setFixedWidth(metrics.rail if self._narrow else metrics.navigation)
        side = theme.px(4 if self._narrow else 8)
        self._column.setContentsMargins(side, theme.px(10), side, theme.px(8))
        self._head.setVisible(not self._narrow)
        if self._tray is not None:
            self._tray.setVisible(not self._narrow)
        self.pages.set_narrow(narrow=self._narrow)
        self.foot.set_narrow(narrow=self._narrow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the height of the window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the rows of the rail come closer where the window is too low for all, then scroll."""
        if not self._narrow:
            return
        px, margins = self._themed.px, self._column.contentsMargins()
        room = self.height() - margins.top() - margins.bottom() - 2 * self._column.spacing() - 4
        rows = self.pages.rows + self.foot.rows
        pitch = max(px(LEAST), min(px(RAIL), room // max(1, rows)))
        if pitch != self.pages.pitch or room < rows * pitch:
            self.foot.lay_out(pitch)
            self.pages.lay_out(pitch, max(pitch, room - self.foot.rows * pitch) + 2)
