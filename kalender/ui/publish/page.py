# SPDX-License-Identifier: EUPL-1.2
"""The page Export: choose, run, see what left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kalender.domain.refusal import Refused
from kalender.domain.stage import Stage
from kalender.jobs.jobs import Jobs
from kalender.services.acting.changes import Changes
from kalender.services.plan_view import PlanView
from kalender.services.publishing import ExportReport, Publishing
from kalender.ui.publish.listing import ExportDelegate, ExportList
from kalender.ui.publish.model import ExportModel, rows
from kalender.ui.publish.output import ChooseFolder, OutputColumn, ask_folder
from kalender.ui.publish.run import ExportRun
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.blocks.spacing import Bar, spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.paint.values import ChannelMark, channel_mark
from kalender.wording.cards import title
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

WEEK, FOUR_WEEKS, EVERYTHING = "week", "four", "all"
STACKED = 900
"""Below this width in px at 100 % list and output stand one below the other."""


class ExportPage(QWidget):
    """Approved posts at the left, what to make of them at the right."""

    open_post = Signal(str)
    told = Signal(str)
    failed = Signal(object)
    """A Refused: the export broke off."""
    folder_chosen = Signal(str)
    offered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        *,
        publishing: Publishing,
        plan: PlanView,
        jobs: Jobs,
        now: Callable[[], datetime],
        folder: Path,
        person: Callable[[], str] = lambda: "",
        choose_folder: ChooseFolder = ask_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._publishing = publishing
        self._plan = plan
        self._jobs = jobs
        self._now = now
        self._person = person
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
        self.all = CheckBox(theme, tr("Freigegeben"), name=tr("Alle freigegebenen auswählen"), role="title-3")
        self._chosen = Text(theme, "", "small", ink="text-2")
        self.output = OutputColumn(theme, folder, choose_folder)
        self.progress = self.output.progress
        self._empty = EmptyState(
            theme,
            icon="ri.inbox-unarchive-line",
            title=tr("Nichts zu exportieren"),
            text=tr("In diesem Zeitraum ist kein Beitrag geplant. Wählen Sie oben einen längeren Zeitraum."),
        )
        self._build()
        theme.changed.connect(self._arrange)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.list)
        self.model.ticked_changed.connect(self._tell)
        self.list.opened.connect(self.open_post)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.offered.emit(self.offers()))
        self.period.currentIndexChanged.connect(lambda _row: self.reload())
        self.all.clicked.connect(
            lambda: self.model.tick_all(on=len(self.model.ticked()) < len(self.model.ready()))
        )
        self.output.wanted.connect(self.start)
        self.output.folder_chosen.connect(self.folder_chosen)
        self.progress.cancel.clicked.connect(lambda *_: self._cancel())
        self.reload()

    def _build(self) -> None:
        theme = self._theme
        layout = spaced(theme, QVBoxLayout(self))
        note = tr("Freigegebene Beiträge für die Veröffentlichung bereitstellen")
        layout.addWidget(PageBar(theme, tr("Export"), note=note))
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.output)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._body = spaced(theme, QHBoxLayout())
        self._body.addWidget(self._left(), 5)
        self._body.addWidget(area, 6)
        layout.addLayout(self._body, 1)

    def _left(self) -> QWidget:
        theme = self._theme
        left = Ground(theme, "bg-surface", edges="r", line="line")
        head = Bar(theme, 44, edges="b", line="line")
        row = spaced(theme, QHBoxLayout(head), (16, 0, 16, 0), 10)
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(self._chosen)
        row.addWidget(self.period)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        column = spaced(theme, QVBoxLayout(left), (0, 0, 1, 0))
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        return left

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put list and output one below the other where the page is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() * 100 < STACKED * self._theme.scale
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)

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
            rows([card for card in ready if card.stage is not Stage.PUBLISHED], held, self._now())
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
        some = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if all_ and count == all_ else some)
        self.all.setEnabled(bool(all_))
        words = (
            tr("1 Beitrag exportieren")
            if count == 1
            else tr("{count} Beiträge exportieren").format(count=count)
        )
        self.output.go.set_words(words)
        reason = self._why_not()
        if reason:
            self.output.go.refuse(reason)
        else:
            self.output.go.allow()
        self.offered.emit(self.offers())

    def _why_not(self) -> str:
        """Return why no export can begin now, or an empty text."""
        if self._run is not None:
            return tr("Ein Export läuft gerade.")
        if not self.model.ticked():
            return tr("Wählen Sie links mindestens einen freigegebenen Beitrag aus.")
        return ""

    # Running

    @property
    def running(self) -> bool:
        """Tell whether an export is under way."""
        return self._run is not None

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
            self.output.folder,
            archive=self.output.archive.isChecked(),
            parent=self,
        )
        self.progress.begin([title(card) for card in cards])
        self.progress.show()
        self._run.stepped.connect(self.progress.step)
        self._run.failed.connect(self._failed)
        self._run.finished.connect(self._finished)
        self._tell()
        self._run.start()

    def _cancel(self) -> None:
        if self._run is not None:
            self._run.cancel()
            self.progress.stopping()

    def _failed(self, refusal: Refused) -> None:
        self.progress.fail(sentence(refusal))
        self.failed.emit(refusal)

    def _finished(self, report: ExportReport) -> None:
        stopped = self._run is not None and self._run.stopped
        self._run = None
        ids = {item.post for item in report.left}
        self.progress.end(len(ids), stopped=stopped)
        if ids:
            acting = self._plan.person(self._person())
            self.output.remember(report, self._now(), acting.name if acting else "")
            words = (
                tr("1 Beitrag exportiert")
                if len(ids) == 1
                else tr("{count} Beiträge exportiert").format(count=len(ids))
            )
            self.told.emit(words)
        elif report.held_back:
            self.told.emit(sentence(report.held_back[0].reason))
        self.model.forget(ids)
        self.reload()

    # What menus and keys of the window ask

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through: period, list, output."""
        return [self.period, self.list, self.output.go]

    def focus_filter(self) -> None:
        """Put the focus into the choice of the period."""
        self.period.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def offers(self) -> dict[str, str]:
        """Return what can be done here, and why not."""
        nothing = tr("Wählen Sie zuerst einen Beitrag aus.")
        return {"post.open": "" if self.list.current_id() else nothing, "post.export": self._why_not()}

    def perform(self, action: str) -> None:
        """Do an action of the menus."""
        if action == "post.open" and self.list.current_id():
            self.open_post.emit(self.list.current_id())
        elif action == "post.export":
            self.start()
