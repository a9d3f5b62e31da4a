# SPDX-License-Identifier: EUPL-1.2
"""Opens the window: theme, jobs, the last plan or the start screen, and a net for what nobody expected."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.app.paths import Paths, paths
from kalender.app.unread import import_plainly
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from kalender.app.desktop import Desktop
    from kalender.services.clock import Clock

SHOWN = 200
"""Milliseconds after which the window stands there."""

SETTLED = 1000
"""Milliseconds after which the start is over."""

SEARCH = (5_000, 4, 70)
"""How many things more there are before Python looks for rubbish among them, how often before it looks again among those
of before, and then among all: 1.4 million things, for that takes 15 to 50 ms and would come in the middle of a frame."""

NO_DISPLAY = (
    "Hier gibt es keine Anzeige. Öffnen Sie Kalender an einem Bildschirm "
    "oder benutzen Sie die Befehle, siehe „kalender --help“."
)


def main(
    plan: Path | None = None,
    *,
    clock: Clock | None = None,
    started: Callable[[Desktop], object] = lambda _desktop: None,
) -> int:
    """Run the window on a plan, or on the last one; return the exit code. started: hears when it is about to be painted."""
    if not _has_display():
        sys.stderr.write(tr(NO_DISPLAY) + "\n")
        return 1
    gc.disable()  # what is made at the start stays: looking through it for rubbish only takes time
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    import_plainly()
    from kalender.ui.theme.styled import STYLE, STYLED

    application = QApplication.instance()
    if application is None:
        application = QApplication([*sys.argv[:1], "-style", STYLE])
        application.setProperty(STYLED, STYLE)
    assert isinstance(application, QApplication)
    from kalender.app.desktop import Desktop

    places: Paths = paths()
    desktop = Desktop(application, places, clock=clock)
    desktop.start(plan)
    if desktop.troubled.handed_over:
        desktop.close()
        return 0
    QTimer.singleShot(SHOWN, desktop.show_icon)
    QTimer.singleShot(SETTLED, settled)
    started(desktop)
    code = application.exec()
    gc.enable()
    desktop.close()
    return code


def settled() -> None:
    """Look for rubbish from now on, but never in what the start has made: that is 90 ms in which nothing is painted.

    All that came later is looked through where nobody waits, see ui/calendar/ahead.py.
    """
    gc.freeze()
    gc.set_threshold(*SEARCH)
    gc.enable()


def _has_display() -> bool:
    """Tell whether a window can be shown: Linux without a display ends Qt before anybody could say why."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
