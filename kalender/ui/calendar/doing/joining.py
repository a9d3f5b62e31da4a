# SPDX-License-Identifier: EUPL-1.2
"""Who hears what: views, their hands, baskets and inspector joined to the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu

from kalender.ui.calendar.doing.actions import Verb
from kalender.ui.calendar.doing.carry import Carry
from kalender.ui.calendar.doing.verdicts import day_of
from kalender.ui.calendar.grid.hands import GridHands
from kalender.ui.calendar.grid.view import PostGrid
from kalender.wording.dates import day_short, moment_short
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.calendar.agenda.hands import AgendaHands
    from kalender.ui.calendar.backlog.view import IdeaList
    from kalender.ui.calendar.listing.view import ListingView
    from kalender.ui.calendar.page import CalendarPage

PAUSE = 50
"""Milliseconds without a step before inspector, menus, small month follow: a held key, which repeats after 33, waits for none."""


class Settling(QTimer):
    """Waits for a pause, then calls tell, and offer a turn of the event loop later; while something is in hand, neither."""

    def __init__(
        self, page: CalendarPage, carry: Carry, tell: Callable[[], None], offer: Callable[[], None]
    ) -> None:
        super().__init__(page, singleShot=True)
        self._tell = tell
        self._offer = offer
        self._carry = carry
        self._told = False
        self.timeout.connect(self._step)
        carry.ended.connect(self.begin)

    def begin(self) -> None:
        """Wait anew."""
        self._told = False
        self.start(PAUSE)

    def now(self) -> None:
        """Do all at once."""
        self.stop()
        self._tell()
        self._offer()

    def _step(self) -> None:
        if self._told:
            self._offer()
        elif not self._carry.active:
            self._told = True
            self._tell()
            self.start(0)


def join(page: CalendarPage) -> None:
    """Let the page hear all that it has from the beginning."""
    for button in (page.toolbar, page):
        button.new_post_wanted.connect(lambda: page.deeds.begin_free([*page.looks.marks]))
    join_grid(page, page.hands, page.month)
    join_lists(page)
    join_inspector(page)
    join_carry(page)
    join_tray(page)
    page.ahead.once = lambda: hands_ready(page)


def join_grid(page: CalendarPage, hands: GridHands, view: PostGrid) -> None:
    """Let the page hear a grid and its hands."""
    view.month_wanted.connect(page.go_to)
    view.delegate.renamed.connect(page.deeds.rename)
    listen(page, hands)
    hands.gap_planned.connect(page.deeds.fill_gap)


def listen(page: CalendarPage, hands: GridHands | AgendaHands) -> None:
    """Let the page hear the hands of a view of posts."""
    hands.today_wanted.connect(page.go_to_today)
    hands.day_chosen.connect(page.new_on)
    hands.let_go.connect(lambda: page.deeds.keep((), cut=False))
    hands.post_opened.connect(page.open_post)
    hands.peeked.connect(page.peek)
    hands.menu_wanted.connect(lambda at: menu_of(page).popup(at))
    hands.day_opened.connect(page.list_day)
    hands.nudged.connect(page.deeds.nudge)


def join_list(page: CalendarPage, view: ListingView | IdeaList) -> None:
    """Let the page hear a list of posts."""
    view.post_opened.connect(page.open_post)
    view.peeked.connect(page.peek)
    view.menu_wanted.connect(lambda at: menu_of(page).popup(at))
    view.delegate.renamed.connect(page.deeds.rename)


def join_lists(page: CalendarPage) -> None:
    """Let the page hear the baskets."""
    for view in (page.backlog.list, page.strip.list):
        join_list(page, view)
    for basket in (page.backlog, page.strip):
        basket.idea_noted.connect(page.deeds.note)


def join_inspector(page: CalendarPage) -> None:
    """Let the page hear the inspector."""
    panel = page.inspector
    panel.renamed.connect(page.deeds.rename)
    panel.post_opened.connect(page.open_post)
    panel.export_wanted.connect(page.export_wanted)
    panel.review_wanted.connect(page.review_wanted)
    panel.menu_wanted.connect(lambda at: menu_of(page).popup(at))
    panel.choices = lambda: ([*page.looks.topics.values()], [*page.looks.people.values()])
    panel.day_wanted.connect(lambda: page.deeds.press(Verb.MOVE))
    panel.topic_chosen.connect(lambda id_, topic: page.set_fields(id_, topic=topic))
    panel.known_labels = page.sheets.known_labels
    panel.labels_said.connect(lambda id_, labels: page.set_fields(id_, labels=labels))
    panel.person_chosen.connect(lambda id_, person: page.set_fields(id_, responsible=person))


def join_carry(page: CalendarPage) -> None:
    """Let the page hear what is carried; what is given up shows again what was shown when it was picked up."""
    carry = page.carry
    origin: list[date] = []

    def begun() -> None:
        origin[:] = [page.spans.front()]

    def given_up() -> None:
        if origin and page.spans.front() != origin[0]:
            page.go_to(origin[0])

    carry.ahead = page.spans.ahead
    carry.dropped.connect(page.deeds.put_down)
    carry.turned.connect(lambda pages: page.go_to(page.spans.page(pages)))
    carry.begun.connect(begun)
    carry.begun.connect(page.ahead.hold)
    carry.ended.connect(page.ahead.let_go)
    carry.given_up.connect(given_up)


def join_tray(page: CalendarPage) -> None:
    """Make the small month when its place is in sight and the month was painted, and let the page hear it."""

    def make() -> None:
        if page.mini is not None or not page.tray.isVisible() or not page.reading.completed:
            return
        from kalender.ui.calendar.mini.month import MiniMonth

        page.mini = MiniMonth(page.month.theme, page.month.texts, page.carry, page.reading, page.tray)
        page.mini.day_wanted.connect(page.step_to)
        page.mini.give_room(page.tray.has_room)
        page.tray.roomy.connect(page.mini.give_room)
        page.tray.add(page.mini)

    page.tray.seen.connect(make)
    page.made_complete.connect(make)


def menu_of(page: CalendarPage) -> QMenu:
    """Return the menu of the chosen posts; where none is chosen, that of the day, or the time, of the cursor."""
    ids = page.ids()
    if ids:
        return page.actions_.menu(page, page.bulk() if len(ids) > 1 else ())
    place = page.cursor_day()
    when = moment_short(place) if isinstance(place, datetime) else day_short(place)
    own = [
        ("ri.add-line", tr("Neuer Beitrag: {when}").format(when=when), lambda: page.new_on(place)),
        ("ri.list-check", tr("Liste des Tages"), lambda: page.list_day(day_of(place))),
    ]
    return page.actions_.day_menu(page, own)


def hands_ready(page: CalendarPage) -> Iterator[None]:
    """Make ready in steps what the first post chosen and the first one carried need: rules, words, verdict, ghost."""
    row = next((row for row in page.model.rows() if row.card is not None), None)
    if row is None or row.card is None:
        return
    yield from page.sheets.ready(row.card)
    yield
    verdict = page.verdicts.of((row.card.id,), row.day + timedelta(days=1))
    yield
    page.carry.rehearse(page.looks.card(row.card), verdict)
