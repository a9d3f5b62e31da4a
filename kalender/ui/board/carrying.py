# SPDX-License-Identifier: EUPL-1.2
"""Carries cards over the board: picture under the pointer, column that answers, scrolling at the edges."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from kalender.domain.card import Card
from kalender.domain.stage import Stage
from kalender.ui.board.column import Column
from kalender.ui.board.rules import Effect
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.ghost import HOTSPOT, drag_ghost
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import CardLook
from kalender.wording.dates import moment_short
from kalender.wording.tr import tr

EDGE = 32
"""Px at 100 % at either side of the board where a drag scrolls it."""


class Carrying(QObject):
    """One drag after the other. effect_of: what a drop would do; look_of: the look of the card on top."""

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        host: QWidget,
        area: QScrollArea,
        columns: Mapping[Stage, Column],
        *,
        card: Callable[[str], Card],
        effect_of: Callable[[Sequence[str], Stage], Effect],
        look_of: Callable[[Card], CardLook],
        move: Callable[[Sequence[str], Stage], bool],
    ) -> None:
        super().__init__(host)
        self._theme, self._texts, self._host, self._area = theme, texts, host, area
        self._columns = columns
        self._card, self._effect_of, self._look_of, self._move = card, effect_of, look_of, move
        self._drawn: tuple[tuple[str, ...], str] | None = None
        self.ghost = QLabel(host)
        self.ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ghost.hide()
        for column in columns.values():
            column.view.drag_moved.connect(self.go)
            column.view.drag_ended.connect(self.end)
            column.view.drag_dropped.connect(self.drop)

    def under(self, point: QPoint) -> Column | None:
        """Return the column under a point of the screen."""
        for column in self._columns.values():
            if column.isVisible() and column.rect().contains(column.mapFromGlobal(point)):
                return column
        return None

    def go(self, ids: list[str], point: QPoint) -> None:
        """Follow the pointer."""
        over = self.under(point)
        home = self._card(ids[0]).stage
        for column in self._columns.values():
            if column is not over or column.stage is home:
                column.set_target("", allowed=True)
        words, allowed = "", True
        if over is not None and over.stage is not home:
            found = self._effect_of(ids, over.stage)
            words, allowed = found.words, found.verb is not None
            over.set_target(words, allowed=allowed)
        self._scroll(point)
        self._draw(ids, words if allowed else tr("Hier nicht möglich"), allowed=allowed)
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
        at, edge = self._area.mapFromGlobal(point).x(), self._theme.px(EDGE)
        bar = self._area.horizontalScrollBar()
        if at < edge:
            bar.setValue(bar.value() - edge)
        elif at > self._area.width() - edge:
            bar.setValue(bar.value() + edge)

    def end(self) -> None:
        """Put everything away: the drag is over, by a drop or by Esc."""
        self.ghost.hide()
        self._drawn = None
        for column in self._columns.values():
            column.set_target("", allowed=True)

    def drop(self, ids: list[str], point: QPoint) -> None:
        """Do what the column under the pointer stands for; back on its own column a card just stays."""
        over = self.under(point)
        if over is not None and over.stage is not self._card(ids[0]).stage:
            self._move(ids, over.stage)
