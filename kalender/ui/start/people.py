# SPDX-License-Identifier: EUPL-1.2
"""The third step: who works on the plan, and in which role."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.plan import Person, Role
from kalender.ui.start.draft import people_of, slug
from kalender.ui.start.pages import Step
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.leaf import Framed
from kalender.ui.widgets.blocks.signs import Avatar, Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.field import LineField
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.wording.lands import MAY, ROLES
from kalender.wording.tr import tr


class PersonRow(Ground):
    """Name and role of one person."""

    removed = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, number: int, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="b", parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(12))
        self._face = Avatar(theme, "", "#46535A", size=26)
        you = number == 1
        hint = tr("Ihr Name") if you else tr("Vor- und Nachname")
        self.name = LineField(theme, hint=hint, name=tr("Name der Person {n}").format(n=number))
        self.role = Choice(theme, name=tr("Rolle der Person {n}").format(n=number))
        for value, words in ROLES.items():
            self.role.addItem(tr(words), value)
        self.role.setCurrentIndex(list(ROLES).index(role))
        self.role.setMinimumWidth(theme.px(150))
        self.name.setMinimumWidth(theme.px(130))
        self.remove = Button(
            theme,
            icon="ri.close-line",
            kind=Kind.QUIET,
            name=tr("Person {n} entfernen").format(n=number),
            clicked=self.removed.emit,
        )
        row.addWidget(self._face)
        row.addWidget(self.name, 1)
        note = Text(theme, tr("(Sie)") if you else "", "small", ink="text-3")
        note.setMinimumWidth(theme.px(34))
        row.addWidget(note)
        row.addWidget(self.role)
        row.addWidget(self.remove)
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(policy)
        self.remove.setVisible(not you)
        self.name.textChanged.connect(self._typed)
        self.role.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self._typed("")

    def entry(self) -> tuple[str, Role]:
        """Return name and role."""
        return self.name.text(), Role(self.role.currentData())

    def _typed(self, text: str) -> None:
        person = Person(id=slug(text), name=text.strip())
        self._face.set_person(person.initials or "?", avatar_ink(person.id))
        self.changed.emit()


class PeopleStep(Step):
    """A table of people; the first one is who sits here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            tr("Wer arbeitet mit?"),
            tr("Namen genügen. Ein Konto oder Passwort ist nicht nötig."),
            parent,
        )
        frame = Framed(theme)
        column = frame.rows
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.add = Button(
            theme,
            tr("Person hinzufügen"),
            icon="ri.user-add-line",
            role="accent",
            kind=Kind.QUIET,
            clicked=self.add_person,
        )
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(frame)
        self.missing = Text(theme, "", "small", ink="err", wrap=True)
        self.missing.hide()
        self.body.addWidget(self.missing)
        self.rows: list[PersonRow] = []
        self.body.addSpacing(theme.px(6))
        self.body.addWidget(Text(theme, tr("Was die Rollen dürfen"), "title-3"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        for place, (role, words) in enumerate(ROLES.items()):
            grid.addWidget(Text(theme, tr(words), "small", weight=600), place, 0)
            grid.addWidget(Text(theme, tr(MAY[role]), "small", ink="text-2"), place, 1)
        self.body.addLayout(grid)
        self.note = QWidget()
        row = QHBoxLayout(self.note)
        row.setContentsMargins(0, theme.px(6), 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Symbol(theme, "ri.information-line", "text-3", size=16), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Text(theme, "", "small", ink="text-2", wrap=True)
        row.addWidget(self._words, 1)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.add_person()
        self.add_person(Role.APPROVAL)

    def add_person(self, role: Role = Role.EDITING) -> PersonRow:
        """Add a row at the end."""
        row = PersonRow(self.theme, len(self.rows) + 1, role)
        row.removed.connect(lambda: self._remove(row))
        row.changed.connect(self._explain)
        self.rows.append(row)
        self._list.addWidget(row)
        self._explain()
        if len(self.rows) > 2:
            row.name.setFocus()
        return row

    def people(self) -> tuple[Person, ...]:
        """Return the people with a name."""
        return people_of([row.entry() for row in self.rows])

    def first(self) -> QWidget:
        """The own name."""
        return self.rows[0].name

    def check(self) -> bool:
        """One person is needed: who sits here."""
        named = bool(self.rows[0].name.text().strip())
        self.missing.setText("" if named else tr("Bitte schreiben Sie Ihren Namen in die erste Zeile."))
        self.missing.setVisible(not named)
        if not named:
            self.rows[0].name.setFocus()
        return named

    def _remove(self, row: PersonRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._explain()

    def _explain(self) -> None:
        approvers = [row for row in self.rows if row.name.text().strip() and row.entry()[1] is Role.APPROVAL]
        self._words.setText(
            tr("Wer einen Beitrag geschrieben hat, gibt ihn nicht selbst frei.")
            if approvers
            else tr("Noch kann niemand freigeben. Ohne Freigabe verlässt kein Beitrag das Haus.")
        )
