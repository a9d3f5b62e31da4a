# SPDX-License-Identifier: EUPL-1.2
"""What narrows the timeline: words, person, kind of action, what it was about, and the days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.services.past.timeline import About, Group, Wanted
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.field import LineField
from kalender.wording.past.steps import ABOUTS, GROUPS
from kalender.wording.tr import tr

TYPING = 200
"""Milliseconds after the last letter until the list follows."""

_DAYS = {"today": 0, "week": 6, "month": 30, "year": 365}


class TimelineFilters(Ground):
    """One row of choices. changed: another value()."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="b", parent=parent)
        self.text = LineField(
            theme,
            icon="ri.search-line",
            hint=tr("In Titeln und Texten suchen"),
            name=tr("Schritte durchsuchen"),
        )
        self.text.setMinimumWidth(theme.px(160))
        self.person = Choice(theme, name=tr("Person"))
        self.group = Choice(theme, name=tr("Art des Schritts"))
        self.about = Choice(theme, name=tr("Worum es ging"))
        self.period = Choice(theme, name=tr("Zeitraum"))
        self.clear = Button(theme, tr("Alles zeigen"), kind=Kind.QUIET, size=Size.NORMAL, clicked=self.reset)
        self._fill()
        row = spaced(theme, QHBoxLayout(self), (16, 6, 16, 7), 8)
        row.addWidget(self.text, 2)
        for box in (self.person, self.group, self.about, self.period):
            row.addWidget(box, 1)
            box.currentIndexChanged.connect(lambda _row: self._tell())
        row.addWidget(self.clear)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(TYPING)
        self._wait.timeout.connect(self._tell)
        self.text.textEdited.connect(lambda _text: self._wait.start())
        self.text.returnPressed.connect(self._tell)
        self.clear.hide()

    def show_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer these people (id, name), keeping the choice."""
        before = self.person.currentData()
        with QSignalBlocker(self.person):
            self.person.clear()
            self.person.addItem(tr("Alle Personen"), None)
            for id_, name in people:
                self.person.addItem(name, id_)
            self.person.setCurrentIndex(max(0, self.person.findData(before)))
        self.person.updateGeometry()

    def value(self, today: date) -> Wanted:
        """Return the choice."""
        person, group, about = (box.currentData() for box in (self.person, self.group, self.about))
        days = _DAYS.get(str(self.period.currentData()))
        return Wanted(
            people=frozenset() if person is None else frozenset({str(person)}),
            groups=frozenset() if group is None else frozenset({Group(group)}),
            about=frozenset() if about is None else frozenset({About(about)}),
            first=None if days is None else today - timedelta(days=days),
            text=self.text.text().strip(),
        )

    def reset(self) -> None:
        """Show all again."""
        for box in (self.person, self.group, self.about, self.period):
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
            box.update()
        self.text.clear()
        self._tell()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self._wait.stop()
        self.clear.setVisible(self.value(date.max).active)
        self.changed.emit()

    def _fill(self) -> None:
        self.show_people(())
        self.group.addItem(tr("Alle Schritte"), None)
        for group, (words, _icon) in GROUPS.items():
            self.group.addItem(tr(words), group.value)
        self.about.addItem(tr("Beiträge, Bilder, Plan"), None)
        for about, words in ABOUTS.items():
            self.about.addItem(tr("Nur {what}").format(what=tr(words)), about.value)
        self.period.addItem(tr("Jederzeit"), None)
        for key, words in (
            ("today", tr("Heute")),
            ("week", tr("Letzte 7 Tage")),
            ("month", tr("Letzte 30 Tage")),
            ("year", tr("Letztes Jahr")),
        ):
            self.period.addItem(words, key)
