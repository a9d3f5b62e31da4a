# SPDX-License-Identifier: EUPL-1.2
"""What the cards of this plan look like: channels, people, pictures and ages, asked for once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from PySide6.QtGui import QImage, QPixmap

from kalender.domain.card import Card
from kalender.domain.plan import Person
from kalender.domain.stage import Stage
from kalender.services.plan_view import PlanView
from kalender.ui.board.cards.looks import board_look
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.board import BoardLook
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.pictures import cover
from kalender.ui.widgets.paint.values import ChannelMark, channel_mark

ImageOf = Callable[[str], QImage]
"""Gives the thumbnail of a picture, or a null image while it is being made."""

Since = Callable[[Iterable[Card]], Mapping[str, datetime]]
"""Tells since when posts are in their stage."""


def ageless(_cards: Iterable[Card]) -> Mapping[str, datetime]:
    """Know no ages."""
    return {}


class Showing:
    """Makes the looks of cards. ratio: of the screen; since: asked for a stretch of cards at once, before they are shown."""

    def __init__(
        self,
        theme: Theme,
        plan: PlanView,
        *,
        image_of: ImageOf,
        now: Callable[[], datetime],
        since: Since,
        ratio: Callable[[], float],
    ) -> None:
        self._theme, self._plan = theme, plan
        self._image_of, self._now, self._since, self._ratio = image_of, now, since, ratio
        self.marks: dict[str, ChannelMark] = {}
        self._people: dict[str, Person] = {}
        self._ages: dict[str, datetime] = {}
        self._blank = QPixmap()
        self.know_plan()
        self.paint_blank()

    def know_plan(self) -> None:
        """Read channels and people again."""
        self.marks = {
            item.id: channel_mark(item, self._plan.platforms.get(item.platform))
            for item in self._plan.channels
        }
        self._people = {item.id: item for item in self._plan.people}

    def labels(self) -> dict[str, str]:
        """Return the names of the channels by id."""
        return {id_: mark.label for id_, mark in self.marks.items()}

    def paint_blank(self) -> None:
        """Make what stands for a picture that is still being made, so that cards keep their height."""
        self._blank = QPixmap(self._theme.px(600), Metrics(self._theme).board_strip)
        self._blank.fill(self._theme.colour("bg-sunken"))

    def read(self, cards: list[Card]) -> list[Card]:
        """Ask since when these cards lie where they lie; return them."""
        self._ages.update(self._since([card for card in cards if card.stage is not Stage.PUBLISHED]))
        return cards

    def look(self, card: Card, width: int, also: str = "") -> BoardLook:
        """Return the look of a card. also: in which other lanes it lies."""
        return board_look(
            card,
            self._now(),
            self.marks,
            self._people,
            self._picture(card, width),
            since=self._ages.get(card.id),
            also=also,
        )

    def _picture(self, card: Card, width: int) -> QPixmap | None:
        if not card.picture or card.stage is Stage.IDEA:
            return None
        image = self._image_of(card.picture)
        if image.isNull():
            return self._blank
        return cover(image, width - 2, Metrics(self._theme).board_strip, ratio=self._ratio())
