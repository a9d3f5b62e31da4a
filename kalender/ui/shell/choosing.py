# SPDX-License-Identifier: EUPL-1.2
"""Chooses pictures of the library for a post."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from kalender.services.pictures import Pictures
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.ui.widgets.paint.pictures import cover
from kalender.wording.tr import tr

THUMB = QSize(148, 100)


class PictureChooser(Sheet):
    """Thumbnails with a search; several may be chosen. chosen: ids in the order of the list."""

    chosen = Signal(list)

    def __init__(
        self, theme: Theme, pictures: Pictures, image_of: Callable[[str, int], QImage], parent: QWidget
    ) -> None:
        super().__init__(theme, parent, title=tr("Bilder aus der Bildablage"), width=720)
        self._theme = theme
        self._pictures = pictures
        self._image_of = image_of
        self.resize(theme.px(720), theme.px(520))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Bilder suchen"))
        self.search.setAccessibleName(tr("Bilder suchen"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Bilder"))
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setWordWrap(True)
        self.list.setIconSize(THUMB * (theme.scale / 100))
        self.list.setGridSize(QSize(theme.px(166), theme.px(138)))
        self.body.addWidget(Text(theme, tr("Bilder aus der Bildablage"), "title-2"))
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(tr("Hinzufügen"), self._accept, kind=Kind.PRIMARY, closes=False)
        self.go.set_icon("ri.image-add-line")
        self.search.textChanged.connect(lambda _text: self._fill())
        self.list.itemSelectionChanged.connect(self._tell)
        self.list.itemActivated.connect(lambda _item: self._accept())
        self._fill()
        self.search.setFocus()

    def _fill(self) -> None:
        self.list.clear()
        for picture in self._pictures.all(self.search.text()):
            item = QListWidgetItem(picture.name)
            item.setData(Qt.ItemDataRole.UserRole, picture.id)
            item.setToolTip(picture.alt or tr("Noch ohne Alternativtext"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{picture.name}, {picture.alt}".strip(", "))
            item.setIcon(self._icon(picture.id))
            self.list.addItem(item)
        self._tell()

    def _icon(self, id_: str) -> QIcon:
        size = self.list.iconSize()
        pixmap = cover(self._image_of(id_, 512), size.width(), size.height(), ratio=self.devicePixelRatioF())
        if pixmap.isNull():
            pixmap = QPixmap(size)
            pixmap.fill(self._theme.colour("bg-sunken"))
        return QIcon(pixmap)

    def pictures_ready(self) -> None:
        """Show thumbnails that have been made meanwhile."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setIcon(self._icon(str(item.data(Qt.ItemDataRole.UserRole))))

    def _tell(self) -> None:
        count = len(self.list.selectedItems())
        if count:
            self.go.allow()
            words = (
                tr("1 Bild hinzufügen") if count == 1 else tr("{count} Bilder hinzufügen").format(count=count)
            )
            self.go.set_words(words)
        else:
            self.go.set_words(tr("Hinzufügen"))
            self.go.refuse(tr("Wählen Sie mindestens ein Bild aus."))

    def _accept(self) -> None:
        rows = sorted(self.list.row(item) for item in self.list.selectedItems())
        ids = [str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in rows]
        if ids:
            self.accept()
            self.chosen.emit(ids)
