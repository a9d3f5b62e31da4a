# SPDX-License-Identifier: EUPL-1.2
"""Lines that offer words while one types: one answer, or several with commas between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QMenu, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import literal
from kalender.ui.widgets.controls.field import LineField
from kalender.wording.tr import tr

Offers = Callable[[], Sequence[str]]
"""Returns the words to offer; asked whenever the line gets the keyboard."""


def nothing() -> Sequence[str]:
    """Offer nothing."""
    return ()


class OfferLine(LineField):
    """One answer. offers may be set later; chosen(text): one of the offered words was taken. arrow: a button shows them all."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str = "",
        name: str = "",
        hint: str = "",
        arrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, icon=icon, name=name, hint=hint, parent=parent)
        self.offers: Offers = nothing
        if arrow:
            pick = QAction(theme.icon("ri.arrow-down-s-line", "text-2", 16), tr("Auswählen"), self)
            pick.triggered.connect(self.show_all)
            self.addAction(pick, QLineEdit.ActionPosition.TrailingPosition)
        self._words = QStringListModel(self)
        completer = self._made()
        completer.setModel(self._words)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        completer.activated[str].connect(self._take)  # type: ignore[index]  # the stubs know no overloads of signals
        self.setCompleter(completer)

    def _made(self) -> QCompleter:
        return QCompleter(self)

    def _take(self, text: str) -> None:
        self.chosen.emit(text)

    def show_all(self) -> None:
        """Show everything that is offered."""
        self.setFocus()
        self.ask()
        self.completer().setCompletionPrefix("")
        self.completer().complete()

    def ask(self) -> list[str]:
        """Ask for the words anew and return them."""
        words = list(self.offers())
        if words != self._words.stringList():
            self._words.setStringList(words)
        return words

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Ask what there is to offer."""
        self.ask()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrow down shows everything that is offered."""
        popup = self.completer().popup()
        shown = popup is not None and popup.isVisible()
        if event.key() == Qt.Key.Key_Down and not shown and self._words.rowCount():
            self.show_all()
            return
        super().keyPressEvent(event)


class _LastWord(QCompleter):
    """Completes what stands after the last comma."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """Return what is to be completed."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's name
        """Return the whole line with the completed word at its end."""
        line = self.widget()
        before = line.text().rpartition(",")[0].strip() if isinstance(line, QLineEdit) else ""
        word = super().pathFromIndex(index)
        return f"{before}, {word}" if before else word


class SeveralLine(OfferLine):
    """Several answers with commas between them; the button at the end ticks them in a menu. said(words): they are others now."""

    said = Signal(tuple)

    def __init__(
        self, theme: Theme, *, name: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name=name, hint=hint, parent=parent)
        self._kept: tuple[str, ...] = ()
        self.pick = QAction(theme.icon("ri.arrow-down-s-line", "text-2", 16), tr("Auswählen"), self)
        self.pick.triggered.connect(self.open_menu)
        self.addAction(self.pick, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._finish)

    def _made(self) -> QCompleter:
        return _LastWord(self)

    @property
    def words(self) -> tuple[str, ...]:
        """What is entered, each once, without needless blanks."""
        found: dict[str, str] = {}
        for part in self.text().split(","):
            word = " ".join(part.split())
            if word:
                found.setdefault(word.casefold(), word)
        return tuple(found.values())

    def show_words(self, words: Sequence[str]) -> None:
        """Show what is saved, unless something else is being typed."""
        typing = self.hasFocus() and self.words != self._kept
        self._kept = tuple(words)
        if not typing and self.words != self._kept:
            self.setText(", ".join(words))
            self.setCursorPosition(0)

    def open_menu(self) -> None:
        """Show everything that is offered, ticked where it is chosen."""
        menu = QMenu(self)
        chosen = {word.casefold() for word in self.words}
        for word in self.ask()[:40]:
            action = menu.addAction(literal(word))
            action.setCheckable(True)
            action.setChecked(word.casefold() in chosen)
            action.triggered.connect(lambda on, item=word: self._toggle(item, on))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _toggle(self, word: str, on: bool) -> None:
        rest = [item for item in self.words if item.casefold() != word.casefold()]
        self.setText(", ".join([*rest, word] if on else rest))
        self._finish()

    def _finish(self) -> None:
        if self.words != self._kept:
            self._kept = self.words
            self.said.emit(self._kept)
        clean = ", ".join(self._kept)
        if clean != self.text():
            self.setText(clean)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Alt and the arrow down tick in the menu."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_menu()
            return
        super().keyPressEvent(event)
