# SPDX-License-Identifier: EUPL-1.2
"""The strip with the pictures of a post: order, alt text, licence, and the place where more are added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from kalender.ui.editor.strip.tiles import MIME, TILE, Tile, TileModel, TilePainter
from kalender.ui.editor.text.paste import picture_files
from kalender.ui.editor.text.writing import PICTURES
from kalender.ui.theme.theme import Theme
from kalender.wording.tr import tr


class PictureStrip(QListView):
    """The pictures of a post in upload order; the last tile adds one.

    reordered(list of attachment ids); picked(attachment) on choosing, opened(attachment) on Enter or double click;
    removed(attachment) on Entf; adding() on the last tile; files_dropped(list of paths). Keys: Alt or Strg with
    Links and Rechts move a picture.
    """

    reordered = Signal(list)
    picked = Signal(str)
    opened = Signal(str)
    removed = Signal(str)
    adding = Signal()
    files_dropped = Signal(list)
    menu_wanted = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = TileModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TilePainter(theme, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Bilder des Beitrags"))
        self._model.moved.connect(self.reordered)
        self.selectionModel().currentChanged.connect(self._pick)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._click)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def current(self) -> str:
        """The id of the chosen attachment, or empty."""
        found = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return str(found) if found else ""

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other pictures; the chosen one stays chosen."""
        before = self.current
        self._model.show_tiles(tiles)
        if before != self.current or not before:
            self.choose(before or (tiles[0].attachment if tiles else ""))

    def choose(self, attachment: str) -> None:
        """Choose a picture."""
        for row, tile in enumerate(self._model.tiles):
            if tile.attachment == attachment:
                self.setCurrentIndex(self._model.index(row))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One row of tiles."""
        px = self._theme.px
        return QSize(px(400), px(TILE.height()) + 2 * self._theme.line("small") + px(12))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One tile wide."""
        return QSize(self._theme.px(150), self.sizeHint().height())

    def move_current(self, by: int) -> None:
        """Move the chosen picture by so many places."""
        row = self.currentIndex().row()
        if self.current:
            self._model.move(self.current, row + (by if by < 0 else by + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by Alt or Strg with arrows, open by Enter, take out by Entf."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        key = event.key()
        moving = control or event.modifiers() & Qt.KeyboardModifier.AltModifier
        if moving and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.move_current(-1 if key == Qt.Key.Key_Left else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not control:
            if self.current and key != Qt.Key.Key_Space:
                self.opened.emit(self.current)
            elif not self.current:
                self.adding.emit()
        elif key == Qt.Key.Key_Delete and self.current:
            self.removed.emit(self.current)
        elif control and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the chosen picture."""
        if self.current:
            self.menu_wanted.emit(self.current, event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take pictures of this strip and picture files."""
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Take pictures of this strip and picture files."""
        self._judge(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Put a picture into its new place, or hand files on."""
        files = picture_files(event.mimeData(), PICTURES)
        if files:
            self.files_dropped.emit(files)
        elif event.mimeData().hasFormat(MIME):
            attachment = bytes(event.mimeData().data(MIME).data()).decode()
            self._model.move(attachment, self._place_at(event.position().toPoint().x()))
        event.acceptProposedAction()

    def _place_at(self, x: int) -> int:
        for row in range(len(self._model.tiles)):
            if x < self.visualRect(self._model.index(row)).center().x():
                return row
        return len(self._model.tiles)

    def _judge(self, event: QDragEnterEvent | QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME) or picture_files(event.mimeData(), PICTURES):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _pick(self, current: QModelIndex) -> None:
        found = current.data(Qt.ItemDataRole.UserRole) if current.isValid() else None
        if found:
            self.picked.emit(str(found))

    def _open(self, index: QModelIndex) -> None:
        found = index.data(Qt.ItemDataRole.UserRole)
        if found:
            self.opened.emit(str(found))

    def _click(self, index: QModelIndex) -> None:
        if index.row() == len(self._model.tiles):
            self.adding.emit()

    def _restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
