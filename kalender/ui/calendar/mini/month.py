# SPDX-License-Identifier: EUPL-1.2
"""The small month below the navigation: where posts lie, a way to any day, and a place to drop posts on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.days.month import shifted
from kalender.domain.days.year import WEEKS
from kalender.ui.calendar.beyond.stretch import Reading
from kalender.ui.calendar.doing.carry import EDGE_WAIT, Carry, Place
from kalender.ui.calendar.year.view import YearView
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Elided
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording import dates
from kalender.wording.tr import tr


class MiniDays(YearView):
    """The days of one month, without its name and without a legend."""

    def __init__(
        self, theme: Theme, texts: TextCache, carry: Carry, reading: Reading, parent: QWidget | None = None
    ) -> None:
        self._fixed = theme
        super().__init__(theme, texts, carry, reading, months=1, parent=parent)
        self.setAccessibleName(tr("Kleiner Monat"))
        self.ground = "bg-window"
        self._lay_out()

    def _lay_out(self) -> None:
        measures = self._ground.measures()
        px = self._fixed.px
        self._measures = replace(measures, title=0, gap=px(2), number=measures.number - px(4))
        high = self._measures.head + WEEKS * self._measures.least + 2 * self._measures.gap
        if self.height() != high:
            self.setFixedHeight(high)
        self._place(self._measures)

    def _foot(self) -> int:
        return 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a width in which seven days have room."""
        return QSize(self._fixed.px(180), self.height())

    def carry_edge(self, _at: QPoint) -> int:
        """Return 0: the arrows of the head turn it."""
        return 0


class MiniMonth(QWidget):
    """day_wanted: a day to show. The month is turned by its arrows, also while something is held over them."""

    day_wanted = Signal(object)
    folded = Signal(bool)

    def __init__(
        self, theme: Theme, texts: TextCache, carry: Carry, reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._carry = carry
        self._open = True
        self._chosen = False
        self._held = 0
        self.setAccessibleName(tr("Kleiner Monat"))
        self.name = Elided(theme, "", "small", weight=600, ink="text-2")
        self.days = MiniDays(theme, texts, carry, reading, self)

        def button(icon: str, name: str, pages: int) -> Button:
            return Button(
                theme,
                icon=icon,
                kind=Kind.QUIET,
                size=Size.DENSE,
                name=name,
                clicked=lambda: self.turn(pages),
            )

        self.before = button("ri.arrow-left-s-line", tr("Kleiner Monat: voriger"), -1)
        self.after = button("ri.arrow-right-s-line", tr("Kleiner Monat: nächster"), 1)
        self.fold = Button(
            theme, icon="ri.arrow-up-s-line", kind=Kind.QUIET, size=Size.DENSE, clicked=self._toggle
        )
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self.name, 1)
        for widget in (self.before, self.after, self.fold):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(head)
        column.addWidget(self.days)
        self.days.day_wanted.connect(self.day_wanted)
        self.days.turned.connect(self._show)
        self._timer = QTimer(self)
        self._timer.setInterval(EDGE_WAIT)
        self._timer.timeout.connect(lambda: self.turn(self._held))
        carry.add_zone(self)
        self._show(reading.today)
        self.set_open(on=True)

    @property
    def month(self) -> date:
        """The first day of the month shown."""
        return self.days.days.first

    def follow(self, day: date) -> None:
        """Show the month of a day, and what has changed; while something is carried it stays where it was turned to."""
        if self._carry.active:
            self.days.read()
        else:
            self._show(day)

    def turn(self, pages: int) -> None:
        """Show a month before or after."""
        self._show(shifted(self.month, pages))

    def give_room(self, room: bool) -> None:
        """Fold where there is no room, unless someone has chosen otherwise."""
        if not self._chosen:
            self.set_open(on=room)

    def set_open(self, *, on: bool) -> None:
        """Show the days, or only the name of the month."""
        self._open = on
        self.days.setVisible(on)
        words = tr("Kleinen Monat einklappen") if on else tr("Kleinen Monat ausklappen")
        self.fold.setAccessibleName(words)
        self.fold.setToolTip(words)
        self.fold.set_icon("ri.arrow-up-s-line" if on else "ri.arrow-down-s-line")

    def _toggle(self) -> None:
        self._chosen = True
        self.set_open(on=not self._open)
        self.folded.emit(not self._open)

    def _show(self, day: date) -> None:
        self.days.show_day(day)
        self.name.setText(dates.month(self.month))

    # Carrying: held over an arrow, the month turns

    def carry_place(self, at: QPoint) -> Place | None:
        """Return None: the days are places of their own; turn where an arrow is pointed at."""
        held = next(
            (
                pages
                for widget, pages in ((self.before, -1), (self.after, 1))
                if widget.isVisible() and widget.rect().contains(widget.mapFromGlobal(at))
            ),
            0,
        )
        if held != self._held:
            self._held = held
            self._timer.start() if held else self._timer.stop()
        return None

    def carry_edge(self, _at: QPoint) -> int:
        """Return 0: the page stays where it is."""
        return 0

    def carry_shown(self, _place: Place | None, carried: frozenset[str]) -> None:
        """Stop turning when nothing is carried any more."""
        if not carried and not self._carry.active:
            self._held = 0
            self._timer.stop()
