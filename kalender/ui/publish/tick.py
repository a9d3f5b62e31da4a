# SPDX-License-Identifier: EUPL-1.2
"""Asks where posts were published: an address per channel, each of which may stay empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kalender.domain.card import Card
from kalender.domain.refusal import Refused
from kalender.services.publishing import Publishing
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.cards import title
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class TickDialog(Sheet):
    """One row per channel that is not ticked off yet; opened with open(), never in the way."""

    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        publishing: Publishing,
        card: Card,
        marks: Sequence[ChannelMark],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent, title=tr("Als veröffentlicht markieren"), width=520)
        self._publishing = publishing
        self._card = card
        self._rows: list[tuple[str, CheckBox, QLineEdit]] = []
        self.body.addWidget(Text(theme, title(card), "title-2", wrap=True))
        self.body.addWidget(
            Text(
                theme,
                tr(
                    "Fügen Sie die Adresse des veröffentlichten Beitrags ein, wenn es eine gibt. Sie können das auch später tun."
                ),
                "body",
                ink="text-2",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        for row, mark in enumerate(marks):
            box = CheckBox(theme, mark.label)
            box.setChecked(True)
            address = QLineEdit()
            address.setPlaceholderText("https://")
            address.setAccessibleName(tr("Adresse auf {channel}").format(channel=mark.label))
            address.setMinimumWidth(theme.px(260))
            grid.addWidget(box, row, 0)
            grid.addWidget(address, row, 1)
            self._rows.append((mark.id, box, address))
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(
            tr("Als veröffentlicht markieren"), self._mark, kind=Kind.PRIMARY, closes=False
        )
        self.go.set_icon("ri.check-double-line")
        self.go.setDefault(True)

    def _mark(self) -> None:
        try:
            for channel, box, address in self._rows:
                if box.isChecked():
                    self._publishing.publish(self._card.id, channel, address.text())
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
        self.accept()
