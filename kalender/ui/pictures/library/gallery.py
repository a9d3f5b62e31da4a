# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the library side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kalender.domain.picture import Picture
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.glyphs import SEVERITY, ring
from kalender.ui.widgets.paint.pictures import cover, draw_rounded
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.pictures import licence_state
from kalender.wording.tr import tr

Index = QModelIndex | QPersistentModelIndex
ImageOf = Callable[[str, int], QImage]
WIDE, HIGH = 168, 126
MOST_KEPT = 600


def missing(picture: Picture) -> list[tuple[str, str]]:
    """Return what is missing of a picture: theme role and words, the gravest first."""
    found = [] if picture.alt.strip() else [("err", tr("Alternativtext fehlt"))]
    licence = licence_state(picture)
    return found if licence[0] == "ok" else [*found, licence]


class GalleryModel(QStringListModel):
    """Pictures in the order given. The ids are Qt's own list: it asks ten thousand times how many there are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pictures: tuple[Picture, ...] = ()

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show other pictures; where only what is known of them differs, choice and place stay."""
        ids = [item.id for item in pictures]
        same = ids == [item.id for item in self.pictures]
        self.pictures = tuple(pictures)
        if not same:
            self.setStringList(ids)
        elif pictures:
            self.dataChanged.emit(self.index(0), self.index(len(pictures) - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Pictures are chosen, never renamed or dropped here."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag(0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for screen readers and tips, and the id."""
        if not index.isValid():
            return None
        picture = self.pictures[index.row()]
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            words = [picture.name, picture.alt, *(text for _role, text in missing(picture))]
            return ", ".join(part for part in words if part)
        return picture.id if role == Qt.ItemDataRole.UserRole else None


class GalleryPainter(QStyledItemDelegate):
    """Paints a picture with its name and what is missing; pictures cut to size are kept."""

    def __init__(self, theme: Theme, image_of: ImageOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image_of = image_of
        self._texts = TextCache(theme)
        self._kept: dict[tuple[object, ...], QPixmap] = {}
        theme.changed.connect(self._kept.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and arguments
        """Room for picture, name and a line below."""
        px = self._theme.px
        return QSize(px(WIDE) + px(12), px(HIGH) + 2 * self._theme.line("small") + px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one picture."""
        theme, px = self._theme, self._theme.px
        model = index.model()
        assert isinstance(model, GalleryModel)
        picture = model.pictures[index.row()]
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(area.x() + px(6), area.y() + px(6), px(WIDE), px(HIGH))
        pixmap = self._pixmap(picture, painter.device().devicePixelRatioF())
        if pixmap.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("bg-sunken"))
            painter.drawRoundedRect(rect, 5, 5)
            size = px(22)
            theme.draw(
                painter,
                "ri.image-line",
                "text-3",
                rect.center().x() - size / 2,
                rect.center().y() - size / 2,
                size,
            )
        else:
            draw_rounded(painter, pixmap, rect, 5)
        y = rect.bottom() + px(4)
        self._texts.draw(painter, picture.name, "small", "text", rect.x(), y, rect.width(), weight=500)
        y += theme.line("small")
        lacks = missing(picture)
        if lacks:
            role, words = lacks[0]
            theme.draw(painter, SEVERITY[role], role, rect.x(), round(y + px(2)), px(12))
            self._texts.draw(painter, words, "small", "text-2", rect.x() + px(16), y, rect.width() - px(16))
        else:
            size_words = f"{picture.width} × {picture.height} px"
            self._texts.draw(painter, size_words, "small", "text-3", rect.x(), y, rect.width())
        if state & QStyle.StateFlag.State_Selected:
            ring(painter, theme, rect, 6, gap=1)
        elif state & QStyle.StateFlag.State_HasFocus:
            ring(painter, theme, rect, 6, gap=2)
        painter.restore()

    def forget(self) -> None:
        """Ask for the copies anew."""
        self._kept = {key: pixmap for key, pixmap in self._kept.items() if not pixmap.isNull()}

    def _pixmap(self, picture: Picture, ratio: float) -> QPixmap:
        width, height = self._theme.px(WIDE), self._theme.px(HIGH)
        shown = picture.shaped((WIDE, HIGH))
        key = (shown.id, shown.sha256, shown.focus, width, ratio)
        found = self._kept.get(key)
        if found is None or found.isNull():
            image = self._image_of(shown.id, 2 * width)
            found = cover(image, width, height, focus=shown.focus, ratio=ratio)
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = found
        return found


class Gallery(QListView):
    """chosen: other pictures are chosen; opened(id): Enter or double click; removed: Entf."""

    chosen = Signal()
    opened = Signal(str)
    removed = Signal()

    def __init__(self, theme: Theme, image_of: ImageOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = GalleryModel(self)
        self._painter = GalleryPainter(theme, image_of, self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAcceptDrops(False)
        self.setAccessibleName(tr("Bilder"))
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.chosen.emit())
        self.doubleClicked.connect(lambda index: self.opened.emit(str(index.data(Qt.ItemDataRole.UserRole))))
        theme.changed.connect(self._restyle)

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show other pictures; those that were chosen stay chosen where they are still there."""
        before = set(self.ids())
        self._model.show_pictures(pictures)
        if before and set(self.ids()) != before:
            self.choose([item.id for item in pictures if item.id in before])

    def ids(self) -> list[str]:
        """Return the ids of the chosen pictures in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.pictures[row].id for row in rows]

    def choose(self, ids: Sequence[str]) -> None:
        """Choose pictures and bring the first into view."""
        model = self.selectionModel()
        model.clearSelection()
        for row, picture in enumerate(self._model.pictures):
            if picture.id in ids:
                index = self._model.index(row)
                model.select(index, model.SelectionFlag.Select)
                if picture.id == ids[0]:
                    model.setCurrentIndex(index, model.SelectionFlag.NoUpdate)
                    self.scrollTo(index)

    def refresh(self) -> None:
        """Paint again: copies have been made."""
        self._painter.forget()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open by Enter, into the trash by Entf."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.ids():
                self.opened.emit(self.ids()[0])
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the pictures out anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
