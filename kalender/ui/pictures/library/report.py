# SPDX-License-Identifier: EUPL-1.2
"""What was not taken in, file by file, with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kalender.services.pictures import PictureReport
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.pane import own_pane
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.intake import picture_report, why
from kalender.wording.tr import tr


def report_sheet(theme: Theme, parent: QWidget, report: PictureReport) -> Sheet:
    """Return the sheet; the other pictures are in the library."""
    sheet = Sheet(theme, parent, title=tr("Nicht eingelesene Bilder"), width=520)
    sheet.body.addWidget(Text(theme, picture_report(report), "title-3", wrap=True))
    lines = QWidget()
    column = QVBoxLayout(lines)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    for item in report.refused:
        column.addWidget(Text(theme, item.path.name, "body", weight=600, wrap=True))
        column.addWidget(Text(theme, why(item), "small", ink="text-2", wrap=True))
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    own_pane(area, filled=False)
    area.setMinimumHeight(theme.px(200))
    area.setAccessibleName(tr("Nicht eingelesene Bilder mit dem Grund"))
    area.setWidget(lines)
    lines.setAutoFillBackground(False)
    sheet.body.addWidget(area)
    sheet.add_button(tr("Schließen"), kind=Kind.PRIMARY)
    return sheet
