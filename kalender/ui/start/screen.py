# SPDX-License-Identifier: EUPL-1.2
"""What stands in the window while no plan is open: begin, open, look at the sample, take up again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

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
from PySide6.QtGui import QKeyEvent, QPainter
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

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Painted
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.feedback.banner import Banner
from kalender.ui.widgets.paint.emblems import crest
from kalender.ui.widgets.paint.glyphs import ring
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.tr import tr

Index = QModelIndex | QPersistentModelIndex


@frozen
class Recent:
    """A plan that was open before. there: its folder still exists."""

    folder: Path
    title: str
    there: bool = True


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.recent: tuple[Recent, ...] = ()

    def show_recent(self, recent: Sequence[Recent]) -> None:
        self.beginResetModel()
        self.recent = tuple(recent)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self.recent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return None
        item = self.recent[index.row()]
        words = f"{item.title}, {item.folder}"
        return words if item.there else f"{words}, {tr('nicht gefunden')}"


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = TextCache(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and arguments
        return QSize(
            self._theme.px(200), self._theme.line("body") + self._theme.line("small") + self._theme.px(14)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        model = index.model()
        assert isinstance(model, _Model)
        item = model.recent[index.row()]
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        hover = state & QStyle.StateFlag.State_MouseOver
        painter.save()
        painter.fillRect(area, theme.colour("bg-hover" if hover else "bg-surface"))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, theme.colour("line-subtle"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon = "ri.calendar-2-line" if item.there else "ri.folder-warning-line"
        middle = area.center().y() - px(9)
        theme.draw(painter, icon, "accent" if item.there else "warn", area.x() + px(14), middle, px(18))
        x, y = area.x() + px(46), area.y() + px(6)
        room = area.right() - x - px(10)
        self._texts.draw(painter, item.title, "body", "text", x, y, room, weight=600)
        where = str(item.folder) if item.there else f"{tr('Nicht gefunden')}: {item.folder}"
        self._texts.draw(painter, where, "small", "text-2", x, y + theme.line("body"), room)
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, theme, QRectF(area).adjusted(4, 4, -4, -4), 4, gap=0)
        painter.restore()


class RecentList(QListView):
    """Plans of before; a click or Enter opens. opened(folder)."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Zuletzt geöffnet"))
        self.clicked.connect(self._open)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show other plans."""
        self._model.show_recent(recent)
        if recent:
            self.setCurrentIndex(self._model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open by Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.recent[index.row()].folder)


class StartScreen(QWidget):
    """new_wanted: the wizard; open_wanted(folder): a plan of before; browse_wanted: another one; sample_wanted: the town of Lindenbrunn."""

    new_wanted = Signal()
    open_wanted = Signal(object)
    browse_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, theme: Theme, *, recent: Sequence[Recent] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        px = theme.px
        ground = Ground(theme, "bg-window")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)
        outer = QVBoxLayout(ground)
        outer.addStretch(1)
        self._card = Ground(theme, "bg-surface", edges="all", line="line", radius=8)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(px(32), px(28), px(32), px(24))
        column.setSpacing(px(10))
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(Painted(theme, QSize(34, 38), crest))
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(Text(theme, tr("Kalender"), "title-1"))
        slogan = tr("Der Redaktionsplan für Ihr Rathaus: planen, schreiben, freigeben, herausgeben.")
        titles.addWidget(Text(theme, slogan, "body", ink="text-2", wrap=True))
        head.addLayout(titles, 1)
        column.addLayout(head)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addSpacing(px(6))
        self.new = Button(
            theme,
            tr("Neuen Plan anlegen"),
            icon="ri.add-line",
            kind=Kind.PRIMARY,
            clicked=self.new_wanted.emit,
        )
        self.open_ = Button(
            theme,
            tr("Vorhandenen Plan öffnen …"),
            icon="ri.folder-open-line",
            clicked=self.browse_wanted.emit,
        )
        self.sample = Button(
            theme, tr("Beispielplan ansehen"), icon="ri.government-line", clicked=self.sample_wanted.emit
        )
        for button in (self.new, self.open_, self.sample):
            column.addWidget(button)
        hint = tr(
            "Der Beispielplan zeigt die erfundene Stadt Lindenbrunn im Dezember. Sie können darin alles ausprobieren."
        )
        column.addWidget(Text(theme, hint, "small", ink="text-2", wrap=True))
        self._heading = Text(theme, tr("Zuletzt geöffnet"), "title-3")
        column.addSpacing(px(8))
        column.addWidget(self._heading)
        self.recent = RecentList(theme)
        self.recent.opened.connect(self.open_wanted)
        column.addWidget(self.recent)
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(self._card)
        centre.addStretch(1)
        outer.addLayout(centre)
        outer.addStretch(1)
        self._banner: Banner | None = None
        theme.changed.connect(self._restyle)
        self.show_recent(recent)

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show plans of before."""
        self.recent.show_recent(recent)
        self._heading.setVisible(bool(recent))
        self.recent.setVisible(bool(recent))
        self._restyle()

    def show_problem(self, words: str) -> None:
        """Say why a plan could not be opened."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = Banner(self._theme, words, severity="err", radius=6)
        self._place.addWidget(self._banner)

    def _restyle(self) -> None:
        px, theme = self._theme.px, self._theme
        self._card.setFixedWidth(px(520))
        rows = min(4, max(1, self.recent.model().rowCount()))
        self.recent.setFixedHeight(rows * (theme.line("body") + theme.line("small") + px(14)) + 2)
