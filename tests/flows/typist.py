# SPDX-License-Identifier: EUPL-1.2
"""Runs the window of a plan in a process of its own and types into a post until somebody pulls the plug."""

import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.flows.sitting import Sitting


def main(home: Path, post: str) -> None:
    """Type words for ever; write the whole text to stdout each time the page says that it is saved."""
    application = QApplication(sys.argv[:1])
    sitting = Sitting(application, home)
    sitting.open(home / "plan")
    sitting.search(post)
    page = sitting.editor
    page.column.box.area.setFocus()

    def acknowledge() -> None:
        sys.stdout.write(repr(sitting.post(post).text) + "\n")
        sys.stdout.flush()

    page.saved.connect(lambda _when: acknowledge())
    words = count(1)

    def type_on() -> None:
        QTest.keyClicks(page.column.box.area, f"Wort{next(words)} ")

    timer = QTimer()
    timer.timeout.connect(type_on)
    timer.start(15)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
