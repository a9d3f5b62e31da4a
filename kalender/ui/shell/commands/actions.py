# SPDX-License-Identifier: EUPL-1.2
"""Every action of the window with its words, key and symbol: one list for menus, buttons and the search."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kalender.domain.frozen import ordered
from kalender.ui.shell.commands.keys import german
from kalender.wording.tr import tr

NOT_HERE = "In dieser Ansicht nicht möglich."
NOTHING_SELECTED = "Wählen Sie zuerst einen Beitrag aus."


@ordered
class Entry:
    """An action. keys: shortcuts of the window, separated by blanks; shown: a key that pages handle themselves."""

    key: str
    menu: str
    words: str
    icon: str = ""
    keys: str = ""
    shown: str = ""


ENTRIES = (
    Entry("plan.new", "file", "Neuer Plan …", "ri.add-line"),
    Entry("plan.open", "file", "Plan öffnen …", "ri.folder-open-line", "Ctrl+O"),
    Entry("-", "file", ""),
    Entry("import.table", "file", "Redaktionsplan einlesen …", "ri.table-2"),
    Entry("import.calendar", "file", "Kalenderdatei einlesen …", "ri.calendar-event-line"),
    Entry("import.document", "file", "Dokument einlesen …", "ri.file-word-line"),
    Entry("import.pictures", "file", "Bilder einlesen …", "ri.image-add-line"),
    Entry("import.folder", "file", "Bilder aus einem Ordner einlesen …", "ri.folder-3-line"),
    Entry("-", "file", ""),
    Entry("file.print", "file", "Drucken oder als PDF sichern …", "ri.printer-line", "Ctrl+P"),
    Entry("file.calendar", "file", "Als Kalenderdatei ausgeben …", "ri.calendar-event-line"),
    Entry("file.backups", "file", "Sicherungen …", "ri.safe-2-line"),
    Entry("app.settings", "file", "Einstellungen …", "ri.settings-3-line", "Ctrl+,"),
    Entry("-", "file", ""),
    Entry("app.quit", "file", "Beenden", "", "Ctrl+Q"),
    Entry("undo", "edit", "Rückgängig", "ri.anticlockwise-line", "Ctrl+Z"),
    Entry("redo", "edit", "Wiederholen", "ri.clockwise-line", "Ctrl+Y Ctrl+Shift+Z"),
    Entry("-", "edit", ""),
    Entry("post.cut", "edit", "Beitrag ausschneiden", "", "Ctrl+X"),
    Entry("post.copy", "edit", "Beitrag kopieren", "", "Ctrl+C"),
    Entry("post.paste", "edit", "Beitrag einfügen", "", "Ctrl+V"),
    Entry("post.select_all", "edit", "Alles auswählen", "", "Ctrl+A"),
    Entry("-", "edit", ""),
    Entry("find", "edit", "Suchen oder Befehl", "ri.search-line", "Ctrl+K"),
    Entry("filter", "edit", "In der Ansicht filtern", "ri.filter-3-line", "Ctrl+F"),
    Entry("post.new", "post", "Neuer Beitrag", "ri.add-line", "Ctrl+N"),
    Entry("new.template", "post", "Neuer Beitrag aus Vorlage …", "ri.file-copy-2-line", "Ctrl+Shift+N"),
    Entry("new.tile", "post", "Kachel aus Text …", "ri.layout-masonry-line", "Ctrl+Shift+K"),
    Entry("post.idea", "post", "Idee notieren", "ri.lightbulb-line", "Ctrl+I"),
    Entry("-", "post", ""),
    Entry("post.open", "post", "Öffnen", "ri.edit-line", "", "Eingabe"),
    Entry("post.rename", "post", "Umbenennen", "", "F2"),
    Entry("post.duplicate", "post", "Duplizieren", "ri.file-copy-line", "Ctrl+D"),
    Entry("-", "post", ""),
    Entry("post.move", "post", "Auf Tag verschieben …", "ri.calendar-todo-line", "Ctrl+T"),
    Entry("post.repeat", "post", "Als Serie wiederholen …", "ri.repeat-line", "Ctrl+R"),
    Entry("post.spread", "post", "Auf die Serie übertragen …", "ri.share-forward-line", "Ctrl+Shift+R"),
    Entry("post.chain", "post", "Zur Serie", "ri.list-check"),
    Entry("post.unchain", "post", "Aus der Serie lösen"),
    Entry("post.backlog", "post", "Zurück in den Ideenkorb", "ri.lightbulb-line"),
    Entry("post.next", "post", "Nächster Schritt", "ri.arrow-right-line", "Ctrl+Return"),
    Entry("post.block", "post", "Textbaustein einfügen …", "ri.file-text-line", "", "Strg+B"),
    Entry("post.fill", "post", "Vorlage übernehmen …", "ri.file-copy-2-line"),
    Entry("post.sibling", "post", "Fassung in anderer Sprache …", "ri.translate-2", "Ctrl+Shift+L"),
    Entry("post.hold", "post", "Anhalten …", "ri.pause-circle-fill"),
    Entry("post.release", "post", "Fortsetzen", "ri.play-circle-line"),
    Entry("post.slot", "post", "Nächsten freien Termin nehmen", "ri.calendar-check-line", "Ctrl+Shift+T"),
    Entry("post.drop", "post", "Verwerfen", "ri.close-line"),
    Entry("-", "post", ""),
    Entry("post.review", "post", "Zur Prüfung geben", "ri.eye-line"),
    Entry("post.approve", "post", "Freigeben", "ri.shield-check-line"),
    Entry("post.export", "post", "Exportieren …", "ri.inbox-unarchive-line", "Ctrl+E"),
    Entry("-", "post", ""),
    Entry("post.history", "post", "Frühere Stände …", "ri.history-line", "Ctrl+Shift+H"),
    Entry("post.field", "post", "Frühere Stände dieses Felds …", "", "Ctrl+Shift+F"),
    Entry("post.delete", "post", "Löschen", "ri.delete-bin-line", "Del"),
    Entry("pace.show", "view", "Takt zeigen", "ri.bar-chart-2-line", "Alt+7"),
    Entry("view.today", "view", "Heute", "ri.sun-line", "Ctrl+Home"),
    Entry("view.date", "view", "Gehe zu Datum …", "ri.calendar-event-line", "Ctrl+G"),
    Entry("view.week", "view", "Woche", "", "Alt+1"),
    Entry("view.month", "view", "Monat", "", "Alt+2"),
    Entry("view.list", "view", "Liste", "", "Alt+3"),
    Entry("view.agenda", "view", "Agenda", "", "Alt+4"),
    Entry("view.quarter", "view", "Quartal", "", "Alt+5"),
    Entry("view.year", "view", "Jahr", "", "Alt+6"),
    Entry("views.save", "view", "Ansicht sichern …", "ri.bookmark-line"),
    Entry("view.pictures", "view", "Bilder auf den Karten", "ri.image-line"),
    Entry("view.layers", "view", "Ebenen …", "ri.stack-line"),
    Entry("view.inspector", "view", "Ausgewählter Beitrag", "ri.layout-right-line", "F4"),
    Entry("tools.chains", "tools", "Serien und Veranstaltungen", "ri.repeat-line"),
    Entry("tools.dues", "tools", "Überfälliges und Fristen …", "ri.timer-line", "Ctrl+Shift+U"),
    Entry("tools.mentions", "tools", "Kommentare an mich", "ri.chat-3-line", "Ctrl+Shift+M"),
    Entry("tools.check", "tools", "Alle Beiträge prüfen", "ri.list-check"),
    Entry("tools.consents", "tools", "Einwilligungen", "ri.user-line"),
    Entry("tools.templates", "tools", "Vorlagen und Textbausteine", "ri.file-copy-2-line"),
    Entry("tools.history", "tools", "Was ist passiert?", "ri.history-line", "Ctrl+H"),
    Entry("tools.archive", "tools", "Archiv", "ri.archive-line"),
    Entry("tools.trash", "tools", "Papierkorb", "ri.delete-bin-line"),
    Entry("tools.verify", "tools", "Plan überprüfen …", "ri.shield-check-line"),
    Entry("help.handbook", "help", "Handbuch", "ri.question-line", "F1"),
    Entry("help.keys", "help", "Tastenkürzel", "ri.list-check", "Ctrl+Shift+F1"),
    Entry("help.about", "help", "Über Kalender", "ri.information-line"),
)
"""In the order of the menus; "-" is a line between them."""

WRITING = frozenset(
    {
        "import.table", "import.calendar", "import.document", "import.pictures", "import.folder", "undo", "redo", "post.cut", "post.paste", "post.new",
        "new.template", "new.tile", "post.idea", "post.rename", "post.duplicate", "post.move", "post.slot", "post.backlog", "post.next", "post.hold",
        "post.block", "post.fill", "post.repeat", "post.spread", "post.unchain", "post.release", "post.drop", "post.review", "post.approve", "post.export", "post.delete", "post.sibling",
    }
)  # fmt: skip
"""Actions that change the plan."""

OWN = frozenset({"undo", "redo", "find", "filter", "help.keys", "app.quit"})
"""Actions the shell itself does or hands on; they are always there."""


class WindowActions(QObject):
    """The QActions by key. requested: an action that the shell does not do itself.

    available: keys of what the application can do; others do not exist, so no menu shows what does not work.
    """

    requested = Signal(str)

    def __init__(self, window: QWidget, available: Collection[str]) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._reasons: dict[str, str] = {}
        self._frozen = ""
        for entry in ENTRIES:
            if entry.key == "-" or (entry.key not in OWN and entry.key not in available):
                continue
            self._actions[entry.key] = self._make(window, entry)

    def __contains__(self, key: str) -> bool:
        return key in self._actions

    def __getitem__(self, key: str) -> QAction:
        """Return an action. Raises KeyError where it is not available."""
        return self._actions[key]

    def get(self, key: str) -> QAction | None:
        """Return an action, or None where it is not available."""
        return self._actions.get(key)

    def all(self) -> dict[str, QAction]:
        """Return all actions by key, in the order of the menus."""
        return dict(self._actions)

    def reason(self, key: str) -> str:
        """Return why an action is switched off, or empty."""
        return self._reasons.get(key, "")

    def allow(self, key: str) -> None:
        """Switch an action on; unknown keys are ignored."""
        self.refuse(key, "")

    def refuse(self, key: str, reason: str) -> None:
        """Switch an action off with a reason that status line and tip show; an empty reason switches it on."""
        action = self._actions.get(key)
        if action is None:
            return
        reason = self._frozen if self._frozen and key in WRITING else reason
        self._reasons[key] = reason
        action.setEnabled(not reason)
        action.setStatusTip(reason)
        action.setToolTip(reason or action.text())

    def freeze(self, reason: str) -> None:
        """Switch everything off that changes the plan, for good."""
        self._frozen = reason
        for key in WRITING:
            self.refuse(key, reason)

    def offer(self, offers: Mapping[str, str] | None) -> None:
        """Set all actions on posts by what the shown page offers; None: the page takes none from the menus."""
        for key in self._actions:
            if not key.startswith(("post.", "view.")) or key in {"post.new", "post.idea"}:
                continue
            self.refuse(key, (offers or {}).get(key, tr(NOT_HERE)))

    def _make(self, window: QWidget, entry: Entry) -> QAction:
        words = tr(entry.words)
        action = QAction(f"{words}\t{entry.shown}" if entry.shown else words, window)
        action.setObjectName(entry.key)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys.split()])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if entry.key == "app.quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        action.triggered.connect(lambda _checked=False, key=entry.key: self.requested.emit(key))
        window.addAction(action)
        return action


def shown_keys(action: QAction) -> str:
    """Return the first key of an action by its German name, or empty."""
    words = action.text().split("\t")
    if len(words) > 1:
        return words[1].replace("Strg+", "Strg ")
    shortcuts = action.shortcuts()
    return german(shortcuts[0].toString(QKeySequence.SequenceFormat.PortableText)) if shortcuts else ""


def plain(action: QAction) -> str:
    """Return the words of an action without access key and shown key."""
    words = action.text().split("\t")[0]
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")
