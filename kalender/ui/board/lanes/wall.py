# SPDX-License-Identifier: EUPL-1.2
"""The board in lanes: heads of the columns on top, lanes below one another; only what is in sight is read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kalender.domain.stage import Stage
from kalender.ui.board.heads.folded import WIDTH, FoldedStrip
from kalender.ui.board.heads.head import ColumnHead, LimitStrip
from kalender.ui.board.lanes.grouping import LaneSpec
from kalender.ui.board.lanes.lane import GAP, LEAST_WIDTH, Lane
from kalender.ui.board.place import CardPlace
from kalender.ui.board.quick import quick_for
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.wording.tr import tr

LARGE_TEXT = 150
"""From this text size on, in per cent, "4 von 3" in the head says alone that a limit is passed: cards need the room."""


class _Top(QWidget):
    """What stands over a column of cells."""

    def __init__(self, theme: Theme, stage: Stage) -> None:
        super().__init__()
        self._theme = theme
        self.head = ColumnHead(theme, stage)
        self.limit = LimitStrip(theme, stage)
        self.strip = FoldedStrip(theme, stage)
        self.quick = quick_for(theme, stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.limit, self.quick, self.strip):
            if part is not None:
                column.addWidget(part)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_folded(folded=False)

    def set_folded(self, *, folded: bool) -> None:
        """Show the narrow strip alone."""
        self.head.setVisible(not folded)
        self.strip.setVisible(folded)
        if self.quick is not None:
            self.quick.setVisible(not folded)
        if folded:
            self.limit.hide()
        self.strip.setFixedHeight(self._theme.px(80))
        self.setMinimumWidth(self._theme.px(WIDTH if folded else LEAST_WIDTH))
        self.setMaximumWidth(self._theme.px(WIDTH) if folded else 16_777_215)

    def show_count(self, total: int, limit: int) -> None:
        """Show counts and the warning over the limit."""
        self.head.show_count(total, limit)
        self.strip.show_count(total, limit)
        if not self.head.isHidden():
            self.limit.show_limit(total, limit if self._theme.scale < LARGE_TEXT else 0)


class LaneWall(Ground):
    """Holds the lanes. make: makes the place of a stage in a lane. folded_changed: keys of the folded lanes.

    unfold_wanted: the strip of a folded column was pressed.
    """

    folded_changed = Signal(object)
    unfold_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    quick_wanted = Signal(object, str, bool)

    def __init__(
        self, theme: Theme, make: Callable[[LaneSpec, Stage], CardPlace], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "bg-surface", parent=parent)
        self._theme, self._make = theme, make
        self._columns: frozenset[Stage] = frozenset()
        self.folded: frozenset[str] = frozenset()
        self.lanes: dict[str, Lane] = {}
        self.tops = {stage: _Top(theme, stage) for stage in Stage}
        heads = Ground(theme, "bg-surface")
        self._heads = spaced(theme, QHBoxLayout(heads), (0, 0, 0, 0), GAP)
        for stage, top in self.tops.items():
            self._heads.addWidget(top, 1)
            top.strip.clicked.connect(lambda _checked=False, which=stage: self.unfold_wanted.emit(which))
            if top.quick is not None:
                top.quick.wanted.connect(
                    lambda title, on, which=stage: self.quick_wanted.emit(which, title, on)
                )
            top.head.menu_wanted.connect(lambda button, which=stage: self.menu_wanted.emit(which, button))
        self._inside = Ground(theme, "bg-surface")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = Text(theme, tr("Keine Beiträge"), "body", ink="text-2")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(self._inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().valueChanged.connect(self.look)
        self.area.viewport().installEventFilter(self)
        whole = spaced(theme, QVBoxLayout(self), (12, 4, 4, 8), 4)
        whole.addWidget(heads)
        whole.addWidget(self.area, 1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.look)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._heads.setContentsMargins(0, 0, self.area.verticalScrollBar().sizeHint().width(), 0)
        for top in self.tops.values():
            top.set_folded(folded=not top.strip.isHidden())
        for lane in self.lanes.values():
            lane.stale = True
        self._later.start()

    def show_lanes(self, specs: Sequence[LaneSpec]) -> None:
        """Show these lanes; one that was there keeps its place and selection."""
        keys = [spec.key for spec in specs]
        for key in list(self.lanes):
            if key not in keys:
                gone = self.lanes.pop(key)
                self._column.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
        for at, spec in enumerate(specs):
            lane = self.lanes.get(spec.key)
            if lane is None:
                lane = self.lanes[spec.key] = Lane(self._theme, spec, self._make)
                lane.folded_wanted.connect(lambda on, key=spec.key: self.fold(key, folded=on))
                lane.head.stepped.connect(lambda step, key=spec.key: self._step(key, step))
                lane.grown.connect(self._later.start)
                lane.fold_columns(self._columns)
                self._column.insertWidget(at, lane)
            elif self._column.indexOf(lane) != at:
                self._column.removeWidget(lane)
                self._column.insertWidget(at, lane)
            lane.take(spec)
            lane.set_folded(folded=spec.key in self.folded)
        self.lanes = {key: self.lanes[key] for key in keys}
        self._empty.setVisible(not specs)
        self.look()

    def show_counts(self, counts: Mapping[Stage, int], limits: Mapping[Stage, int]) -> None:
        """Show over the columns how many cards they have, each once."""
        for stage, top in self.tops.items():
            top.show_count(counts.get(stage, 0), limits.get(stage, 0))

    def fold_columns(self, folded: Collection[Stage]) -> None:
        """Make columns narrow, or wide again."""
        self._columns = frozenset(folded)
        for stage, top in self.tops.items():
            top.set_folded(folded=stage in self._columns)
        for lane in self.lanes.values():
            lane.fold_columns(self._columns)
            lane.stale = True
        self._later.start()

    def fold(self, key: str, *, folded: bool) -> None:
        """Fold a lane, or open it."""
        self.folded = self.folded | {key} if folded else self.folded - {key}
        self.lanes[key].set_folded(folded=folded)
        self._later.start()
        self.folded_changed.emit(self.folded)

    def fold_all(self, *, folded: bool) -> None:
        """Fold all lanes, or open them."""
        self.folded = frozenset(self.lanes) if folded else frozenset()
        for lane in self.lanes.values():
            lane.set_folded(folded=folded)
        self._later.start()
        self.folded_changed.emit(self.folded)

    def places(self) -> Iterator[CardPlace]:
        """Yield the places that were in sight, lane by lane."""
        for lane in self.lanes.values():
            for stage, cell in lane.cells.items():
                if stage not in self._columns and not lane.folded:
                    yield cell.place

    def shut(self, point: QPoint) -> str | Stage | None:
        """Return the key of the folded lane, or the stage of the folded column, under a point of the screen."""
        for stage in self._columns:
            top = self.tops[stage]
            left = top.mapToGlobal(QPoint(0, 0)).x()
            if left <= point.x() < left + top.width() and self.rect().contains(self.mapFromGlobal(point)):
                return stage
        for key, lane in self.lanes.items():
            if lane.folded and lane.rect().contains(lane.mapFromGlobal(point)):
                return key
        return None

    def look(self) -> None:
        """Read the lanes in sight that were not read yet, from the top down."""
        if not self.isVisible():
            return
        self._column.activate()
        top = self.area.verticalScrollBar().value()
        bottom = top + self.area.viewport().height()
        self._share(bottom - top)
        for lane in self.lanes.values():
            if not lane.stale or lane.folded:
                continue
            if lane.y() < bottom and lane.y() + lane.height() > top:
                lane.read()
                self._column.activate()

    def _share(self, room: int) -> None:
        """Give the one open lane all of the room that the heads leave."""
        opened = [lane for lane in self.lanes.values() if not lane.folded]
        heads = sum(lane.head.height() for lane in self.lanes.values())
        for lane in opened:
            lane.give(room - heads if len(opened) == 1 else 0)

    @property
    def specs(self) -> dict[str, LaneSpec]:
        """The lanes by key, from the top down."""
        return {key: lane.spec for key, lane in self.lanes.items()}

    def show_card(self, key: str, stage: Stage, id_: str) -> None:
        """Open a lane and choose a card in it, where it lies there."""
        lane = self.lanes.get(key)
        if lane is None:
            return
        if lane.folded:
            self.fold(key, folded=False)
        self.area.ensureWidgetVisible(lane)
        self.look()
        cell = lane.cells.get(stage)
        row = cell.place.model.row_of(id_) if cell is not None else -1
        if cell is not None and row >= 0:
            cell.place.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            cell.place.view.select(row)
            self.area.ensureWidgetVisible(cell.place)

    def lane_of(self, place: QWidget) -> str:
        """Return the key of the lane a place lies in."""
        return next(key for key, lane in self.lanes.items() if lane.isAncestorOf(place))

    def beside(self, place: CardPlace, step: int) -> QWidget | None:
        """Return what Auf and Ab lead to from the end of a cell: the same column in the next lane, or its head."""
        keys = list(self.lanes)
        at = keys.index(self.lane_of(place))
        if step < 0:
            return self.lanes[keys[at]].head
        return self.lanes[keys[at + 1]].head if at + 1 < len(keys) else None

    def _step(self, key: str, step: int) -> None:
        """Go from the head of a lane into its cards, or to the head before it."""
        keys = list(self.lanes)
        lane = self.lanes[key]
        if step > 0 and not lane.folded:
            first = next((cell.place for cell in lane.cells.values() if cell.place.model.rowCount()), None)
            if first is not None:
                first.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                first.view.select(0)
                self.area.ensureWidgetVisible(first.view)
                return
        at = keys.index(key) + step
        if 0 <= at < len(keys):
            head = self.lanes[keys[at]].head
            head.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.area.ensureVisible(0, head.mapTo(self._inside, QPoint(0, 0)).y())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look again when there is more room."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._later.start()
        return super().eventFilter(watched, event)
