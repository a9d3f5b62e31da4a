# SPDX-License-Identifier: EUPL-1.2
"""Hands the plan out from the window: on paper, as PDF, as a calendar for other programs; each beside the work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kalender.exchange.names import slug
from kalender.jobs.jobs import Job
from kalender.services.handing.calendars import CalendarFile
from kalender.services.handing.sheets import Paper, PrintedFile, PrintOrder
from kalender.ui.shell.handing.paper import PaperDialog
from kalender.wording.dates import day_range, month
from kalender.wording.handing import calendars, sheets
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kalender.ui.shell.workplace import Workplace

Then = Callable[[Path], object]


class Handing(QObject):
    """Asks where to, and does it in a job. day: what the calendar shows; open_file, ask_file: by default the system's."""

    def __init__(
        self,
        work: Workplace,
        day: Callable[[], date],
        *,
        open_file: Callable[[Path], object] | None = None,
        ask_file: Callable[[QWidget, str, str, str, Then], object] | None = None,
    ) -> None:
        super().__init__(work)
        self._work = work
        self._day = day
        self.open_file = open_file or _open
        self.ask_file = ask_file or _ask_file

    def paper(self) -> PaperDialog:
        """Ask what is to be printed."""
        work = self._work
        work.visits.flush()
        dialog = PaperDialog(
            work.theme,
            work.house.printing,
            work.jobs,
            day=self._day(),
            view=work.preferences.values.calendar_view,
            parent=work.window,
        )
        dialog.save_wanted.connect(self._save)
        dialog.print_wanted.connect(self._print)
        dialog.open()
        return dialog

    def calendar(self) -> None:
        """Ask where to, and write the whole plan as a calendar."""
        work = self._work
        work.visits.flush()
        name = f"Plan-{slug(work.house.plan.municipality.title, 40, empty='Kalender')}.ics"
        kinds = f"{tr('Kalender')} (*.ics)"
        self.ask_file(work.window, tr("Kalender speichern"), name, kinds, self._write_calendar)

    def _write_calendar(self, out: Path) -> None:
        def work(job: Job) -> CalendarFile:
            return self._work.house.calendar_export.write(out, progress=job.report)

        self._run(
            tr("Kalender wird geschrieben"),
            work,
            lambda done: self._work.window.say(f"{calendars.written(done)} {out.name}"),
        )

    def _save(self, order: PrintOrder, after: bool) -> None:
        name = f"{month(order.first) if order.first.day == 1 else day_range(order.first, order.last)}.pdf"
        kinds = f"{tr('PDF')} (*.pdf)"
        self.ask_file(self._work.window, tr("PDF speichern"), name, kinds, partial(self._write, order, after))

    def _write(self, order: PrintOrder, after: bool, out: Path) -> None:
        def work(job: Job) -> PrintedFile:
            return self._work.house.printing.write(order, out, job.report)

        def done(written: PrintedFile) -> None:
            self._work.window.say(f"{sheets.written(written)} {out.name}")
            if after:
                self.open_file(out)

        self._run(tr("PDF wird gesetzt"), work, done)

    def _print(self, order: PrintOrder) -> None:
        self._run(
            tr("Seiten werden gesetzt"),
            lambda job: self._work.house.printing.pages(order, job.report),
            partial(self._choose_printer, order),
        )

    def _choose_printer(self, order: PrintOrder, pages: list[bytes]) -> None:
        """Ask for the printer; the pages fit the paper that was chosen."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        size = QPageSize.PageSizeId.A3 if order.paper is Paper.A3 else QPageSize.PageSizeId.A4
        turned = QPageLayout.Orientation.Portrait if order.upright else QPageLayout.Orientation.Landscape
        printer.setPageLayout(QPageLayout(QPageSize(size), turned, QMarginsF()))
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._work.window)
        dialog.setWindowTitle(tr("Drucken"))
        dialog.accepted.connect(lambda: self._paint(printer, pages))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own wants a slot by name

    def _paint(self, printer: QPrinter, pages: list[bytes]) -> None:
        paint_pages(printer, pages)
        count = len(pages)
        words = tr("1 Seite gedruckt.") if count == 1 else tr("{count} Seiten gedruckt.").format(count=count)
        self._work.window.say(words)

    def _run(self, label: str, work: Callable[[Job], object], done: Callable[..., object]) -> None:
        self._work.jobs.run(
            label,
            work,
            done=done,
            failed=self._work.failed,
            cancelled=lambda: self._work.window.say(tr("Abgebrochen. Es wurde nichts geschrieben.")),
        )


def paint_pages(printer: QPrinter, pages: list[bytes]) -> None:
    """Paint pages (PNG) over the whole paper of a printer, one a sheet."""
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        picture = QImage.fromData(page)
        room = painter.viewport()
        size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (room.width() - size.width()) // 2, (room.height() - size.height()) // 2
        painter.drawImage(room.adjusted(left, top, -left, -top), picture)
    painter.end()


def _open(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _ask_file(parent: QWidget, title: str, name: str, kinds: str, then: Then) -> None:
    """Ask where to save; an older file of that name is asked about by the system."""
    dialog = QFileDialog(parent, title, name, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
