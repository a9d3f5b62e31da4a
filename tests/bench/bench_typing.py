# SPDX-License-Identifier: EUPL-1.2
"""What a letter costs in a text of 5,000 characters with all meters on, and what follows when the fingers rest.

python -m tests.bench.bench_typing [letters]
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kalender.app.sample.build import write
from kalender.jobs.pool import InlineWorker
from tests.bench.frames import Frames, put
from tests.flows.sitting import Sitting

LENGTH = 5_000
SENTENCE = (
    "Am Freitag, 11. Dezember, liest um 15 Uhr unsere Vorlesepatin Hanne Krüger in der Stadtbücherei, in der es seit diesem "
    "Herbst eine neue Leseecke mit Kissen und Deken gibt. Eintritt frei, ohne Anmeldung. #Vorlesen lindenbrunn.de/lesen\n\n"
)


def main(letters: int = 200) -> None:
    """Type at the end, in the middle and at the top, and let every meter follow."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        write(home / "plan", worker=InlineWorker()).close()
        sitting = Sitting(application, home)
        sitting.open(home / "plan")
        house = sitting.house
        channels = [item.id for item in house.plan.channels if item.active]
        text = (SENTENCE * (LENGTH // len(SENTENCE) + 1))[:LENGTH]
        id_ = house.posts.create("Vorlesen", text=text, channels=channels)
        assert sitting.desktop.place is not None
        sitting.desktop.place.visits.open_post(id_)
        sitting.settle()
        page = sitting.editor
        area, meter = page.column.box.area, page.column.box.meter
        put(f"{len(text)} characters, {len(channels)} channels, {len(page.found)} findings")
        area.setFocus()
        for where, place in (("end", LENGTH), ("middle", LENGTH // 2), ("top", 0)):
            area.select(place, 0)
            application.processEvents()
            frames = Frames(f"key to painted frame, at the {where}")
            for number in range(letters):
                with frames.frame():
                    QTest.keyClick(area, Qt.Key.Key_Space if number % 7 == 6 else Qt.Key.Key_E)
                    area.viewport().repaint()
            frames.tell()
        Frames("counters and marks, 80 ms after").again(page._show_figures, 20).tell()
        meters = Frames("readability, 400 ms after")
        for number in range(20):
            area.show_text(text + " " * number + "x")
            with meters.frame():
                meter.measure()
        meters.tell()
        Frames("checks and preview, 350 ms after", 30.0).again(page.check, 20).tell()
        saving = Frames("autosave, 1.5 s after", None)
        for _number in range(10):
            QTest.keyClick(area, Qt.Key.Key_E)
            with saving.frame():
                page.session.flush()
        saving.tell()
        page.leave()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
