# SPDX-License-Identifier: EUPL-1.2
"""A lane: its head, and below it the part of each column that lies in it; made when it comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kalender.domain.stage import Stage
from kalender.ui.board.heads.folded import WIDTH
from kalender.ui.board.lanes.grouping import LaneSpec
from kalender.ui.board.lanes.head import LaneHead
from kalender.ui.board.place import CardPlace
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.wording.tr import tr

GAP = 8
LEAST_WIDTH = 176
MOST_HEIGHT, LEAST_HEIGHT = 420, 44
"""Px at 100 %: a cell with more cards scrolls by itself, unless its lane has the whole room."""

GUESS = 200
"""Px at 100 % that a lane is taken to need before it was in sight."""

AHEAD = 12


class LaneCell(QWidget):
    """A column's part of a lane: the cards, and how many more there are below."""

    def __init__(self, theme: Theme, place: CardPlace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.place = place
        self._rest = Text(theme, "", "small", ink="text-2")
        self._rest.setContentsMargins(theme.px(10), theme.px(2), theme.px(4), theme.px(5))
        inner = spaced(theme, QVBoxLayout(place), (1, 4, 1, 1))
        inner.addWidget(place.view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(place, 1)
        whole.addWidget(self._rest)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        place.view.verticalScrollBar().valueChanged.connect(self.tell_rest)
        place.view.viewport().installEventFilter(self)
        self.set_folded(folded=False)

    def set_folded(self, *, folded: bool) -> None:
        """Leave the place of a folded column empty."""
        px = self._theme.px
        self.place.setVisible(not folded)
        self.setMinimumWidth(px(WIDTH if folded else LEAST_WIDTH))
        self.setMaximumWidth(px(WIDTH) if folded else 16_777_215)
        if folded:
            self._rest.hide()

    def content_height(self, most: int) -> int:
        """Return how high the cards that were read are, at most as much as a cell may have, in px."""
        height = self._theme.px(8)
        view = self.place.view
        for row in range(self.place.model.rowCount()):
            height += view.sizeHintForRow(row)
            if height >= most:
                return most
        return height

    def tell_rest(self) -> None:
        """Say how many cards lie below the visible ones."""
        rest = self.place.model.total - self.place.view.last_visible() - 1
        shown = rest > 0 and not self.place.isHidden()
        self._rest.setText(tr("1 weiterer") if rest == 1 else tr("{count} weitere").format(count=rest))
        self._rest.setVisible(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count the rest anew when the list has another size."""
        if event.type() == QEvent.Type.Resize:
            self.tell_rest()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground of the column."""
        if self.place.isHidden():
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        target = self.place.hovered()
        role, width = (target, 2.0) if target else ("line-subtle", float(theme.line_width))
        painter.setPen(QPen(theme.colour(role), width))
        painter.setBrush(theme.colour("bg-window"))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        painter.end()


class Lane(QWidget):
    """One lane. make: makes the place of a stage in this lane. grown: it needs another height."""

    folded_wanted = Signal(bool)
    grown = Signal()

    def __init__(
        self,
        theme: Theme,
        spec: LaneSpec,
        make: Callable[[LaneSpec, Stage], CardPlace],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make = make
        self._columns: frozenset[Stage] = frozenset()
        self.spec = spec
        self.stale = True
        self._room = 0
        self.cells: dict[Stage, LaneCell] = {}
        self.head = LaneHead(theme, spec)
        self.head.folded_wanted.connect(self.folded_wanted)
        self._body = QWidget()
        self._row = spaced(theme, QHBoxLayout(self._body), (0, 4, 0, 8), GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._body)
        self._body.setFixedHeight(theme.px(GUESS))

    @property
    def folded(self) -> bool:
        """Whether only the head is shown."""
        return self._body.isHidden()

    def set_folded(self, *, folded: bool) -> None:
        """Show the head alone, or the cards as well."""
        self._body.setVisible(not folded)
        self.head.show_spec(self.spec, folded=folded)

    def take(self, spec: LaneSpec) -> None:
        """Hold other numbers of cards; they are read when the lane is in sight."""
        self.spec, self.stale = spec, True
        self.head.show_spec(spec, folded=self.folded)

    def fold_columns(self, folded: Collection[Stage]) -> None:
        """Leave the places of folded columns empty."""
        self._columns = frozenset(folded)
        for stage, cell in self.cells.items():
            cell.set_folded(folded=stage in self._columns)

    def read(self) -> None:
        """Make the cells where there are none yet, and read their cards."""
        if not self.cells:
            for stage in Stage:
                cell = self.cells[stage] = LaneCell(self._theme, self._make(self.spec, stage))
                self._row.addWidget(cell, 1)
            self.fold_columns(self._columns)
        self.stale = False
        for stage, cell in self.cells.items():
            if stage in self._columns:
                continue
            place = cell.place
            total = self.spec.counts.get(stage, 0)
            place.model.reload(total, place.view.last_visible() + AHEAD)
            posts = tr("1 Beitrag") if total == 1 else tr("{count} Beiträge").format(count=total)
            place.view.setAccessibleName(f"{place.term.text}, {self.spec.title}, {posts}")
            place.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if total else Qt.FocusPolicy.ClickFocus)
        self.fit()

    def give(self, room: int) -> None:
        """Let the cards have so many px below the head, where that is more than usual."""
        if room != self._room:
            self._room = room
            if self.cells:
                self.fit()

    def fit(self) -> None:
        """Be as high as the highest cell needs."""
        shown = [cell for stage, cell in self.cells.items() if stage not in self._columns]
        most = max(self._theme.px(MOST_HEIGHT), self._room - self._theme.px(12 + 24))
        wanted = max((cell.content_height(most) for cell in shown), default=0)
        more = self._theme.px(24) if wanted >= most else 0
        height = max(wanted, self._theme.px(LEAST_HEIGHT)) + self._theme.px(12) + more
        if height != self._body.height():
            self._body.setFixedHeight(height)
            self.grown.emit()
        for cell in shown:
            cell.tell_rest()
