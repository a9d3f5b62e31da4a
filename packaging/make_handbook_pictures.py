# SPDX-License-Identifier: EUPL-1.2
"""Draws the pictures of the handbook from the real window on the sample plan, without a display.

Usage: python packaging/make_handbook_pictures.py [FOLDER], by default resources/handbook/bilder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "handbook" / "bilder"
SIZE = (1440, 900)
LOOK = "hell"

EDITED = "Weihnachtsmarkt ist eröffnet"
REVIEWED = "Müllabfuhr über Weihnachten"
REVIEWER = "ines-falkner"

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from kalender.app.desktop import Desktop


def draw(folder: Path) -> None:
    """Open the sample plan, go from screen to screen and write what is seen."""
    from PySide6.QtWidgets import QApplication

    from kalender.app.desktop import Desktop
    from kalender.app.paths import Paths
    from kalender.app.sample.build import write
    from kalender.app.screenshots import settle

    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        places = Paths(config=home / "c", cache=home / "t", logs=home / "l", documents=home)
        desktop = Desktop(application, places)
        desktop.theme.choose(LOOK)
        plan = home / "Beispielplan Lindenbrunn"
        write(plan, worker=desktop.worker, cache=places.thumbnails).close()
        if not desktop.open(plan) or desktop.place is None:
            raise SystemExit("the sample plan did not open")
        window = desktop.place.window
        window.resize(*SIZE)
        for picture, go in _screens(desktop).items():
            go()
            settle(application, desktop)
            path = folder / f"{picture}.png"
            path.write_bytes(small(window.grab()))
            print(f"{path}  {path.stat().st_size // 1024} kB")
        desktop.close()


def _screens(desktop: Desktop) -> dict[str, Callable[[], object]]:
    """Return what leads to each picture, in an order in which one does not spoil the next."""
    place, house = desktop.place, desktop.house
    assert place is not None
    assert house is not None
    visits, window = place.visits, place.window

    def post(title: str) -> str:
        return next(hit.card.id for hit in house.posts.find(title) if hit.card.title == title)

    def month() -> None:
        window.show_page("calendar")
        if visits.calendar is not None:
            visits.calendar.choose([post(EDITED)])

    def crop() -> None:
        shown = house.posts.get(post(EDITED))
        visits.open_crop(shown.id, shown.attachments[0].id)

    def review() -> None:
        house.desk.acting_as(REVIEWER)
        visits.open_review(post(REVIEWED))

    return {
        "monat": month,
        "ablauf": lambda: window.show_page("board"),
        "bilder": lambda: window.show_page("pictures"),
        "export": lambda: window.show_page("export"),
        "beitrag": lambda: visits.open_post(post(EDITED)),
        "zuschnitt": crop,
        "freigabe": review,
    }


def small(picture: QPixmap) -> bytes:
    """Return a picture as PNG with 256 colours chosen for it, without dither, which would not compress."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    with Image.open(BytesIO(bytes(buffer.data().data()))) as image:
        few = image.convert("RGB").quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
