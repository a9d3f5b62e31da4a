# SPDX-License-Identifier: EUPL-1.2
"""Writes pictures of the main screens of a plan, without a display: python -m kalender.app.screenshots PLAN OUT."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

SIZES = ((1440, 900), (1366, 768))
PAGES = ("calendar", "board", "review", "pictures", "export")
PATIENCE = 15.0


def main(arguments: list[str]) -> int:
    """Write the pictures and print where they lie."""
    if len(arguments) < 2:
        print("Aufruf: python -m kalender.app.screenshots PLAN ORDNER [hell|dunkel]", file=sys.stderr)  # noqa: T201 - a command speaks on the terminal
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from kalender.app.desktop import Desktop
    from kalender.app.paths import Paths, paths

    plan, out = Path(arguments[0]), Path(arguments[1])
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    here = paths()
    places = Paths(config=out / ".config", cache=here.cache, logs=out / ".logs", documents=here.documents)
    desktop = Desktop(application, places)
    if len(arguments) > 2:
        desktop.theme.choose(arguments[2])
    if not desktop.open(plan) or desktop.place is None:
        return 1
    window = desktop.place.window
    for width, height in SIZES:
        window.resize(width, height)
        for page in PAGES:
            window.show_page(page)
            settle(application, desktop)
            name = out / f"{page}-{width}x{height}.png"
            window.grab().save(str(name))
            print(name)  # noqa: T201 - a command speaks on the terminal
    desktop.close()
    return 0


def settle(application: object, desktop: object) -> None:
    """Let the window finish what it does beside and after painting."""
    from PySide6.QtWidgets import QApplication

    from kalender.app.desktop import Desktop

    assert isinstance(application, QApplication)
    assert isinstance(desktop, Desktop)
    until = time.monotonic() + PATIENCE
    quiet = 0
    while quiet < 5 and time.monotonic() < until:
        application.processEvents()
        quiet = 0 if desktop.jobs.running else quiet + 1
        time.sleep(0.02)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
