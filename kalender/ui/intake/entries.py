# SPDX-License-Identifier: EUPL-1.2
"""The entries of a calendar as they would be taken over, and what cannot be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kalender.services.calendars.reports import CalendarPreview
from kalender.ui.intake.cells import Cells
from kalender.ui.theme.theme import Theme
from kalender.wording.calendars.intake import OUTCOMES, place, reason, when
from kalender.wording.tr import tr

_WRAPPED = 40
"""Bad entries whose rows are as high as their reason; measuring thousands would take seconds."""

HEADS = ("Zeile", "Tag", "Eintrag", "Was geschieht")


def _cells(found: CalendarPreview) -> list[tuple[str, str, str, str]]:
    """Return what each entry says in words; the bad ones stand first."""
    rows = [(place(bad), "", reason(bad), tr("wird nicht übernommen")) for bad in found.bad]
    for item in found.entries:
        line = tr("Zeile {line}").format(line=item.found.line)
        rows.append((line, when(item.found), item.found.title, tr(OUTCOMES[item.outcome])))
    return rows


class EntriesTable(QTableView):
    """The preview; to look at, not to change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entries: Cells[tuple[str, str, str, str]] = Cells(HEADS, lambda row: row, self)
        self.setModel(self.entries)
        self.setAccessibleName(tr("Einträge der Kalenderdatei"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.line("body") + theme.px(8))
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 90), (1, 190), (3, 170)):
            self.setColumnWidth(column, theme.px(width))

    def show_preview(self, found: CalendarPreview) -> None:
        """Show another file; what is not taken is read without opening anything, so its reasons get all their lines."""
        self.entries.show_rows(_cells(found))
        for row in range(min(_WRAPPED, len(found.bad))):
            self.resizeRowToContents(row)
