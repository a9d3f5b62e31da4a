# SPDX-License-Identifier: EUPL-1.2
"""Asks where posts were published: an address per channel, each of which may stay empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.domain.refusal import Refused
from kalender.services.publishing import Publishing
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.cards import title
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class TickDialog(QDialog):
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
        super().__init__(parent)
        self._publishing = publishing
        self._card = card
        self._rows: list[tuple[str, CheckBox, QLineEdit]] = []
        self.setWindowTitle(tr("Als veröffentlicht markieren"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(Text(theme, title(card), "title-2", wrap=True))
        column.addWidget(
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
            address.setMinimumWidth(theme.px(320))
            grid.addWidget(box, row, 0)
            grid.addWidget(address, row, 1)
            self._rows.append((mark.id, box, address))
        column.addLayout(grid)
        self.go = Button(
            theme, tr("Als veröffentlicht markieren"), icon="ri.check-double-line", kind=Kind.PRIMARY
        )
        self.go.clicked.connect(lambda _checked=False: self._mark())
        back = Button(theme, tr("Abbrechen"), clicked=self.reject)
        row_ = QHBoxLayout()
        row_.addStretch(1)
        row_.addWidget(back)
        row_.addWidget(self.go)
        column.addLayout(row_)

    def _mark(self) -> None:
        try:
            for channel, box, address in self._rows:
                if box.isChecked():
                    self._publishing.publish(self._card.id, channel, address.text())
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
        self.accept()
