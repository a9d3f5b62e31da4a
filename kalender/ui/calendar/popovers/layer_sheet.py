# SPDX-License-Identifier: EUPL-1.2
"""Changes a layer of one's own: name, what its entries are, colour, days of neutrality; or deletes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kalender.domain.days.entries import LayerKind, OwnLayer
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.calendars.layers import COLOURS, KINDS
from kalender.wording.tr import tr

QUIET = (0, 42, 60, 90, 120, 150)
"""Days of neutrality to choose from: none, six weeks, up to five months."""


class LayerSheet(Sheet):
    """settled(name, kind, colour, days): what was chosen; delete_wanted: the layer is to go."""

    settled = Signal(str, object, str, int)
    delete_wanted = Signal()

    def __init__(self, theme: Theme, layer: OwnLayer, parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=tr("Ebene ändern"), width=420)
        self.name = LineField(theme, layer.name)
        self.kind = Choice(theme)
        for kind, (words, icon) in KINDS.items():
            self.kind.addItem(theme.icon(icon), tr(words), kind.value)
        self.kind.setCurrentIndex(self.kind.findData(layer.kind.value))
        self.colour = Choice(theme)
        for role, words in COLOURS.items():
            self.colour.addItem(theme.icon("ri.checkbox-blank-fill", role), tr(words), role)
        self.colour.setCurrentIndex(max(0, self.colour.findData(layer.colour)))
        self.quiet = Choice(theme)
        for days in sorted({*QUIET, layer.quiet}):
            self.quiet.addItem(tr("{days} Tage").format(days=days) if days else tr("keine"), days)
        self.quiet.setCurrentIndex(self.quiet.findData(layer.quiet))
        for label, editor in ((tr("Name"), self.name), (tr("Art"), self.kind), (tr("Farbe"), self.colour)):
            self.body.addWidget(Field(theme, label, editor))
        self._days = Field(theme, tr("Karenzzeit vor jeder Wahl"), self.quiet)
        self._why = Text(
            theme,
            tr(
                "In dieser Zeit hält sich ein Rathaus zurück. Üblich sind sechs Wochen bis drei Monate. "
                "Bekanntmachungen und Warnungen bleiben erlaubt."
            ),
            "small",
            ink="text-2",
            wrap=True,
        )
        self.body.addWidget(self._days)
        self.body.addWidget(self._why)
        self.delete = self.add_button(tr("Ebene löschen"), self.delete_wanted.emit, kind=Kind.DANGER)
        self.cancel = self.add_button(tr("Abbrechen"))
        self.keep = self.add_button(tr("Speichern"), self._settle, kind=Kind.PRIMARY)
        self.kind.currentIndexChanged.connect(lambda _row: self._fit())
        self._fit()
        self.name.setFocus()
        self.name.selectAll()

    def _fit(self) -> None:
        election = self.kind.currentData() == LayerKind.ELECTION.value
        self._days.setVisible(election)
        self._why.setVisible(election)

    def _settle(self) -> None:
        self.settled.emit(
            self.name.text(),
            LayerKind(str(self.kind.currentData())),
            str(self.colour.currentData()),
            int(self.quiet.currentData()),
        )
