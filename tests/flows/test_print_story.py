# SPDX-License-Identifier: EUPL-1.2
"""Paper at the window: what is printed is chosen, seen beforehand and saved, by mouse and by keys; and a calendar file."""

from datetime import date
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from kalender.services.handing.sheets import Paper, PrintOrder, View
from kalender.ui.shell.handing.handing import paint_pages
from kalender.ui.shell.handing.paper import DayButton, PaperDialog
from kalender.ui.widgets.controls.moment import MomentPopover
from tests.flows.sitting import CTRL, Sitting


def the_dialog(sitting: Sitting) -> PaperDialog:
    (found,) = [item for item in sitting.window.findChildren(PaperDialog) if item.isVisible()]
    sitting.until(lambda: not found.picture.pixmap().isNull())
    sitting.settle()
    return found


def pick(sitting: Sitting, button: DayButton, day: date) -> None:
    """Press the button of a day and pick another in the month that opens."""
    sitting.click(button)
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, MomentPopover)
    popover.month.set_day(day)
    sitting.key(Qt.Key.Key_Return)


def opened(sitting: Sitting) -> list[Path]:
    """Return the list of files that are opened from now on, instead of opening them."""
    files: list[Path] = []
    assert sitting.desktop.place is not None
    sitting.desktop.place.handing.open_file = files.append
    return files


def test_the_month_is_saved_as_pdf_with_keys_alone(sitting: Sitting, tmp_path: Path) -> None:
    files = opened(sitting)
    sitting.calendar.go_to(date(2026, 12, 9))
    sitting.key(Qt.Key.Key_P, CTRL)
    dialog = the_dialog(sitting)
    assert dialog.order() == PrintOrder(
        view=View.MONTH, first=date(2026, 12, 1), last=date(2026, 12, 31), paper=Paper.A4
    )
    out = tmp_path / "Dezember.pdf"
    sitting.key(Qt.Key.Key_Return)
    sitting.choose_file(out)
    assert out.read_bytes().startswith(b"%PDF")
    assert "Dezember.pdf" in sitting.said
    assert files == [out]
    assert QApplication.focusWidget() is not None


def test_a_week_in_black_and_white_is_chosen_by_mouse(sitting: Sitting, tmp_path: Path) -> None:
    files = opened(sitting)
    sitting.calendar.choose([sitting.card("Bürgerbüro: neue Öffnungszeiten").id])
    sitting.menu("file.print")
    dialog = the_dialog(sitting)
    before = dialog.picture.pixmap().toImage()
    sitting.click(dialog.view.button("week"))
    sitting.click(dialog.paper.button("a3"))
    sitting.click(dialog.side.button("high"))
    dialog.mono.setChecked(True)
    dialog.after.setChecked(False)
    sitting.until(lambda: dialog.picture.pixmap().toImage() != before)
    sitting.settle()
    assert dialog.order() == PrintOrder(
        view=View.WEEK,
        first=date(2026, 12, 7),
        last=date(2026, 12, 13),
        paper=Paper.A3,
        upright=True,
        mono=True,
    )
    out = tmp_path / "Woche"
    sitting.click(dialog.save)
    sitting.choose_file(out)
    assert out.with_suffix(".pdf").exists()
    assert not files


def test_days_that_cannot_be_printed_are_refused_in_the_dialog(sitting: Sitting) -> None:
    sitting.calendar.go_to(date(2026, 12, 9))
    sitting.menu("file.print")
    dialog = the_dialog(sitting)
    pick(sitting, dialog.last, date(2026, 11, 1))
    sitting.until(lambda: not dialog.save.isEnabled())
    assert "vor dem ersten" in dialog.picture.text()
    pick(sitting, dialog.last, date(2026, 12, 31))
    sitting.until(dialog.save.isEnabled)
    sitting.key(Qt.Key.Key_Escape)
    assert not [item for item in sitting.window.findChildren(PaperDialog) if item.isVisible()]


def test_everything_in_the_dialog_has_a_name(sitting: Sitting) -> None:
    sitting.menu("file.print")
    dialog = the_dialog(sitting)
    for widget in (dialog.view, dialog.first, dialog.last, dialog.paper, dialog.side, dialog.picture):
        assert widget.accessibleName()
    sitting.key(Qt.Key.Key_Escape)


def test_a_printer_gets_every_page_as_large_as_its_paper(sitting: Sitting, tmp_path: Path) -> None:
    order = PrintOrder(view=View.MONTH, first=date(2026, 11, 1), last=date(2026, 12, 31))
    pages = sitting.house.printing.pages(order)
    assert len(pages) == 2
    picture = QImage.fromData(pages[0])
    assert picture.width() == pytest.approx(297 / 25.4 * 200, abs=3)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    landscape = QPageLayout.Orientation.Landscape
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), landscape, QMarginsF()))
    printer.setFullPage(True)
    paint_pages(printer, pages)
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000
    assert (
        printer.paperRect(QPrinter.Unit.Millimeter).size().toSize() == QRectF(0, 0, 297, 210).size().toSize()
    )


def test_the_plan_goes_into_a_calendar_file(sitting: Sitting, tmp_path: Path) -> None:
    sitting.menu("file.calendar")
    out = tmp_path / "plan.ics"
    sitting.choose_file(out)
    titles = {
        str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    }
    assert "Weihnachtsmarkt ist eröffnet" in titles
    assert "plan.ics" in sitting.said
