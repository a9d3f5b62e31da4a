# SPDX-License-Identifier: EUPL-1.2
"""The switch under a preview: as on a light phone or a dark one, whatever the window looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.settings.preferences import PreferenceFile

LIGHT, DARK = "hell", "dunkel"
"""What the phone of a reader is set to."""


class Lighting(Segmented):
    """Every page that shows previews has one; all that remember the same file agree when they are shown.

    turned: it is the other way from now on; told: somebody chose so.
    """

    turned = Signal()
    told = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            [(LIGHT, tr("Hell")), (DARK, tr("Dunkel"))],
            name=tr("Vorschau hell oder dunkel"),
            current=LIGHT,
        )
        self._preferences: PreferenceFile | None = None
        self.chosen.connect(self._tell)

    @property
    def dark(self) -> bool:
        """Whether the phone is dark."""
        return self.current == DARK

    def remember(self, preferences: PreferenceFile) -> None:
        """Be as was chosen on this computer, and keep what is chosen from now on."""
        self._preferences = preferences
        self._agree()

    def flip(self) -> None:
        """Choose the other one, as a key does."""
        self.button(LIGHT if self.dark else DARK).click()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Follow what was chosen on another page meanwhile."""
        super().showEvent(event)
        self._agree()

    def _agree(self) -> None:
        if self._preferences is not None and self._preferences.values.preview_dark != self.dark:
            self.choose(DARK if self._preferences.values.preview_dark else LIGHT)
            self.turned.emit()

    def _tell(self, _key: str) -> None:
        if self._preferences is not None:
            self._preferences.change(preview_dark=self.dark)
        self.turned.emit()
        self.told.emit(self.dark)
