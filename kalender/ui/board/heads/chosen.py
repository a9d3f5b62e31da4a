# SPDX-License-Identifier: EUPL-1.2
"""The row over the board while several cards are chosen: how many, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size, close_button
from kalender.wording.tr import tr

MOST = 6
"""Actions that stand in the row; the menu of a card has all."""


class ChosenRow(Ground):
    """left: lets go of the choice; duplicate, delete: of the chosen cards."""

    def __init__(
        self,
        theme: Theme,
        *,
        leave: Callable[[], object],
        duplicate: Callable[[], object],
        delete: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "bg-selected", edges="b", parent=parent)
        self._theme = theme
        self._row = spaced(theme, QHBoxLayout(self), (16, 6, 10, 6), 6)
        self._count = Text(theme, "", "body", weight=600)
        self._row.addWidget(self._count)
        self._row.addSpacing(theme.px(8))
        self._ends = [
            Button(theme, tr("Duplizieren"), size=Size.DENSE, clicked=duplicate),
            Button(theme, tr("Löschen"), size=Size.DENSE, kind=Kind.DANGER, clicked=delete),
        ]
        for button in self._ends:
            self._row.addWidget(button)
        self.more = Button(theme, tr("Weitere"), size=Size.DENSE, arrow=True, clicked=self._open_more)
        self.more.hide()
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self.close_button = close_button(theme, leave)
        self.close_button.setAccessibleName(tr("Auswahl aufheben"))
        self.close_button.setToolTip(tr("Auswahl aufheben (Esc)"))
        self._row.addWidget(self.close_button)
        self._made: list[Button] = []
        self.hide()

    def show_count(self, count: int, actions: Callable[[], Sequence[QAction]]) -> None:
        """Show the row for several cards, and let it go for one or none."""
        self.setVisible(count > 1)
        if count < 2:
            return
        words = tr("{count} Beiträge ausgewählt").format(count=count)
        self._count.setText(words)
        self.setAccessibleName(words)
        if not self._made:
            for at, action in enumerate(list(actions())[:MOST]):
                button = Button(self._theme, action.text(), size=Size.DENSE)
                button.follow(action)
                self._row.insertWidget(2 + at, button)
                self._made.append(button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put what has no room into a menu."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the page be narrow."""
        return QSize(self._theme.px(240), super().minimumSizeHint().height())

    def _fit(self) -> None:
        gap = self._row.spacing()
        fixed = (self._count, self.close_button, self.more)
        room = self.width() - sum(part.sizeHint().width() + gap for part in fixed) - self._theme.px(40)
        for button in self.buttons():
            room -= button.sizeHint().width() + gap
            button.setVisible(room >= 0)
        self.more.setVisible(room < 0)

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self.buttons():
            if button.isHidden():
                action = menu.addAction(button.text())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(button.click)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def buttons(self) -> list[Button]:
        """Return the buttons from left to right."""
        return [*self._made, *self._ends]
