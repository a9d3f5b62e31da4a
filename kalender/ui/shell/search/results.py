# SPDX-License-Identifier: EUPL-1.2
"""The results below the search field: posts and commands, as you type."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kalender.domain.card import Hit
from kalender.ui.shell.commands.actions import plain
from kalender.ui.shell.search.field import SearchField
from kalender.ui.shell.search.rows import ACTION, HIT, ResultRows, spoken
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.text import Ground
from kalender.wording.cards import title
from kalender.wording.tr import tr

MOST = 50
"""So many hits are shown; who needs more types another word."""

_COMMANDS = 5
_PAUSE = 60


class Search(Ground):
    """The results below the field. find: text -> at most 50 hits; commands: actions to offer by their words.

    opened: id of a post. A child of the window, not a popup: typing goes on while it is shown.
    """

    opened = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        field: SearchField,
        find: Callable[[str], Sequence[Hit]],
        commands: Callable[[], Sequence[QAction]],
    ) -> None:
        super().__init__(theme, "bg-raised", edges="all", line="line-control", radius=8, parent=window)
        self._themed = theme
        self._field = field
        self._find = find
        self._commands = commands
        self._text = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(1, theme.px(6), 1, theme.px(6))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Treffer"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setItemDelegate(ResultRows(theme, self.list))
        self.list.itemClicked.connect(lambda _item: self.accept())
        self.empty = EmptyState(
            theme, icon="ri.search-line", title=tr("Kein Treffer"), text="", role="text-3"
        )
        column.addWidget(self.list)
        column.addWidget(self.empty)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.run)
        field.installEventFilter(self)
        self.hide()

    def run(self) -> None:
        """Look for the text at once and show what was found."""
        self._timer.stop()
        text = self._text.strip()
        if not text:
            self.hide()
            return
        self.list.clear()
        for hit in list(self._find(text))[:MOST]:
            item = QListWidgetItem(title(hit.card))
            item.setData(HIT, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(hit))
            self.list.addItem(item)
        for action in self._matching(text):
            item = QListWidgetItem(plain(action))
            item.setData(ACTION, action)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("Befehl {words}").format(words=plain(action)))
            self.list.addItem(item)
        found = self.list.count() > 0
        self.list.setVisible(found)
        self.empty.setVisible(not found)
        if found:
            self.list.setCurrentRow(0)
        else:
            self.empty.set_words(tr("Kein Treffer"), tr("Kein Beitrag enthält „{text}“.").format(text=text))
        self._place()

    def accept(self) -> None:
        """Open what is marked."""
        if self._timer.isActive():
            self.run()
        if self.list.currentRow() < 0 or not self.isVisible():
            return
        item = self.list.currentItem()
        hit, action = item.data(HIT), item.data(ACTION)
        self.leave()
        if isinstance(hit, Hit):
            self.opened.emit(hit.card.id)
        elif isinstance(action, QAction):
            action.trigger()

    def leave(self) -> None:
        """Empty the field and hide; left tells that the focus is to go back to the page."""
        self._timer.stop()
        self._text = ""
        self._field.clear()
        self.hide()
        self.left.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hide when the field loses the focus."""
        if watched is self._field and event.type() == QEvent.Type.FocusOut:
            self.hide()
        return False

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look for nothing more once the results are gone."""
        super().hideEvent(event)
        self._timer.stop()

    def look_for(self, text: str) -> None:
        """Look for a text after a pause in which nothing else is typed."""
        self._text = text
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.hide()

    def step(self, by: int) -> None:
        """Mark the next result, or with -1 the one before."""
        if self.list.count():
            row = max(0, min(self.list.count() - 1, self.list.currentRow() + by))
            self.list.setCurrentRow(row)

    def _matching(self, text: str) -> list[QAction]:
        wanted = text.casefold()
        return [
            action for action in self._commands() if action.isEnabled() and wanted in plain(action).casefold()
        ][:_COMMANDS]

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        px = self._themed.px
        width = min(px(460), window.width() - px(24))
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        height = min(rows + px(16) if self.list.count() else px(190), window.height() - corner.y() - px(40))
        x = max(px(12), min(corner.x(), window.width() - width - px(12)))
        self.setGeometry(x, corner.y(), width, height)
        self.raise_()
        self.show()
