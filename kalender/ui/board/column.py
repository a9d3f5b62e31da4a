# SPDX-License-Identifier: EUPL-1.2
"""A column of the board: head with count and limit, quick add, cards, and what lies below the fold."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.domain.stage import Stage
from kalender.ui.board.delegate import CardDelegate
from kalender.ui.board.model import ColumnModel, Fetch
from kalender.ui.board.view import ColumnView, column_name
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.paint.board import BoardLook
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr

LEAST_WIDTH = 176
RADIUS = 8


class QuickAdd(QLineEdit):
    """A field that creates on Enter and stays open; Shift+Enter opens the new post; Esc empties it."""

    wanted = Signal(str, bool)
    """Title, and whether to open the post."""

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setToolTip(tr("Enter legt an, Umschalt Enter legt an und öffnet, Esc leert das Feld"))
        self.setFont(theme.font("body"))
        theme.changed.connect(lambda: self.setFont(theme.font("body")))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Create, or empty the field."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            title = self.text().strip()
            self.clear()
            self.wanted.emit(title, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Column(QWidget):
    """One stage. look_of: gives the look of a card at a width; fetch: gives a stretch of the cards."""

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        stage: Stage,
        *,
        fetch: Fetch,
        look_of: Callable[[Card, int], BoardLook],
        labels: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._target = ""
        self._over_limit = False
        self.stage = stage
        self.term = STAGES[stage]
        self.model = ColumnModel(stage, fetch, labels, self)
        self.delegate = CardDelegate(theme, texts, look_of, self)
        self.view = ColumnView(self.model, self.delegate, self.term.text, self)
        self.quick: QuickAdd | None = None
        self._count = Text(theme, "0", "body", ink="text-3")
        self._strip = Text(theme, "", "small", ink="text", wrap=True)
        self._strip.setVisible(False)
        self._foot = Text(theme, "", "body", ink="text-2")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(10), theme.px(9), theme.px(10), theme.px(7))
        head.setSpacing(theme.px(7))
        head.addWidget(Symbol(theme, self.term.icon, f"st-{self.term.key}", theme.px(16)))
        head.addWidget(Text(theme, self.term.text, "body", weight=600))
        head.addWidget(self._count)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        if stage in {Stage.IDEA, Stage.DRAFT}:
            words = tr("Neue Idee …") if stage is Stage.IDEA else tr("Neuer Entwurf …")
            self.quick = QuickAdd(theme, words, self)
            row = QHBoxLayout()
            row.setContentsMargins(theme.px(6), 0, theme.px(6), theme.px(8))
            row.addWidget(self.quick)
            layout.addLayout(row)
        note = QHBoxLayout()
        note.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(6))
        note.addWidget(self._strip)
        layout.addLayout(note)
        layout.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(8))
        foot.addWidget(self._foot)
        layout.addLayout(foot)
        self.setMinimumWidth(theme.px(LEAST_WIDTH))
        self.view.viewport().installEventFilter(self)
        self.view.verticalScrollBar().valueChanged.connect(self._tell_rest)
        theme.changed.connect(self._restyle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)

    def _restyle(self) -> None:
        self.setMinimumWidth(self._theme.px(LEAST_WIDTH))
        self.view.scheduleDelayedItemsLayout()
        self.update()

    def reload(self, total: int, limit: int = 0) -> None:
        """Show the cards anew. limit: posts that may wait here before the column warns; 0 is none."""
        self.model.reload(total)
        over = bool(limit) and total > limit
        self._over_limit = over
        self._count.setText(
            tr("{total} von {limit}").format(total=total, limit=limit) if over else str(total)
        )
        self._count.set_ink("warn" if over else "text-3")
        self._strip.setText(
            tr("Grenze {limit} überschritten. Bitte erst eine Freigabe abwarten.").format(limit=limit)
            if over
            else ""
        )
        self._strip.set_ink("warn")
        self._strip.setVisible(over)
        self.view.setAccessibleName(column_name(self.term.text, total, limit))
        self._tell_rest()
        self.update()

    def _tell_rest(self) -> None:
        """Say how many cards lie below the visible ones."""
        height = self.view.viewport().height()
        shown = sum(
            1
            for row in range(self.model.rowCount())
            if self.view.visualRect(self.model.index(row, 0)).top() < height
        )
        rest = self.model.total - shown
        words = (
            "" if rest <= 0 else tr("1 weiterer") if rest == 1 else tr("{count} weitere").format(count=rest)
        )
        if self.model.total == 0:
            words = EMPTY[self.stage]
        self._foot.setText(words)

    def set_target(self, words: str, *, allowed: bool) -> None:
        """Show that a drag hovers here: what letting go would do, or why not. Empty words end it."""
        self._target = words
        self._allowed = allowed
        self.update()
        self.view.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count the rest anew when the list changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._tell_rest()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground and border; a column over its limit or under a drag has another border."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border, width, ground = "line", float(theme.line_width), "bg-window"
        if self._over_limit:
            border = "warn-ln"
        if self._target:
            border, width = ("accent" if self._allowed else "err"), 2.0
            ground = "accent-tint" if self._allowed else "err-bg"
        painter.setPen(QPen(theme.colour(border), width))
        painter.setBrush(theme.colour(ground))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        painter.end()


EMPTY = {
    Stage.IDEA: "Platz für Einfälle",
    Stage.DRAFT: "Nichts in Arbeit",
    Stage.IN_REVIEW: "Nichts wartet auf Freigabe",
    Stage.APPROVED: "Nichts freigegeben",
    Stage.EXPORTED: "Nichts exportiert",
    Stage.PUBLISHED: "Noch nichts veröffentlicht",
}
"""What an empty column says."""
