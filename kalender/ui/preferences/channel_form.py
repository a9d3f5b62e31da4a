# SPDX-License-Identifier: EUPL-1.2
"""What can be changed of one channel: names, promise, times, formats, and whether it is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.format import Platform
from kalender.domain.plan import Channel
from kalender.services.setup.channels import ChannelUse
from kalender.ui.preferences.duties.notices import Notices
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.controls.saved import SavedLine
from kalender.ui.widgets.controls.stepper import Stepper
from kalender.wording.dates import WEEKDAYS
from kalender.wording.formats import demands
from kalender.wording.tr import tr


class Promise(QWidget):
    """So many posts a week or a month. promised(dict of fields)."""

    promised = Signal(dict)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = spaced(theme, QHBoxLayout(self), gap=8)
        self.count = Stepper(theme, tr("Versprochene Beiträge"), 0, least=0, most=31)
        self.span = Choice(theme, name=tr("Zeitraum des Versprechens"))
        self.span.addItem(tr("je Woche"), "per_week")
        self.span.addItem(tr("je Monat"), "per_month")
        row.addWidget(self.count)
        row.addWidget(self.span, 1)
        self.count.changed.connect(lambda _value: self._say())
        self.span.activated.connect(lambda _row: self._say())

    def show_promise(self, channel: Channel) -> None:
        """Show what a channel promises; the span that was chosen stays where nothing is promised."""
        self.count.set_value(channel.per_week or channel.per_month)
        if channel.per_week or channel.per_month:
            self.span.setCurrentIndex(0 if channel.per_week else 1)

    def _say(self) -> None:
        chosen = str(self.span.currentData())
        other = "per_month" if chosen == "per_week" else "per_week"
        self.promised.emit({chosen: self.count.value, other: 0})


class ChannelForm(Ground):
    """changed(dict of fields); formats_wanted(list of ids); retire_wanted, delete_wanted."""

    changed = Signal(dict)
    formats_wanted = Signal(list)
    retire_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, platform: Platform | None, today: Callable[[], date]) -> None:
        super().__init__(theme, "bg-subtle", edges="b")
        self._themed = theme
        column = spaced(theme, QVBoxLayout(self), (16, 12, 16, 12), 12)
        self._grid = spaced(theme, QGridLayout(), gap=12)
        column.addLayout(self._grid)
        self.name = self._text(tr("Name"), "name")
        self.handle = self._text(tr("Kontoname"), "handle", hint=tr("zum Beispiel @stadt.lindenbrunn"))
        self.address = self._text(tr("Adresse des Kanals"), "address", hint=tr("https://…"))
        self.limit = SavedLine(theme, name="", hint=tr("keine"))
        self._limit = Field(theme, tr("Eigene Textgrenze in Zeichen"), self.limit)
        self.promise = Promise(theme)
        self.usual = SavedLine(theme, name="")
        self._usual = Field(theme, tr("Übliche Uhrzeit"), self.usual)
        self._fields = [
            Field(theme, tr("Name"), self.name),
            Field(theme, tr("Kontoname"), self.handle),
            Field(theme, tr("Adresse des Kanals"), self.address),
            self._limit,
            Field(theme, tr("Versprechen: Beiträge"), self.promise),
            self._usual,
        ]
        self._arranged = (0, 0)
        column.addWidget(
            Text(theme, tr("Erscheint in der Regel am (Standardtermine)"), "small", ink="text-2", weight=600)
        )
        self._slots = spaced(theme, QGridLayout(), gap=8)
        column.addLayout(self._slots)
        self.slots = [CheckBox(theme, tr(day)[:2]) for day in WEEKDAYS]
        for day, slot in zip(WEEKDAYS, self.slots, strict=True):
            slot.setAccessibleName(tr("Standardtermin am {day}").format(day=tr(day)))
            slot.clicked.connect(lambda _on: self.changed.emit({"weekdays": self._weekdays()}))
        column.addWidget(
            Text(theme, tr("Andere Uhrzeit an einzelnen Wochentagen"), "small", ink="text-2", weight=600)
        )
        self._week = spaced(theme, QGridLayout(), gap=8)
        column.addLayout(self._week)
        self.days = [SavedLine(theme, name=tr("Uhrzeit am {day}").format(day=tr(day))) for day in WEEKDAYS]
        self._day_fields = [
            Field(theme, tr(day)[:2], line) for day, line in zip(WEEKDAYS, self.days, strict=True)
        ]
        for day, line in zip(WEEKDAYS, self.days, strict=True):
            line.setAccessibleName(tr("Uhrzeit am {day}").format(day=tr(day)))
            line.saved.connect(lambda _text: self.changed.emit({"weekday_times": self._times()}))
        self.boxes: dict[str, CheckBox] = {}
        if platform is not None:
            column.addWidget(Text(theme, tr("Bildformate"), "small", ink="text-2", weight=600))
            for format_ in platform.formats:
                box = CheckBox(theme, f"{format_.label}, {demands(format_)}")
                box.clicked.connect(lambda _on: self.formats_wanted.emit(self._ticked()))
                self.boxes[format_.id] = box
                column.addWidget(box)
        self.notices = Notices(theme, today)
        self.notices.changed.connect(self.changed)
        column.addWidget(self.notices)
        foot = FoldingBar(theme, edges="", pad=(0, 4))
        foot.set_ground("bg-subtle")
        self.use = Text(theme, "", "small", ink="text-2", wrap=True)
        foot.first.addWidget(self.use, 1)
        self.retire = Button(theme, tr("Stilllegen"))
        self.delete = Button(theme, tr("Löschen"), icon="ri.delete-bin-line", kind=Kind.DANGER)
        foot.second.addWidget(self.retire)
        foot.second.addWidget(self.delete)
        column.addWidget(foot)
        self._foot = foot
        self.promise.promised.connect(self.changed)
        self.usual.saved.connect(lambda text: self.changed.emit({"usual_time": text}))
        self.limit.saved.connect(self._set_limit)
        self.retire.clicked.connect(lambda _checked=False: self.retire_wanted.emit())
        self.delete.clicked.connect(lambda _checked=False: self.delete_wanted.emit())
        theme.changed.connect(self._arrange)
        self._arrange()

    def _text(self, words: str, field: str, hint: str = "") -> SavedLine:
        line = SavedLine(self._themed, name=words, hint=hint)
        line.saved.connect(lambda text: self.changed.emit({field: text.strip()}))
        return line

    def _weekdays(self) -> str:
        return "".join(str(number) for number, box in enumerate(self.slots, 1) if box.isChecked())

    def _times(self) -> list[str]:
        return [line.text() for line in self.days]

    def _ticked(self) -> list[str]:
        return [id_ for id_, box in self.boxes.items() if box.isChecked()]

    def _set_limit(self, text: str) -> None:
        digits = text.replace(".", "").replace(" ", "")
        fine = not digits or (digits.isdecimal() and len(digits) <= 6)
        self._limit.set_error("" if fine else tr("Bitte nur Ziffern. Es bleibt beim bisherigen."))
        if fine:
            self.changed.emit({"text_limit": int(digits or 0)})

    def show_channel(self, channel: Channel, use: ChannelUse) -> None:
        """Show the channel as it is now."""
        self.name.show_text(channel.name)
        self.handle.show_text(channel.handle)
        self.address.show_text(channel.address)
        self.limit.show_text(str(channel.text_limit or ""))
        self.promise.show_promise(channel)
        for number, box in enumerate(self.slots, 1):
            box.setChecked(str(number) in (channel.weekdays or "12345"))
        self.usual.show_text(channel.usual_time)
        times = (*channel.weekday_times, *[""] * 7)[:7]
        for line, text in zip(self.days, times, strict=True):
            line.setPlaceholderText(channel.usual_time)
            line.show_text(text)
        for id_, box in self.boxes.items():
            box.setChecked(id_ in channel.formats)
        self.notices.show_channel(channel)
        self.retire.set_words(tr("Stilllegen") if channel.active else tr("Wieder aufnehmen"))
        self.delete.setVisible(not use.posts)
        self.use.setText(_words(channel, use))
        self._foot.refold()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put fields beside each other as far as there is room."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the page be narrow: the fields go under each other."""
        return QSize(self._themed.px(260), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        room = self.width() // max(1, self._themed.px(100))
        columns = 3 if room >= 7 else 2 if room >= 4 else 1
        days = 7 if room >= 6 else 4 if room >= 3 else 3
        if (columns, days) == self._arranged:
            return
        self._arranged = (columns, days)
        _fill(self._grid, self._fields, columns)
        self.notices.arrange(columns)
        _fill(self._week, self._day_fields, days)
        _fill(self._slots, self.slots, days)


def _fill(grid: QGridLayout, widgets: Sequence[QWidget], columns: int) -> None:
    for place in range(7):
        grid.setColumnStretch(place, 1 if place < columns else 0)
    for place, widget in enumerate(widgets):
        grid.removeWidget(widget)
        grid.addWidget(widget, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)


def _words(channel: Channel, use: ChannelUse) -> str:
    if not use.posts:
        return tr("Für diesen Kanal gibt es noch keinen Beitrag. Er lässt sich löschen.")
    one, many = tr("1 Beitrag für diesen Kanal"), tr("{n} Beiträge für diesen Kanal")
    words = (one if use.posts == 1 else many).format(n=use.posts)
    if use.ahead:
        words += ", " + tr("davon {n} noch nicht veröffentlicht").format(n=use.ahead)
    if channel.active:
        return tr("{use}. Ein Kanal mit Beiträgen wird nicht gelöscht, sondern stillgelegt.").format(
            use=words
        )
    return tr("{use}. Stillgelegt: Für Neues wird der Kanal nicht angeboten.").format(use=words)
