# SPDX-License-Identifier: EUPL-1.2
"""The row of filters above the board: channels, topic, person, month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.domain.card import Filter
from kalender.services.plan_view import PlanView
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Line, Text
from kalender.ui.widgets.controls.button import Button, Size
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.values import channel_mark
from kalender.wording.dates import month
from kalender.wording.tr import tr


class FilterBar(QWidget):
    """Emits changed when the choice of posts is another; value is that choice."""

    changed = Signal()

    def __init__(self, theme: Theme, plan: PlanView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan = plan
        self._month: date | None = None
        self.value = Filter()
        ground = Ground(theme, "bg-surface", edges="b", parent=self)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self._row = spaced(theme, QHBoxLayout(ground), (16, 0, 16, 0), 8)
        self.channels: dict[str, Button] = {}
        self._names: dict[str, str] = {}
        self.topic = Choice(theme, name=tr("Thema"))
        self.person = Choice(theme, name=tr("Person"))
        self.month = Button(
            theme,
            icon="ri.calendar-2-line",
            checkable=True,
            closing=True,
            size=Size.NORMAL,
            clicked=self._apply,
        )
        self._count = Text(theme, "", "small", ink="text-2")
        self.refill()
        self.topic.currentIndexChanged.connect(lambda _row: self._apply())
        self.person.currentIndexChanged.connect(lambda _row: self._apply())
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedHeight(Metrics(self._theme).subbar)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show channels by their symbols alone where their names have no room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the page be narrow: names give way to symbols, and the count to everything else."""
        return QSize(self._theme.px(320), self.height())

    def _fit(self) -> None:
        for id_, button in self.channels.items():
            button.setText(self._names[id_])
        self._heading.setVisible(True)
        self._count.setVisible(True)
        room = self.width()
        if self._row.minimumSize().width() > room:
            for button in self.channels.values():
                button.setText("")
                button.updateGeometry()
        for part in (self._count, self._heading):
            if self._row.minimumSize().width() > room:
                part.setVisible(False)

    def refill(self) -> None:
        """Build the row anew from the channels, topics and people of the plan; what was chosen stays chosen."""
        chosen = {id_ for id_, button in self.channels.items() if button.isChecked()}
        topic, person = self.topic.currentData(), self.person.currentData()
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in {self.topic, self.person, self.month, self._count}:
                widget.deleteLater()
        self._heading = Text(self._theme, tr("Kanäle"), "small", ink="text-2", weight=600)
        self._row.addWidget(self._heading)
        self.channels = {}
        for channel in self._plan.channels:
            if not channel.active and channel.id not in chosen:
                continue
            mark = channel_mark(channel, self._plan.platforms.get(channel.platform))
            button = Button(
                self._theme,
                mark.short,
                checkable=True,
                size=Size.NORMAL,
                name=mark.label,
                clicked=self._apply,
            )
            button.set_mark(mark)
            button.setChecked(channel.id in chosen)
            button.setToolTip(mark.label)
            self.channels[channel.id] = button
            self._names[channel.id] = mark.short
            self._row.addWidget(button)
        self._row.addWidget(_upright(self._theme))
        self._fill(self.topic, tr("Thema: alle"), [(item.name, item.id) for item in self._plan.topics], topic)
        self._fill(
            self.person, tr("Person: alle"), [(item.name, item.id) for item in self._plan.people], person
        )
        self._row.addWidget(self.topic)
        self._row.addWidget(self.person)
        self._row.addWidget(self.month)
        self._row.addStretch(1)
        self._row.addWidget(self._count)
        self._fit()

    @staticmethod
    def _fill(choice: Choice, everything: str, entries: list[tuple[str, str]], chosen: object) -> None:
        with QSignalBlocker(choice):
            choice.clear()
            choice.addItem(everything, "")
            for name, id_ in entries:
                choice.addItem(name, id_)
            choice.setCurrentIndex(max(0, choice.findData(chosen)) if chosen else 0)

    def show_month(self, day: date) -> None:
        """Choose the month of a day, a week more on either side, and what has no date."""
        self._month = day.replace(day=1)
        self.month.setText(month(day))
        self.month.setAccessibleName(tr("Nur {month}").format(month=month(day)))
        self.month.setChecked(True)
        self._apply()

    def set_count(self, count: int) -> None:
        """Show how many posts are chosen."""
        self._count.setText(tr("1 Beitrag") if count == 1 else tr("{count} Beiträge").format(count=count))

    def clear(self) -> None:
        """Choose everything."""
        for button in self.channels.values():
            button.setChecked(False)
        self.month.setChecked(False)
        self.topic.setCurrentIndex(0)
        self.person.setCurrentIndex(0)
        self._apply()

    def show_all_months(self) -> None:
        """Show posts of every time."""
        self.month.setChecked(False)
        self._apply()

    def _apply(self) -> None:
        topic, person = self.topic.currentData(), self.person.currentData()
        value = Filter(
            channels=frozenset(id_ for id_, button in self.channels.items() if button.isChecked()),
            topics=frozenset([topic] if topic else []),
            people=frozenset([person] if person else []),
        )
        if self._month is not None and self.month.isChecked():
            first, last = _around(self._month)
            value = replace(value, first=first, last=last, undated=True)
        self.value = value
        self.changed.emit()


def _around(first_day: date) -> tuple[datetime, datetime]:
    """Return the time from a week before a month to a week after it."""
    after = (first_day + timedelta(days=32)).replace(day=1)
    return (
        datetime.combine(first_day - timedelta(days=7), time()),
        datetime.combine(after + timedelta(days=6), time(23, 59)),
    )


def _upright(theme: Theme) -> QWidget:
    line = Line(theme, role="line", upright=True)
    line.setFixedHeight(theme.px(20))
    return line
