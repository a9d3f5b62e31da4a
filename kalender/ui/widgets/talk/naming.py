# SPDX-License-Identifier: EUPL-1.2
"""The line in which a comment is written: @ offers the people of the plan, chosen by keys or mouse."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from kalender.domain.language.addressed import begun
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.field import LineField
from kalender.wording.tr import tr

_CHOOSES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape})


class NamingLine(LineField):
    """people: id -> name; offered: the list of names. While names are offered, Enter and Tab take one and Esc takes none."""

    def __init__(self, theme: Theme, *, hint: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, hint=hint, name=name, parent=parent)
        self.people: Mapping[str, str] = {}
        self._names = QStringListModel(self)
        self.offer = QCompleter(self._names, self)
        self.offer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.offer.setWidget(self)
        popup = self.offer.popup()
        assert popup is not None
        self.offered = popup
        self.offered.setAccessibleName(tr("Personen"))
        self.offer.activated.connect(self._take)
        self.textEdited.connect(lambda _text: self._look())

    def _look(self) -> None:
        """Offer names where one is being typed before the cursor."""
        _at, names = begun(self.text()[: self.cursorPosition()], self.people)
        if not names:
            self.offered.hide()
            return
        self._names.setStringList(names)
        self.offer.complete()
        self.offered.setCurrentIndex(self.offer.completionModel().index(0, 0))

    def _take(self, name: str) -> None:
        """Write the chosen name in the place of what was begun."""
        place = self.cursorPosition()
        at, _names = begun(self.text()[:place], self.people)
        if at >= 0:
            rest = self.text()[place:]
            self.setText(f"{self.text()[:at]}@{name} {rest.lstrip()}")
            self.setCursorPosition(at + len(name) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the keys that choose to the names while they are offered: Enter must not send the comment then."""
        if event.key() in _CHOOSES and self.offered.isVisible():
            event.ignore()
            return
        super().keyPressEvent(event)
