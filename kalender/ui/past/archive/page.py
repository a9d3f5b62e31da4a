# SPDX-License-Identifier: EUPL-1.2
"""The page „Archiv“: the years of the plan, each put away, opened again, or handed to the records office."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kalender.domain.refusal import Refused
from kalender.jobs.jobs import Job, Jobs
from kalender.services.acting.changes import Changes
from kalender.services.past.archiving import Archiving, Year
from kalender.services.past.records import HandedOver, Records
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import at_least, spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.wording.past.archive import EXPLAINED, handed_words, open_words, state_words, year_words
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

WIDEST = 900
ROOM = 860
"""Width in px at 100 % from which the buttons of a year stand beside its words."""

NARROW = 620
"""Width in px at 100 % below which they stand one below the other."""

Then = Callable[[Path], object]


def ask_folder(parent: QWidget, then: Then) -> None:
    """Ask for the folder that a year is written into."""
    dialog = QFileDialog(parent, tr("Wohin soll das Archiv geschrieben werden?"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class YearBox(Ground):
    """One year with what can be done with it."""

    def __init__(
        self,
        theme: Theme,
        year: Year,
        *,
        close: Callable[[], object],
        reopen: Callable[[], object],
        hand_over: Callable[[], object],
        show: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "bg-surface", edges="all", line="line", radius=8, parent=parent)
        self.year = year
        self.setAccessibleName(f"{year.year}: {state_words(year)}")
        icon = "ri.archive-line" if year.archived else "ri.calendar-2-line"
        self._of = theme
        self._both = spaced(theme, QBoxLayout(QBoxLayout.Direction.LeftToRight, self), (16, 12, 16, 12), 12)
        row = spaced(theme, QHBoxLayout(), gap=12)
        row.addWidget(
            Symbol(theme, icon, "accent" if year.archived else "text-2", size=22),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        words = spaced(theme, QVBoxLayout(), gap=2)
        words.addWidget(
            Text(theme, tr("{year} · {state}").format(year=year.year, state=state_words(year)), "title-3")
        )
        words.addWidget(Text(theme, year_words(year), "body", ink="text-2", wrap=True))
        if open_words(year):
            words.addWidget(Text(theme, open_words(year), "small", ink="text-2", wrap=True))
        row.addLayout(words, 1)
        self.show_button = Button(theme, tr("Im Kalender ansehen"), kind=Kind.QUIET, clicked=show)
        self.export_button = Button(theme, tr("Für die Akten exportieren …"), clicked=hand_over)
        self.main = Button(
            theme,
            tr("Aus dem Archiv holen") if year.archived else tr("Ins Archiv legen"),
            icon="ri.inbox-unarchive-line" if year.archived else "ri.archive-line",
            clicked=reopen if year.archived else close,
        )
        at_least(theme, self.main, 186)
        self._buttons = spaced(theme, QBoxLayout(QBoxLayout.Direction.LeftToRight), gap=8)
        for button in (self.show_button, self.export_button, self.main):
            button.setAccessibleName(f"{button.text()}: {year.year}")
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._both.addLayout(row, 1)
        self._both.addLayout(self._buttons)
        if not year.over:
            self.main.refuse(tr("Dieses Jahr ist noch nicht vorbei."))
        elif not year.archived and not year.done:
            self.main.refuse(tr("In diesem Jahr ist nichts veröffentlicht oder verworfen."))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        self.arrange(self.width())

    def arrange(self, width: int) -> None:
        """Stand beside or below for a width in px."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(beside if width >= self._of.px(ROOM) else below)
        self._buttons.setDirection(beside if width >= self._of.px(NARROW) else below)


class ArchivePage(QWidget):
    """The years, the newest first. month_wanted: year to show in the calendar; said, refused: words."""

    month_wanted = Signal(int)
    said = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        archiving: Archiving,
        records: Records,
        jobs: Jobs,
        choose_folder: Callable[[QWidget, Then], object] = ask_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._archiving = archiving
        self._records = records
        self._jobs = jobs
        self._choose_folder = choose_folder
        self.boxes: list[YearBox] = []
        self._column = spaced(theme, QVBoxLayout(), gap=10)
        self._empty = EmptyState(
            theme,
            icon="ri.archive-line",
            title=tr("Noch kein Jahr zum Ablegen"),
            text=tr("Sobald Beiträge geplant sind, steht hier ihr Jahr. Ist es vorbei, kann es ins Archiv."),
        )
        self._build()
        theme.changed.connect(self._arrange)
        self.reload()

    def _build(self) -> None:
        theme = self._theme
        layout = spaced(theme, QVBoxLayout(self))
        layout.addWidget(PageBar(theme, tr("Archiv"), note=tr("Jahre, die vorbei sind")))
        self._body = Ground(theme, "bg-window")
        column = spaced(theme, QVBoxLayout(self._body), (24, 16, 24, 24), 14)
        self._explained = Text(theme, tr(EXPLAINED), "body", ink="text-2", wrap=True)
        self._explained.setMaximumWidth(theme.px(WIDEST))
        column.addWidget(self._explained)
        column.addLayout(self._column)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("Jahre"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._body)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._area)
        self._pages.addWidget(self._empty)
        layout.addWidget(self._pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Arrange the years for the room there is, before they ask for more."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        self._explained.setMaximumWidth(self._theme.px(WIDEST))
        for box in self.boxes:
            box.arrange(self.width() - self._theme.px(48))

    def reload(self) -> None:
        """Read the years again; the button that had the keys gets them back."""
        focused = next((box.year.year for box in self.boxes if box.main.hasFocus()), None)
        for box in self.boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []
        for year in self._archiving.years():
            number = year.year
            box = YearBox(
                self._theme,
                year,
                close=partial(self._do, partial(self._archiving.close, number)),
                reopen=partial(self._do, partial(self._archiving.reopen, number)),
                hand_over=partial(self.hand_over, number),
                show=partial(self.month_wanted.emit, number),
            )
            self.boxes.append(box)
            self._column.addWidget(box)
            if number == focused:
                box.main.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()
        self._pages.setCurrentIndex(0 if self.boxes else 1)

    def changed(self, changes: Changes) -> None:
        """Posts or the archive have changed."""
        if changes.ids("post") or "setting/archive" in changes.refs:
            self.reload()

    def _do(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except Refused as refusal:
            self.refused.emit(sentence(refusal))

    def hand_over(self, year: int) -> None:
        """Ask where to, and write a year for the records office beside the window."""
        self._choose_folder(self, lambda folder: self._write(year, folder))

    def _write(self, year: int, folder: Path) -> None:
        def work(job: Job) -> HandedOver:
            return self._records.hand_over(year, folder, packed=True, progress=job.report)

        def failed(error: BaseException) -> None:
            self.refused.emit(sentence(error) if isinstance(error, Refused) else str(error))

        self._jobs.run(
            tr("Archiv {year} wird geschrieben").format(year=year),
            work,
            done=lambda done: self.said.emit(handed_words(done)),
            failed=failed,
        )

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through: the years."""
        return [box.export_button for box in self.boxes]
