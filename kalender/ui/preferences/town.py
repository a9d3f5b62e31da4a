# SPDX-License-Identifier: EUPL-1.2
"""Whose plan it is: name, Land, and the rules of its review."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kalender.domain.plan import Land
from kalender.domain.stage import Stage
from kalender.services.plan_view import PlanView
from kalender.services.setup.town import LIMITS, Town
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.leaf import note
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.controls.saved import SavedLine
from kalender.ui.widgets.controls.stepper import Stepper
from kalender.wording.lands import FORMS, LANDS
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr


class TownPart(Part):
    """Name, kind, Land, inhabitants; how long an approval covers a post."""

    kinds = frozenset({"setting"})

    def __init__(self, theme: Theme, town: Town, plan: PlanView) -> None:
        super().__init__(
            theme,
            tr("Kommune"),
            tr("Wessen Plan das ist. Aus dem Bundesland ergeben sich Feiertage und Schulferien."),
        )
        self._town, self._plan = town, plan
        self.name = SavedLine(theme, name=tr("Name der Kommune"))
        self.form = Choice(theme)
        self.form.addItems([tr(item) for item in FORMS])
        self.land = Choice(theme)
        for land, words in LANDS.items():
            self.land.addItem(words, land)
        self.people = SavedLine(theme, name=tr("Einwohner, ungefähr"), hint=tr("freiwillig"))
        self._people = Field(theme, tr("Einwohner, ungefähr"), self.people)
        grid = spaced(theme, QGridLayout(), gap=12)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Field(theme, tr("Name der Kommune"), self.name), 0, 0, top)
        grid.addWidget(Field(theme, tr("Art"), self.form), 0, 1, top)
        grid.addWidget(Field(theme, tr("Bundesland"), self.land), 1, 0, top)
        grid.addWidget(self._people, 1, 1, top)
        self.body.addLayout(grid)
        self.zone = Text(theme, "", "small", ink="text-2", wrap=True)
        self.body.addWidget(self.zone)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(Text(theme, tr("Prüfung und Freigabe"), "title-3"))
        self.before = self._number(tr("Tage vor dem Termin, an denen eine Freigabe gilt"), "window_before", 0)
        self.after = self._number(tr("Tage nach dem Termin, an denen eine Freigabe gilt"), "window_after", 0)
        self.limit = self._number(
            tr("Beiträge, die höchstens zugleich in Prüfung sein sollen"), "review_limit", 0
        )
        self.limits = {
            field: self._number(
                tr("Beiträge, die höchstens in „{column}“ liegen sollen, 0: ohne Grenze").format(
                    column=STAGES[stage].text
                ),
                field,
                0,
            )
            for stage, field in LIMITS.items()
            if stage is not Stage.IN_REVIEW
        }
        self.body.addWidget(
            note(
                theme,
                "ri.information-line",
                tr(
                    "Erteilte Freigaben behalten ihre Tage. Die Grenzen warnen im Ablauf und verbieten nichts."
                ),
            )
        )
        self.body.addStretch(1)
        self.name.saved.connect(lambda text: self._change(name=text))
        self.form.activated.connect(lambda row: self._change(form=FORMS[row]))
        self.land.activated.connect(lambda _row: self._change(land=Land(self.land.currentData())))
        self.people.saved.connect(self._set_people)
        self.refresh()

    def _number(self, words: str, field: str, least: int) -> Stepper:
        stepper = Stepper(self.theme, words, least, least=least, most=60)
        stepper.changed.connect(lambda value: self._change(**{field: value}))
        line = QWidget()
        row = spaced(self.theme, QHBoxLayout(line), gap=10)
        row.addWidget(stepper)
        row.addWidget(Text(self.theme, words, "body", wrap=True), 1)
        self.body.addWidget(line)
        return stepper

    def _change(self, **values: object) -> None:
        self.attempt(lambda: self._town.change(**values))

    def _set_people(self, text: str) -> None:
        digits = text.replace(".", "").replace(" ", "")
        if digits and not (digits.isdecimal() and len(digits) <= 8):
            self._people.set_error(tr("Bitte nur Ziffern, zum Beispiel 8.400. Es bleibt beim bisherigen."))
            return
        self._people.set_error("")
        self._change(inhabitants=int(digits or 0))

    def refresh(self) -> None:
        """Show the municipality."""
        town = self._plan.municipality
        self.name.show_text(town.name)
        self.form.setCurrentIndex(FORMS.index(town.form) if town.form in FORMS else 0)
        self.land.setCurrentIndex(self.land.findData(town.land))
        self.people.show_text(f"{town.inhabitants:,}".replace(",", ".") if town.inhabitants else "")
        self.zone.setText(
            tr("Zeitzone: {zone}. Alle Uhrzeiten im Plan sind Ortszeit.").format(zone=town.zone)
        )
        self.before.set_value(town.window_before)
        self.after.set_value(town.window_after)
        self.limit.set_value(town.review_limit)
        for field, stepper in self.limits.items():
            stepper.set_value(getattr(town, field))
