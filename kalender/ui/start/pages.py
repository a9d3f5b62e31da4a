# SPDX-License-Identifier: EUPL-1.2
"""The first and the fourth step of the wizard, the summary, and what all steps have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.plan import Land, Municipality
from kalender.domain.refusal import Refused
from kalender.ui.start.draft import LandFacts, whole_number
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.leaf import Framed, Leaf, note
from kalender.ui.widgets.blocks.section import Facts
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.wording.lands import FORMS, LANDS
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class Step(Leaf):
    """A leaf of the wizard."""

    def check(self) -> bool:
        """Tell whether one may go on; says at the fields what is missing."""
        return True

    def begin(self) -> None:
        """The step comes to the front."""

    def first(self) -> QWidget:
        """Return what is to have the keyboard first."""
        return self


class TownStep(Step):
    """Which municipality."""

    def __init__(
        self,
        theme: Theme,
        facts: Callable[[Land, date], LandFacts],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            tr("Für welche Kommune planen Sie?"),
            tr("Aus dem Bundesland ergeben sich Feiertage und Schulferien."),
            parent,
        )
        self._facts_of, self._today = facts, today
        self._known: dict[Land, LandFacts] = {}
        self.name = LineField(theme)
        self.form = Choice(theme)
        self.form.addItems([tr(item) for item in FORMS])
        self.land = Choice(theme)
        for land, words in LANDS.items():
            self.land.addItem(words, land)
        self.people = LineField(theme, hint=tr("freiwillig"))
        self._name_field = Field(theme, tr("Name der Kommune"), self.name)
        self._people_field = Field(theme, tr("Einwohner, ungefähr"), self.people)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(12))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._name_field, 0, 0, top)
        grid.addWidget(Field(theme, tr("Art"), self.form), 0, 1, top)
        grid.addWidget(Field(theme, tr("Bundesland"), self.land), 1, 0, top)
        grid.addWidget(self._people_field, 1, 1, top)
        self.body.addLayout(grid)
        self._box = Framed(theme)
        column = self._box.rows
        column.setContentsMargins(1, 1, 1, theme.px(12))
        head = Ground(theme, "bg-surface", edges="b", radius=0)
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        row.addWidget(Symbol(theme, "ri.calendar-2-line", "accent", size=16))
        self.entered = Text(theme, "", "body", weight=600)
        row.addWidget(self.entered, 1)
        column.addWidget(head)
        self._lines = QGridLayout()
        self._lines.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), 0)
        self._lines.setHorizontalSpacing(theme.px(24))
        self._lines.setVerticalSpacing(theme.px(8))
        self.lines: list[tuple[Text, Text]] = []
        for place in range(3):
            self._lines.addWidget(self._line(), place // 2, place % 2)
        column.addLayout(self._lines)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(self._box)
        self.body.addStretch(1)
        self.land.currentIndexChanged.connect(lambda _row: self.begin())
        self.name.textEdited.connect(lambda _text: self._name_field.set_error(""))
        self.people.textEdited.connect(lambda _text: self._people_field.set_error(""))

    def _line(self) -> QWidget:
        theme = self.theme
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Symbol(theme, "ri.checkbox-circle-fill", "ok", size=15), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        heading, detail = Text(theme, "", "body"), Text(theme, "", "small", ink="text-2", wrap=True)
        column.addWidget(heading)
        column.addWidget(detail)
        row.addLayout(column, 1)
        self.lines.append((heading, detail))
        return line

    def begin(self) -> None:
        """Show what is entered for the Land."""
        land = Land(self.land.currentData())
        if land not in self._known:
            self._known[land] = self._facts_of(land, self._today)
        facts = self._known[land]
        self.entered.setText(tr("Das trägt Kalender für {land} ein").format(land=LANDS[land]))
        for (heading, detail), (words, more) in zip(
            self.lines, (facts.holidays, facts.school, facts.named), strict=True
        ):
            heading.setText(words)
            detail.setText(more)

    def first(self) -> QWidget:
        """The name."""
        return self.name

    def check(self) -> bool:
        """The name is needed; the number has to be one."""
        named = bool(self.name.text().strip())
        self._name_field.set_error("" if named else tr("Bitte schreiben Sie den Namen Ihrer Kommune."))
        number = whole_number(self.people.text())
        self._people_field.set_error(
            "" if number is not None else tr("Bitte nur Ziffern, zum Beispiel 8.400.")
        )
        if not named:
            self.name.setFocus()
        elif number is None:
            self.people.setFocus()
        return named and number is not None

    def municipality(self) -> Municipality:
        """Return what was entered."""
        return Municipality(
            name=" ".join(self.name.text().split()),
            form=FORMS[self.form.currentIndex()],
            land=Land(self.land.currentData()),
            inhabitants=whole_number(self.people.text()) or 0,
        )


class PlaceStep(Step):
    """In which folder."""

    def __init__(
        self,
        theme: Theme,
        judge: Callable[[Path], Refused | None],
        documents: Path,
        name: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            tr("Wo soll der Plan liegen?"),
            tr("Ein Ordner auf diesem Rechner. Darin liegen die Datei mit dem Plan und Ihre Bilder."),
            parent,
        )
        self._judge, self._documents, self._name = judge, documents, name
        self._own = False
        self.folder = LineField(theme, icon="ri.folder-3-line")
        self.choose = Button(theme, tr("Ordner wählen …"), clicked=self._ask)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self._field = Field(theme, tr("Ordner des Plans"), self.folder)
        row.addWidget(self._field, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignBottom)
        holder = QVBoxLayout()
        holder.addLayout(row)
        self.body.addLayout(holder)
        for icon, words in (
            ("ri.lock-line", tr("Kein Konto, keine Cloud. Ihre Daten bleiben auf diesem Rechner.")),
            (
                "ri.folder-warning-line",
                tr(
                    "Nicht in OneDrive, Nextcloud oder auf einem Netzlaufwerk: Dort könnte die Datei beschädigt werden."
                ),
            ),
        ):
            self.body.addWidget(note(theme, icon, words))
        self.body.addStretch(1)
        self.folder.textEdited.connect(self._typed)

    def begin(self) -> None:
        """Propose a folder named like the municipality, until one was chosen."""
        if not self._own:
            self.folder.setText(str(self._documents / (self._name() or tr("Plan"))))

    def path(self) -> Path:
        """Return the folder."""
        return Path(self.folder.text().strip()).expanduser()

    def first(self) -> QWidget:
        """The folder."""
        return self.folder

    def check(self) -> bool:
        """The folder has to be one where a plan is safe."""
        text = self.folder.text().strip()
        refusal = self._judge(self.path()) if text else None
        words = sentence(refusal) if refusal else "" if text else tr("Bitte wählen Sie einen Ordner.")
        self._field.set_error(words)
        if words:
            self.folder.setFocus()
        return not words

    def _typed(self) -> None:
        self._own = True
        self._field.set_error("")

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Ordner wählen"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, folder: str) -> None:
        """Put the plan into a folder of its own inside the chosen one."""
        self._own = True
        self.folder.setText(str(Path(folder) / (self._name() or tr("Plan"))))
        self.check()


class LastStep(Step):
    """What will be made."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            tr("Alles bereit"),
            tr("Das legt Kalender jetzt an."),
            parent,
        )
        self.facts = Facts(theme)
        self.body.addWidget(self.facts)
        self.body.addWidget(
            note(
                theme,
                "ri.shield-check-line",
                tr(
                    "Nur Freigegebenes verlässt das Haus. Wer schreibt, gibt nicht selbst frei, außer eilig und begründet."
                ),
            )
        )
        self.failure = Text(theme, "", "body", ink="err", wrap=True)
        self.failure.hide()
        self.body.addWidget(self.failure)
        self.body.addStretch(1)

    def show_facts(self, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show the summary."""
        self.facts.set_facts(facts)
        self.failure.hide()

    def show_failure(self, words: str) -> None:
        """Say why the plan could not be made."""
        self.failure.setText(words)
        self.failure.show()
