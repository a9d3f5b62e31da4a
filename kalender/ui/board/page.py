# SPDX-License-Identifier: EUPL-1.2
"""The page Ablauf: filters above, six columns or lanes, cards that are moved by the verb that leads there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kalender.domain.refusal import Refused
from kalender.domain.saved_view import Lanes
from kalender.domain.stage import Stage
from kalender.services.acting.changes import Changes
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.services.publishing import Publishing
from kalender.services.reviews import Reviews
from kalender.services.setup.town import limits_of
from kalender.ui.board.arranging import Arrangement
from kalender.ui.board.asking import ask_day, ask_limit
from kalender.ui.board.cards.showing import ImageOf, Showing, Since, ageless
from kalender.ui.board.carrying import Carrying
from kalender.ui.board.choosing import Choosing
from kalender.ui.board.display import column_menu, display_menu, popup_under
from kalender.ui.board.heads.chosen import ChosenRow
from kalender.ui.board.lanes.landing import Landing
from kalender.ui.board.menu import card_menu
from kalender.ui.board.moving import Moving
from kalender.ui.board.place import CardPlace
from kalender.ui.board.quick import noted
from kalender.ui.board.rules import Effect
from kalender.ui.board.span import MonthChip
from kalender.ui.narrowing.bar import FilterBar
from kalender.ui.narrowing.narrowing import Narrowing
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import card_look
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:  # imported when cards are first carried over lanes
    from kalender.services.several.several import Several

LARGE_TEXT = 150
"""From this text size on, in per cent, the bar has no room for what stands beside the title."""


class BoardPage(QWidget):
    """Posts by stage. Signals speak of posts by id; the shell knows which page answers."""

    open_post = Signal(str)
    review_wanted = Signal(str)
    export_wanted = Signal(list)
    publish_wanted = Signal(list)
    hold_wanted = Signal(list)
    story_wanted = Signal(str)
    new_post_wanted = Signal()
    chain_wanted = Signal(str, str)
    slots_wanted = Signal(list)
    refused = Signal(str)
    """A sentence for the toast: why something was not done."""
    offered = Signal(object)
    """What can be done with the selected posts: action key to reason why not, empty where allowed."""
    lanes_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        posts: Posts,
        reviews: Reviews,
        publishing: Publishing,
        plan: PlanView,
        several: Callable[[], Several],
        image_of: ImageOf,
        now: Callable[[], datetime],
        narrowing: Narrowing | None = None,
        since: Since = ageless,
        set_limit: Callable[[Stage, int], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._posts, self._plan, self._now = posts, plan, now
        self._set_limit = set_limit
        self._stale = False
        texts = TextCache(theme)
        self._moving = Moving(self, posts, reviews, publishing)
        self.showing = Showing(
            theme, plan, image_of=image_of, now=now, since=since, ratio=self.devicePixelRatioF
        )
        self.month = MonthChip(theme, self._month_clicked)
        self.narrowing = narrowing or Narrowing(self)
        self.slot: Callable[[Sequence[str] | None], datetime] | None = None
        self.filters = FilterBar(theme, self.narrowing, plan, posts.labels, extra=[self.month], parent=self)
        self.landing = Landing(self, lambda: self.arrangement, several, self.refused.emit, posts.card)
        self.carrying = Carrying(
            theme,
            texts,
            self,
            lambda: self.arrangement,
            card=posts.card,
            landing=self.landing,
            look_of=lambda card: card_look(card, self.showing.marks),
        )
        self._bar = self._made_bar()
        self.bulk: Callable[[], Sequence[QAction]] = tuple
        self.several = ChosenRow(
            theme,
            leave=lambda: self.choosing.let_go(),  # noqa: PLW0108 - it is made below
            duplicate=lambda: self.perform("post.duplicate"),
            delete=lambda: self.perform("post.delete"),
            parent=self,
        )
        self.arrangement = Arrangement(
            theme,
            texts,
            posts,
            plan,
            self.showing,
            base=lambda: self.narrowing.value,
            month=self.month.narrow,
            serve=self._serve,
            parent=self,
        )
        self.columns = self.arrangement.columns
        self.choosing = Choosing(self.arrangement, told=self._tell, warn=self.refused.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in (self._bar, self.filters, self.several):
            layout.addWidget(row)
        layout.addWidget(self.arrangement, 1)
        self.arrangement.again_wanted.connect(self.reload)
        self.arrangement.menu_wanted.connect(self._column_menu)
        self.arrangement.quick_wanted.connect(self._add)
        self.narrowing.changed.connect(self._narrowed)
        self.filters.left.connect(lambda: self._first_view().setFocus(Qt.FocusReason.ShortcutFocusReason))
        theme.changed.connect(self.showing.paint_blank)
        self.show_month(now().date())

    def _serve(self, place: CardPlace) -> None:
        """Listen to a place where cards lie."""
        view = place.view
        view.opened.connect(self.open_post)
        view.menu_wanted.connect(self._menu)
        view.neighbour_wanted.connect(lambda step: self._neighbour(place, step))
        view.beyond_wanted.connect(lambda step: self._beyond(place, step))
        view.step_wanted.connect(lambda _ids, step: self._step(place, step))
        view.lane_wanted.connect(lambda _ids, step: self._lane_step(place, step))
        view.delete_wanted.connect(lambda _ids: self.delete(self.selected()))
        view.chosen.connect(lambda ids: self.choosing.chosen(ids, place))
        view.all_wanted.connect(lambda: self.choosing.choose_all(place))
        view.renamed.connect(lambda id_, title: self._attempt(lambda: self._posts.rename(id_, title)))
        self.carrying.serve(place)

    def _made_bar(self) -> PageBar:
        theme = self._theme
        note = tr("Von der Idee bis zur Veröffentlichung")
        bar = PageBar(theme, tr("Ablauf"), note=note, note_below=LARGE_TEXT, parent=self)
        bar.row.addStretch(1)
        self.display = Button(
            theme, tr("Anzeige"), icon="ri.equalizer-line", arrow=True, clicked=self._display_menu
        )
        bar.row.addWidget(self.display)
        new = Button(theme, tr("Neuer Beitrag"), icon="ri.add-line", kind=Kind.PRIMARY, keys=tr("Strg N"))
        new.clicked.connect(lambda _checked=False: self.new_post_wanted.emit())
        bar.row.addWidget(new)
        return bar

    # Showing

    def show_month(self, day: date) -> None:
        """Show the undated posts and those around the month of a day."""
        self.month.show_month(day)
        self.reload()

    def _month_clicked(self) -> None:
        self.arrangement.back = 0
        self.reload()

    @property
    def lanes(self) -> Lanes:
        """What the rows of the board stand for."""
        return self.arrangement.lanes

    def show_lanes(self, lanes: Lanes) -> None:
        """Show lanes of a kind, or plain columns, with the same posts chosen."""
        if lanes is self.arrangement.lanes:
            return
        chosen, inside = self.selected(), self.arrangement.isAncestorOf(QApplication.focusWidget() or self)
        self.arrangement.set_lanes(lanes)
        self.reload()
        self.lanes_changed.emit(lanes.value)
        if inside:
            self._first_view().setFocus(Qt.FocusReason.OtherFocusReason)
        if chosen:
            self.select(chosen[0])

    def _narrowed(self) -> None:
        """Show other posts: now, or when the page comes to the front."""
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what was narrowed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def reload(self) -> None:
        """Read counts and visible cards again."""
        self._stale = False
        self._moving.forget()
        self.landing.changes.forget()
        self.filters.set_count(self.arrangement.reload())
        self.setFocusProxy(self._first_view())
        self._tell()

    def changed(self, changes: Changes) -> None:
        """Follow a change of the plan."""
        if any(changes.ids(kind) for kind in ("channel", "person", "topic", "setting", "picture")):
            self.showing.know_plan()
            self.filters.refill()
            self.arrangement.forget_looks()
        self.reload()

    def pictures_ready(self) -> None:
        """Paint again: thumbnails have been made."""
        self.arrangement.pictures_ready()

    # Choosing

    def selected(self) -> list[str]:
        """Return the ids of the selected posts, each once."""
        return self.choosing.ids()

    def select(self, id_: str) -> None:
        """Show and choose a post, where its column has it."""
        self.choosing.choose(id_)

    def _tell(self) -> None:
        """Say what is chosen, and what can be done with it."""
        self.several.show_count(len(self.selected()), self.bulk)
        self.offered.emit(self.offers())

    def anchor(self) -> tuple[QWidget, QPoint]:
        """Return the list of the first chosen card, and the point of the screen below what is said of the choice."""
        row = self.several
        view = self.choosing.place_of(self.selected()[0]).view
        return view, row.mapToGlobal(QPoint(row.x() + 16, row.height() + 4))

    # Moving

    def move_posts(self, ids: Sequence[str], target: Stage) -> bool:
        """Do what moving posts to a column means; tell why where it is refused. Return whether it was done."""
        return self._moving.move(self.with_all(ids), target)

    def effect_of(self, ids: Sequence[str], target: Stage) -> Effect:
        """Return what moving posts to a column would do."""
        return self._moving.effect_of(self.with_all(ids), target)

    def with_all(self, ids: Sequence[str]) -> Sequence[str]:
        """Return everything that is chosen where these posts are among it: they go together."""
        every = self.selected()
        return every if set(ids) <= set(every) else ids

    def delete(self, ids: Sequence[str]) -> None:
        """Put posts into the trash; of one that belongs to a series it is asked which ones."""
        self._moving.delete(ids)

    def _attempt(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except Refused as refusal:
            self.refused.emit(sentence(refusal))

    def _add(self, stage: Stage, title: str, open_: bool) -> None:
        """Note a post that the filter shows, and open it if wanted."""
        made = list[str]()
        self._attempt(
            lambda: made.append(noted(self._posts, self.narrowing.value, stage, title, slot=self.slot))
        )
        if made and open_:
            self.open_post.emit(made[0])

    # What menus and keys of the window ask

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through: filters, then the columns."""
        return [self.filters, *(place.view for place in self.arrangement.places())]

    def focus_filter(self) -> None:
        """Put the focus into the filters."""
        self.filters.focus()

    def _first_view(self) -> QWidget:
        """Return the first list with a card."""
        views = [place.view for place in self.arrangement.places()]
        first = self.columns[Stage.IDEA].view if not views else views[0]
        return next((view for view in views if view.model().rowCount()), first)

    def offers(self) -> dict[str, str]:
        """Return what can be done with the selected posts, and why not."""
        return self._moving.offers(self.selected())

    def perform(self, action: str) -> None:
        """Do an action of the menus with the selected posts."""
        ids = self.selected()
        if not ids:
            return
        if action == "post.open":
            self.open_post.emit(ids[0])
        elif action == "post.history":
            self.story_wanted.emit(ids[0])
        elif action == "post.rename":
            place = self.choosing.place_of(ids[0])
            place.view.edit(place.model.index(place.model.row_of(ids[0])))
        elif action == "post.delete":
            self.delete(ids)
        elif action == "post.hold":
            self.hold_wanted.emit(ids)
        elif action == "post.move":
            self._ask_day(ids)
        else:
            self._moving.perform(action, ids)

    def _ask_day(self, ids: list[str]) -> None:
        """Ask for a day; the clock time of each post stays."""
        card = self._posts.card(ids[0])
        view = self.choosing.place_of(ids[0]).view
        ask_day(
            self._theme,
            view,
            card.planned,
            self._now().date(),
            lambda day: self._attempt(lambda: self._posts.move_to_day(ids, day)),
        )

    def _neighbour(self, place: CardPlace, step: int) -> None:
        other = self.arrangement.beside(place, step)
        if other is not None:
            row = min(place.view.currentIndex().row(), other.model.rowCount() - 1)
            other.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            other.view.select(max(0, row))
            self.arrangement.show_place(other)

    def _beyond(self, place: CardPlace, step: int) -> None:
        """Go from the end of a cell to the head of its lane, or of the next one."""
        wall = self.arrangement.wall
        head = wall.beside(place, step) if wall is not None else None
        if head is not None and wall is not None:
            head.setFocus(Qt.FocusReason.ShortcutFocusReason)
            wall.area.ensureWidgetVisible(head)

    def _step(self, place: CardPlace, step: int) -> None:
        ids, stages = self.selected(), list(Stage)
        at = stages.index(place.stage) + step
        if ids and 0 <= at < len(stages) and self.move_posts(ids, stages[at]):
            self.select(ids[0])

    def _lane_step(self, place: CardPlace, step: int) -> None:
        self.landing.step(self.selected(), place, step)

    def _menu(self, _ids: list[str], point: QPoint) -> None:
        ids = self.selected()
        more, lanes = self.bulk() if len(ids) > 1 else (), self.landing.entries(ids)
        card_menu(self._theme, ids, self, self, more=more, lanes=lanes).popup(point)

    def _display_menu(self) -> None:
        popup_under(display_menu(self._theme, self.arrangement, self.show_lanes, self), self.display)

    def _column_menu(self, stage: Stage, button: QWidget) -> None:
        def select() -> None:
            for place in self.arrangement.places():
                if place.stage is stage:
                    self.choosing.choose_all(place)

        limit = None if self._set_limit is None else lambda: self._ask_limit(stage, button)
        menu = column_menu(self._theme, self.arrangement, stage, limit=limit, select=select, parent=self)
        popup_under(menu, button)

    def _ask_limit(self, stage: Stage, button: QWidget) -> None:
        set_limit = self._set_limit
        if set_limit is None:
            return
        known = limits_of(self._plan.municipality).get(stage, 0)
        ask_limit(
            self._theme, button, stage, known, lambda limit: self._attempt(lambda: set_limit(stage, limit))
        )
