# SPDX-License-Identifier: EUPL-1.2
"""The page Export: choose, run, see what left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kalender.domain.stage import Stage
from kalender.jobs.jobs import Jobs
from kalender.services.desk import Changes
from kalender.services.plan_view import PlanView
from kalender.services.publishing import ExportReport, Publishing
from kalender.ui.publish.listing import ExportDelegate, ExportList
from kalender.ui.publish.model import ExportModel, rows
from kalender.ui.publish.progress import ProgressBox
from kalender.ui.publish.run import ExportRun
from kalender.ui.publish.tile import Tile
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.section import PageBar, SectionHeader
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.paint.values import ChannelMark, channel_mark
from kalender.wording.dates import clock, relative_day
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

WEEK, FOUR_WEEKS, EVERYTHING = "week", "four", "all"
LIST_WIDTH = 540


class ExportPage(QWidget):
    """Approved posts at the left, what to make of them at the right."""

    open_post = Signal(str)
    told = Signal(str)
    failed = Signal(object)
    """A Refused for the dialog that says what is safe."""

    def __init__(
        self,
        theme: Theme,
        *,
        publishing: Publishing,
        plan: PlanView,
        jobs: Jobs,
        now: Callable[[], datetime],
        folder: Path,
        choose_folder: Callable[[QWidget, Path], Path | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._publishing = publishing
        self._plan = plan
        self._jobs = jobs
        self._now = now
        self._choose_folder = choose_folder or _ask_folder
        self._run: ExportRun | None = None
        self.model = ExportModel(self._labels, self)
        self.list = ExportList(self.model, ExportDelegate(theme, self._marks, self))
        self.period = Choice(theme, name=tr("Zeitraum"))
        for words, key in (
            (tr("Nächste 7 Tage"), WEEK),
            (tr("Nächste 4 Wochen"), FOUR_WEEKS),
            (tr("Alle"), EVERYTHING),
        ):
            self.period.addItem(words, key)
        self.period.setCurrentIndex(1)
        self.all = CheckBox(theme, tr("Freigegeben, noch nicht veröffentlicht"), role="title-3")
        self._chosen = Text(theme, "", "small", ink="text-2")
        self.go = Button(theme, "", icon="ri.inbox-unarchive-line", kind=Kind.PRIMARY, clicked=self.start)
        self.folders = Tile(
            theme, "ri.folder-3-line", tr("Ordnerpaket"), tr("Je Kanal ein Ordner mit Text und Bildern")
        )
        self.archive = Tile(
            theme, "ri.folder-zip-line", tr("ZIP-Datei"), tr("Dasselbe Paket noch einmal in einer Datei")
        )
        self.folders.setChecked(True)
        self.folders.lock(tr("Das Ordnerpaket entsteht immer."))
        self.place = QLineEdit(str(folder))
        self.place.setReadOnly(True)
        self.place.setAccessibleName(tr("Speicherort"))
        self.progress = ProgressBox(theme)
        self.progress.cancel.clicked.connect(self._cancel)
        self._last = QVBoxLayout()
        self._last.setSpacing(0)
        self._empty = EmptyState(
            theme,
            icon="ri.inbox-unarchive-line",
            title=tr("Nichts zu exportieren"),
            text=tr(
                "In diesem Zeitraum ist kein Beitrag freigegeben. Was zur Prüfung liegt, sehen Sie unter Freigaben."
            ),
        )
        self._build()
        self.model.ticked_changed.connect(self._tell)
        self.list.opened.connect(self.open_post)
        self.period.currentIndexChanged.connect(lambda _row: self.reload())
        self.all.clicked.connect(lambda: self.model.tick_all(on=self.all.isChecked()))
        self.reload()

    def _build(self) -> None:
        theme = self._theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(
            PageBar(
                theme, tr("Export"), note=tr("Freigegebene Beiträge für die Veröffentlichung bereitstellen")
            )
        )
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._left(), 5)
        body.addWidget(self._right(), 6)
        layout.addLayout(body, 1)

    def _left(self) -> QWidget:
        theme = self._theme
        left = Ground(theme, "bg-surface", edges="r", line="line")
        head = Ground(theme, "bg-surface", edges="b", line="line")
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(self._chosen)
        row.addWidget(self.period)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        return left

    def _right(self) -> QWidget:
        theme = self._theme
        inside = Ground(theme, "bg-surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(20))
        column.setSpacing(theme.px(12))
        head = SectionHeader(theme, tr("Ausgabe"))
        head.tail.addWidget(self.go)
        column.addWidget(head)
        tiles = QGridLayout()
        tiles.setSpacing(theme.px(10))
        tiles.addWidget(self.folders, 0, 0)
        tiles.addWidget(self.archive, 0, 1)
        column.addLayout(tiles)
        label = Text(theme, tr("Speicherort"), "small", ink="text-2", weight=600)
        label.setBuddy(self.place)
        column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.place, 1)
        row.addWidget(Button(theme, tr("Ändern …"), clicked=self._change_place))
        column.addLayout(row)
        column.addWidget(
            Text(
                theme,
                tr(
                    "Jedes Paket enthält auch Alternativtexte, Bildnachweise, eine Prüfliste und den Freigabevermerk."
                ),
                "small",
                ink="text-2",
                wrap=True,
            )
        )
        column.addWidget(self.progress)
        self.progress.hide()
        self._last_head = SectionHeader(theme, tr("Letzte Exporte"))
        column.addWidget(self._last_head)
        self._last_head.hide()
        column.addLayout(self._last)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        return area

    # Showing

    def _labels(self) -> dict[str, str]:
        return {item.id: item.name for item in self._plan.channels}

    def _marks(self) -> dict[str, ChannelMark]:
        return {
            item.id: channel_mark(item, self._plan.platforms.get(item.platform))
            for item in self._plan.channels
        }

    def span(self) -> tuple[date | None, date | None]:
        """Return the first and last day that are shown; None is without end."""
        today = self._now().date()
        key = self.period.currentData()
        if key == EVERYTHING:
            return None, None
        return today, today + timedelta(days=6 if key == WEEK else 27)

    def reload(self) -> None:
        """Read again what may leave and what may not."""
        first, last = self.span()
        ready = self._publishing.ready(first, last)
        held = self._publishing.held_back(first, last)
        self.model.show_rows(
            rows([card for card in ready if card.stage is not Stage.PUBLISHED], held, self._now().date())
        )
        self._pages.setCurrentIndex(0 if self.model.rowCount() else 1)
        self._tell()

    def choose(self, ids: Sequence[str]) -> None:
        """Tick just these posts, in whatever period they lie."""
        self.period.setCurrentIndex(self.period.findData(EVERYTHING))
        self.reload()
        self.model.choose_only(ids)

    def changed(self, changes: Changes) -> None:
        """Follow a change of the plan, but leave the list alone while it is being exported."""
        if changes.refs and self._run is None:
            self.reload()

    def _tell(self) -> None:
        count, all_ = len(self.model.ticked()), len(self.model.ready())
        self._chosen.setText(tr("{count} von {all} ausgewählt").format(count=count, all=all_))
        self.all.setChecked(bool(all_) and count == all_)
        self.all.setEnabled(bool(all_))
        words = (
            tr("1 Beitrag exportieren")
            if count == 1
            else tr("{count} Beiträge exportieren").format(count=count)
        )
        self.go.set_words(words)
        if self._run is not None:
            self.go.refuse(tr("Ein Export läuft gerade."))
        elif not count:
            self.go.refuse(tr("Wählen Sie links mindestens einen freigegebenen Beitrag aus."))
        else:
            self.go.allow()

    def ready_count(self) -> int:
        """Return how many posts may leave in the period shown."""
        return len(self.model.ready())

    # Running

    def _change_place(self) -> None:
        chosen = self._choose_folder(self, Path(self.place.text()))
        if chosen is not None:
            self.place.setText(str(chosen))

    def start(self) -> None:
        """Export the ticked posts."""
        ids = self.model.ticked()
        if self._run is not None or not ids:
            return
        cards = [card for card in self.model.ready() if card.id in set(ids)]
        self._run = ExportRun(
            self._publishing,
            self._jobs,
            cards,
            Path(self.place.text()),
            archive=self.archive.isChecked(),
            parent=self,
        )
        self.progress.begin([card.title for card in cards])
        self.progress.show()
        self._run.stepped.connect(self.progress.step)
        self._run.failed.connect(self.failed)
        self._run.finished.connect(self._finished)
        self._tell()
        self._run.start()

    def _cancel(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _finished(self, report: ExportReport) -> None:
        self._run = None
        self.progress.end(len({item.post for item in report.left}))
        if report.left:
            self._remember(report)
            posts = len({item.post for item in report.left})
            words = (
                tr("1 Beitrag exportiert")
                if posts == 1
                else tr("{count} Beiträge exportiert").format(count=posts)
            )
            self.told.emit(words)
        elif report.held_back:
            self.told.emit(sentence(report.held_back[0].reason))
        self.reload()

    def _remember(self, report: ExportReport) -> None:
        theme, now = self._theme, self._now()
        posts = len({item.post for item in report.left})
        line = Ground(theme, "bg-surface", edges="b")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(Symbol(theme, "ri.folder-3-line", "text-2"))
        words = QVBoxLayout()
        words.setSpacing(0)
        what = (
            tr("Ordnerpaket, 1 Beitrag")
            if posts == 1
            else tr("Ordnerpaket, {count} Beiträge").format(count=posts)
        )
        words.addWidget(Text(theme, what))
        when = f"{relative_day(now.date(), now.date())} {clock(now)}"
        words.addWidget(Text(theme, when, "small", ink="text-2"))
        row.addLayout(words, 1)
        opened = Button(
            theme, tr("Ordner öffnen"), icon="ri.folder-open-line", size=Size.DENSE,
            clicked=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.out))),
        )  # fmt: skip
        row.addWidget(opened)
        self._last.insertWidget(0, line)
        self._last_head.show()


def _ask_folder(parent: QWidget, start: Path) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, tr("Speicherort wählen"), str(start))
    return Path(chosen) if chosen else None
