# SPDX-License-Identifier: EUPL-1.2
"""The plan on paper: what is asked for, gathered, and handed to whoever words and sets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from kalender.domain.card import Card
from kalender.domain.days.month import shifted, weeks_of
from kalender.domain.frozen import frozen
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.putting import put_file
from kalender.services.clock import Clock
from kalender.services.layers import DayLayers, Layers
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

MOST_SHEETS = 60
"""Months or weeks that are printed at once: five years, or a good one."""

MOST_POSTS = 10_000
"""Posts of a list that are printed at once: some 300 pages."""

SHARP = 200.0
"""Points per inch of pages that go to a printer."""


class View(StrEnum):
    """What is printed."""

    MONTH = "month"
    WEEK = "week"
    LIST = "list"


class Paper(StrEnum):
    """On which paper."""

    A4 = "a4"
    A3 = "a3"

    @property
    def sides(self) -> tuple[int, int]:
        """The short and the long side in mm."""
        return (297, 420) if self is Paper.A3 else (210, 297)


@frozen
class PrintOrder:
    """What is to be printed: the months or weeks that hold the days first to last, or a list of just these days.

    upright: the short side on top. mono: black on white, no colour.
    """

    view: View
    first: date
    last: date
    paper: Paper = Paper.A4
    upright: bool = False
    mono: bool = False


@frozen
class Gathered:
    """What is on the sheets. spans: first and last day of each sheet; layers: what applies to all its days.

    preview: only the first page is wanted.
    """

    order: PrintOrder
    spans: tuple[tuple[date, date], ...]
    cards: tuple[Card, ...]
    layers: DayLayers
    made: datetime
    preview: bool = False


@frozen
class PrintedFile:
    """What was written. posts: how many are on it, each at least once."""

    out: Path
    posts: int


@frozen
class Worded:
    """What a template sets, in the language in use, and the icons it paints by the name it knows them by."""

    data: Mapping[str, object]
    icons: Mapping[str, str]


Words = Callable[[Gathered, PlanView], Worded]
"""Puts into words what was gathered."""

Progress = Callable[[int, int], object]
"""Hears how many of how many steps are done; raises to cancel."""

STEPS = 3


class Printing:
    """Makes sheets; changes nothing in the plan. May be asked from any thread. words: puts them into words."""

    def __init__(self, store: PlanFile, plan: PlanView, layers: Layers, clock: Clock, words: Words) -> None:
        self._store = store
        self._plan = plan
        self._layers = layers
        self._clock = clock
        self._words = words

    def write(
        self, order: PrintOrder, out: Path, progress: Progress = lambda _done, _of: None
    ) -> PrintedFile:
        """Write sheets as a PDF. Raises Refused BAD_SPAN, TOO_MUCH_TO_PRINT, PRINT_FAILED, OUT_IS_FOLDER, DISK_FULL or OUT_FAILED."""
        from kalender.exchange.printed import PrintFailed, pdf

        progress(0, STEPS)
        gathered = self.gather(order)
        progress(1, STEPS)
        try:
            worded = self._words(gathered, self._plan)
            data = pdf(template(order), worded.data, worded.icons, self._clock.utc())
        except PrintFailed as failure:
            raise Refused(RefusalKind.PRINT_FAILED, detail=str(failure)) from failure
        progress(2, STEPS)
        put_file(data, out)
        return PrintedFile(out=out, posts=len({card.id for card in gathered.cards}))

    def preview(self, order: PrintOrder, per_inch: float = 96.0) -> bytes:
        """Return the first page as PNG. Raises Refused BAD_SPAN, TOO_MUCH_TO_PRINT or PRINT_FAILED."""
        return self._pages(order, per_inch, preview=True)[0]

    def pages(self, order: PrintOrder, progress: Progress = lambda _done, _of: None) -> list[bytes]:
        """Return all pages as PNG, sharp enough for a printer. Raises as preview does."""
        progress(0, STEPS)
        found = self._pages(order, SHARP, preview=False)
        progress(2, STEPS)
        return found

    def gather(self, order: PrintOrder, *, preview: bool = False) -> Gathered:
        """Return what is on the sheets; for a preview only on the first. Raises Refused BAD_SPAN or TOO_MUCH_TO_PRINT."""
        if order.first > order.last:
            raise Refused(RefusalKind.BAD_SPAN)
        spans = tuple(_spans(order))
        if len(spans) > MOST_SHEETS:
            raise Refused(RefusalKind.TOO_MUCH_TO_PRINT, count=len(spans), most=MOST_SHEETS, view=order.view)
        spans = spans[:1] if preview else spans
        first, last = spans[0][0], spans[-1][1]
        now = self._clock.local(self._plan.municipality.zone)
        cards = tuple(card.at(now) for card in self._store.cards_between(first, last))
        if len(cards) > MOST_POSTS:
            raise Refused(RefusalKind.TOO_MUCH_TO_PRINT, count=len(cards), most=MOST_POSTS, view="posts")
        return Gathered(
            order=order,
            spans=spans,
            cards=cards,
            layers=self._layers.between(first, last),
            made=now,
            preview=preview,
        )

    def _pages(self, order: PrintOrder, per_inch: float, *, preview: bool) -> list[bytes]:
        from kalender.exchange.printed import PrintFailed, pictures

        gathered = self.gather(order, preview=preview)
        try:
            worded = self._words(gathered, self._plan)
            return pictures(template(order), worded.data, worded.icons, per_inch)
        except PrintFailed as failure:
            raise Refused(RefusalKind.PRINT_FAILED, detail=str(failure)) from failure


def template(order: PrintOrder) -> str:
    """Return the name of the template of a view."""
    return "list" if order.view is View.LIST else "calendar"


def _spans(order: PrintOrder) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each sheet."""
    if order.view is View.LIST:
        yield order.first, order.last
        return
    if order.view is View.WEEK:
        day = order.first - timedelta(days=order.first.weekday())
        while day <= order.last:
            yield day, day + timedelta(days=6)
            day += timedelta(days=7)
        return
    month = order.first.replace(day=1)
    while month <= order.last:
        weeks = weeks_of(month)
        yield weeks[0][0], weeks[-1][-1]
        month = shifted(month, 1)
