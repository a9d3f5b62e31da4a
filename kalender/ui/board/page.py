# SPDX-License-Identifier: EUPL-1.2
"""The page Ablauf: filters above, six columns, cards that are moved by the verb that leads there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.card import Card, Filter
from kalender.domain.refusal import Refused
from kalender.domain.stage import Stage
from kalender.services.acting.changes import Changes
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.services.publishing import Publishing
from kalender.services.reviews import Reviews
from kalender.ui.board.carrying import Carrying
from kalender.ui.board.column import Column
from kalender.ui.board.looks import board_look
from kalender.ui.board.menu import card_menu
from kalender.ui.board.moving import Moving
from kalender.ui.board.rules import Effect
from kalender.ui.board.span import MonthChip
from kalender.ui.narrowing.bar import FilterBar
from kalender.ui.narrowing.narrowing import Narrowing
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.moment import MomentPopover
from kalender.ui.widgets.paint.board import BoardLook
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.pictures import cover
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark, card_look, channel_mark
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

GAP = 8

ImageOf = Callable[[str], QImage]
"""Gives the thumbnail of a picture, or a null image while it is being made."""


class BoardPage(QWidget):
    """Posts by stage. Signals speak of posts by id; the shell knows which page answers."""

    open_post = Signal(str)
    review_wanted = Signal(str)
    export_wanted = Signal(list)
    publish_wanted = Signal(list)
    new_post_wanted = Signal()
    refused = Signal(str)
    """A sentence for the toast: why something was not done."""
    offered = Signal(object)
    """What can be done with the selected posts: action key to reason why not, empty where allowed."""

    def __init__(
        self,
        theme: Theme,
        *,
        posts: Posts,
        reviews: Reviews,
        publishing: Publishing,
        plan: PlanView,
        image_of: ImageOf,
        now: Callable[[], datetime],
        narrowing: Narrowing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = TextCache(theme)
        self._posts = posts
        self._plan = plan
        self._image_of = image_of
        self._now = now
        self._marks: dict[str, ChannelMark] = {}
        self._blank = QPixmap()
        self._stale = False
        self._moving = Moving(self, posts, reviews, publishing)
        self.month = MonthChip(theme, self.reload)
        self.narrowing = narrowing or Narrowing(self)
        self.filters = FilterBar(theme, self.narrowing, plan, posts.labels, extra=[self.month], parent=self)
        self.columns = {stage: self._column(stage) for stage in Stage}
        self._area = QScrollArea()
        self._build()
        self.carrying = Carrying(
            theme,
            self._texts,
            self,
            self._area,
            self.columns,
            card=posts.card,
            effect_of=self.effect_of,
            look_of=lambda card: card_look(card, self._marks),
            move=self.move_posts,
        )
        self._know_channels()
        self._paint_blank()
        self.narrowing.changed.connect(self._narrowed)
        self.filters.left.connect(self._focus_cards)
        theme.changed.connect(self._paint_blank)
        self.show_month(now().date())

    def _column(self, stage: Stage) -> Column:
        column = Column(
            self._theme,
            self._texts,
            stage,
            fetch=lambda limit, offset: self._posts.column(stage, self.chosen(), limit, offset),
            look_of=self._look,
            labels=lambda: {id_: mark.label for id_, mark in self._marks.items()},
        )
        view = column.view
        view.opened.connect(self.open_post)
        view.menu_wanted.connect(self._menu)
        view.neighbour_wanted.connect(lambda step: self._neighbour(stage, step))
        view.step_wanted.connect(lambda ids, step: self._step(ids, stage, step))
        view.delete_wanted.connect(self.delete)
        view.chosen.connect(lambda ids: self._chosen(ids, stage))
        column.older_wanted.connect(self._all_months)
        if column.quick is not None:
            column.quick.wanted.connect(lambda title, open_: self._add(title, stage, open_=open_))
        return column

    def _build(self) -> None:
        theme = self._theme
        bar = PageBar(theme, tr("Ablauf"), note=tr("Von der Idee bis zur Veröffentlichung"))
        bar.row.addStretch(1)
        words, keys = tr("Neuer Beitrag"), tr("Strg N")
        bar.row.addWidget(
            Button(
                theme,
                words,
                icon="ri.add-line",
                kind=Kind.PRIMARY,
                keys=keys,
                clicked=self.new_post_wanted.emit,
            )
        )
        inside = Ground(theme, "bg-surface")
        lanes = spaced(theme, QHBoxLayout(inside), (12, 10, 12, 12), GAP)
        for column in self.columns.values():
            lanes.addWidget(column, 1)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.filters)
        layout.addWidget(self._area, 1)

    # Showing

    def _know_channels(self) -> None:
        self._marks = {
            item.id: channel_mark(item, self._plan.platforms.get(item.platform))
            for item in self._plan.channels
        }

    def _paint_blank(self) -> None:
        """Make what stands for a picture that is still being made, so that cards keep their height."""
        self._blank = QPixmap(self._theme.px(600), Metrics(self._theme).board_strip)
        self._blank.fill(self._theme.colour("bg-sunken"))

    def _look(self, card: Card, width: int) -> BoardLook:
        people = {item.id: item for item in self._plan.people}
        return board_look(card, self._now(), self._marks, people, self._picture(card, width))

    def _picture(self, card: Card, width: int) -> QPixmap | None:
        if not card.picture or card.stage is Stage.IDEA:
            return None
        image = self._image_of(card.picture)
        if image.isNull():
            return self._blank
        return cover(image, width - 2, Metrics(self._theme).board_strip, ratio=self.devicePixelRatioF())

    def show_month(self, day: date) -> None:
        """Show the undated posts and those around the month of a day."""
        self.month.show_month(day)
        self.reload()

    def _all_months(self) -> None:
        self.month.setChecked(False)
        self.reload()

    def chosen(self) -> Filter:
        """Return which posts are shown."""
        return self.month.narrow(self.narrowing.value)

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
        value = self.chosen()
        counts = self._posts.counts(value)
        limit = self._plan.municipality.review_limit
        for stage, column in self.columns.items():
            column.reload(
                counts.get(stage, 0),
                limit if stage is Stage.IN_REVIEW else 0,
                older=stage is Stage.PUBLISHED and value.first is not None,
            )
        self.filters.set_count(sum(counts.values()))
        self.setFocusProxy(self._first_view())
        self.offered.emit(self.offers())

    def changed(self, changes: Changes) -> None:
        """Follow a change of the plan."""
        if any(changes.ids(kind) for kind in ("channel", "person", "topic", "setting", "picture")):
            self._know_channels()
            self.filters.refill()
            for column in self.columns.values():
                column.delegate.forget()
        self.reload()

    def pictures_ready(self) -> None:
        """Paint again: thumbnails have been made."""
        for column in self.columns.values():
            column.delegate.forget_pictures()
            column.view.viewport().update()

    def selected(self) -> list[str]:
        """Return the ids of the selected posts."""
        return next((ids for column in self.columns.values() if (ids := column.view.ids())), [])

    def select(self, id_: str) -> None:
        """Show and choose a post, where its column has it."""
        for column in self.columns.values():
            row = column.model.row_of(id_)
            if row >= 0:
                column.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                column.view.select(row)

    # Moving

    def move_posts(self, ids: Sequence[str], target: Stage) -> bool:
        """Do what moving posts to a column means; tell why where it is refused. Return whether it was done."""
        return self._moving.move(ids, target)

    def effect_of(self, ids: Sequence[str], target: Stage) -> Effect:
        """Return what moving posts to a column would do."""
        return self._moving.effect_of(ids, target)

    def delete(self, ids: Sequence[str]) -> None:
        """Put posts into the trash."""
        self._attempt(lambda: self._posts.delete(list(ids)))

    def _attempt(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except Refused as refusal:
            self.refused.emit(sentence(refusal))

    def _add(self, title: str, stage: Stage, *, open_: bool) -> None:
        made: list[str] = []
        self._attempt(lambda: made.append(self._posts.create(title, idea=stage is Stage.IDEA)))
        if made and open_:
            self.open_post.emit(made[0])

    def _chosen(self, ids: list[str], stage: Stage) -> None:
        if ids:
            for other, column in self.columns.items():
                if other is not stage:
                    column.view.clearSelection()
        self.offered.emit(self.offers())

    # What menus and keys of the window ask

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through: filters, then the columns."""
        return [self.filters, *(column.view for column in self.columns.values())]

    def focus_filter(self) -> None:
        """Put the focus into the filters."""
        self.filters.focus()

    def _focus_cards(self) -> None:
        self._first_view().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _first_view(self) -> QWidget:
        """Return the list of the first column with a card."""
        views = [column.view for column in self.columns.values()]
        return next((view for view in views if view.model().rowCount()), views[0])

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
        elif action == "post.delete":
            self.delete(ids)
        elif action == "post.move":
            self._ask_day(ids)
        else:
            self._moving.perform(action, ids)

    def _ask_day(self, ids: list[str]) -> None:
        """Ask for a day; the clock time of each post stays."""
        card = self._posts.card(ids[0])
        view = self.columns[card.stage].view
        popover = MomentPopover(
            self._theme, view, card.planned, today=self._now().date(), clock=False, undated=False
        )
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popover.chosen.connect(
            lambda moment: self._attempt(lambda: self._posts.move_to_day(ids, moment.date()))
        )
        popover.open_at(view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center()))

    def _neighbour(self, stage: Stage, step: int) -> None:
        stages = list(Stage)
        at = stages.index(stage) + step
        while 0 <= at < len(stages):
            view = self.columns[stages[at]].view
            if view.model().rowCount():
                row = min(self.columns[stage].view.currentIndex().row(), view.model().rowCount() - 1)
                view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                view.select(max(0, row))
                self._area.ensureWidgetVisible(view)
                return
            at += step

    def _step(self, ids: list[str], stage: Stage, step: int) -> None:
        stages = list(Stage)
        at = stages.index(stage) + step
        if 0 <= at < len(stages) and self.move_posts(ids, stages[at]):
            self.select(ids[0])

    def _menu(self, ids: list[str], point: QPoint) -> None:
        card_menu(self._theme, ids, self, self).popup(point)
