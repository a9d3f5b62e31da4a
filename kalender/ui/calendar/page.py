# SPDX-License-Identifier: EUPL-1.2
"""The page Kalender: shows what the services know, and does with posts what is chosen, carried or typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from kalender.domain.card import Card
from kalender.domain.crop import CENTRE, Focus
from kalender.services.acting.changes import Changes
from kalender.services.checks import Checks
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.services.publishing import Publishing
from kalender.services.reviews import Reviews
from kalender.ui.calendar.ahead import Ahead
from kalender.ui.calendar.almanac import AlmanacOf
from kalender.ui.calendar.backlog.model import BacklogModel
from kalender.ui.calendar.backlog.panel import BacklogPanel
from kalender.ui.calendar.backlog.tray import Tray
from kalender.ui.calendar.doing.actions import ALWAYS, SEVERAL, Actions, Verb
from kalender.ui.calendar.doing.carry import Carry
from kalender.ui.calendar.doing.choice import Choice, Holds
from kalender.ui.calendar.doing.deeds import Deeds
from kalender.ui.calendar.doing.joining import Settling, join
from kalender.ui.calendar.doing.verbs import Verbs
from kalender.ui.calendar.doing.verdicts import Verdicts, day_of
from kalender.ui.calendar.filtering import Filtering
from kalender.ui.calendar.holding import SEEN, Holding
from kalender.ui.calendar.inspector.panel import Inspector
from kalender.ui.calendar.looks import Looks
from kalender.ui.calendar.month.hands import Hands
from kalender.ui.calendar.month.model import MonthModel
from kalender.ui.calendar.month.view import MonthView
from kalender.ui.calendar.sheets import FindingWords, Sheets
from kalender.ui.calendar.spans import Spans
from kalender.ui.calendar.speaking import Speaking
from kalender.ui.calendar.strips import ImageOf, Strips
from kalender.ui.calendar.surfaces import Surfaces
from kalender.ui.calendar.toolbar import MONTH, VIEWS, WEEK, Toolbar
from kalender.ui.narrowing.narrowing import Narrowing
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.terms import Term

if TYPE_CHECKING:  # all views but the month are imported with their first visit: the first month comes sooner
    from kalender.ui.calendar.agenda.rows import DayLines
    from kalender.ui.calendar.doing.choice import Dated
    from kalender.ui.calendar.mini.month import MiniMonth


class CalendarPage(Speaking):
    """What its signals say and what the shell may call is in the README."""

    def __init__(
        self,
        theme: Theme,
        *,
        posts: Posts,
        plan: PlanView,
        reviews: Reviews,
        publishing: Publishing,
        checks: Checks,
        almanac_of: AlmanacOf,
        finding_words: FindingWords,
        image_of: ImageOf,
        focus_of: Callable[[str], Focus] = lambda _picture: CENTRE,
        narrowing: Narrowing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        texts = TextCache(theme)
        self._posts = posts
        self._zone = lambda: plan.municipality.zone
        self.looks = looks = Looks(plan)
        self._strips = Strips(theme, image_of, focus_of)
        self.model = MonthModel(looks.card, looks.name, looks.tip)
        self.ideas = BacklogModel(looks.idea, looks.name)
        self.reading = self._holding = Holding(posts, self.model, self.ideas, almanac_of)
        toolbar = Toolbar(theme)
        self.spans = Spans(self._holding, self.model, toolbar)
        self.verdicts = Verdicts(posts, self.spans.almanac, lambda: looks.marks)
        self.carry = Carry(theme, texts, self.verdicts.of)
        self.month = MonthView(theme, texts, self.model)
        self.month.delegate.strips = self._strips
        self.month.marks = looks.marks
        self.hands = Hands(self.month, self.carry)
        self.lines_of: Callable[[date, date], DayLines] = lambda _first, _last: {}
        super().__init__(
            theme,
            toolbar=toolbar,
            month=self.month,
            strip=BacklogPanel(theme, texts, self.ideas, self.carry, sideways=True),
            inspector=Inspector(theme, self._strips),
            parent=parent,
        )
        for owned in (self.model, self.ideas, self.carry):
            owned.setParent(self)  # what listens to them goes when the page does
        self.filtering = Filtering(
            self, theme, narrowing or Narrowing(self), plan, posts, lambda: self.grid().setFocus()
        )
        self._holding.filter = self.filtering.narrowing.value
        self.backlog = BacklogPanel(theme, texts, self.ideas, self.carry)
        self.tray = Tray(theme, self.backlog, self)
        self.tray.hide()
        self.mini: MiniMonth | None = None
        self._set_fields: Callable[..., object] = lambda *_post, **_values: None
        self.choice = Choice(
            (self.month, self.backlog.list, self.strip.list),
            grid=self.grid,
            basket=lambda: self._strip().list,
            parent=self,
        )
        self.surfaces = Surfaces(theme, looks, self._strips, self._holding.counts_of)
        verbs = Verbs(posts, reviews, publishing)
        self.deeds = Deeds(self, self.choice, posts, verbs, self.verdicts, self.surfaces)
        self.sheets = Sheets(posts, checks, publishing, looks, finding_words)
        self.actions_ = Actions(self, theme, self.deeds.do, self.deeds.why_not, self.deeds.reasons)
        self.bulk: Callable[[], Sequence[QAction]] = tuple
        self._uncounted = False
        self._settling = Settling(self, self.carry, self._tell, self._offer)
        self.ahead = Ahead(self._holding, self.month, self)
        theme.changed.connect(self._holding.forget)
        theme.changed.connect(self.ahead.wake)
        self._connect()
        self._holding.begin(posts.now().date())
        self._shown()

    def _connect(self) -> None:
        bar = self.toolbar
        bar.paged.connect(lambda pages: self.go_to(self.spans.page(pages)))
        bar.today_wanted.connect(self.go_to_today)
        bar.viewed.connect(self.show_view)
        bar.date_wanted.connect(self.go_anywhere)
        bar.filter_wanted.connect(self.filtering.toggle)
        self.filtering.narrowing.changed.connect(self._filter)
        bar.layered.connect(self._holding.set_layers)
        bar.layered.connect(self._shown)
        bar.pictured.connect(self.month.show_pictures)
        bar.pictured.connect(self.ahead.wake)
        self.month.first_painted.connect(self.complete, Qt.ConnectionType.QueuedConnection)
        join(self)
        self.choice.changed.connect(self._settling.begin)

    # What the shell may ask for

    def changed(self, changes: Changes) -> None:
        """Show what an action changed, row by row."""
        for picture in changes.ids("picture"):
            self._forget_picture(picture)
        if any(changes.ids(kind) for kind in ("channel", "topic", "person", "setting")):
            self.looks.refresh()
            self.filtering.refill()
            for grid in self.spans.grids(self.month):
                grid.marks = self.looks.marks
            self.reload()
            return
        chosen = self.ids()
        self._holding.change(changes)
        self.choice.keep(chosen)
        self._shown()
        if self.isVisible() and (undone := self._holding.undone(changes)):
            self.follow(undone)  # it is seen wherever it goes

    def read_layers(self) -> None:
        """Read anew what applies to days, where other layers are shown."""
        self._holding.read_layers()
        self._shown()

    def complete(self) -> None:
        """Read holidays and other layers, after the month was seen for the first time."""
        self._holding.complete()
        self.made_complete.emit()
        self._strips.begin()
        self.model.forget_faces()
        self._settling.begin()
        self.ahead.wake()

    def picture_ready(self, picture: str) -> None:
        """Paint a picture whose small file has come."""
        self._forget_picture(picture)
        self.inspector.update()

    def show_view(self, view: str) -> None:
        """Show a view by its key, at the same day and with the same posts chosen."""
        chosen, day, inside = self.ids(), self.cursor_day(), self.choice.view is self.grid()
        if view not in VIEWS:
            return
        if view not in self.views:
            from kalender.ui.calendar.beyond.making import make_view

            self.add_view(view, make_view(self, view, self._holding, self._posts.now, self._zone))
        widget = cast("Dated", self.views[view])
        self.spans.choose(widget, by_week=view == WEEK, day=day)
        super().show_view(view)
        if inside and chosen and widget.in_sight():
            widget.choose(chosen)
        else:
            if inside:
                self.choice.view.selectionModel().clearSelection()
            widget.step_to(day)
        self._turned()

    def grid(self) -> Dated:
        """The view of dated posts in front."""
        return cast("Dated", self.views[self.view])

    def go_to(self, day: date) -> None:
        """Show the month or the week of a day."""
        self.spans.show(day)
        self._turned()

    def go_to_today(self) -> None:
        """Show today and step on it."""
        self.step_to(self._posts.now().date())

    def go_anywhere(self) -> None:
        """Ask for a day below the title, and go there."""
        at = self.toolbar.mapToGlobal(self.toolbar.title.geometry().bottomLeft())
        day, today = day_of(self.cursor_day()), self._holding.today
        self.surfaces.go_to(self.grid(), at, day, today, lambda moment: self.step_to(moment.date()))

    def step_to(self, day: date) -> None:
        """Show a day and step on it."""
        self.go_to(day)
        self.grid().step_to(day)

    def show_post(self, id_: str) -> None:
        """Show a post where it lies, and choose it; raises Refused NOT_FOUND."""
        card = self._posts.card(id_)
        if card.planned is not None:
            if self.spans.other is not None and not self.grid().in_sight():
                self.show_view(MONTH)
            self.go_to(card.planned.date())
        self.choose([id_])

    def reload(self) -> None:
        """Read everything again."""
        self._holding.forget()
        self._filter()

    def legend(self) -> list[tuple[str, Term, int]]:
        """Return stages and flags with their counts: key, term, count."""
        return self._holding.legend()

    def show_only(self, key: str) -> None:
        """Show only posts of a legend entry, all with an empty key: the filter of the window says so."""
        self.filtering.narrowing.show_only(key)

    def focus_filter(self) -> None:
        """Put the focus into the filter."""
        self.filtering.open()

    def regions(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        return [self.toolbar, *self.filtering.rows(), self.grid(), self.backlog, self.strip, self.inspector]

    def offers(self) -> Mapping[str, str]:
        """Return what is possible now by the keys of the menus, with the reason where it is not."""
        return {**self.actions_.offers(), **ALWAYS}

    def perform(self, action: str) -> None:
        """Do an action of the menus."""
        own: dict[str, Callable[[], object]] = {
            "view.today": self.go_to_today,
            "view.date": self.go_anywhere,
            "view.pictures": self.toolbar.pictures.toggle,
            "view.layers": self.toolbar.layers_wanted.emit,
            "view.inspector": self.toggle_inspector,
            "post.idea": lambda: self._strip().start_note(),
        }
        if action.removeprefix("view.") in VIEWS:
            self.toolbar.viewed.emit(action.removeprefix("view."))
        else:
            own.get(action, lambda: self.actions_.do(Verb(action)))()

    # What is chosen

    def ids(self) -> tuple[str, ...]:
        """The ids of the posts chosen in month, list or basket."""
        return self.choice.ids()

    def cards(self) -> list[Card]:
        """The chosen posts."""
        return self._holding.cards(self.ids())

    def choose(self, ids: Sequence[str]) -> None:
        """Choose posts where they lie now: in the month or in the basket."""
        self.choice.choose(ids)

    def follow(self, ids: Sequence[str]) -> None:
        """Show the day of the first of some posts where it is out of sight, and choose them."""
        model, planned = self.grid().model(), self._posts.card(ids[0]).planned
        if planned is not None and isinstance(model, Holds):
            week = self.spans.week
            hidden = self.spans.by_week and week is not None and planned.date() not in week.days
            if hidden or not model.index_of(ids[0]).isValid():
                self.go_to(planned.date())
        self.choose(ids)

    def change_in_place(self, set_fields: Callable[..., object]) -> None:
        """Let date, topic and person be changed in the inspector. set_fields: changes fields of a post by their names."""
        self._set_fields, self.inspector.changeable = set_fields, True
        self._settling.begin()

    def set_fields(self, id_: str, **values: object) -> None:
        """Change fields of a post; a refusal is said."""
        self.deeds.attempt(lambda: self._set_fields(id_, **values))

    def cursor_day(self) -> date:
        """The day the cursor stands on; in the week with its time."""
        return self.choice.cursor_day()

    def show_cut(self, ids: frozenset[str]) -> None:
        """Fade posts that were cut."""
        self.spans.show_cut(self.month, ids)

    def new_on(self, day: date, channels: Sequence[str] | None = None) -> None:
        """Begin a post on a day at the usual time of its channels, or at a time of its own, and open it."""
        self.deeds.begin(day, channels, usual=list(self.looks.marks))

    def settle(self) -> None:
        """Bring inspector, menus and the small month in step with what is shown and chosen."""
        self._settling.now()

    def _tell(self) -> None:
        if self.view != MONTH and not self._holding.completed:  # begun in another view: no month was painted
            self.complete()
        if self._uncounted:
            self._count()
        if self.mini is not None:
            self.mini.follow(day_of(self.cursor_day()))
        cards = self.cards()
        if len(cards) == 1:
            self.inspector.show_post(self.sheets.post(cards[0]))
        elif cards:
            self.inspector.show_several(cards, [*self.bulk(), *self.actions_.all(SEVERAL)])
        else:
            self.inspector.show_month(self._holding.summary())

    def _offer(self) -> None:
        self.offered.emit({**self.actions_.refresh(), **ALWAYS})

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keys of the verbs where no window has them as shortcuts."""
        verb = self.actions_.verb_of(event)
        if verb is None or isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit)):
            super().keyPressEvent(event)
            return
        self.deeds.press(verb)

    def _shown(self) -> None:
        self._turned()
        self.show_empty(on=self._holding.empty())
        self._count()

    def _turned(self) -> None:
        """Say what is in front; how many posts that are follows with the inspector, after a pause."""
        self.spans.name()
        self._uncounted = True
        self._settling.begin()
        self.ahead.wake()

    def _count(self) -> None:
        self._uncounted = False
        self.counted.emit()

    def _forget_picture(self, picture: str) -> None:
        self._strips.forget(picture)
        self.model.forget_faces(picture)
        self._holding.forget_faces(picture)

    def _strip(self) -> BacklogPanel:
        return self.backlog if self.backlog.isVisible() else self.strip

    def _filter(self) -> None:
        chosen = self.ids()
        whole = any(card.planned is None for card in self.cards())  # a chosen idea stays chosen
        self._holding.set_filter(self.filtering.narrowing.value, ideas=-1 if whole else SEEN)
        self.choice.keep(chosen)
        self._shown()

    def list_day(self, day: date) -> None:
        """Open the list of a day where it lies."""
        view = self.grid()
        at = view.viewport().mapToGlobal(view.visualRect(view.place_of(day)).topLeft() + QPoint(8, 24))
        cards, almanac = self._holding.of_day(day), self.spans.almanac()
        self.surfaces.day_list(view, at, day, cards, almanac, opened=self.open_post.emit, wanted=self.new_on)

    def peek(self, id_: str) -> None:
        """Show a post in short."""
        card = self._posts.card(id_)
        owner, at = self.choice.anchor()
        self.surfaces.peek(owner, at, card, self._posts.get(id_).text)
