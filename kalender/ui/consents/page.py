# SPDX-License-Identifier: EUPL-1.2
"""The page „Einwilligungen“: who agreed to be shown, until when, and who took it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kalender.domain.rights.consent import Consent, State
from kalender.services.acting.changes import Changes
from kalender.services.consents.register import Consents
from kalender.ui.consents.row import ConsentRow
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.leaf import Framed, Leaf, note
from kalender.ui.widgets.blocks.searched import Searched
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.field import LineField
from kalender.wording.rights.consents import used_words
from kalender.wording.tr import tr

SHOWN = 100
"""Rows at most; the rest is found by name."""

ALL, ENDING, REVOKED = "all", "ending", "revoked"
_STATES = {ALL: frozenset(State), ENDING: {State.SOON, State.EXPIRED}, REVOKED: {State.REVOKED}}


class ConsentsPage(Searched):
    """The register. wanted: what (edit, uses, revoke, delete) and the id; edit without an id enters a new one."""

    wanted = Signal(str, str)

    def __init__(self, theme: Theme, consents: Consents, channel: Callable[[str], str]) -> None:
        self._consents, self._channel = consents, channel
        self.rows: list[ConsentRow] = []
        words = tr("Person suchen")
        super().__init__(
            theme,
            name=tr("Einwilligungen"),
            options=[(ALL, tr("Alle")), (ENDING, tr("Läuft ab")), (REVOKED, tr("Widerrufen"))],
            which=tr("Welche Einwilligungen"),
            search=LineField(theme, icon="ri.search-line", hint=words, name=words),
            nothing=(tr("Kein Treffer"), tr("Hier steht niemand, auf den das passt.")),
        )
        self.note = Text(theme, "", "body", ink="text-2")
        self.search.setMinimumWidth(theme.px(180))
        self.add = self._adding()
        for widget in (Text(theme, tr("Einwilligungen"), "title-1"), self.note, self.filter):
            self.bar.first.addWidget(widget)
        self.bar.first.addStretch(1)
        for item in (self.search, self.add):
            self.bar.second.addWidget(item)
        self.empty = EmptyState(
            theme,
            icon="ri.user-line",
            title=tr("Noch keine Einwilligung eingetragen"),
            text=tr(
                "Wer auf einem Bild zu erkennen ist, muss zustimmen. Tragen Sie hier ein, wer zugestimmt hat, wofür "
                "und wo das Blatt liegt. Wird eine Einwilligung widerrufen, finden Sie jede Stelle wieder."
            ),
            buttons=[self._adding()],
        )
        self.lay_out(self.read, self.lines, self.empty)

    def _adding(self) -> Button:
        return Button(
            self._theme,
            tr("Einwilligung eintragen …"),
            icon="ri.user-add-line",
            kind=Kind.PRIMARY,
            clicked=lambda: self.wanted.emit("edit", ""),
        )

    def clear(self) -> None:
        """Show everybody."""
        self.filter.choose(ALL)
        super().clear()

    def changed(self, changes: Changes) -> None:
        """Read again where a consent, a picture or a post is another."""
        if any(changes.ids(kind) for kind in ("consent", "picture", "post", "channel", "setting")):
            self.reload()

    def lines(self) -> Sequence[tuple[QWidget, QWidget]]:
        """Return each row with what takes the keys in it."""
        return [(row, row.title) for row in self.rows]

    def read(self) -> QWidget:
        """Read the register."""
        today, every = self._consents.today(), self._consents.all()
        states = _STATES[self.filter.current or ALL]
        found = [item for item in self._consents.all(self.search.text()) if item.state(today) in states]
        one = tr("1 Person") if len(every) == 1 else tr("{n} Personen").format(n=len(every))
        self.note.setText(
            one if len(found) == len(every) else tr("{n} von {all}").format(n=len(found), all=one)
        )
        self.note.setVisible(bool(every))
        self.rows = []
        if found:
            return self._build(found)
        return self.none if every else self.empty

    def _build(self, found: Sequence[Consent]) -> Leaf:
        theme, today, pictures = self._theme, self._consents.today(), self._consents.pictures()
        leaf = Leaf(
            theme,
            tr("Wer zugestimmt hat"),
            tr("Das Blatt selbst bleibt in seinem Ordner. Hier steht nur, wo es liegt."),
        )
        frame = Framed(theme)
        for item in found[:SHOWN]:
            shown = [picture.id for picture in pictures.get(item.id, ())]
            row = ConsentRow(
                theme,
                item,
                today,
                used_words(len(shown), self._consents.posts(shown)),
                self._channel,
                self.wanted.emit,
            )
            self.rows.append(row)
            frame.rows.addWidget(row)
        leaf.body.addWidget(frame)
        if len(found) > SHOWN:
            words = tr("Und {n} weitere. Suchen Sie oben nach dem Namen.").format(n=len(found) - SHOWN)
            leaf.body.addWidget(note(theme, "ri.information-line", words))
        leaf.body.addStretch(1)
        return leaf
