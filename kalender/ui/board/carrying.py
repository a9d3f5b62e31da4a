# SPDX-License-Identifier: EUPL-1.2
"""Carries cards over the board: picture under the pointer, column that answers, scrolling at the edges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from kalender.domain.card import Card
from kalender.domain.stage import Stage
from kalender.ui.board.place import CardPlace
from kalender.ui.board.rules import Effect
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

    def edge(self, point: QPoint) -> None:
        """Scroll up or down where a point of the screen is near the upper or lower edge."""


class Carrying(QObject):
    """One drag after the other. effect_of: what a drop would do; look_of: the look of the card on top."""

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        host: QWidget,
        where: Callable[[], Where],
        *,
        card: Callable[[str], Card],
        effect_of: Callable[[Sequence[str], Stage], Effect],
        look_of: Callable[[Card], CardLook],
        move: Callable[[Sequence[str], Stage], bool],
    ) -> None:
        super().__init__(host)
        self._theme, self._texts, self._host, self._where = theme, texts, host, where
        self._card, self._effect_of, self._look_of, self._move = card, effect_of, look_of, move
        self._drawn: tuple[tuple[str, ...], str] | None = None
        self.ghost = QLabel(host)
        self.ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ghost.hide()

    def serve(self, place: CardPlace) -> None:
        """Carry the cards of a place."""
        place.view.drag_moved.connect(self.go)
        place.view.drag_ended.connect(self.end)
        place.view.drag_dropped.connect(self.drop)

    def under(self, point: QPoint) -> CardPlace | None:
        """Return the place under a point of the screen."""
        for place in self._where().places():
            if place.isVisible() and place.rect().contains(place.mapFromGlobal(point)):
                return place
        return None

    def go(self, ids: list[str], point: QPoint) -> None:
        """Follow the pointer."""
        over = self.under(point)
        home = self._card(ids[0]).stage
        for place in self._where().places():
            if place is not over or place.stage is home:
                place.set_target("", allowed=True)
        words, allowed = "", True
        if over is not None and over.stage is not home:
            found = self._effect_of(ids, over.stage)
            words, allowed = found.words, found.verb is not None
            over.set_target(words, allowed=allowed)
        self._scroll(point)
        shown = over is not None and over.view.isVisible()
        refusal = tr("Hier nicht möglich") if shown else first_sentence(words)
        self._draw(ids, words if allowed else refusal, allowed=allowed)
        self.ghost.setAccessibleName(words)
        self.ghost.move(self._host.mapFromGlobal(point) - HOTSPOT)
        self.ghost.raise_()
        self.ghost.show()

    def _draw(self, ids: Sequence[str], note: str, *, allowed: bool) -> None:
        if self._drawn == (tuple(ids), note):
            return
        self._drawn = (tuple(ids), note)
        card = self._card(ids[0])
        look = self._look_of(card)
        when = moment_short(card.planned) if card.planned else tr("ohne Termin")
        if len(ids) > 1:
            when = tr("{count} Beiträge").format(count=len(ids))
        picture = drag_ghost(
            self._theme, self._texts, look, when=when, note=note, kind="ok" if allowed else "err",
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
        self._drawn = None
        for place in self._where().places():
            place.set_target("", allowed=True)

    def drop(self, ids: list[str], point: QPoint) -> None:
        """Do what the column under the pointer stands for; back on its own column a card just stays."""
        over = self.under(point)
        if over is not None and over.stage is not self._card(ids[0]).stage:
            self._move(ids, over.stage)
