# SPDX-License-Identifier: EUPL-1.2
"""The form of a consent: who, for a child who has custody, how and when, for which channels, until when, where it lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kalender.domain.rights.consent import Consent, Form
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.controls.day import DayButton
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.rights.consents import FORMS
from kalender.wording.tr import tr


class ConsentDialog(Sheet):
    """channels: id and name, in the order of the plan. done: hears the consent as it is entered."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        consent: Consent,
        channels: Sequence[tuple[str, str]],
        today: date,
        done: Callable[[Consent], object],
    ) -> None:
        heading = tr("Einwilligung bearbeiten") if consent.id else tr("Einwilligung eintragen")
        super().__init__(theme, parent, title=heading, width=560)
        self._consent, self._done = consent, done
        self.body.addWidget(Text(theme, heading, "title-2"))
        self.name = LineField(theme, consent.name)
        self._name = Field(theme, tr("Name der Person"), self.name)
        self.body.addWidget(self._name)
        self._of_child(theme, consent)
        self.form = Choice(theme)
        for form, words in FORMS.items():
            self.form.addItem(tr(words), form)
        self.form.setCurrentIndex(list(FORMS).index(Form(consent.form)))
        self.given = DayButton(theme, tr("Erteilt am"), consent.given or today)
        row = spaced(theme, QHBoxLayout(), gap=12)
        row.addWidget(Field(theme, tr("Form"), self.form), 1)
        row.addWidget(Field(theme, tr("Erteilt am"), self.given))
        self.body.addLayout(row)
        self._scope(theme, consent, channels)
        last = spaced(theme, QHBoxLayout(), gap=8)
        self.limited = CheckBox(theme, tr("Gilt nur bis"))
        self.limited.setChecked(consent.expires is not None)
        self.expires = DayButton(theme, tr("Gilt bis"), consent.expires or _in_a_year(today))
        last.addWidget(self.limited)
        last.addWidget(self.expires)
        last.addStretch(1)
        self.body.addLayout(last)
        self.place = LineField(theme, consent.place, hint=tr("zum Beispiel Ordner Jugend 2026, Blatt 4"))
        self.body.addWidget(Field(theme, tr("Wo das Blatt liegt"), self.place))
        self.note = LineField(theme, consent.note)
        self.body.addWidget(Field(theme, tr("Interne Notiz"), self.note))
        self.back = CheckBox(theme, tr("Widerrufen"))
        self.back.setChecked(consent.revoked is not None)
        self.body.addWidget(self.back)
        self.back.setVisible(consent.revoked is not None)
        self.words = Text(theme, "", "body", ink="err", wrap=True)
        self.words.hide()
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.add_button(tr("Abbrechen"))
        verb = tr("Speichern") if consent.id else tr("Eintragen")
        self.go = self.add_button(verb, self._go, kind=Kind.PRIMARY, closes=False)
        for button in (self.given, self.expires):  # Enter in a line enters the consent
            button.setAutoDefault(False)
        self.go.setDefault(True)
        self.teen.toggled.connect(lambda _on: self._follow())
        self.agreed.toggled.connect(lambda _on: self._follow())
        self.child.toggled.connect(lambda _on: self._follow())
        self.limited.toggled.connect(lambda _on: self._follow())
        self._follow()

    def _of_child(self, theme: Theme, consent: Consent) -> None:
        """Ask who agreed for a child, and whether the child itself did."""
        self.child = CheckBox(theme, tr("Kind: Sorgeberechtigte haben zugestimmt"))
        self.child.setChecked(consent.child)
        self.body.addWidget(self.child)
        self.guardian = LineField(theme, consent.guardian)
        self._guardian = Field(theme, tr("Name der Sorgeberechtigten"), self.guardian)
        self.body.addWidget(self._guardian)
        ages = spaced(theme, QHBoxLayout(), gap=12)
        self.teen = CheckBox(theme, tr("14 Jahre oder älter"))
        self.teen.setChecked(consent.teen)
        self.agreed = CheckBox(theme, tr("Das Kind selbst hat zugestimmt"))
        self.agreed.setChecked(consent.agreed)
        ages.addWidget(self.teen)
        ages.addWidget(self.agreed)
        ages.addStretch(1)
        self.body.addLayout(ages)
        words = tr("Etwa ab 14 stimmt in der Regel auch das Kind zu; ein festes Alter gibt es nicht.")
        self.asked = Text(theme, words, "small", ink="text-2", wrap=True)
        self.body.addWidget(self.asked)

    def _scope(self, theme: Theme, consent: Consent, channels: Sequence[tuple[str, str]]) -> None:
        """Ask for the channels; none ticked means all."""
        self.body.addWidget(Text(theme, tr("Nur für diese Kanäle (ohne Haken: für alle)"), "small"))
        grid = QGridLayout()
        grid.setSpacing(theme.px(6))
        self.channels: dict[str, CheckBox] = {}
        for number, (id_, name) in enumerate(channels):
            box = CheckBox(theme, name)
            box.setAccessibleName(tr("Gilt für {channel}").format(channel=name))
            box.setChecked(id_ in consent.channels)
            self.channels[id_] = box
            grid.addWidget(box, number // 3, number % 3)
        self.body.addLayout(grid)

    def _follow(self) -> None:
        child = self.child.isChecked()
        for part in (self._guardian, self.teen, self.agreed):
            part.setVisible(child)
        self.asked.setVisible(child and self.teen.isChecked() and not self.agreed.isChecked())
        self.expires.setEnabled(self.limited.isChecked())

    @property
    def entered(self) -> Consent:
        """The consent as it is entered."""
        old = self._consent
        unknown = tuple(item for item in old.channels if item not in self.channels)
        chosen = tuple(id_ for id_, box in self.channels.items() if box.isChecked())
        return replace(
            old,
            name=self.name.text().strip(),
            child=self.child.isChecked(),
            guardian=self.guardian.text().strip() if self.child.isChecked() else "",
            teen=self.teen.isChecked() and self.child.isChecked(),
            agreed=self.agreed.isChecked() and self.child.isChecked(),
            form=Form(self.form.currentData()),
            given=self.given.day,
            channels=chosen + unknown,
            expires=self.expires.day if self.limited.isChecked() else None,
            revoked=old.revoked if self.back.isChecked() else None,
            place=self.place.text().strip(),
            note=self.note.text().strip(),
        )

    def _go(self) -> None:
        made = self.entered
        self._name.set_error("" if made.name else tr("Bitte nennen Sie die Person."))
        missing = made.child and not made.guardian
        self._guardian.set_error(tr("Bitte nennen Sie, wer für das Kind zugestimmt hat.") if missing else "")
        if not made.name or missing:
            (self.name if not made.name else self.guardian).setFocus()
            return
        if made.expires is not None and made.given is not None and made.expires < made.given:
            self.words.setText(tr("Der letzte Tag liegt vor der Einwilligung. Wählen Sie einen späteren."))
            self.words.show()
            return
        self.close()
        self._done(made)


def _in_a_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
