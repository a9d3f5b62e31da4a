# SPDX-License-Identifier: EUPL-1.2
"""The saved views below the areas of the navigation; in the rail one button that lists them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kalender.ui.shell.commands.keys import german
from kalender.ui.shell.views.viewing import KEYS, Viewing
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.paint.glyphs import ring
from kalender.wording.tr import tr

_ID = Qt.ItemDataRole.UserRole
_USED = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    """Paints a row as the areas above are painted: symbol and words, the one in use on the ground of what is chosen."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._theme.px(120), self._theme.px(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, px, rect = self._theme, self._theme.px, QRectF(option.rect)
        used = bool(index.data(_USED))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if used or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(theme.pen("accent") if used and theme.contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("bg-selected" if used else "bg-hover"))
            painter.drawRoundedRect(rect, 4, 4)
        size = px(18)
        top = round(rect.y() + (rect.height() - size) / 2)
        theme.draw(painter, "ri.bookmark-line", "accent" if used else "text-3", rect.x() + px(9), top, size)
        weight = 600 if used else 400
        painter.setFont(theme.font("body", weight))
        painter.setPen(theme.colour("text" if used else "text-2"))
        left = px(36)
        words = theme.metrics("body", weight).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, rect.width() - left - px(6)
        )
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(left, 0, 0, 0), align, words)
        if self._view.hasFocus() and index.row() == self._view.currentRow():
            ring(painter, theme, rect.adjusted(2, 2, -2, -2), 4, gap=0)
        painter.restore()


class ViewList(QListWidget):
    """Enter or a click shows a view, F2 renames it, Entf deletes it, Alt and arrows put it elsewhere."""

    def __init__(self, theme: Theme, viewing: Viewing) -> None:
        super().__init__()
        self._theme, self._viewing = theme, viewing
        self.setAccessibleName(tr("Gesicherte Ansichten"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_Rows(theme, self))
        self.viewport().setAutoFillBackground(False)
        self.itemClicked.connect(lambda item: viewing.use(str(item.data(_ID))))
        self.itemActivated.connect(lambda item: viewing.use(str(item.data(_ID))))
        viewing.changed.connect(self.show_views)
        theme.changed.connect(self.show_views)
        self.show_views()

    def show_views(self) -> None:
        """List the views; the one in use is marked, and named as changed where it is."""
        theme, viewing = self._theme, self._viewing
        row = self.currentRow()
        self.clear()
        for number, view in enumerate(viewing.views):
            used = view.id == viewing.using
            changed = used and viewing.differs
            item = QListWidgetItem(tr("{name} · geändert").format(name=view.name) if changed else view.name)
            item.setData(_ID, view.id)
            item.setData(_USED, used)
            keys = german(f"Alt+Shift+{number + 1}") if number < KEYS else ""
            item.setToolTip(f"{view.name} ({keys})" if keys else view.name)
            spoken = [view.name, *([tr("gewählt")] if used else []), *([tr("geändert")] if changed else [])]
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
            self.addItem(item)
        if 0 <= row < self.count():
            self.setCurrentRow(row)
        height = max(1, self.count()) * theme.px(30)
        self.setMaximumHeight(height + 2)
        self.setMinimumHeight(min(height, theme.px(90)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Rename, delete, put elsewhere."""
        item, key = self.currentItem(), event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self.currentRow() < 0:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_F2:
            self._viewing.ask_rename(str(item.data(_ID)))
        elif key == Qt.Key.Key_Delete:
            self._viewing.delete(str(item.data(_ID)))
        elif alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            by = -1 if key == Qt.Key.Key_Up else 1
            row = self.currentRow()
            self._viewing.move(str(item.data(_ID)), by)
            self.setCurrentRow(max(0, min(self.count() - 1, row + by)))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with a view."""
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        item = self.itemAt(event.pos()) if mouse else self.currentItem()
        if item is not None:
            below = self.viewport().mapToGlobal(self.visualItemRect(item).bottomLeft())
            self._viewing.open_menu_of(str(item.data(_ID)), event.globalPos() if mouse else below)


class ViewTray(QWidget):
    """Heading with a plus, and the list."""

    def __init__(self, theme: Theme, viewing: Viewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = spaced(theme, QHBoxLayout(), (8, 12, 0, 0), 4)
        head.addWidget(Text(theme, tr("Gesicherte Ansichten"), "small", weight=600, ink="text-2"), 1)
        self.plus = Button(
            theme,
            icon="ri.add-line",
            kind=Kind.QUIET,
            size=Size.DENSE,
            name=tr("Ansicht sichern …"),
            clicked=viewing.ask_save,
        )
        head.addWidget(self.plus)
        self.list = ViewList(theme, viewing)
        self._none = Text(
            theme,
            tr("Filtern Sie, und sichern Sie die Ansicht unter einem Namen."),
            "small",
            ink="text-2",
            wrap=True,
        )
        self._none.setContentsMargins(theme.px(8), 0, theme.px(4), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.list)
        column.addStretch(1)
        viewing.changed.connect(lambda: self._tell(viewing))
        self._tell(viewing)

    def _tell(self, viewing: Viewing) -> None:
        self._none.setVisible(not viewing.views)
        self.list.setVisible(bool(viewing.views))
