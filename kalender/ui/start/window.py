# SPDX-License-Identifier: EUPL-1.2
"""The window that stands there while no plan is open: start screen and wizard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kalender.domain.format import Platform
from kalender.domain.refusal import Refused
from kalender.ui.start.screen import Recent, StartScreen
from kalender.ui.start.wizard import Wizard
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.focus import FocusRing
from kalender.wording.tr import tr


class StartWindow(QWidget):
    """recent: folders of plans of before. wizard: begin with it. Signals as those of start screen and wizard."""

    plan_wanted = Signal(object)
    open_wanted = Signal(object)
    browse_wanted = Signal()
    sample_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        recent: Sequence[Path],
        platforms: Sequence[Platform],
        documents: Path,
        wizard: bool = False,
        today: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("Kalender"))
        self.screen_ = StartScreen(theme, recent=[recent_of(folder) for folder in recent])
        self.wizard = Wizard(
            theme, platforms=platforms, documents=documents, today=today or datetime.now().date()
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.screen_)
        self._stack.addWidget(self.wizard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._ring = FocusRing(self, theme)
        self.screen_.new_wanted.connect(lambda: self.show_wizard(shown=True))
        self.screen_.open_wanted.connect(self.open_wanted)
        self.screen_.browse_wanted.connect(self.browse_wanted)
        self.screen_.sample_wanted.connect(self.sample_wanted)
        self.wizard.later.connect(lambda: self.show_wizard(shown=False))
        self.wizard.plan_wanted.connect(self.plan_wanted)
        self.show_wizard(shown=wizard)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size of the wizard."""
        return self.wizard.sizeHint()

    def show_wizard(self, *, shown: bool) -> None:
        """Bring the wizard to the front, or the start screen."""
        self._stack.setCurrentWidget(self.wizard if shown else self.screen_)
        (self.wizard.town.name if shown else self.screen_.new).setFocus()

    def refuse(self, refusal: Refused) -> None:
        """Say why the plan of the wizard could not be made."""
        self.wizard.refuse(refusal)

    def show_problem(self, words: str) -> None:
        """Say on the start screen why a plan could not be opened."""
        self.show_wizard(shown=False)
        self.screen_.show_problem(words)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name and signature
        """Show the ring from the first Tab on."""
        self._ring.by_keyboard()
        return super().focusNextPrevChild(forward)


def recent_of(folder: Path) -> Recent:
    """Return a plan of before, with what is still there of it."""
    return Recent(folder=folder, title=folder.name, there=(folder / "plan.kalender").is_file())
