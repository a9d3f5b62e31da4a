# SPDX-License-Identifier: EUPL-1.2
"""One person of the register: name, how the consent stands, what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kalender.domain.rights.consent import Consent, State
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.link import Link
from kalender.wording.rights.consents import given_words, person_words, scope_words, state_words
from kalender.wording.tr import tr

_SYMBOLS = {
    State.VALID: ("ri.checkbox-circle-line", "ok"),
    State.SOON: ("ri.timer-line", "warn"),
    State.EXPIRED: ("ri.error-warning-fill", "warn"),
    State.REVOKED: ("ri.forbid-line", "err"),
}


class ConsentRow(FoldingBar):
    """A consent. used: where its pictures are, in words; wanted: hears edit, uses, revoke or delete."""

    def __init__(
        self,
        theme: Theme,
        consent: Consent,
        today: date,
        used: str,
        channel: Callable[[str], str],
        wanted: Callable[[str, str], object],
    ) -> None:
        super().__init__(theme, pad=(12, 8), gap=12)
        self.consent = consent
        icon, ink = _SYMBOLS[State.SOON if consent.asks_the_child else consent.state(today)]
        self.first.addWidget(Symbol(theme, icon, ink, size=16), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = person_words(consent)
        short = name if len(name) <= 64 else f"{name[:63].rstrip()}…"
        self.title = Link(theme, short, role="body", ink="text", clicked=partial(wanted, "edit", consent.id))
        self.title.setToolTip(name if short != name else "")
        self.title.setAccessibleName(tr("{name}, bearbeiten").format(name=name))
        words.addWidget(self.title)
        state = f"{state_words(consent, today)}, {scope_words(consent, channel)}"
        words.addWidget(Text(theme, state, "small", ink="text", wrap=True))
        words.addWidget(Text(theme, f"{given_words(consent)}. {used}.", "small", ink="text-2", wrap=True))
        self.first.addLayout(words, 1)
        self.uses = self._button(theme, tr("Wo verwendet …"), "uses", wanted)
        self.revoke = self._button(theme, tr("Widerruf eintragen …"), "revoke", wanted)
        if consent.revoked is not None:
            self.revoke.hide()
        self.delete = self._button(theme, tr("Löschen"), "delete", wanted)
        for button in (self.uses, self.revoke, self.delete):
            self.second.addWidget(button)
        self.setAccessibleName(f"{name}: {state}")

    def _button(self, theme: Theme, words: str, verb: str, wanted: Callable[[str, str], object]) -> Button:
        button = Button(theme, words, kind=Kind.QUIET, clicked=partial(wanted, verb, self.consent.id))
        button.setAccessibleName(f"{words}: {self.consent.name}")
        return button
