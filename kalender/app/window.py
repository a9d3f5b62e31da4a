# SPDX-License-Identifier: EUPL-1.2
"""Opens the window: theme, jobs, the last plan or the start screen, and a net for what nobody expected."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.app.paths import Paths, paths

if TYPE_CHECKING:
    from kalender.services.clock import Clock


def main(plan: Path | None = None, *, clock: Clock | None = None) -> int:
    """Run the window on a plan, or on the last one; return the exit code."""
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    from kalender.app.desktop import Desktop

    places: Paths = paths()
    desktop = Desktop(application, places, clock=clock)
    desktop.start(plan)
    code = application.exec()
    desktop.close()
    return code
