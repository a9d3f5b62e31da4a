# SPDX-License-Identifier: EUPL-1.2
"""The saved view in use, at the end of the row of chips: its name, whether it is changed, and what to do then."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kalender.ui.narrowing.narrowing import Narrowing
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.wording.tr import tr


class ViewChip(QWidget):
    """Lists the saved views at a click. A changed one is named so, with the ways to keep the change or to let it go."""

    def __init__(self, theme: Theme, narrowing: Narrowing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowing = narrowing
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = spaced(theme, QHBoxLayout(self), gap=6)
        self.keep = Button(theme, tr("Sichern"), size=Size.DENSE, clicked=narrowing.keep_wanted.emit)
        self.drop = Button(
            theme, tr("Verwerfen"), kind=Kind.QUIET, size=Size.DENSE, clicked=narrowing.return_wanted.emit
        )
        self.keep.setAccessibleDescription(tr("Sichert die Änderung in der Ansicht"))
        self.drop.setAccessibleDescription(tr("Zeigt wieder, was die Ansicht sagt"))
        self.name = Button(theme, icon="ri.bookmark-line", arrow=True, checkable=True, clicked=self._open)
        for widget in (self.keep, self.drop, self.name):
            row.addWidget(widget)
        narrowing.told.connect(self.show_told)
        self.show_told()

    def show_told(self) -> None:
        """Name the view in use."""
        view, differs = self._narrowing.view, self._narrowing.differs
        self.name.setChecked(bool(view))
        self.name.setText(
            tr("{view} · geändert").format(view=view) if view and differs else view or tr("Ansichten")
        )
        spoken = tr("Gesicherte Ansicht: {view}").format(view=view) if view else tr("Gesicherte Ansichten")
        self.name.setAccessibleName(f"{spoken}, {tr('geändert')}" if differs else spoken)
        self.name.setToolTip(spoken)
        for button in (self.keep, self.drop):
            button.setVisible(bool(view) and differs)
        self.updateGeometry()

    def set_short(self, *, short: bool) -> None:
        """Show the symbol alone while no view is in use."""
        if short != self._short:
            self._short = short
            self.show_told()

    def _open(self) -> None:
        self.name.setChecked(bool(self._narrowing.view))
        self._narrowing.menu_wanted.emit(self.name)
