# SPDX-License-Identifier: EUPL-1.2
"""A column of the board: head with count and limit, quick add, cards, and what lies below the fold."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.domain.stage import Stage
from kalender.ui.board.delegate import SIDE, CardDelegate
from kalender.ui.board.model import ColumnModel, Fetch
from kalender.ui.board.quick import QuickAdd
from kalender.ui.board.target import DropHere
from kalender.ui.board.view import ColumnView, column_name
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import at_least, spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.paint.board import BoardLook
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr

LEAST_WIDTH = 176
HEAD = 38
RADIUS = 8
AHEAD = 20
"""Cards read beyond the last visible one when the column is read again."""

EMPTY = {
    Stage.IDEA: "Platz für Einfälle",
    Stage.DRAFT: "Nichts in Arbeit",
    Stage.IN_REVIEW: "Nichts wartet auf Freigabe",
    Stage.APPROVED: "Nichts freigegeben",
    Stage.EXPORTED: "Nichts exportiert",
    Stage.PUBLISHED: "Nichts veröffentlicht",
}
"""What an empty column says."""


class Column(QWidget):
    """One stage. look_of: gives the look of a card at a width; fetch: gives a stretch of the cards.

    older_wanted: published posts outside of the month shown are asked for.
    """

    older_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        stage: Stage,
        *,
        fetch: Fetch,
        look_of: Callable[[Card, int], BoardLook],
        labels: Callable[[], Mapping[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._target = ""
        self._allowed = True
        self._over = False
        self._older = False
        self.stage = stage
        self.term = STAGES[stage]
        self.model = ColumnModel(stage, fetch, labels, self)
        self.delegate = CardDelegate(theme, texts, look_of, self)
        self.view = ColumnView(self.model, self.delegate, self.term.text, self)
        self.quick: QuickAdd | None = None
        self._head = Elided(theme, self.term.text, "body", weight=600)
        self._warning = Symbol(theme, "ri.error-warning-fill", "warn", size=14)
        self._count = Text(theme, "0", "body", ink="text-3")
        self._limit = Text(theme, "", "small", wrap=True)
        self._strip = self._limit_strip()
        self._foot = Button(
            theme, "", icon="ri.arrow-down-s-line", kind=Kind.QUIET, size=Size.DENSE, clicked=self._go_on
        )
        self._empty = Text(theme, tr(EMPTY[stage]), "small", ink="text-2", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(theme.px(10))
        self._drop = DropHere(theme, self.term.icon, self)
        self._build()
        self.view.viewport().installEventFilter(self)
        self.view.verticalScrollBar().valueChanged.connect(self._tell_rest)
        at_least(theme, self, LEAST_WIDTH)
        theme.changed.connect(self._restyle)

    def _build(self) -> None:
        theme = self._theme
        head = spaced(theme, QHBoxLayout(), (10, 8, 10, 6), 6)
        head.addWidget(Symbol(theme, self.term.icon, f"st-{self.term.key}", size=16))
        head.addWidget(self._head)
        head.addWidget(self._warning)
        head.addWidget(self._count)
        head.addStretch(1)
        layout = spaced(theme, QVBoxLayout(self), (1, 1, 1, 1))
        layout.addLayout(head)
        layout.addWidget(self._strip)
        if self.stage in {Stage.IDEA, Stage.DRAFT}:
            words = tr("Neue Idee …") if self.stage is Stage.IDEA else tr("Neuer Entwurf …")
            self.quick = QuickAdd(theme, words)
            self.quick.left.connect(self._focus_cards)
            row = spaced(theme, QHBoxLayout(), (6, 0, 6, 6))
            row.addWidget(self.quick)
            layout.addLayout(row)
        layout.addWidget(self._empty)
        layout.addWidget(self.view, 1)
        foot = Ground(theme, "bg-window", edges="t", line="line-subtle")
        row = spaced(theme, QHBoxLayout(foot), (4, 4, 4, 4))
        row.addWidget(self._foot)
        row.addStretch(1)
        self._foot_frame = foot
        layout.addWidget(foot)

    def _limit_strip(self) -> QWidget:
        theme = self._theme
        frame = QWidget()
        around = spaced(theme, QVBoxLayout(frame), (6, 0, 6, 6))
        strip = Ground(theme, "warn-bg", edges="all", line="warn-ln", radius=4)
        row = spaced(theme, QHBoxLayout(strip), (8, 6, 8, 6), 6)
        row.addWidget(Symbol(theme, "ri.error-warning-fill", "warn", size=14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._limit, 1)
        around.addWidget(strip)
        frame.hide()
        return frame

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the least width: six columns share what there is evenly."""
        return QSize(self._theme.px(LEAST_WIDTH), super().sizeHint().height())

    def _restyle(self) -> None:
        self.view.scheduleDelayedItemsLayout()
        self.update()

    def _focus_cards(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self, total: int, limit: int = 0, *, older: bool = False) -> None:
        """Show the cards anew. limit: posts that may wait here before the column warns, 0 is none; older: there may be more."""
        self.model.reload(total, self.view.last_visible() + AHEAD)
        over = bool(limit) and total > limit
        self._over, self._older = over, older
        words = tr("{total} von {limit}").format(total=total, limit=limit) if over else str(total)
        self._count.setText(words)
        self._count.set_ink("warn" if over else "text-3")
        self._count.set_weight(600 if over else None)
        self._warning.setVisible(over)
        self._limit.setText(
            tr("Grenze {limit} überschritten. Bitte erst eine Freigabe abwarten.").format(limit=limit)
        )
        self._strip.setVisible(over)
        self._empty.setVisible(not total)
        self.view.setAccessibleName(column_name(self.term.text, total, limit))
        self._tell_rest()
        self.update()

    def _tell_rest(self) -> None:
        """Say how many cards lie below the visible ones, or that there are older ones."""
        rest = self.model.total - self.view.last_visible() - 1
        if rest > 0:
            words = tr("1 weiterer") if rest == 1 else tr("{count} weitere").format(count=rest)
            self._foot.set_icon("ri.arrow-down-s-line")
        else:
            words = tr("Ältere zeigen") if self._older else ""
            self._foot.set_icon("ri.history-line")
        self._foot.set_words(words)
        self._foot_frame.setVisible(bool(words))

    def rest(self) -> str:
        """Return what the foot says."""
        return self._foot.text()

    def _go_on(self) -> None:
        bar = self.view.verticalScrollBar()
        if bar.value() < bar.maximum():
            bar.setValue(bar.value() + round(bar.pageStep() * 0.8))
        elif self._older:
            self.older_wanted.emit()

    def set_target(self, words: str, *, allowed: bool) -> None:
        """Show that a drag hovers here: what letting go would do, or why not. Empty words end it."""
        if words == self._target and allowed == self._allowed:
            return
        self._target, self._allowed = words, allowed
        if words:
            self._drop.say(words, allowed=allowed)
            side = self._theme.px(SIDE)
            view = self.view.geometry()
            below = self.view.viewport().mapTo(self, QPoint(0, self.view.end_of_cards()))
            self._drop.place(side, below.y(), self.width() - 2 * side, view.bottom() - self._theme.px(4))
        self._drop.setVisible(bool(words))
        self.update()

    def target(self) -> str:
        """Return what a drag that hovers here is told, or empty."""
        return self._drop.text() if self._target else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count the rest anew when the list changes its size or has been laid out."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._tell_rest()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground and border; a column over its limit or under a drag has another border."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border, width = "line", float(theme.line_width)
        if self._over:
            border = "warn-ln"
        if self._target:
            border, width = ("accent" if self._allowed else "err"), 2.0
        painter.setPen(QPen(theme.colour(border), width))
        painter.setBrush(theme.colour("bg-window"))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        painter.end()
