# SPDX-License-Identifier: EUPL-1.2
"""What all parts of the settings have in common, and the list that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kalender.domain.refusal import Refused
from kalender.services.acting.changes import Changes
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.leaf import Leaf
from kalender.ui.widgets.feedback.dialog import confirm
from kalender.ui.widgets.paint.glyphs import ring
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

_ICON = Qt.ItemDataRole.UserRole


class Part(Leaf):
    """A part of the settings. refused(sentence): something was not done. kinds: records it shows."""

    refused = Signal(str)
    kinds: frozenset[str] = frozenset()

    def refresh(self) -> None:
        """Show what is saved now, in the widgets there are: what has the keyboard keeps it."""

    def concerns(self, changes: Changes) -> bool:
        """Tell whether a change may show here."""
        return any(changes.ids(kind) for kind in self.kinds)

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Do something that rules may refuse; say why where they do and show what holds; tell whether it was done."""
        try:
            verb()
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
            self.refresh()
            return False
        return True

    def ask(
        self, title: str, why: str, yes: str, done: Callable[[], object], *, danger: bool = False
    ) -> None:
        """Ask before something whose meaning is not to be seen; what was shown comes back where it is not done."""
        dialog = confirm(
            self.theme,
            self.window(),
            title=title,
            why=why,
            yes=yes,
            done=lambda: self.attempt(done),
            danger=danger,
        )
        dialog.finished.connect(lambda _code: self.refresh())


class PartList(QListWidget):
    """The parts by name; arrow keys and clicks show one. chosen(number)."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self.keyboard = False
        self.setAccessibleName(tr("Bereiche der Einstellungen"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(_Rows(theme, self))
        for words, icon in parts:
            item = QListWidgetItem(words)
            item.setData(_ICON, icon)
            item.setToolTip(words)
            self.addItem(item)
        self.currentRowChanged.connect(self.chosen)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Note whether the keyboard brought the focus."""
        self.keyboard = event.reason() not in {
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.OtherFocusReason,
        }
        super().focusInEvent(event)
        self.viewport().update()


class _Rows(QStyledItemDelegate):
    """Symbol and words, 34 px high."""

    def __init__(self, theme: Theme, view: PartList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, px = self._theme, self._theme.px
        rect = QRectF(option.rect)
        active = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if active or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(theme.pen("accent") if active and theme.contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("bg-selected" if active else "bg-hover"))
            painter.drawRoundedRect(rect, 4, 4)
        size = px(18)
        top = round(rect.center().y() - size / 2)
        theme.draw(
            painter, str(index.data(_ICON)), "accent" if active else "text-3", rect.x() + px(10), top, size
        )
        weight = 600 if active else 400
        left = rect.x() + px(38)
        painter.setFont(theme.font("body", weight))
        painter.setPen(theme.colour("text" if active else "text-2"))
        room = rect.right() - px(6) - left
        words = theme.metrics("body", weight).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        place = QRectF(left, rect.y(), room, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        if self._view.keyboard and self._view.hasFocus() and active:
            ring(painter, theme, rect.adjusted(2, 2, -2, -2), 4, gap=0)
        painter.restore()
