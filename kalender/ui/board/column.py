# SPDX-License-Identifier: EUPL-1.2
"""A column of the board: head with count and limit, quick add, cards, and what lies below the fold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kalender.domain.stage import Stage
from kalender.ui.board.cards.model import Fetch
from kalender.ui.board.cards.view import column_name
from kalender.ui.board.heads.folded import FoldedStrip
from kalender.ui.board.heads.head import ColumnHead, LimitStrip
from kalender.ui.board.place import CardPlace, Labels, LookOf
from kalender.ui.board.quick import quick_for
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
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


class Column(CardPlace):
    """One stage. look_of: gives the look of a card at a width; fetch: gives a stretch of the cards.

    older_wanted: cards that are not shown yet because they are older are asked for. unfold_wanted: the strip of the
    folded column was pressed.
    """

    older_wanted = Signal()
    unfold_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        stage: Stage,
        *,
        fetch: Fetch,
        look_of: LookOf,
        labels: Labels,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, texts, stage, fetch=fetch, look_of=look_of, labels=labels, name=STAGES[stage].text, parent=parent
        )  # fmt: skip
        self._over = False
        self._older = ""
        self.quick = quick_for(theme, stage)
        self.head = ColumnHead(theme, stage)
        self.limit = LimitStrip(theme, stage)
        self.strip = FoldedStrip(theme, stage)
        self.strip.clicked.connect(lambda _checked=False: self.unfold_wanted.emit())
        self._foot = Button(
            theme, "", icon="ri.arrow-down-s-line", kind=Kind.QUIET, size=Size.DENSE, clicked=self._go_on
        )
        self._empty = Text(theme, tr(EMPTY[stage]), "small", ink="text-2", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(theme.px(10))
        self._inside = QWidget(self)
        self._build()
        self.view.viewport().installEventFilter(self)
        self.view.verticalScrollBar().valueChanged.connect(self._tell_rest)
        self.set_folded(folded=False)
        theme.changed.connect(self._restyle)

    def _build(self) -> None:
        theme = self._theme
        layout = spaced(theme, QVBoxLayout(self._inside), (1, 1, 1, 1))
        layout.addWidget(self.head)
        layout.addWidget(self.limit)
        if self.quick is not None:
            self.quick.left.connect(self._focus_cards)
            row = spaced(theme, QHBoxLayout(), (6, 0, 6, 6))
            row.addWidget(self.quick)
            layout.addLayout(row)
        layout.addWidget(self._empty)
        layout.addWidget(self.view, 1)
        foot = Ground(theme, "bg-window", edges="t", line="line-subtle", parent=self._inside)
        row = spaced(theme, QHBoxLayout(foot), (4, 4, 4, 4))
        row.addWidget(self._foot)
        row.addStretch(1)
        self._foot_frame = foot
        layout.addWidget(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._inside)
        whole.addWidget(self.strip)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the least width: open columns share what there is evenly."""
        wanted = self.strip.sizeHint().width() if self.folded else self._theme.px(LEAST_WIDTH)
        return QSize(wanted, super().sizeHint().height())

    @property
    def folded(self) -> bool:
        """Whether only the narrow strip is shown."""
        return self._inside.isHidden()

    def set_folded(self, *, folded: bool) -> None:
        """Show the narrow strip, or the whole column; the focus stays with it."""
        focus = QApplication.focusWidget()
        if folded and focus is not None and self._inside.isAncestorOf(focus):
            self.strip.show()
            self.strip.setFocus(Qt.FocusReason.OtherFocusReason)
        self._inside.setVisible(not folded)
        self.strip.setVisible(folded)
        self._restyle()

    def _restyle(self) -> None:
        folded = self.folded
        width = self.strip.sizeHint().width() if folded else self._theme.px(LEAST_WIDTH)
        self.setMinimumWidth(width)
        across = QSizePolicy.Policy.Fixed if folded else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self.updateGeometry()
        self.view.scheduleDelayedItemsLayout()
        self.update()

    def _focus_cards(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self, total: int, limit: int = 0, *, older: str = "") -> None:
        """Show the cards anew. limit: posts that may lie here before the column warns, 0 is none.

        older: words for what more there is when the last card is in sight, e.g. "Ältere zeigen".
        """
        self.model.reload(total, self.view.last_visible() + AHEAD)
        self._older = older
        self.head.show_count(total, limit)
        self.strip.show_count(total, limit)
        self._over = self.limit.show_limit(total, limit)
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
            words = self._older
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count the rest anew when the list changes its size or has been laid out."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._tell_rest()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground and border; a column over its limit or under a drag has another border."""
        if self.folded and not self._target:
            return
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
