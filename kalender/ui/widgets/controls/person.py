# SPDX-License-Identifier: EUPL-1.2
"""Choosing a person: a button with avatar and name that opens the list of people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from kalender.domain.plan import Person
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import avatar_pixmap
from kalender.ui.widgets.controls.button import Button, Kind, Size, literal
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.wording.tr import tr


class PersonChooser(Button):
    """Shows one of several people. chosen: the id, or "" for nobody; label: what the person is here ("Zuständig")."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        people: Sequence[Person],
        *,
        label: str,
        current: str = "",
        nobody: bool = True,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            "",
            arrow=not quiet,
            kind=Kind.QUIET if quiet else Kind.NORMAL,
            size=Size.DENSE if quiet else Size.NORMAL,
            parent=parent,
        )
        self._themed = theme
        self._label, self._nobody = label, nobody
        self._people: dict[str, Person] = {}
        self._current = ""
        self.clicked.connect(self._open)
        theme.changed.connect(self._show)
        self.set_people(people, current=current)

    @property
    def current(self) -> str:
        """The id of the person shown, or empty."""
        return self._current

    def set_people(self, people: Sequence[Person], *, current: str = "") -> None:
        """Show other people to choose from."""
        self._people = {person.id: person for person in people}
        self._current = current
        self._show()

    def set_current(self, person: str) -> None:
        """Show a person without emitting chosen."""
        self._current = person
        self._show()

    def menu_of_people(self) -> QMenu:
        """Return the list as a menu."""
        menu = QMenu(self)
        for person in self._people.values():
            if not person.active and person.id != self._current:
                continue
            action = menu.addAction(QIcon(self._face(person)), literal(person.name))
            action.setData(person.id)
            action.setCheckable(True)
            action.setChecked(person.id == self._current)
        if self._nobody:
            menu.addSeparator()
            menu.addAction(tr("Niemand")).setData("")
        menu.triggered.connect(lambda action: self._choose(str(action.data() or "")))
        return menu

    def _face(self, person: Person) -> QPixmap:
        size = self._themed.px(18)
        return avatar_pixmap(
            self._themed, person.initials, avatar_ink(person.id), size, self.devicePixelRatioF()
        )

    def _open(self) -> None:
        menu = self.menu_of_people()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, person: str) -> None:
        if person != self._current:
            self._current = person
            self._show()
            self.chosen.emit(person)

    def _show(self) -> None:
        person = self._people.get(self._current)
        if person is None:
            self.set_words(tr("Niemand"))
            self.set_pixmap(QPixmap())
            self.set_icon("ri.user-add-line")
        else:
            self.set_words(literal(person.name))
            self.set_pixmap(self._face(person))
        self.setAccessibleName(f"{self._label}: {tr('Niemand') if person is None else person.name}")
