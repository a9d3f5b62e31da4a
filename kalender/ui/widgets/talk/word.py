# SPDX-License-Identifier: EUPL-1.2
"""One comment: who, when, to whom, the words, and what its author can do with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kalender.domain.frozen import frozen
from kalender.domain.language.addressed import addressed
from kalender.domain.plan import Person
from kalender.domain.post import Comment
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Avatar
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.ui.widgets.talk.acts import Acts
from kalender.wording.dates import clock, moment_short, relative_day
from kalender.wording.tr import tr


@frozen
class Reader:
    """Who reads: the people of the plan by id, the id of the one at this computer, and what day it is."""

    people: Mapping[str, Person]
    me: str
    now: datetime

    def name(self, id_: str) -> str:
        """Return the name of a person."""
        return self.people[id_].name if id_ in self.people else tr("Unbekannt")

    def when(self, moment: datetime | None) -> str:
        """Return heute 10:42, gestern 17:00, Fr 4. Dez. 09:15."""
        if moment is None:
            return ""
        return f"{relative_day(moment.date(), self.now.date())} {clock(moment)}"

    @property
    def names(self) -> dict[str, str]:
        """The names of all people by id."""
        return {id_: item.name for id_, item in self.people.items()}


class Word(QWidget):
    """A comment as it stands; edit: what opens the line to change it."""

    def __init__(
        self, theme: Theme, comment: Comment, reader: Reader, acts: Acts, edit: Callable[[], object]
    ) -> None:
        super().__init__()
        self.comment = comment
        self._theme, self._reader, self._acts, self._edit = theme, reader, acts, edit
        person = reader.people.get(comment.by)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        face = Avatar(theme, person.initials if person else "?", avatar_ink(comment.by), size=24)
        row.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(2))
        row.addLayout(self._column, 1)
        self.more: Button | None = None
        self.words = Text(theme, comment.text, "body", wrap=True)
        self._build(person)
        name = reader.name(comment.by)
        self.setAccessibleName(f"{name}: {comment.text}" if comment.standing else self.words.text())

    def _build(self, person: Person | None) -> None:
        theme, comment, reader = self._theme, self.comment, self._reader
        if not comment.standing:
            self.words.setText(tr("Kommentar zurückgenommen"))
            self.words.set_ink("text-3")
            self._column.addWidget(self.words)
            return
        parts = [person.office] if person is not None and person.office else []
        parts += [reader.when(comment.at)] if comment.at is not None else []
        parts += [tr("bearbeitet")] if comment.edited is not None else []
        said = f"<b>{escape(reader.name(comment.by))}</b> {escape(', '.join(parts))}"
        head = QHBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(Text(theme, said, "small", ink="text-2", wrap=True, rich=True), 1)
        if comment.by == reader.me or comment.edited is not None:
            name = tr("Mehr zum Kommentar von {name}").format(name=reader.name(comment.by))
            self.more = Button(
                theme, icon="ri.more-line", name=name, kind=Kind.QUIET, size=Size.DENSE, clicked=self._open
            )
            head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        named = [reader.name(id_) for id_ in addressed(comment.text, reader.names)]
        if named:
            to = tr("an {people}").format(people=", ".join(named))
            self._column.addWidget(Text(theme, to, "small", ink="accent", weight=600, wrap=True))
        self._column.addWidget(self.words)

    def menu(self) -> QMenu:
        """Return what can be done with this comment."""
        menu = QMenu(self)
        comment = self.comment
        if comment.by == self._reader.me:
            menu.addAction(tr("Ändern")).triggered.connect(lambda _on=False: self._edit())
            menu.addAction(tr("Zurücknehmen")).triggered.connect(
                lambda _on=False: self._acts.take_back(comment.id)
            )
        if comment.edited is not None:
            menu.addAction(tr("Frühere Fassungen zeigen")).triggered.connect(
                lambda _on=False: self.show_former()
            )
        return menu

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        if self.more is not None:
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def show_former(self) -> None:
        """Show below the words what they were before."""
        for item in self._acts.former(self.comment.id):
            said = tr("Bis {when}: „{text}“").format(when=moment_short(item.until), text=item.text)
            self._column.addWidget(Text(self._theme, said, "small", ink="text-3", wrap=True))
        if self.more is not None:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
