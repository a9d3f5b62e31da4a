# SPDX-License-Identifier: EUPL-1.2
"""How the board is arranged: plain columns or lanes, which are folded, how far back the last column goes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from kalender.domain.card import Card, Filter
from kalender.domain.saved_view import Lanes
from kalender.domain.stage import Stage
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.services.setup.town import limits_of
from kalender.ui.board.cards.showing import Showing
from kalender.ui.board.column import Column
from kalender.ui.board.lanes.grouping import COLUMNS, RESPECTS, LaneSpec, elsewhere, lanes_of, narrowed
from kalender.ui.board.lanes.shut import Shut
from kalender.ui.board.lanes.wall import LaneWall
from kalender.ui.board.place import CardPlace
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.pane import own_pane
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground
from kalender.ui.widgets.paint.board import BoardLook
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr

GAP = 8


class Arrangement(QStackedWidget):
    """Holds the columns and, once they were wanted, the lanes. serve: told of every place that is made.

    menu_wanted: stage and button of the menu of a column. folds_changed: stages of the folded columns;
    lane_folds_changed: keys of the folded lanes. again_wanted: something is to be read anew. quick_wanted: stage, title, open it: a post is to be noted in a column.
    """

    menu_wanted = Signal(object, object)
    folds_changed = Signal(object)
    lane_folds_changed = Signal(object)
    again_wanted = Signal()
    quick_wanted = Signal(object, str, bool)

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        posts: Posts,
        plan: PlanView,
        showing: Showing,
        *,
        base: Callable[[], Filter],
        month: Callable[[Filter], Filter],
        serve: Callable[[CardPlace], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._texts, self._posts, self._plan = theme, texts, posts, plan
        self._showing, self._base, self._month, self._serve = showing, base, month, serve
        self.lanes = Lanes.NONE
        self.back = 0
        """How far the last column goes back: 0 to the month, 1 to all times, 2 with the archive."""
        self.folded: frozenset[Stage] = frozenset()
        self.wall: LaneWall | None = None
        self._wall_area: QScrollArea | None = None
        self._lane_folds: frozenset[str] = frozenset()
        inside = Ground(theme, "bg-surface")
        self.area = _across(inside, self)
        self.addWidget(self.area)
        self.columns = {stage: self._column(stage, inside) for stage in Stage}
        row = spaced(theme, QHBoxLayout(inside), (12, 10, 12, 12), GAP)
        for column in self.columns.values():
            row.addWidget(column, 1)

    def _column(self, stage: Stage, parent: QWidget) -> Column:
        """Return a column. parent: given at once, for what comes to another one later is styled once more, with all it holds."""
        column = Column(
            self._theme,
            self._texts,
            stage,
            fetch=lambda limit, offset: self._read(stage, self.chosen(stage), limit, offset),
            look_of=self._showing.look,
            labels=self._showing.labels,
            parent=parent,
        )
        if column.quick is not None:
            column.quick.wanted.connect(lambda title, on: self.quick_wanted.emit(stage, title, on))
        column.older_wanted.connect(self.go_back)
        column.unfold_wanted.connect(lambda: self.fold(stage, folded=False))
        column.head.menu_wanted.connect(lambda button: self.menu_wanted.emit(stage, button))
        self._serve(column)
        return column

    def _read(self, stage: Stage, value: Filter, limit: int, offset: int) -> list[Card]:
        return self._showing.read(self._posts.column(stage, value, limit, offset))

    # What is shown

    def chosen(self, stage: Stage) -> Filter:
        """Return which posts a column shows."""
        value = self._base()
        if stage is not Stage.PUBLISHED or not self.back:
            return self._month(value)
        return replace(value, archived=self.back > 1)

    def counts(self) -> dict[Stage, int]:
        """Return how many cards each column has."""
        counts = self._posts.counts(self.chosen(Stage.IDEA))
        if self.back:
            counts[Stage.PUBLISHED] = self._posts.counts(self.chosen(Stage.PUBLISHED)).get(Stage.PUBLISHED, 0)
        return counts

    def reload(self) -> int:
        """Read counts and visible cards again; return how many posts are chosen."""
        counts, limits = self.counts(), limits_of(self._plan.municipality)
        if self.lanes is not Lanes.NONE:
            self._reload_lanes(counts, limits)
        else:
            for stage, column in self.columns.items():
                older = self._older() if stage is Stage.PUBLISHED else ""
                column.reload(counts.get(stage, 0), limits.get(stage, 0), older=older)
        return sum(counts.values())

    def _older(self) -> str:
        """Return what more the last column can show, in words."""
        timed = self._month(Filter()) != Filter()
        if timed and not self.back:
            return tr("Ältere zeigen")
        return tr("Archiv zeigen") if self.back < 2 and self._posts.archives() else ""

    def go_back(self) -> None:
        """Let the last column go further back: to all times, then to the archive."""
        timed = self._month(Filter()) != Filter()
        self.back = 1 if timed and not self.back else 2
        self.again_wanted.emit()

    def stay(self) -> None:
        """Let the last column show what the others show."""
        self.back = 0
        self.again_wanted.emit()

    # Columns

    def fold(self, stage: Stage, *, folded: bool) -> None:
        """Make a column narrow, or open it; one always stays open."""
        wanted = self.folded | {stage} if folded else self.folded - {stage}
        if len(wanted) < len(Stage):
            self.set_folded(wanted)
            self.folds_changed.emit(self.folded)

    def set_folded(self, stages: Collection[Stage]) -> None:
        """Make these columns narrow and the others wide."""
        self.folded = frozenset(stages)
        for stage, column in self.columns.items():
            if column.folded != (stage in self.folded):
                column.set_folded(folded=stage in self.folded)
        if self.wall is not None:
            self.wall.fold_columns(self.folded)

    # Lanes

    def set_lanes(self, lanes: Lanes) -> None:
        """Show lanes of a kind, or plain columns; what is in them is read with the next reload()."""
        if lanes is not self.lanes:
            self._leave_lanes()
            self.lanes = lanes
        if lanes is Lanes.NONE:
            self.setCurrentWidget(self.area)

    def set_lane_folds(self, keys: Collection[str]) -> None:
        """Fold these lanes, as remembered from last time."""
        self._lane_folds = frozenset(keys)

    def _leave_lanes(self) -> None:
        """Let go of all lanes: those of another kind have other cards."""
        if self._wall_area is not None:
            self.removeWidget(self._wall_area)
            self._wall_area.deleteLater()
        self.wall = self._wall_area = None

    def _reload_lanes(self, counts: Mapping[Stage, int], limits: Mapping[Stage, int]) -> None:
        value = self._base()
        parts = self._posts.parted(COLUMNS[self.lanes], self._month(value))
        specs = lanes_of(
            self.lanes,
            parts,
            marks=self._showing.marks,
            topics=self._plan.topics,
            people=self._plan.people,
            active=[item.id for item in self._plan.channels if item.active],
            chosen=getattr(value, RESPECTS[self.lanes]),
        )
        wall = self._made()
        wall.show_counts(counts, limits)
        wall.show_lanes(specs)
        if self._wall_area is not None:
            self.setCurrentWidget(self._wall_area)

    def _made(self) -> LaneWall:
        if self.wall is None:
            self.wall = LaneWall(self._theme, self._cell)
            self.wall.folded = self._lane_folds
            self.wall.fold_columns(self.folded)
            self.wall.unfold_wanted.connect(lambda stage: self.fold(stage, folded=False))
            self.wall.menu_wanted.connect(self.menu_wanted)
            self.wall.quick_wanted.connect(self.quick_wanted)
            self.wall.folded_changed.connect(self._lanes_folded)
            self._wall_area = _across(self.wall, self)
            self.addWidget(self._wall_area)
        return self.wall

    def _lanes_folded(self, keys: frozenset[str]) -> None:
        self._lane_folds = keys
        self.lane_folds_changed.emit(keys)

    def _cell(self, spec: LaneSpec, stage: Stage) -> CardPlace:
        lanes, key = self.lanes, spec.key

        def look(card: Card, width: int) -> BoardLook:
            return self._showing.look(card, width, elsewhere(card, lanes, key, self._showing.marks))

        place = CardPlace(
            self._theme,
            self._texts,
            stage,
            fetch=lambda limit, offset: self._read(
                stage, narrowed(self._month(self._base()), lanes, key), limit, offset
            ),
            look_of=look,
            labels=self._showing.labels,
            name=spec.title,
        )
        self._serve(place)
        return place

    # Places

    def places(self) -> Iterator[CardPlace]:
        """Yield where cards lie now, from left to right and lane by lane; folded columns too."""
        if self.wall is not None:
            yield from self.wall.places()
        else:
            yield from self.columns.values()

    def beside(self, place: CardPlace, step: int) -> CardPlace | None:
        """Return the next place to the left or right, in the same lane, that has cards and is open."""
        row = self._row_of(place)
        at = row.index(place) + step
        while 0 <= at < len(row):
            if row[at].model.rowCount() and row[at].stage not in self.folded:
                return row[at]
            at += step
        return None

    def _row_of(self, place: CardPlace) -> list[CardPlace]:
        if self.wall is None:
            return list(self.columns.values())
        lane = self.wall.lanes[self.wall.lane_of(place)]
        return [cell.place for cell in lane.cells.values()]

    def scroll_area(self) -> QScrollArea:
        """Return what scrolls from side to side."""
        return self._wall_area if self.wall is not None and self._wall_area is not None else self.area

    def show_place(self, place: CardPlace) -> None:
        """Scroll to a place."""
        self.scroll_area().ensureWidgetVisible(place)
        if self.wall is not None:
            self.wall.area.ensureWidgetVisible(place)

    def forget_looks(self) -> None:
        """Work out every look again."""
        for place in self._all():
            place.delegate.forget()

    def pictures_ready(self) -> None:
        """Paint again: thumbnails have been made."""
        for place in self._all():
            place.delegate.forget_pictures()
            place.view.viewport().update()

    def _all(self) -> Iterator[CardPlace]:
        yield from self.columns.values()
        if self.wall is not None:
            for lane in self.wall.lanes.values():
                for cell in lane.cells.values():
                    yield cell.place

    def shut(self, point: QPoint) -> Shut | None:
        """Return the folded lane, or the folded column of the lanes, under a point of the screen."""
        if self.wall is None:
            return None
        wall, found = self.wall, self.wall.shut(point)
        if isinstance(found, Stage):
            stage = found
            return Shut(name=STAGES[stage].text, open=lambda: self.fold(stage, folded=False))
        if found is not None:
            key = found
            return Shut(name=wall.specs[key].title, open=lambda: wall.fold(key, folded=False))
        return None

    def edge(self, point: QPoint) -> None:
        """Scroll up or down where a drag comes near the upper or lower edge of the lanes."""
        if self.wall is None:
            return
        area = self.wall.area
        at, near = area.viewport().mapFromGlobal(point).y(), self._theme.px(32)
        bar = area.verticalScrollBar()
        if 0 <= at < near:
            bar.setValue(bar.value() - near)
        elif at > area.viewport().height() - near:
            bar.setValue(bar.value() + near)


def _across(inside: QWidget, parent: QWidget) -> QScrollArea:
    """Return what lets a wide widget scroll from side to side."""
    area = QScrollArea(parent)
    own_pane(area)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
