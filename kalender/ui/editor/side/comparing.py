# SPDX-License-Identifier: EUPL-1.2
"""The sheet that shows how a channel's text differs from the common one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea, QWidget

from kalender.domain.text.compare import Kind as Piece
from kalender.domain.text.compare import compare
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.diff import Change, DiffView
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.tr import tr

_CHANGES = {Piece.SAME: Change.SAME, Piece.GONE: Change.GONE, Piece.NEW: Change.NEW}


def compare_sheet(
    theme: Theme, parent: QWidget, channel: str, base: str, own: str, reset: Callable[[], object]
) -> Sheet:
    """Return the sheet: gone is what only the common text has, new what only the channel's has."""
    sheet = Sheet(theme, parent, title=tr("{channel} und Basistext").format(channel=channel), width=640)
    view = DiffView(theme)
    view.set_segments([(_CHANGES[kind], text) for kind, text in compare(base, own)])
    view.note.setText(tr("gestrichen: nur im Basistext, neu: nur auf diesem Kanal"))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setMinimumHeight(theme.px(240))
    area.setAccessibleName(tr("Unterschiede zum Basistext"))
    area.setWidget(view)
    sheet.body.addWidget(area)
    sheet.add_button(tr("Basistext übernehmen"), reset)
    sheet.add_button(tr("Eigene Fassung behalten"), lambda: None, kind=Kind.PRIMARY)
    return sheet
