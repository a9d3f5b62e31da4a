# SPDX-License-Identifier: EUPL-1.2
"""The list of shapes a picture is needed in, each with a live thumbnail of its crop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kalender.domain.crop import Border, Crop
from kalender.domain.frozen import frozen
from kalender.ui.pictures.crop.draft import Frame
from kalender.ui.pictures.crop.overlay import hatch_brush, zone_rects
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.paint.bordering import bordered_pixmap
from kalender.ui.widgets.paint.glyphs import SEVERITY, channel_row, ring
from kalender.ui.widgets.paint.pictures import cut
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr

Index = QModelIndex | QPersistentModelIndex
WIDEST, TALLEST = 84, 80
"""Size of the thumbnails at 100 %."""

SMALL = 420
"""Longest edge in px of the copy thumbnails are cut from."""


@frozen
class Shape:
    """One row: what is needed, how it is cut, what is to be said about it. own: set by hand; border: shown whole."""

    frame: Frame
    crop: Crop
    verdict: tuple[str, str]
    own: bool = False
    marks: tuple[ChannelMark, ...] = field(default=())
    border: Border | None = None

    @property
    def spoken(self) -> str:
        """The row as it is read out."""
        channels = ", ".join(mark.label for mark in self.marks)
        hand = tr("von Hand") if self.own else tr("nach Fokuspunkt")
        size = f"{self.frame.width} × {self.frame.height} px"
        return f"{self.frame.ratio} {self.frame.name}, {size}, {channels}, {self.verdict[1]}, {hand}"


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shapes: tuple[Shape, ...] = ()

    def show_shapes(self, shapes: Sequence[Shape]) -> None:
        same = [item.frame.key for item in shapes] == [item.frame.key for item in self.shapes]
        if not same:
            self.beginResetModel()
        self.shapes = tuple(shapes)
        if same:
            self.dataChanged.emit(self.index(0), self.index(max(0, len(shapes) - 1)))
        else:
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self.shapes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.shapes[index.row()].spoken
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = TextCache(theme)
        self.image = QImage()
        self._kept: dict[tuple[str, Crop, Border | None], QPixmap] = {}
        self._brush = hatch_brush(1.0, 6)

    def forget(self, image: QImage) -> None:
        self._kept.clear()
        longest = max(image.width(), image.height())
        if longest > SMALL:
            image = image.scaled(
                SMALL, SMALL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        self.image = image

    def thumbnail(self, frame: Frame, crop: Crop, border: Border | None, ratio: float) -> QPixmap:
        key = (frame.key, crop, border)
        if key not in self._kept:
            if len(self._kept) > 60:
                self._kept.clear()
            size = self.size_of(frame)
            if border is not None:
                made = bordered_pixmap(self.image, size.width(), size.height(), border, ratio=ratio)
            else:
                made = cut(self.image, crop, size.width(), size.height(), ratio=ratio)
            self._kept[key] = made
        return self._kept[key]

    def size_of(self, frame: Frame) -> QSize:
        px = self._theme.px
        scale = min(px(WIDEST) / frame.width, px(TALLEST) / frame.height)
        return QSize(max(1, round(frame.width * scale)), max(1, round(frame.height * scale)))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and arguments
        theme = self._theme
        lines = theme.line("body") + 3 * theme.line("small") + theme.px(22)
        return QSize(theme.px(220), max(lines, theme.px(TALLEST) + theme.px(12)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        model = index.model()
        assert isinstance(model, _Model)
        shape = model.shapes[index.row()]
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, theme.colour("bg-selected" if chosen else "bg-surface"))
        if chosen:
            painter.fillRect(area.x(), area.y(), 3, area.height(), theme.colour("accent"))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, theme.colour("line-subtle"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_thumbnail(painter, area, shape)
        x, y = area.x() + px(108), area.y() + px(9)
        room = area.right() - x - px(6)
        self._texts.draw(painter, shape.frame.ratio, "body", "text", x, y, room, weight=600)
        left = x + self._texts.width(shape.frame.ratio, "body", 600) + px(5)
        self._texts.draw(painter, shape.frame.name, "body", "text", left, y, area.right() - left - px(4))
        y += theme.line("body")
        size = f"{shape.frame.width} × {shape.frame.height} px"
        self._texts.draw(painter, size, "small", "text-2", x, y, room)
        y += theme.line("small") + px(2)
        channel_row(painter, theme, shape.marks, x, y, px(13), gap=px(5))
        if shape.own:
            words = tr("von Hand")
            width = self._texts.width(words, "small")
            at = area.right() - px(8) - width
            self._texts.draw(painter, words, "small", "text-2", at, y - px(2), width + 2)
            theme.draw(painter, "ri.pencil-fill", "accent", at - px(16), y, px(12))
        y += px(18)
        role, words = shape.verdict
        theme.draw(painter, SEVERITY[role], role, x, round(y + px(1)), px(12))
        self._texts.draw(painter, words, "small", "text", x + px(17), y, room - px(17))
        if state & QStyle.StateFlag.State_HasFocus and not chosen:
            ring(painter, theme, QRectF(area).adjusted(4, 4, -4, -4), 4, gap=0)
        painter.restore()

    def _paint_thumbnail(self, painter: QPainter, area: QRect, shape: Shape) -> None:
        theme, px = self._theme, self._theme.px
        size = self.size_of(shape.frame)
        left = area.x() + px(12) + (px(WIDEST) - size.width()) // 2
        top = area.y() + (area.height() - size.height()) // 2
        rect = QRectF(left, top, size.width(), size.height())
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.thumbnail(shape.frame, shape.crop, shape.border, ratio)
        if pixmap.isNull():
            painter.fillRect(rect, theme.colour("bg-sunken"))
            return
        painter.drawPixmap(rect.topLeft(), pixmap)
        for zone in zone_rects(rect, shape.frame.zone):
            painter.fillRect(zone, self._brush)


class ShapeList(QListView):
    """chosen(row): another shape is to be worked on."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self._painter = _Painter(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Formate"))
        self.selectionModel().currentChanged.connect(self._pick)
        theme.changed.connect(self._restyle)

    def show_picture(self, image: QImage) -> None:
        """Show thumbnails of another picture."""
        self._painter.forget(image)
        self.viewport().update()

    def show_shapes(self, shapes: Sequence[Shape], row: int) -> None:
        """Show the shapes, one of them chosen; says nothing."""
        self.blockSignals(True)  # noqa: FBT003 - Qt takes it by position
        self._model.show_shapes(shapes)
        if self.currentIndex().row() != row:
            self.setCurrentIndex(self._model.index(row))
        self.blockSignals(False)  # noqa: FBT003 - Qt takes it by position

    def shapes(self) -> tuple[Shape, ...]:
        """What is shown."""
        return self._model.shapes

    def _pick(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class ShapePanel(Ground):
    """The list with its head, and below it whether the focus point holds for all shapes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="r", parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        head = Ground(theme, "bg-surface", edges="b")
        line = QHBoxLayout(head)
        line.setContentsMargins(theme.px(14), theme.px(11), theme.px(14), theme.px(11))
        self._count = Text(theme, "", "small", ink="text-2")
        line.addWidget(Text(theme, tr("Formate"), "title-3"))
        line.addStretch(1)
        line.addWidget(self._count)
        self.list = ShapeList(theme)
        self.together = CheckBox(theme, tr("Fokuspunkt für alle Formate"), role="small")
        self.together.setChecked(True)
        foot = Ground(theme, "bg-surface", edges="t")
        below = QVBoxLayout(foot)
        below.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(10))
        below.setSpacing(0)
        below.addWidget(self.together)
        words = tr("Ausschnitte von Hand bleiben, alle anderen richten sich danach aus.")
        hint = Text(theme, words, "small", ink="text-2", wrap=True)
        hint.setContentsMargins(theme.px(24), 0, 0, 0)
        below.addWidget(hint)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(foot)

    def show_count(self, count: int) -> None:
        """Show how many shapes there are."""
        self._count.setText(tr("{n} für diesen Beitrag").format(n=count))
