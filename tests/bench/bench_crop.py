# SPDX-License-Identifier: EUPL-1.2
"""A hand on the crop page over a photo of 48 megapixels: what one frame costs, in process time.

python -m tests.bench.bench_crop [FRAMES]    120 of each kind unless told
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kalender.domain.crop import Focus
from kalender.ui.pictures.crop.adjusting import EDGE
from kalender.ui.pictures.crop_page import CropPage
from kalender.ui.theme.theme import Theme
from tests.media.drawn import photo
from tests.ui.room import a_house, a_post_with_pictures

SIZE = (8000, 6000)
FOLDER = Path(__file__).parents[2] / "resources" / "themes"


def frames(count: int, move: Callable[[int], object]) -> list[float]:
    """Return what each frame costs in ms of process time: the move, and all that is painted after it."""
    found = []
    for number in range(count):
        before = time.process_time()
        move(number)
        QApplication.processEvents()
        found.append(1000 * (time.process_time() - before))
    return sorted(found)


def say(words: str) -> None:
    """Write a line of figures."""
    sys.stdout.write(words + "\n")


def main(count: int) -> None:
    """Print middle, 95th percentile and worst of every kind of move."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        house = a_house(folder)
        original = folder / "foto.jpg"
        photo(2000, 1500).resize(SIZE, Image.Resampling.BICUBIC).save(original, quality=88)
        id_, _attachments = a_post_with_pictures(house, [original])
        picture = house.pictures.get(house.posts.get(id_).attachments[0].picture)
        copy = QImage(str(house.pictures.make_small(picture, EDGE)))
        page = CropPage(
            Theme(app, FOLDER, choice="hell"),
            posts=house.posts,
            plan=house.plan,
            cropping=house.cropping,
            image_of=lambda _id, _px: copy,
        )
        page.resize(1358, 816)
        page.show()
        page.open(id_)
        page.tools.adjust.click()
        app.processEvents()
        bar, canvas = page.adjusting.bar, page.canvas
        moves: dict[str, Callable[[int], object]] = {
            "focus point": lambda n: canvas.focus_changed.emit(Focus(x=200 + 5 * (n % 120), y=400)),
            "crop by key": lambda n: QTest.keyClick(canvas, Qt.Key.Key_Right if n % 2 else Qt.Key.Key_Left),
            "straighten": lambda n: bar.tilt.slider.setValue(n % 120 - 60 or 1),
            "light": lambda n: bar.light.slider.setValue(n % 80 + 1),
        }
        say(f"{SIZE[0]} × {SIZE[1]} px, {len(page.shapes.shapes())} formats, process time per frame")
        for name, move in moves.items():
            bar.clear.click()
            cost = frames(count, move)
            most = cost[int(0.95 * len(cost))]
            say(
                f"{name:<12} middle {statistics.median(cost):5.1f}  95 % {most:5.1f}  worst {cost[-1]:5.1f} ms"
            )
        bar.tilt.slider.setValue(0)
        bar.cover.click()
        QTest.keyClick(page.adjusting.covers, Qt.Key.Key_Insert)
        cost = frames(
            count,
            lambda n: QTest.keyClick(page.adjusting.covers, Qt.Key.Key_Right if n % 2 else Qt.Key.Key_Left),
        )
        most = cost[int(0.95 * len(cost))]
        say(
            f"{'cover':<12} middle {statistics.median(cost):5.1f}  95 % {most:5.1f}  worst {cost[-1]:5.1f} ms"
        )
        page.discard()
        house.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 120)
