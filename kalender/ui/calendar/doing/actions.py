# SPDX-License-Identifier: EUPL-1.2
"""What can be done with chosen posts, as actions: the same in the context menu, by key and in the menu Beitrag."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kalender.domain.stage import Flag, Stage
from kalender.ui.theme.theme import Theme
from kalender.wording.terms import FLAGS, STAGES
from kalender.wording.tr import tr


class Verb(StrEnum):
    """Something that can be done with posts; the values are the keys of the menus of the window."""

    OPEN = "post.open"
    RENAME = "post.rename"
    DUPLICATE = "post.duplicate"
    REPEAT = "post.repeat"
    SPREAD = "post.spread"
    CHAIN = "post.chain"
    UNCHAIN = "post.unchain"
    MOVE = "post.move"
    SLOT = "post.slot"
    TO_BACKLOG = "post.backlog"
    TO_IDEA = "post.to_idea"
    TO_DRAFT = "post.to_draft"
    NEXT = "post.next"
    REQUEST = "post.review"
    WITHDRAW = "post.withdraw"
    HOLD = "post.hold"
    RELEASE = "post.release"
    DROP = "post.drop"
    EXPORT = "post.export"
    APPROVE = "post.approve"
    HISTORY = "post.history"
    DELETE = "post.delete"
    CUT = "post.cut"
    COPY = "post.copy"
    PASTE = "post.paste"
    SELECT_ALL = "post.select_all"


_LOOKS: dict[Verb, tuple[str, str, str, str]] = {
    Verb.OPEN: ("Öffnen", "ri.edit-line", "", "Eingabe"),
    Verb.RENAME: ("Umbenennen", "", "F2", "F2"),
    Verb.DUPLICATE: ("Duplizieren", "ri.file-copy-line", "Ctrl+D", "Strg+D"),
    Verb.REPEAT: ("Als Serie wiederholen …", "ri.repeat-line", "Ctrl+R", "Strg+R"),
    Verb.SPREAD: ("Auf die Serie übertragen …", "ri.share-forward-line", "Ctrl+Shift+R", "Strg+Umschalt+R"),
    Verb.CHAIN: ("Zur Serie", "ri.list-check", "", ""),
    Verb.UNCHAIN: ("Aus der Serie lösen", "", "", ""),
    Verb.MOVE: ("Auf Tag verschieben …", "ri.calendar-event-line", "Ctrl+T", "Strg+T"),
    Verb.SLOT: ("Nächsten freien Termin nehmen", "ri.calendar-check-line", "Ctrl+Shift+T", "Strg+Umschalt+T"),
    Verb.TO_BACKLOG: ("Zurück in den Ideenkorb", STAGES[Stage.IDEA].icon, "", ""),
    Verb.TO_IDEA: ("Als Idee zurücklegen", STAGES[Stage.IDEA].icon, "", ""),
    Verb.TO_DRAFT: ("Als Entwurf aufnehmen", STAGES[Stage.DRAFT].icon, "", ""),
    Verb.NEXT: ("Nächster Schritt", "ri.arrow-right-line", "Ctrl+Return", "Strg+Eingabe"),
    Verb.REQUEST: ("Zur Prüfung geben", STAGES[Stage.IN_REVIEW].icon, "", ""),
    Verb.WITHDRAW: ("Vorlage zurückziehen", "ri.arrow-go-back-line", "", ""),
    Verb.HOLD: ("Anhalten …", FLAGS[Flag.HELD].icon, "", ""),
    Verb.RELEASE: ("Fortsetzen", "ri.play-circle-line", "", ""),
    Verb.DROP: ("Verwerfen", FLAGS[Flag.DROPPED].icon, "", ""),
    Verb.EXPORT: ("Exportieren …", "ri.inbox-unarchive-line", "Ctrl+E", "Strg+E"),
    Verb.APPROVE: ("Freigeben …", "ri.shield-check-line", "", ""),
    Verb.HISTORY: ("Frühere Stände …", "ri.history-line", "Ctrl+Shift+H", "Strg+Umschalt+H"),
    Verb.DELETE: ("Löschen", "ri.delete-bin-line", "Del", "Entf"),
    Verb.CUT: ("Ausschneiden", "", "Ctrl+X", "Strg+X"),
    Verb.COPY: ("Kopieren", "", "Ctrl+C", "Strg+C"),
    Verb.PASTE: ("Auf diesen Tag einfügen", "", "Ctrl+V", "Strg+V"),
    Verb.SELECT_ALL: ("Alles auswählen", "", "Ctrl+A", "Strg+A"),
}

_STATES = (
    Verb.NEXT,
    Verb.TO_IDEA,
    Verb.TO_DRAFT,
    Verb.REQUEST,
    Verb.WITHDRAW,
    Verb.HOLD,
    Verb.RELEASE,
    Verb.DROP,
)
_SERIES = (Verb.REPEAT, Verb.SPREAD, Verb.CHAIN, Verb.UNCHAIN)
_MENU: tuple[tuple[Verb, ...], ...] = (
    (Verb.OPEN, Verb.RENAME, Verb.DUPLICATE),
    (Verb.MOVE, Verb.SLOT, Verb.TO_BACKLOG),
    (Verb.EXPORT, Verb.APPROVE, Verb.HISTORY),
    (Verb.CUT, Verb.COPY, Verb.PASTE),
    (Verb.DELETE,),
)

SEVERAL = (Verb.MOVE, Verb.TO_BACKLOG, Verb.DUPLICATE, Verb.EXPORT, Verb.DELETE)
"""What the inspector offers for several posts beside what can be done with several at once (ui/several)."""

VIEW_KEYS = (
    "view.today", "view.date", "view.week", "view.month", "view.list", "view.agenda", "view.quarter", "view.year",
    "view.pictures", "view.layers", "view.inspector",
)  # fmt: skip
"""Keys of the menu Ansicht that are always possible in the calendar."""

ALWAYS = dict.fromkeys((*VIEW_KEYS, "post.idea"), "")
"""What is possible whatever is chosen, as offers() tells it."""

Allowed = str | None
"""None: allowed. A sentence: why not."""


class Actions:
    """Makes one QAction for each verb.

    The keys are named in the menu and taken by verb_of, not by shortcuts of their own, because the menus of the
    window have the same ones. do: carries a verb out. why_not: tells why a verb is not possible for the posts chosen now;
    reasons: the same of all verbs at once.
    """

    def __init__(
        self,
        host: QWidget,
        theme: Theme,
        do: Callable[[Verb], object],
        why_not: Callable[[Verb], Allowed],
        reasons: Callable[[], Mapping[Verb, Allowed]],
    ) -> None:
        self._theme = theme
        self._why_not = why_not
        self._reasons = reasons
        self._perform = do
        self._made: dict[Verb, QAction] = {}
        self._keys: dict[str, Verb] = {}
        for verb, (words, _icon, keys, shown) in _LOOKS.items():
            action = QAction(f"{tr(words)}\t{shown}" if shown else tr(words), host)
            action.setObjectName(f"calendar.{verb.value}")
            action.triggered.connect(lambda _checked=False, what=verb: self.do(what))
            self._made[verb] = action
            if keys:
                self._keys[keys] = verb
        self._restyle()
        theme.changed.connect(self._restyle)

    def __getitem__(self, verb: Verb) -> QAction:
        """Return the action of a verb."""
        return self._made[verb]

    def do(self, verb: Verb) -> None:
        """Carry a verb out where the rules allow it."""
        if self._why_not(verb) is None:
            self._perform(verb)

    def verb_of(self, event: QKeyEvent) -> Verb | None:
        """Return the verb a key means, or None."""
        pressed = QKeySequence(event.keyCombination())
        return self._keys.get(pressed.toString(QKeySequence.SequenceFormat.PortableText))

    def offers(self) -> dict[str, str]:
        """Return each verb with the reason why it is not possible now, empty where it is."""
        return _said(self._reasons())

    def refresh(self) -> dict[str, str]:
        """Ask anew what is possible, and return what offers() would."""
        reasons = self._reasons()
        for verb, action in self._made.items():
            reason = reasons[verb]
            action.setEnabled(reason is None)
            action.setStatusTip(reason or "")
            action.setToolTip(reason or action.text().split("\t", maxsplit=1)[0])
        return _said(reasons)

    def menu(self, parent: QWidget, more: Sequence[QAction] = ()) -> QMenu:
        """Return a menu of all actions for the posts chosen now; it deletes itself when it is left. more: on several posts."""
        self.refresh()
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        if more:
            menu.addMenu(self._theme.icon("ri.list-check", "text", 16), tr("Alle zusammen")).addActions(
                list(more)
            )
            menu.addSeparator()
        for number, group in enumerate(_MENU):
            if number:
                menu.addSeparator()
            for verb in group:
                menu.addAction(self._made[verb])
            if Verb.TO_BACKLOG in group:
                self._group(menu, "ri.shield-check-line", tr("Stand ändern"), _STATES)
                self._group(menu, "ri.repeat-line", tr("Serie"), _SERIES)
        return menu

    def day_menu(self, parent: QWidget, own: Sequence[tuple[str, str, Callable[[], object]]]) -> QMenu:
        """Return a menu of a day on which nothing is chosen; it deletes itself when it is left. own: icon, words, deed."""
        self.refresh()
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for icon, words, deed in own:
            menu.addAction(self._theme.icon(icon, "text", 16), words, deed)
        menu.addSeparator()
        menu.addActions(self.all((Verb.PASTE, Verb.SELECT_ALL)))
        return menu

    def _group(self, menu: QMenu, icon: str, words: str, verbs: Sequence[Verb]) -> None:
        """Add a menu within a menu."""
        group = menu.addMenu(self._theme.icon(icon, "text", 16), words)
        group.setToolTipsVisible(True)
        for verb in verbs:
            group.addAction(self._made[verb])

    def all(self, verbs: Sequence[Verb]) -> list[QAction]:
        """Return the actions of some verbs."""
        return [self._made[verb] for verb in verbs]

    def _restyle(self) -> None:
        for verb, action in self._made.items():
            icon = _LOOKS[verb][1]
            if icon:
                action.setIcon(self._theme.icon(icon, "text", 16))


def _said(reasons: Mapping[Verb, Allowed]) -> dict[str, str]:
    return {verb.value: reason or "" for verb, reason in reasons.items()}
