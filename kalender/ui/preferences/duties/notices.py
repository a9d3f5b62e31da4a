# SPDX-License-Identifier: EUPL-1.2
"""What people must be able to reach from a channel, when somebody looked last, and when the staff council was told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.plan import Channel
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.controls.day import DayButton
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.controls.saved import SavedLine
from kalender.wording.tr import tr


class Noted(QWidget):
    """A tick with the day it stands for. changed(day or None)."""

    changed = Signal(object)

    def __init__(self, theme: Theme, words: str, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        row = spaced(theme, QHBoxLayout(self), gap=8)
        self.box = CheckBox(theme, words)
        self.day = DayButton(theme, words, today())
        row.addWidget(self.box)
        row.addWidget(self.day)
        row.addStretch(1)
        self.box.clicked.connect(lambda on: self.changed.emit(self._today() if on else None))
        self.day.chosen.connect(self.changed)

    def show_day(self, day: date | None) -> None:
        """Show the day, or that there is none."""
        self.box.setChecked(day is not None)
        self.day.setVisible(day is not None)
        self.day.set_day(day or self._today())


class Notices(QWidget):
    """changed(dict of fields of the channel)."""

    changed = Signal(dict)

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._themed = theme
        column = spaced(theme, QVBoxLayout(self), gap=8)
        heading = tr("Pflichtangaben, vom Profil aus erreichbar")
        column.addWidget(Text(theme, heading, "small", ink="text-2", weight=600))
        self._grid = spaced(theme, QGridLayout(), gap=12)
        column.addLayout(self._grid)
        self.imprint = self._line(tr("Impressum"), "imprint")
        self.privacy = self._line(tr("Datenschutzhinweis"), "privacy")
        self.netiquette = self._line(tr("Netiquette"), "netiquette")
        self.fields: list[QWidget] = [
            Field(theme, tr("Impressum"), self.imprint),
            Field(theme, tr("Datenschutzhinweis"), self.privacy),
            Field(theme, tr("Netiquette"), self.netiquette),
        ]
        self.seen = Noted(theme, tr("Alles erreichbar, geprüft am"), today)
        self.told = Noted(theme, tr("Personalrat beteiligt am"), today)
        self.seen.changed.connect(lambda day: self.changed.emit({"notices_seen": day}))
        self.told.changed.connect(lambda day: self.changed.emit({"council_told": day}))
        column.addWidget(self.seen)
        column.addWidget(self.told)
        column.addWidget(
            Text(
                theme,
                tr(
                    "Ein Jahr nach der Prüfung erinnert ein Tipp daran. Ob der Personalrat mitbestimmt, hängt vom Einzelfall ab; "
                    "fragen Sie ihn bei Kanälen mit Kommentaren."
                ),
                "small",
                ink="text-2",
                wrap=True,
            )
        )

    def _line(self, words: str, field: str) -> SavedLine:
        line = SavedLine(self._themed, name=words, hint=tr("https://…"))
        line.saved.connect(lambda text: self.changed.emit({field: text.strip()}))
        return line

    def show_channel(self, channel: Channel) -> None:
        """Show what is noted of a channel."""
        self.imprint.show_text(channel.imprint)
        self.privacy.show_text(channel.privacy)
        self.netiquette.show_text(channel.netiquette)
        self.seen.show_day(channel.notices_seen)
        self.told.show_day(channel.council_told)

    def arrange(self, columns: int) -> None:
        """Lay the lines out in so many columns."""
        for place in range(3):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        for place, widget in enumerate(self.fields):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, place // columns, place % columns)
