# SPDX-License-Identifier: EUPL-1.2
"""Deadlines before publication, days on which the town hall is closed, what free slots leave out, repeated texts."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.services.plan_view import PlanView
from kalender.services.setup.town import Town
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.leaf import note
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.controls.saved import SavedLine
from kalender.ui.widgets.controls.stepper import Stepper
from kalender.wording.lands import LANDS
from kalender.wording.pace.closed import words
from kalender.wording.tr import tr


class PacePart(Part):
    """What the plan wants by when; 0 means: no such deadline."""

    kinds = frozenset({"setting"})

    def __init__(self, theme: Theme, town: Town, plan: PlanView) -> None:
        super().__init__(
            theme,
            tr("Fristen und Takt"),
            tr("Bis wann etwas vorliegen soll, und welche Termine Kalender von sich aus vorschlägt."),
        )
        self._town, self._plan = town, plan
        self.body.addWidget(Text(theme, tr("Fristen in Arbeitstagen vor dem Erscheinen"), "title-3"))
        self.text = self._number(tr("Text liegt vor"), "text_due")
        self.picture = self._number(tr("Bild mit Alternativtext liegt vor"), "picture_due")
        self.approval = self._number(tr("Freigabe ist erteilt"), "approval_due")
        self.about = Text(theme, "", "small", ink="text-2", wrap=True)
        self.body.addWidget(self.about)
        self.closed = SavedLine(
            theme, name=tr("Geschlossene Tage"), hint=tr("zum Beispiel 24.12.–31.12., 15.05.2026")
        )
        self._closed = Field(theme, tr("Tage, an denen das Rathaus geschlossen ist"), self.closed)
        self.body.addWidget(self._closed)
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(Text(theme, tr("Nächster freier Termin"), "title-3"))
        self.holidays = self._box(tr("Auch Feiertage vorschlagen"), "slots_on_holidays")
        self.silent = self._box(tr("Auch stille Tage vorschlagen"), "slots_on_silent")
        self.body.addWidget(
            note(
                theme,
                "ri.information-line",
                tr(
                    "Wochentage, Uhrzeiten und das Versprechen je Kanal stehen bei den Kanälen. Sperrzeiten bleiben immer frei."
                ),
            )
        )
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(Text(theme, tr("Wiederholte Texte und Bilder"), "title-3"))
        self.repeat = self._number(
            tr("Tage, in denen derselbe Text auf einem Kanal einen Hinweis gibt (0: nie)"),
            "repeat_days",
            most=365,
        )
        self.picture_again = self._number(
            tr("Tage, in denen dasselbe Bild auf einem Kanal einen Hinweis gibt (0: nie)"),
            "picture_days",
            most=365,
        )
        self.body.addStretch(1)
        self.closed.saved.connect(self._set_closed)
        self.refresh()

    def _number(self, words_: str, field: str, most: int = 30) -> Stepper:
        stepper = Stepper(self.theme, words_, 0, least=0, most=most)
        stepper.changed.connect(lambda value: self._change(**{field: value}))
        line = QWidget()
        row = spaced(self.theme, QHBoxLayout(line), gap=10)
        row.addWidget(stepper)
        row.addWidget(Text(self.theme, words_, "body", wrap=True), 1)
        self.body.addWidget(line)
        return stepper

    def _box(self, words_: str, field: str) -> CheckBox:
        box = CheckBox(self.theme, words_)
        box.clicked.connect(lambda on: self._change(**{field: bool(on)}))
        self.body.addWidget(box)
        return box

    def _change(self, **values: object) -> bool:
        return self.attempt(lambda: self._town.change(**values))

    def _set_closed(self, text: str) -> None:
        done = self._change(closed=text.replace(";", ",").split(","))
        self._closed.set_error(
            "" if done else tr("Bitte Tage wie 24.12. oder 24.12.–31.12. Es bleibt beim bisherigen.")
        )

    def refresh(self) -> None:
        """Show what the plan wants."""
        town = self._plan.municipality
        self.text.set_value(town.text_due)
        self.picture.set_value(town.picture_due)
        self.approval.set_value(town.approval_due)
        about = tr(
            "0 heißt: keine Frist. Wochenenden, Feiertage in {land} und die geschlossenen Tage zählen nicht mit. Eine Frist "
            "wandert mit, wenn der Beitrag verschoben wird."
        )
        self.about.setText(about.format(land=LANDS[town.land]))
        self.closed.show_text(", ".join(words(item) for item in town.closed))
        self.holidays.setChecked(town.slots_on_holidays)
        self.silent.setChecked(town.slots_on_silent)
        self.repeat.set_value(town.repeat_days)
        self.picture_again.set_value(town.picture_days)
