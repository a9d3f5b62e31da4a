# SPDX-License-Identifier: EUPL-1.2
"""Who works on the plan, in which role; who acts now; who has left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kalender.domain.plan import Person, Role
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.plan_view import PlanView
from kalender.services.setup.people import People
from kalender.ui.preferences.rows import Rows
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.leaf import note
from kalender.ui.widgets.blocks.signs import Avatar
from kalender.ui.widgets.blocks.spacing import at_least, spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.saved import EntryLine, SavedLine
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.wording.lands import MAY, ROLES
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


def role_choice(theme: Theme, name: str) -> Choice:
    """Return a list of the roles."""
    found = Choice(theme, name=name)
    for role, words in ROLES.items():
        found.addItem(tr(words), role)
    return found


class PersonRow(FoldingBar):
    """One person: name, where they work, role, and what can be done."""

    def __init__(self, theme: Theme, person: Person) -> None:
        super().__init__(theme, pad=(12, 8))
        self.id = person.id
        self._face = Avatar(theme, "", "#46535A", size=26)
        self.name = SavedLine(theme, name=tr("Name"))
        self.office = SavedLine(theme, name=tr("Stelle"), hint=tr("Stelle, freiwillig"))
        at_least(theme, self.name, 150)
        at_least(theme, self.office, 110)
        self.role = role_choice(theme, tr("Rolle"))
        self.act = Button(theme, tr("Hier arbeiten"), size=Size.DENSE, kind=Kind.QUIET, checkable=True)
        at_least(theme, self.act, 112)
        self.leave = Button(theme, tr("Ausscheiden"), size=Size.DENSE)
        for widget, stretch in ((self._face, 0), (self.name, 3), (self.office, 2)):
            self.first.addWidget(widget, stretch)
        for part in (self.role, self.act, self.leave):
            self.second.addWidget(part)

    def show_person(self, person: Person, *, acting: bool) -> None:
        """Show the person as it is now."""
        self._face.set_person(person.initials or "?", avatar_ink(person.id))
        self.name.show_text(person.name)
        self.office.show_text(person.office)
        self.name.setAccessibleName(tr("Name von {person}").format(person=person.name))
        self.office.setAccessibleName(tr("Stelle von {person}").format(person=person.name))
        self.role.setAccessibleName(tr("Rolle von {person}").format(person=person.name))
        self.role.setCurrentIndex(self.role.findData(person.role))
        self.act.setVisible(person.active)
        self.act.setChecked(acting)
        self.act.set_words(tr("Arbeitet hier") if acting else tr("Hier arbeiten"))
        words = tr("{person} arbeitet jetzt hier") if acting else tr("Als {person} hier arbeiten")
        self.act.setAccessibleName(words.format(person=person.name))
        words = tr("Ausscheiden") if person.active else tr("Wieder dabei")
        self.leave.set_words(words)
        self.leave.setAccessibleName(f"{words}: {person.name}")
        if acting:
            self.leave.refuse(sentence(Refused(RefusalKind.PERSON_ACTS, person=person.name)))
        else:
            self.leave.allow()
        for part in (self.name, self.office, self.role):
            part.setEnabled(person.active)
        self.set_ground("bg-surface" if person.active else "bg-subtle")
        self.refold()


class PeoplePart(Part):
    """act_as(id): someone else sits down here."""

    kinds = frozenset({"person"})
    act_as = Signal(str)

    def __init__(self, theme: Theme, people: People, plan: PlanView, acting: Callable[[], str]) -> None:
        super().__init__(
            theme,
            tr("Personen"),
            tr("Wer mitarbeitet und was die Person darf. Ein Konto oder Passwort ist nicht nötig."),
        )
        self._people, self._plan, self._acting = people, plan, acting
        self.rows: Rows[Person] = Rows(theme, self._make, self._show, after=self)
        self.body.addWidget(self.rows.frame)
        self.rows.foot(self._adding())
        self.nobody = note(
            theme,
            "ri.error-warning-fill",
            tr("Zurzeit kann niemand freigeben. Ohne Freigabe verlässt kein Beitrag das Haus."),
            ink="warn",
        )
        self.body.addWidget(self.nobody)
        self.body.addSpacing(theme.px(6))
        self.body.addWidget(Text(theme, tr("Was die Rollen dürfen"), "title-3"))
        grid = spaced(theme, QGridLayout(), gap=4)
        grid.setColumnStretch(1, 1)
        for place, (role, words) in enumerate(ROLES.items()):
            grid.addWidget(Text(theme, tr(words), "small", weight=600), place, 0)
            grid.addWidget(Text(theme, tr(MAY[role]), "small", ink="text-2", wrap=True), place, 1)
        self.body.addLayout(grid)
        self.body.addWidget(
            note(
                theme,
                "ri.information-line",
                tr(
                    "Wer ausscheidet, wird nirgends mehr angeboten. Beiträge, Freigaben und Kommentare der Person bleiben."
                ),
            )
        )
        self.body.addStretch(1)
        self.refresh()

    def _adding(self) -> QWidget:
        theme = self.theme
        bar = FoldingBar(theme, edges="", pad=(12, 8))
        self.new_name = EntryLine(theme, hint=tr("Vor- und Nachname"), name=tr("Name der neuen Person"))
        at_least(theme, self.new_name, 150)
        self.new_role = role_choice(theme, tr("Rolle der neuen Person"))
        self.add = Button(theme, tr("Person hinzufügen"), icon="ri.user-add-line")
        bar.first.addWidget(self.new_name, 1)
        bar.second.addWidget(self.new_role)
        bar.second.addWidget(self.add)
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.new_name.returnPressed.connect(self._add)
        return bar

    def _add(self) -> None:
        role = Role(self.new_role.currentData())
        if self.attempt(lambda: self._people.add(self.new_name.text(), role)):
            self.new_name.clear()
        self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, person: Person) -> QWidget:
        row = PersonRow(self.theme, person)
        id_ = person.id
        row.name.saved.connect(lambda text: self.attempt(lambda: self._people.rename(id_, text)))
        row.office.saved.connect(lambda text: self.attempt(lambda: self._people.set_office(id_, text)))
        row.role.activated.connect(lambda _row: self._set_role(id_, Role(row.role.currentData())))
        row.act.clicked.connect(lambda _checked=False: self._act(id_))
        row.leave.clicked.connect(lambda _checked=False: self._leave(id_))
        return row

    def _show(self, row: QWidget, person: Person, _place: int, _count: int) -> None:
        assert isinstance(row, PersonRow)
        row.show_person(person, acting=person.id == self._acting())

    def _act(self, id_: str) -> None:
        if id_ != self._acting():
            self.act_as.emit(id_)
        self.refresh()

    def _set_role(self, id_: str, role: Role) -> None:
        missing = self._people.why_not(id_, role=role)
        if missing is None:
            self.attempt(lambda: self._people.set_role(id_, role))
            return
        self.ask(
            tr("Rolle ändern?"),
            sentence(missing),
            tr("Rolle trotzdem ändern"),
            lambda: self._people.set_role(id_, role, anyway=True),
        )

    def _leave(self, id_: str) -> None:
        person = self._plan.person(id_)
        if person is None:
            return
        if not person.active:
            self.attempt(lambda: self._people.come_back(id_))
            return
        missing, posts = self._people.why_not(id_), self._people.open_posts(id_)
        parts = [sentence(missing)] if missing is not None else []
        if posts:
            one = tr("Für 1 offenen Beitrag ist {person} zuständig. Das bleibt so, bis Sie es ändern.")
            many = tr("Für {n} offene Beiträge ist {person} zuständig. Das bleibt so, bis Sie es ändern.")
            parts.append((one if posts == 1 else many).format(n=posts, person=person.name))
        if not parts:
            self.attempt(lambda: self._people.leave(id_))
            return
        self.ask(
            tr("{person} ausscheiden lassen?").format(person=person.name),
            " ".join(parts),
            tr("Trotzdem ausscheiden lassen") if missing is not None else tr("Ausscheiden lassen"),
            lambda: self._people.leave(id_, anyway=True),
        )

    def refresh(self) -> None:
        """Show the people, those who have left at the end."""
        people = self._plan.people
        self.rows.show([item for on in (True, False) for item in people if item.active is on])
        self.nobody.setVisible(not any(item.active and item.role is Role.APPROVAL for item in people))
