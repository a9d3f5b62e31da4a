# SPDX-License-Identifier: EUPL-1.2
"""The dialog for paper and PDF: what, from when to when, on which paper, and how its first page will look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from kalender.domain.days.month import shifted
from kalender.domain.refusal import Refused
from kalender.jobs.jobs import Job, Jobs
from kalender.services.handing.sheets import Paper, Printing, PrintOrder, View
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.controls.moment import MomentPopover
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.dates import WEEKDAYS, day_field, day_long
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

PAUSE = 250
"""Milliseconds after the last change until the preview is made again."""

_VIEWS = ((View.MONTH, "Monat"), (View.WEEK, "Woche"), (View.LIST, "Liste"))


class DayButton(Button):
    """Says a day and opens a month to pick another. picked: another one was."""

    picked = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, "", icon="ri.calendar-2-line")
        self._of, self._name = theme, name
        self.day = date.min
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked=False: self._open())

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.day = day
        self.set_words(f"{WEEKDAYS[day.weekday()][:2]} {day_field(day)}")
        self.setAccessibleName(f"{self._name}: {day_long(day)}")

    def _open(self) -> None:
        moment = datetime.combine(self.day, time())
        popover = MomentPopover(self._of, self, moment, today=self.day, clock=False, undated=False)
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popover.chosen.connect(lambda chosen: self._take(chosen.date()))
        popover.open_under()

    def _take(self, day: date) -> None:
        self.set_day(day)
        self.picked.emit()


class PaperDialog(Sheet):
    """Asks what is to be printed. save_wanted, print_wanted: with a PrintOrder and whether to open the file afterwards.

    day: what the calendar shows; view: month, week or list, as there.
    """

    save_wanted = Signal(object, bool)
    print_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        printing: Printing,
        jobs: Jobs,
        *,
        day: date,
        view: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent, title=tr("Drucken oder als PDF sichern"), width=880)
        self._printing, self._jobs = printing, jobs
        self._job: Job | None = None
        self._asked: PrintOrder | None = None
        self._day = day
        self.view = Segmented(
            theme,
            [(key.value, tr(words)) for key, words in _VIEWS],
            name=tr("Was gedruckt wird"),
            current=view if view in set(View) else View.MONTH.value,
        )
        self.first, self.last = DayButton(theme, tr("Von")), DayButton(theme, tr("Bis"))
        self.paper = Segmented(theme, [(item.value, item.value.upper()) for item in Paper], name=tr("Papier"))
        self.side = Segmented(theme, [("wide", tr("Quer")), ("high", tr("Hoch"))], name=tr("Ausrichtung"))
        self.mono = CheckBox(theme, tr("Nur Schwarz auf Weiß"))
        self.after = CheckBox(theme, tr("PDF danach öffnen"))
        self.after.setChecked(True)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self.picture.setFont(theme.font("body"))
        self.picture.setMinimumSize(min(theme.px(480), self.room.width() - theme.px(60)), self.tall(350))
        self.note = Text(theme, "", "small", ink="text-2", wrap=True)
        self._lay_out()
        self.add_button(tr("Abbrechen"))
        self.print = self.add_button(tr("Drucken …"), lambda: self.print_wanted.emit(self.order()))
        self.save = self.add_button(
            tr("Als PDF sichern …"),
            lambda: self.save_wanted.emit(self.order(), self.after.isChecked()),
            kind=Kind.PRIMARY,
        )
        self.save.setDefault(True)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._show)
        self._suggest()
        self.view.chosen.connect(lambda _key: self._suggest())
        for field in (self.first, self.last):
            field.picked.connect(self._changed)
        for segment in (self.paper, self.side):
            segment.chosen.connect(lambda _key: self._changed())
        self.mono.toggled.connect(lambda _on: self._changed())
        self.finished.connect(lambda _code: self._stop())
        self.view.button(self.view.current).setFocus()
        self._changed()

    def order(self) -> PrintOrder:
        """Return what is asked for."""
        return PrintOrder(
            view=View(self.view.current),
            first=self.first.day,
            last=self.last.day,
            paper=Paper(self.paper.current),
            upright=self.side.current == "high",
            mono=self.mono.isChecked(),
        )

    def _lay_out(self) -> None:
        theme = self.theme
        self.body.addWidget(Text(theme, tr("Drucken oder als PDF sichern"), "title-2"))
        sense = QBoxLayout.Direction.TopToBottom if self.narrow else QBoxLayout.Direction.LeftToRight
        both = QBoxLayout(sense)
        both.setSpacing(theme.px(24))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(10))
        rows: list[tuple[str, QWidget]] = [
            (tr("Ansicht"), self.view),
            (tr("Von"), self.first),
            (tr("Bis"), self.last),
            (tr("Papier"), self.paper),
            (tr("Ausrichtung"), self.side),
        ]
        for row, (words, widget) in enumerate(rows):
            grid.addWidget(Text(theme, words, "body", ink="text-2"), row, 0)
            grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)
        left = QVBoxLayout()
        left.setSpacing(theme.px(10))
        left.addLayout(grid)
        for box in (self.mono, self.after):
            left.addWidget(box)
        left.addWidget(self.note)
        left.addStretch(1)
        both.addLayout(left)
        both.addWidget(self.picture, 1)
        self.body.addLayout(both, 1)

    def _suggest(self) -> None:
        """Take the days that go with a view: the month, the week; of a list the month."""
        first, last = self._day.replace(day=1), shifted(self._day, 1) - timedelta(days=1)
        if self.view.current == View.WEEK.value:
            first = self._day - timedelta(days=self._day.weekday())
            last = first + timedelta(days=6)
        self.first.set_day(first)
        self.last.set_day(last)
        self._changed()

    def _changed(self) -> None:
        self.note.setText(_explained(View(self.view.current)))
        self._timer.start()

    def _show(self) -> None:
        order = self.order()
        if order == self._asked or self._job is not None:
            return
        self._asked = order
        if self.picture.pixmap().isNull():
            self._say(tr("Die Vorschau wird gesetzt …"))
        self._job = self._jobs.run(
            tr("Vorschau"), lambda _job: self._printing.preview(order), done=self._came, failed=self._failed,
            cancelled=self._gone,
        )  # fmt: skip

    def _came(self, png: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(png, "PNG")
        self._take(picture, "")

    def _failed(self, error: BaseException) -> None:
        words = sentence(error) if isinstance(error, Refused) else tr("Die Vorschau ist misslungen.")
        self._take(QPixmap(), words)

    def _gone(self) -> None:
        self._job = None

    def _take(self, picture: QPixmap, words: str) -> None:
        """Show what came, unless the dialog is gone, and ask again where something was changed meanwhile."""
        if self._job is None:
            return
        self._job = None
        for button in (self.save, self.print):
            if words:
                button.refuse(words)
            else:
                button.allow()
        if words:
            self._say(words)
        else:
            ratio = self.devicePixelRatioF()
            room = QSize(round(self.picture.width() * ratio), round(self.picture.height() * ratio))
            small = picture.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter = QPainter(small)  # where the paper ends, white on white
            painter.setPen(self.theme.colour("line-control"))
            painter.drawRect(QRectF(small.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            painter.end()
            small.setDevicePixelRatio(ratio)
            self.picture.setPixmap(small)
            self.picture.setAccessibleName(tr("Vorschau der ersten Seite"))
        self._timer.start()

    def _say(self, words: str) -> None:
        self.picture.setPixmap(QPixmap())
        self.picture.setText(words)
        self.picture.setAccessibleName(words)

    def _stop(self) -> None:
        self._timer.stop()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()


def _explained(view: View) -> str:
    words: dict[View, Callable[[], str]] = {
        View.MONTH: lambda: tr("Eine Seite je Monat. Was in einem Tag keinen Platz hat, steht auf der Seite dahinter."),
        View.WEEK: lambda: tr("Eine Seite je Woche, mit Thema und Zuständigen."),
        View.LIST: lambda: tr("Alle Beiträge dieser Tage untereinander."),
    }  # fmt: skip
    return words[view]()
