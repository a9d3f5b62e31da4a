# SPDX-License-Identifier: EUPL-1.2
"""The search in the menu row: posts and commands as you type, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kalender.domain.hit import Hit
from kalender.ui.shell.actions import shown_keys
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.text import Ground
from kalender.ui.widgets.controls.field import LineField
from kalender.ui.widgets.paint.chips import keycap, keycap_width
from kalender.wording import dates, terms
from kalender.wording.cards import title
from kalender.wording.tr import tr

MOST = 50
_COMMANDS = 5
_PAUSE = 60
_HIT = Qt.ItemDataRole.UserRole
_ACTION = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class SearchField(LineField):
    """The field with its key cap; arrow keys and Enter go to the results. left: Esc in an empty field."""

    typed = Signal(str)
    stepped = Signal(int)
    accepted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, icon="ri.search-line", hint=tr("Suchen oder Befehl eingeben"), name=tr("Suche")
        )
        self._themed = theme
        self.setClearButtonEnabled(False)
        self.textEdited.connect(self.typed)
        self._dense()
        theme.changed.connect(self._dense)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move in the results, open one, or leave."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self.typed.emit("")
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the results again."""
        super().focusInEvent(event)
        if self.text():
            self.typed.emit(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the key cap at the end of an empty field."""
        super().paintEvent(event)
        if self.text() or self.hasFocus():
            return
        theme, keys = self._themed, tr("Strg K")
        painter = QPainter(self)
        width, height = keycap_width(theme, keys), theme.px(18)
        place = QRectF(self.width() - width - theme.px(5), (self.height() - height) / 2, width, height)
        keycap(painter, theme, place, keys)
        painter.end()

    def _dense(self) -> None:
        self.setFixedHeight(self._themed.px(24))
        self.setFont(self._themed.font("small"))
        self.setMaximumWidth(self._themed.px(250))


class _Rows(QStyledItemDelegate):
    """Paints a result: symbol, title, where it was found; or a command with its key."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        hit = index.data(_HIT)
        return QSize(100, self._theme.px(50 if isinstance(hit, Hit) and hit.excerpt else 34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, px = self._theme, self._theme.px
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("bg-selected"))
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("bg-hover"))
        hit = index.data(_HIT)
        inner = rect.adjusted(px(12), px(4), -px(12), -px(4))
        if isinstance(hit, Hit):
            self._hit(painter, inner, hit)
        else:
            action = index.data(_ACTION)
            if isinstance(action, QAction):
                self._command(painter, inner, action)
        painter.restore()

    def _hit(self, painter: QPainter, rect: QRectF, hit: Hit) -> None:
        theme, px = self._theme, self._theme.px
        term = terms.look(hit.card.stage, hit.card.flags)
        size = px(16)
        theme.draw(painter, term.icon, f"st-{term.key}", rect.x(), rect.y() + px(2), size)
        when = dates.moment_short(hit.card.planned) if hit.card.planned else tr("Idee")
        align = Qt.AlignmentFlag.AlignVCenter
        width = theme.metrics("small").horizontalAdvance(when)
        line = QRectF(rect.x(), rect.y(), rect.width(), px(21))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text-2"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | align, when)
        left = rect.x() + size + px(8)
        room = rect.right() - width - px(12) - left
        painter.setFont(theme.font("body", 500))
        painter.setPen(theme.colour("text"))
        words = theme.metrics("body", 500).elidedText(title(hit.card), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, rect.y(), room, px(21)), Qt.AlignmentFlag.AlignLeft | align, words)
        if hit.excerpt:
            self._excerpt(painter, QRectF(left, rect.y() + px(21), rect.right() - left, px(18)), hit)

    def _excerpt(self, painter: QPainter, rect: QRectF, hit: Hit) -> None:
        theme = self._theme
        text = hit.excerpt.replace("\n", " ")
        painter.setClipRect(rect)
        x, at = rect.x(), 0
        pieces: list[tuple[str, bool]] = []
        for start, length in hit.marks:
            pieces += [(text[at:start], False), (text[start : start + length], True)]
            at = start + length
        pieces.append((text[at:], False))
        for piece, marked in pieces:
            weight = 600 if marked else 400
            metrics = theme.metrics("small", weight)
            words = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, rect.right() - x)
            painter.setFont(theme.font("small", weight))
            painter.setPen(theme.colour("text" if marked else "text-2"))
            place = QRectF(x, rect.y(), rect.right() - x, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            x += metrics.horizontalAdvance(piece)
            if x >= rect.right():
                break

    def _command(self, painter: QPainter, rect: QRectF, action: QAction) -> None:
        theme, px = self._theme, self._theme.px
        theme.draw(painter, "ri.arrow-right-s-line", "text-3", rect.x(), rect.center().y() - px(8), px(16))
        align = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        words = QRectF(rect.x() + px(24), rect.y(), rect.width(), rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | align, plain(action))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text-3"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | align, shown_keys(action))


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
        self.list.setItemDelegate(_Rows(theme, self.list))
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
        field.typed.connect(self._typed)
        field.stepped.connect(self._step)
        field.accepted.connect(self.accept)
        field.left.connect(self.leave)
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
            item.setData(_HIT, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(hit))
            self.list.addItem(item)
        for action in self._matching(text):
            item = QListWidgetItem(plain(action))
            item.setData(_ACTION, action)
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
        hit, action = item.data(_HIT), item.data(_ACTION)
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

    def _typed(self, text: str) -> None:
        self._text = text
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.hide()

    def _step(self, by: int) -> None:
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


def plain(action: QAction) -> str:
    """Return the words of an action without access key and shown key."""
    return action.text().split("\t")[0].replace("&", "")


def spoken(hit: Hit) -> str:
    """Return a hit in words."""
    when = dates.moment_long(hit.card.planned) if hit.card.planned else tr("Idee")
    return ", ".join(part for part in (title(hit.card), when, hit.excerpt) if part)
