# SPDX-License-Identifier: EUPL-1.2
"""The handbook in a window of its own: chapters, their text with pictures, and a search through all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kalender.ui.shell.help.reading import Reader
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.wording.tr import tr

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of the handbook. name: the file's; title: its first heading; text: Markdown."""

    name: str
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Tell whether all words are in it, in any case."""
        text = self.text.casefold()
        return all(word in text for word in words.casefold().split())


def chapters(folder: Path) -> tuple[Chapter, ...]:
    """Return the chapters of a folder in the order of their file names; none where the folder is not there."""
    found = []
    for path in sorted(folder.glob("[0-9]*.md")):
        text = path.read_text(encoding="utf-8")
        title = next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), path.stem)
        found.append(Chapter(path.name, title, text))
    return tuple(found)


class ChapterModel(QAbstractListModel):
    """The chapters that hold the words looked for."""

    def __init__(self, every: Sequence[Chapter], parent: QObject) -> None:
        super().__init__(parent)
        self._every = tuple(every)
        self.shown = self._every

    def look_for(self, words: str) -> None:
        """List only chapters with these words; no words list all."""
        self.beginResetModel()
        self.shown = tuple(item for item in self._every if item.holds(words))
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """Return the row of a chapter by its file name, or -1."""
        return next((row for row, item in enumerate(self.shown) if item.name == name), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many chapters are listed."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the title of a chapter."""
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return self.shown[index.row()].title if index.isValid() and role in wanted else None


class TitleDelegate(QStyledItemDelegate):
    """Paints a chapter like a page in the navigation."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row."""
        return QSize(0, self._theme.px(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, bar and title."""
        theme, rect = self._theme, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("bg-selected" if chosen else "bg-hover"))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        painter.setFont(theme.font("body", 600 if chosen else None))
        painter.setPen(theme.colour("text"))
        room = rect.adjusted(theme.px(12), 0, -theme.px(6), 0)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if theme.contrast and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.pen("focus", 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


class HandbookWindow(QWidget):
    """Chapters at the left, the text at the right, beside the window it explains. folder: *.md and bilder/.

    Strg+F goes to the search, Enter there to the next place, Esc empties the search and then closes.
    """

    def __init__(self, theme: Theme, folder: Path, parent: QWidget | None = None) -> None:
        for other in parent.findChildren(HandbookWindow) if parent is not None else ():
            other.close()  # one handbook at a time, however often F1 is pressed
        super().__init__(parent, Qt.WindowType.Window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Handbuch"))
        self.resize(theme.px(1040), theme.px(760))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Im Handbuch suchen"))
        self.search.setAccessibleName(tr("Im Handbuch suchen"))
        self.search.setClearButtonEnabled(True)
        self.found = Text(theme, "", "small", ink="text-2", wrap=True)
        self.model = ChapterModel(chapters(folder), self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Kapitel"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(TitleDelegate(theme, self.list))
        self.list.viewport().setAutoFillBackground(False)
        self.reader = Reader(theme, folder)
        self._lay_out()
        self._restyle()
        theme.changed.connect(self._restyle)
        self.list.selectionModel().currentChanged.connect(self._open)
        self.reader.chapter_wanted.connect(self.show_chapter)
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self.next_place)
        self.search.installEventFilter(self)
        for keys in ("Ctrl+F", "Ctrl+K"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._to_search)
        QShortcut(QKeySequence("F3"), self).activated.connect(self.next_place)
        self._choose(0)

    def show_chapter(self, name: str) -> None:
        """Open a chapter by its file name; an unknown name changes nothing."""
        if self.model.row_of(name) < 0:
            self.search.clear()
        row = self.model.row_of(name)
        if row >= 0:
            self._choose(row)

    def next_place(self) -> None:
        """Go to the next place with the words looked for, in the next chapter after the last one."""
        words = self.search.text().strip()
        if not words or not self.model.shown or self.reader.next_place():
            return
        self._choose((self.list.currentIndex().row() + 1) % len(self.model.shown))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc empties the search, then closes."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
            self.search.setFocus()
        else:
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and down in the search choose a chapter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step:
                row = self.list.currentIndex().row() + step
                self._choose(max(0, min(row, len(self.model.shown) - 1)))
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin in the list, so that the arrow keys turn pages."""
        super().showEvent(event)
        self.list.setFocus()

    def _lay_out(self) -> None:
        theme = self._theme
        side = Ground(theme, "bg-window", edges="r")
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(self.search)
        column.addWidget(self.found)
        column.addWidget(self.list, 1)
        page = Ground(theme, "bg-surface")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.reader)
        splitter = QSplitter()
        splitter.addWidget(side)
        splitter.addWidget(page)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.setSizes([theme.px(260), theme.px(780)])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _restyle(self) -> None:
        theme = self._theme
        self.setMinimumSize(theme.px(560), theme.px(360))
        self.search.setFont(theme.font("body"))
        self.list.doItemsLayout()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _look_for(self, text: str) -> None:
        words = text.strip()
        index = self.list.currentIndex()
        name = self.model.shown[index.row()].name if index.isValid() else ""
        self.model.look_for(words)
        count = len(self.model.shown)
        self.found.setText(_found(words, count))
        if count:
            titles = [
                row for row, item in enumerate(self.model.shown) if words.casefold() in item.title.casefold()
            ]
            self._choose(titles[0] if words and titles else max(0, self.model.row_of(name)))
        else:
            self.reader.clear_marks()

    def _choose(self, row: int) -> None:
        index = self.model.index(row, 0)
        if index.isValid():
            again = index == self.list.currentIndex()
            self.list.setCurrentIndex(index)
            if again:
                self._open(index)

    def _open(self, index: _Index) -> None:
        if index.isValid():
            chapter = self.model.shown[index.row()]
            self.reader.read(chapter.title, chapter.text, self.search.text().strip())


def _found(words: str, count: int) -> str:
    if not words:
        return ""
    if not count:
        return tr("Dazu steht nichts im Handbuch. Versuchen Sie ein anderes Wort.")
    return tr("1 Kapitel") if count == 1 else tr("{count} Kapitel").format(count=count)
