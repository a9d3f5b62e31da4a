# SPDX-License-Identifier: EUPL-1.2
"""Carries cards over the board: picture under the pointer, column that answers, scrolling at the edges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from kalender.domain.card import Card
from kalender.ui.board.lanes.landing import Landing
from kalender.ui.board.lanes.shut import Opening, Shut
from kalender.ui.board.place import CardPlace
from kalender.ui.board.target import first_sentence
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.ghost import HOTSPOT, drag_ghost
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import CardLook
from kalender.wording.dates import moment_short
from kalender.wording.tr import tr

EDGE = 32
"""Px at 100 % at either side of the board where a drag scrolls it."""


class Where(Protocol):
    """The arrangement of the board."""

    def places(self) -> Iterable[CardPlace]:
        """Yield where cards can be put down."""

    def scroll_area(self) -> QScrollArea:
        """Return what scrolls from side to side."""

    def shut(self, point: QPoint) -> Shut | None:
        """Return what is folded and takes no card under a point of the screen."""

    def edge(self, point: QPoint) -> None:
        """Scroll up or down where a point of the screen is near the upper or lower edge."""


class Carrying(QObject):
    """One drag after the other. landing: what a drop would do; look_of: the look of the card on top."""

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        host: QWidget,
        where: Callable[[], Where],
        *,
        card: Callable[[str], Card],
        landing: Landing,
        look_of: Callable[[Card], CardLook],
    ) -> None:
        super().__init__(host)
        self._theme, self._texts, self._host, self._where = theme, texts, host, where
        self._card, self._landing, self._look_of = card, landing, look_of
        self._drawn: tuple[tuple[str, ...], str] | None = None
        self.ghost = QLabel(host)
        self.ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ghost.hide()
        self._last: tuple[list[str], CardPlace, QPoint] | None = None
        self._opening = Opening(self._again, self)

    def serve(self, place: CardPlace) -> None:
        """Carry the cards of a place."""
        place.view.drag_moved.connect(lambda ids, point: self.go(ids, place, point))
        place.view.drag_ended.connect(self.end)
        place.view.drag_dropped.connect(lambda ids, point: self.drop(ids, place, point))

    def under(self, point: QPoint) -> CardPlace | None:
        """Return the place under a point of the screen."""
        for place in self._where().places():
            if place.isVisible() and place.rect().contains(place.mapFromGlobal(point)):
                return place
        return None

    def go(self, ids: list[str], home: CardPlace, point: QPoint) -> None:
        """Follow the pointer."""
        self._last = ids, home, point
        over = self.under(point)
        shut = self._where().shut(point) if over is None else None
        self._opening.hold(shut)
        told = self._landing.told(ids, home, over) if over is not None else None
        for place in self._where().places():
            if place is not over or told is None:
                place.set_target("", allowed=True)
        if over is not None and told is not None:
            over.set_target(told.words, allowed=told.allowed)
        self._scroll(point)
        words, kind = (told.words, told.kind) if told is not None else (shut.words if shut else "", "ok")
        shown = over is not None and over.view.isVisible()
        refusal = tr("Hier nicht möglich") if shown else first_sentence(words)
        self._draw(ids, refusal if kind == "err" else words, kind)
        self.ghost.setAccessibleName(words)
        self.ghost.move(self._host.mapFromGlobal(point) - HOTSPOT)
        self.ghost.raise_()
        self.ghost.show()

    def _again(self) -> None:
        """Say anew what letting go would do: what was folded has opened under the pointer."""
        if self._last is not None:
            self.go(*self._last)

    def _draw(self, ids: Sequence[str], note: str, kind: str) -> None:
        if self._drawn == (tuple(ids), note):
            return
        self._drawn = (tuple(ids), note)
        card = self._card(ids[0])
        look = self._look_of(card)
        when = moment_short(card.planned) if card.planned else tr("ohne Termin")
        if len(ids) > 1:
            when = tr("{count} Beiträge").format(count=len(ids))
        picture = drag_ghost(
            self._theme, self._texts, look, when=when, note=note, kind=kind,
            ratio=self._host.devicePixelRatioF(),
        )  # fmt: skip
        self.ghost.setPixmap(picture)
        self.ghost.resize(picture.deviceIndependentSize().toSize())

    def _scroll(self, point: QPoint) -> None:
        area = self._where().scroll_area()
        at, edge = area.mapFromGlobal(point).x(), self._theme.px(EDGE)
        bar = area.horizontalScrollBar()
        if at < edge:
            bar.setValue(bar.value() - edge)
        elif at > area.width() - edge:
            bar.setValue(bar.value() + edge)
        self._where().edge(point)

    def end(self) -> None:
        """Put everything away: the drag is over, by a drop or by Esc."""
        self.ghost.hide()
        self._drawn = self._last = None
        self._opening.hold(None)
        for place in self._where().places():
            place.set_target("", allowed=True)

    def drop(self, ids: list[str], home: CardPlace, point: QPoint) -> None:
        """Do what the place under the pointer stands for; back on its own place a card just stays."""
        over = self.under(point)
        if over is not None:
            self._landing.drop(ids, home, over)
