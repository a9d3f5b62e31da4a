# SPDX-License-Identifier: EUPL-1.2
"""Takes over an editorial plan kept as a table: choose the file, look at it, say what columns mean, take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kalender.domain.refusal import Refused
from kalender.exchange.plan_rows import BadRow
from kalender.jobs.jobs import Job, Jobs
from kalender.services.intake.exchange import Exchange
from kalender.services.intake.reports import Outcome, TablePreview, TableReport
from kalender.ui.intake.mapping import MappingList
from kalender.ui.intake.rows import RowsTable
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.text import Elided, Ground, Line, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.feedback.banner import Banner
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.refusals import sentence
from kalender.wording.tables import hint, place, reason
from kalender.wording.tr import tr

SUFFIXES = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".txt")


class ImportPanel(Sheet):
    """Nothing is written before the last button; all of a file or nothing. taken(TableReport); refused: a sentence.

    secured: calls what it is given, once the plan is backed up.
    """

    taken = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        exchange: Exchange,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        secured: Callable[[Callable[[], object]], object] = lambda go: go(),
    ) -> None:
        super().__init__(theme, parent, title=tr("Redaktionsplan einlesen"), width=1060)
        self._exchange = exchange
        self._jobs = jobs
        self._secured = secured
        self._path: Path | None = None
        self._asked = 0
        self.preview: TablePreview | None = None
        self.setAcceptDrops(True)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(self.tall(470))
        self.body.addWidget(self._stack)
        self.choose = Button(
            theme, tr("Tabelle wählen …"), icon="ri.folder-open-line", kind=Kind.PRIMARY, clicked=self.ask
        )
        self.empty = EmptyState(
            theme,
            icon="ri.table-2",
            title=tr("Redaktionsplan aus einer Tabelle"),
            text=tr(
                "Excel, LibreOffice oder CSV mit Überschriften wie Datum, Titel, Text, Kanal. Auch hierher ziehen."
            ),
            buttons=[self.choose],
        )
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._build_preview())
        self._stack.addWidget(self._build_result())
        self.cancel = self.add_button(tr("Abbrechen"))
        self.take = self.add_button(
            tr("Beiträge übernehmen"), self.accept_table, kind=Kind.PRIMARY, closes=False
        )
        self._stack.setCurrentIndex(0)
        self.finished.connect(self._leave)
        self._count()

    def _build_preview(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        page = Ground(theme, "bg-surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(12), px(16), px(10))
        head.setSpacing(px(10))
        self.name = Elided(theme, "", "title-2")
        self.summary = Text(theme, "", "body", ink="text-2")
        head.addWidget(self.name)
        head.addWidget(self.summary)
        head.addStretch(1)
        head.addWidget(Button(theme, tr("Andere Tabelle …"), clicked=self.ask))
        column.addLayout(head)
        self.problem = Banner(theme, "", severity="err")
        self.problem.hide()
        column.addWidget(self.problem)
        self._bad = Ground(theme, "bg-surface")
        self._bad_column = QVBoxLayout(self._bad)
        self._bad_column.setContentsMargins(px(16), px(8), px(16), px(8))
        self._bad_column.setSpacing(px(4))
        self.bad_area = QScrollArea()
        self.bad_area.setWidgetResizable(True)
        self.bad_area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.bad_area.setMaximumHeight(px(130))
        self.bad_area.setAccessibleName(tr("Fehlerhafte Zeilen"))
        self.bad_area.setWidget(self._bad)
        column.addWidget(self.bad_area)
        column.addWidget(Line(theme))
        row = QHBoxLayout()
        row.setSpacing(0)
        self.mapping = MappingList(theme)
        self.mapping.setFixedWidth(px(370))
        self.mapping.changed.connect(self.read)
        self.rows = RowsTable(theme)
        row.addWidget(self.mapping)
        row.addWidget(Line(theme, upright=True))
        row.addWidget(self.rows, 1)
        column.addLayout(row, 1)
        return page

    def _build_result(self) -> QWidget:
        theme = self.theme
        page = QWidget()
        self._result = QVBoxLayout(page)
        self._result.setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20))
        self._result.setSpacing(theme.px(8))
        self.outcome = Text(theme, "", "title-2", wrap=True)
        self._result.addWidget(self.outcome)
        self.hints = Text(theme, "", "body", ink="text-2", wrap=True)
        self._result.addWidget(self.hints)
        self._result.addStretch(1)
        return page

    # Choosing

    def ask(self) -> None:
        """Ask for a table."""
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog = QFileDialog(self, tr("Tabelle wählen"), "", f"{tr('Tabellen')} ({patterns})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.show_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take one table."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read a dropped table."""
        found = _dropped(event)
        if found:
            event.acceptProposedAction()
            self.show_file(found[0])

    def show_file(self, path: Path) -> None:
        """Read another table."""
        self._path = path
        self.mapping.begin(self._names())
        self.name.setText(path.name)
        self.read()

    def read(self) -> None:
        """Read the table with the columns as chosen, beside the window; the last wish holds."""
        path = self._path
        if path is None:
            return
        self._asked += 1
        number, chosen = self._asked, dict(self.mapping.chosen)
        self.summary.setText(tr("wird gelesen …"))
        self.take.setEnabled(False)

        def work(_job: Job) -> TablePreview:
            return self._exchange.preview(path, chosen)

        self._jobs.run(
            tr("Tabelle wird gelesen"),
            work,
            done=lambda found: self._show(found) if number == self._asked else None,
            failed=lambda error: self._fail(error) if number == self._asked else None,
        )

    def _names(self) -> dict[str, str]:
        return dict(self._exchange.channel_labels())

    # Showing

    def _show(self, found: TablePreview) -> None:
        self.preview = found
        self.problem.hide()
        columns = [column for sheet in found.sheets for column in sheet.columns]
        self.mapping.show_columns(columns, found.remembered)
        self.rows.show_rows(found.rows, self._names())
        self._show_bad(found.refused)
        self._stack.setCurrentIndex(1)
        self._count()

    def _show_bad(self, refused: Sequence[BadRow]) -> None:
        while (item := self._bad_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for bad in refused:
            words = f"{place(bad)}: {reason(bad)}"
            self._bad_column.addWidget(Text(self.theme, words, "small", ink="err", wrap=True))
        self.bad_area.setVisible(bool(refused))
        if refused:
            one = tr(
                "Eine Zeile ist fehlerhaft. Berichtigen Sie sie in der Tabelle und wählen Sie sie noch einmal."
            )
            many = tr(
                "{n} Zeilen sind fehlerhaft. Berichtigen Sie sie in der Tabelle und wählen Sie sie noch einmal."
            )
            self.problem.set_text(one if len(refused) == 1 else many.format(n=len(refused)))
            self.problem.show()

    def _count(self) -> None:
        found = self.preview
        if found is None:
            self.take.set_words(tr("Beiträge übernehmen"))
            self.take.refuse(tr("Wählen Sie zuerst eine Tabelle."))
            return
        new, changed = found.count(Outcome.ADDED), found.count(Outcome.UPDATED)
        same = found.count(Outcome.UNCHANGED)
        parts = [(new, tr("{n} neu")), (changed, tr("{n} geändert")), (same, tr("{n} unverändert"))]
        parts.append((len(found.refused), tr("{n} fehlerhaft")))
        self.summary.setText(", ".join(words.format(n=n) for n, words in parts if n))
        total = new + changed
        one = tr("1 Beitrag übernehmen")
        self.take.set_words(one if total == 1 else tr("{n} Beiträge übernehmen").format(n=total))
        if found.refused:
            self.take.refuse(
                tr("Es wird alles übernommen oder nichts: Erst sind die genannten Zeilen zu berichtigen.")
            )
        elif not total:
            self.take.refuse(tr("In der Tabelle ist nichts, was nicht schon im Plan steht."))
        else:
            self.take.allow()

    def _fail(self, error: BaseException) -> None:
        words = (
            sentence(error)
            if isinstance(error, Refused)
            else tr("Die Tabelle ließ sich nicht lesen. Ihr Plan ist unverändert.")
        )
        self.preview = None
        self.rows.show_rows((), {})
        self._show_bad(())
        self.problem.set_text(words)
        self.problem.show()
        self.summary.setText("")
        self._stack.setCurrentIndex(1)
        self._count()

    # Taking over

    def accept_table(self) -> None:
        """Take the table over, as one step to undo."""
        if self._path is None or self.preview is None:
            return
        self._secured(self._take_over)

    def _leave(self) -> None:
        self.preview = None

    def _take_over(self) -> None:
        if self._path is None or self.preview is None:
            return
        try:
            report = self._exchange.import_table(self._path, dict(self.mapping.chosen))
        except Refused as refusal:
            self._fail(refusal)
            return
        if report.refused:
            self._show_bad(report.refused)
            return
        self._finish(report)

    def _finish(self, report: TableReport) -> None:
        added, updated = len(report.added), len(report.updated)
        words = tr("{n} Beiträge übernommen").format(n=added) if added != 1 else tr("1 Beitrag übernommen")
        if updated:
            words = f"{words}, {tr('{n} geändert').format(n=updated)}"
        self.outcome.setText(words)
        lines = [hint(item) for item in report.hints]
        self.hints.setText("\n".join([*lines, tr("Mit Strg Z machen Sie alles zusammen rückgängig.")]))
        self._stack.setCurrentIndex(2)
        self.take.hide()
        self.cancel.set_words(tr("Schließen"))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.taken.emit(report)


def _dropped(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() in SUFFIXES]
