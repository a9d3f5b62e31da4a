# SPDX-License-Identifier: EUPL-1.2
"""Takes a calendar of others into a layer: look at what it holds, say where it belongs, take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.domain.days.entries import LayerKind, OwnLayer
from kalender.domain.refusal import Refused
from kalender.exchange.calendars.found import CalendarReading
from kalender.services.calendars.intake import Calendars
from kalender.services.calendars.reports import CalendarPreview, Outcome
from kalender.ui.intake.entries import EntriesTable
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Elided, Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.feedback.banner import Banner
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.calendars.intake import doubt, entries, report, summary
from kalender.wording.calendars.layers import KINDS
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class CalendarPanel(Sheet):
    """Nothing is written before the last button. taken: a sentence, what came of it; refused: a sentence, why nothing did.

    secured: calls what it is given, once the plan is backed up.
    """

    taken = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        calendars: Calendars,
        layers: Sequence[OwnLayer],
        parent: QWidget | None = None,
        *,
        secured: Callable[[Callable[[], object]], object] = lambda go: go(),
    ) -> None:
        super().__init__(theme, parent, title=tr("Kalenderdatei einlesen"), width=860)
        self._calendars = calendars
        self._secured = secured
        self._path = Path()
        self._reading: CalendarReading | None = None
        self.preview: CalendarPreview | None = None
        self.name = Elided(theme, "", "title-2")
        self.summary = Text(theme, "", "body", ink="text-2", wrap=True)
        self.body.addWidget(self.name)
        self.body.addWidget(self.summary)
        self.problem = Banner(theme, "", severity="warn")
        self.problem.hide()
        self.body.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        self.target = Choice(theme, name=tr("Ebene"))
        self.target.addItem(tr("Neue Ebene"), "")
        for layer in layers:
            self.target.addItem(layer.name, layer.id)
        self.title = LineField(theme, name=tr("Name der neuen Ebene"))
        self.kind = Choice(theme, name=tr("Art der Einträge"))
        for kind, (words, icon) in KINDS.items():
            self.kind.addItem(theme.icon(icon), tr(words), kind.value)
        row.addWidget(Field(theme, tr("Wohin"), self.target), 2)
        row.addWidget(Field(theme, tr("Name"), self.title), 3)
        row.addWidget(Field(theme, tr("Art"), self.kind), 2)
        self.body.addLayout(row)
        self.table = EntriesTable(theme)
        self.table.setMinimumHeight(theme.px(300))
        self.body.addWidget(self.table, 1)
        self.missing = CheckBox(theme, "", name=tr("Fehlende Einträge entfernen"))
        self.missing.hide()
        self.body.addWidget(self.missing)
        self.cancel = self.add_button(tr("Abbrechen"))
        self.take = self.add_button(tr("Übernehmen"), self.accept_entries, kind=Kind.PRIMARY, closes=False)
        self.target.currentIndexChanged.connect(lambda _row: self._look(str(self.target.currentData() or "")))

    def show_reading(self, path: Path, reading: CalendarReading) -> None:
        """Show what a file holds, in the layer it seems to belong to."""
        self._path, self._reading = path, reading
        self.name.setText(path.name)
        found = self._calendars.preview(path, reading)
        with QSignalBlocker(self.target):
            self.target.setCurrentIndex(max(0, self.target.findData("" if found.new else found.layer)))
        self.title.setText(found.name)
        self.kind.setCurrentIndex(self.kind.findData(found.kind.value))
        self._show(found)

    def _look(self, layer: str) -> None:
        """Show what would happen in another layer."""
        if self._reading is not None:
            name = "" if layer else self.title.text().strip()
            self._show(self._calendars.preview(self._path, self._reading, layer=layer, name=name))

    def _show(self, found: CalendarPreview) -> None:
        self.preview = found
        self.summary.setText(summary(found))
        self.table.show_preview(found)
        self.title.setEnabled(found.new)
        self.kind.setEnabled(found.new)
        if not found.new:
            self.title.setText(found.name)
            self.kind.setCurrentIndex(self.kind.findData(found.kind.value))
        self._show_problem(found)
        self.missing.setVisible(bool(found.missing))
        self.missing.setText(
            tr("Aus der Ebene entfernen, was nicht mehr in der Datei steht ({entries})").format(
                entries=entries(len(found.missing))
            )
        )
        total = found.count(Outcome.ADDED) + found.count(Outcome.UPDATED)
        self.take.set_words(
            tr("{entries} übernehmen").format(entries=entries(total)) if total else tr("Übernehmen")
        )
        if total or found.missing or found.cancelled:
            self.take.allow()
        else:
            self.take.refuse(tr("In der Datei ist nichts, was nicht schon in der Ebene steht."))

    def _show_problem(self, found: CalendarPreview) -> None:
        words = []
        if found.bad:
            words.append(
                tr(
                    "{entries} nicht zu übernehmen, oben in der Liste mit dem Grund. Alles andere ist gut."
                ).format(entries=entries(len(found.bad)))
            )
        words += [
            tr("Zeile {line}: {words}").format(line=item.line, words=doubt(item)) for item in found.doubts[:2]
        ]
        if len(found.doubts) > 2:
            words.append(tr("{count} weitere Hinweise.").format(count=len(found.doubts) - 2))
        self.problem.setVisible(bool(words))
        if words:
            self.problem.set_text(" ".join(words))

    def accept_entries(self) -> None:
        """Take over what is good, once the plan is backed up."""
        self._secured(self._take)

    def _take(self) -> None:
        if self.preview is None or self._reading is None:
            return
        try:
            found = self.preview
            if found.new:
                found = self._calendars.preview(
                    self._path,
                    self._reading,
                    name=self.title.text().strip(),
                    kind=LayerKind(str(self.kind.currentData())),
                )
            done = self._calendars.take(
                found, remove_missing=self.missing.isVisible() and self.missing.isChecked()
            )
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
            return
        self._reading = None  # pressed twice, it was taken once
        self.close()
        self.taken.emit(report(done))
