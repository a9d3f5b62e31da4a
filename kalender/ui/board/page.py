# SPDX-License-Identifier: EUPL-1.2
"""The page Ablauf: filters above, six columns, cards that are moved by the verb that leads there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.domain.refusal import Refused
from kalender.domain.stage import Stage
from kalender.services.desk import Changes
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.services.publishing import Publishing
from kalender.services.reviews import Reviews
from kalender.ui.board.column import Column
from kalender.ui.board.filters import FilterBar
from kalender.ui.board.looks import board_look
from kalender.ui.board.menu import fill_menu
from kalender.ui.board.rules import Effect, Gates, Verb, effect
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.paint.board import BoardLook
from kalender.ui.widgets.paint.ghost import HOTSPOT, drag_ghost
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.pictures import cover
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import card_look, channel_mark
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

GAP = 8
PICTURE_HEIGHT = 58

STEPS = {"post.review": Stage.IN_REVIEW, "post.approve": Stage.APPROVED, "post.export": Stage.EXPORTED}
"""Actions of the menus that lead to a column."""

NEXT: dict[Stage, Stage | None] = {
    Stage.IDEA: Stage.DRAFT,
    Stage.DRAFT: Stage.IN_REVIEW,
    Stage.IN_REVIEW: Stage.APPROVED,
    Stage.APPROVED: Stage.EXPORTED,
    Stage.EXPORTED: Stage.PUBLISHED,
    Stage.PUBLISHED: None,
}
"""The column after each one."""

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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = TextCache(theme)
        self._posts = posts
        self._reviews = reviews
        self._publishing = publishing
        self._plan = plan
        self._image_of = image_of
        self._now = now
        self._effect: tuple[tuple[str, ...], Stage, Effect] | None = None
        self._ghost = QLabel(self)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.hide()
        self._gates = Gates(
            request=reviews.why_not_request, approve=reviews.why_not_decide, leave=publishing.why_not
        )
        self.filters = FilterBar(theme, plan, self)
        self.columns = {stage: self._column(stage) for stage in Stage}
        self._area = QScrollArea()
        self._build()
        self.filters.changed.connect(self.reload)
        self.show_month(now().date())

    def _column(self, stage: Stage) -> Column:
        column = Column(
            self._theme,
            self._texts,
            stage,
            fetch=lambda limit, offset: self._posts.column(stage, self.filters.value, limit, offset),
            look_of=self._look,
            labels=self._labels(),
        )
        view = column.view
        view.opened.connect(self.open_post)
        view.drag_moved.connect(self._drag_to)
        view.drag_ended.connect(self._drag_end)
        view.drag_dropped.connect(self._drop)
        view.menu_wanted.connect(self._menu)
        view.neighbour_wanted.connect(lambda step, at=stage: self._neighbour(at, step))
        view.step_wanted.connect(lambda ids, step, at=stage: self._step(ids, at, step))
        view.delete_wanted.connect(self.delete)
        view.chosen.connect(lambda ids, at=stage: self._chosen(ids, at))
        if column.quick is not None:
            column.quick.wanted.connect(lambda title, open_, at=stage: self._add(title, at, open_=open_))
        return column

    def _build(self) -> None:
        theme = self._theme
        bar = Ground(theme, "bg-surface", edges="b")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(12))
        row.addWidget(Text(theme, tr("Ablauf"), "title-1"))
        row.addWidget(Text(theme, tr("Von der Idee bis zur Veröffentlichung"), "body", ink="text-2"))
        row.addStretch(1)
        row.addWidget(
            Button(
                theme,
                tr("Neuer Beitrag"),
                icon="ri.add-line",
                kind=Kind.PRIMARY,
                keys=tr("Strg N"),
                clicked=self.new_post_wanted.emit,
            )
        )
        bar.setFixedHeight(Metrics(theme).toolbar)
        theme.changed.connect(lambda: bar.setFixedHeight(Metrics(theme).toolbar))
        inside = Ground(theme, "bg-surface")
        lanes = QHBoxLayout(inside)
        lanes.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(12))
        lanes.setSpacing(theme.px(GAP))
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

    def _labels(self) -> dict[str, str]:
        return {item.id: item.name for item in self._plan.channels}

    def _look(self, card: Card, width: int) -> BoardLook:
        marks = {
            item.id: channel_mark(item, self._plan.platforms.get(item.platform))
            for item in self._plan.channels
        }
        people = {item.id: item for item in self._plan.people}
        return board_look(card, self._now(), marks, people, self._picture(card, width))

    def _picture(self, card: Card, width: int) -> QPixmap | None:
        if not card.picture or card.stage is Stage.IDEA:
            return None
        image = self._image_of(card.picture)
        if image.isNull():
            return None
        height = self._theme.px(PICTURE_HEIGHT)
        return cover(image, width - 2, height, ratio=self.devicePixelRatioF())

    def show_month(self, day: date) -> None:
        """Show the undated posts and those around the month of a day."""
        self.filters.show_month(day)

    def reload(self) -> None:
        """Read counts and visible cards again."""
        value = self.filters.value
        counts = self._posts.counts(value)
        limit = self._plan.municipality.review_limit
        for stage, column in self.columns.items():
            column.reload(counts.get(stage, 0), limit if stage is Stage.IN_REVIEW else 0)
        self.filters.set_count(sum(counts.values()))

    def changed(self, changes: Changes) -> None:
        """Follow a change of the plan."""
        kinds = {name.split("/", 1)[0] for name in changes.refs}
        if kinds - {"post"}:
            self.filters.refill()
            for column in self.columns.values():
                column.delegate.forget()
        if kinds & {"post", "picture", "channel", "person", "setting"}:
            self.reload()

    def pictures_ready(self) -> None:
        """Paint again: thumbnails have been made."""
        for column in self.columns.values():
            column.delegate.forget()
            column.view.scheduleDelayedItemsLayout()

    def selected(self) -> list[str]:
        """Return the ids of the selected posts."""
        return next((ids for column in self.columns.values() if (ids := column.view.ids())), [])

    def select(self, id_: str) -> None:
        """Show and choose a post, where its column has it."""
        for column in self.columns.values():
            row = column.model.row_of(id_)
            if row >= 0:
                column.view.select(row)
                column.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the columns in view."""
        super().resizeEvent(event)
        self._area.updateGeometry()

    # Moving

    def move_posts(self, ids: Sequence[str], target: Stage) -> bool:
        """Do what moving posts to a column means; tell why where it is refused. Return whether it was done."""
        found = self.effect_of(ids, target)
        if found.verb is None:
            self.refused.emit(found.words)
            return False
        try:
            self._do(found.verb, list(ids))
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
            return False
        return True

    def effect_of(self, ids: Sequence[str], target: Stage) -> Effect:
        """Return what moving posts to a column would do, kept while a drag hovers over the same column."""
        key = tuple(ids)
        if self._effect is not None and self._effect[:2] == (key, target):
            return self._effect[2]
        try:
            found = effect([self._posts.card(id_) for id_ in ids], target, self._gates)
        except Refused as refusal:
            found = Effect(verb=None, words=sentence(refusal))
        self._effect = (key, target, found)
        return found

    def _do(self, verb: Verb, ids: list[str]) -> None:
        self._effect = None
        match verb:
            case Verb.TO_IDEA:
                self._posts.to_idea(ids)
            case Verb.TO_DRAFT:
                self._posts.to_draft(ids)
            case Verb.WITHDRAW:
                for id_ in ids:
                    self._reviews.withdraw(id_)
            case Verb.REQUEST:
                for id_ in ids:
                    self._reviews.request(id_)
            case Verb.REVIEW:
                self.review_wanted.emit(ids[0])
            case Verb.EXPORT:
                self.export_wanted.emit(ids)
            case Verb.PUBLISH:
                self.publish_wanted.emit(ids)

    def open_one(self, id_: str) -> None:
        """Open a post."""
        self.open_post.emit(id_)

    def delete(self, ids: Sequence[str]) -> None:
        """Put posts into the trash."""
        self._posts.delete(list(ids))

    def _add(self, title: str, stage: Stage, *, open_: bool) -> None:
        new = self._posts.create(title, idea=stage is Stage.IDEA)
        if open_:
            self.open_post.emit(new)

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
        self.filters.topic.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def offers(self) -> dict[str, str]:
        """Return what can be done with the selected posts, and why not."""
        ids = self.selected()
        if not ids:
            nothing = tr("Wählen Sie zuerst einen Beitrag aus.")
            return dict.fromkeys([*STEPS, "post.open", "post.delete", "post.duplicate", "post.next"], nothing)
        found = {key: self._why_not(ids, stage) for key, stage in STEPS.items()}
        found["post.open"] = "" if len(ids) == 1 else tr("Öffnen geht nur mit einem Beitrag.")
        found["post.delete"] = found["post.duplicate"] = ""
        following = NEXT[self._stage_of(ids[0])]
        found["post.next"] = (
            tr("Weiter geht es nicht.") if following is None else self._why_not(ids, following)
        )
        return found

    def _why_not(self, ids: Sequence[str], target: Stage) -> str:
        known = self.effect_of(ids, target)
        return "" if known.verb is not None else known.words

    def perform(self, action: str) -> None:
        """Do an action of the menus with the selected posts."""
        ids = self.selected()
        if not ids:
            return
        if action in STEPS:
            self.move_posts(ids, STEPS[action])
        elif action == "post.next":
            following = NEXT[self._stage_of(ids[0])]
            if following is not None:
                self.move_posts(ids, following)
        elif action == "post.open":
            self.open_post.emit(ids[0])
        elif action == "post.delete":
            self.delete(ids)
        elif action == "post.duplicate":
            self._posts.duplicate(ids)

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
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self._theme, ids, self)
        menu.popup(point)

    # Dragging

    def _under(self, point: QPoint) -> Column | None:
        return next(
            (
                column
                for column in self.columns.values()
                if column.isVisible() and column.rect().contains(column.mapFromGlobal(point))
            ),
            None,
        )

    def _drag_to(self, ids: list[str], point: QPoint) -> None:
        over = self._under(point)
        for column in self.columns.values():
            if column is not over:
                column.set_target("", allowed=False)
        words, allowed = "", True
        if over is not None:
            found = self.effect_of(ids, over.stage)
            words, allowed = found.words, found.verb is not None
            over.set_target(words, allowed=allowed)
        self._scroll_at_edge(point)
        card = self._posts.card(ids[0])
        marks = {
            item.id: channel_mark(item, self._plan.platforms.get(item.platform))
            for item in self._plan.channels
        }
        look = card_look(card, marks)
        many = tr("{count} Beiträge").format(count=len(ids)) if len(ids) > 1 else look.time
        ghost = drag_ghost(
            self._theme,
            self._texts,
            look,
            when=many,
            note=words,
            kind="ok" if allowed else "err",
            ratio=self.devicePixelRatioF(),
        )
        self._ghost.setPixmap(ghost)
        self._ghost.setAccessibleName(words)
        self._ghost.resize(ghost.deviceIndependentSize().toSize())
        self._ghost.move(self.mapFromGlobal(point) - HOTSPOT)
        self._ghost.raise_()
        self._ghost.show()

    def _scroll_at_edge(self, point: QPoint) -> None:
        at = self._area.mapFromGlobal(point).x()
        bar, edge = self._area.horizontalScrollBar(), self._theme.px(32)
        if at < edge:
            bar.setValue(bar.value() - edge)
        elif at > self._area.width() - edge:
            bar.setValue(bar.value() + edge)

    def _drag_end(self) -> None:
        self._ghost.hide()
        for column in self.columns.values():
            column.set_target("", allowed=False)

    def _drop(self, ids: list[str], point: QPoint) -> None:
        over = self._under(point)
        self._effect = None
        if over is not None and over.stage is not self._stage_of(ids[0]):
            self.move_posts(ids, over.stage)

    def _stage_of(self, id_: str) -> Stage:
        return self._posts.card(id_).stage
