# SPDX-License-Identifier: EUPL-1.2
"""The library with 10,000 pictures: opening it, a frame of scrolling, a search, its filters, a change while it is open.

python -m tests.bench.bench_library [pictures]
"""

import os
import random
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kalender.app.house import House
from kalender.domain.picture import Licence, Picture
from kalender.ui.pictures.library.page import LibraryPage
from kalender.ui.theme.theme import Theme
from tests.bench.frames import Frames
from tests.ui.room import a_house
from tests.ui.stages import THEMES

SIZE = (1284, 846)
STEP = 240
"""Px of one turn of the wheel."""

USED = 2_000
OFFICES = ("", "Bauamt", "Kulturamt", "Feuerwehr", "Stadtwerke")


def main(pictures: int = 10_000) -> None:
    """Print all figures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, THEMES, choice="hell")
    with tempfile.TemporaryDirectory() as folder:
        house = a_full_house(Path(folder), pictures)
        copies = [QImage(512, 384, QImage.Format.Format_RGB32) for _ in range(60)]
        for number, image in enumerate(copies):
            image.fill(Qt.GlobalColor(7 + number % 12))
        opening = Frames(f"opened with {pictures} pictures, until painted", 200)
        page: LibraryPage | None = None
        for _ in range(5):
            if page is not None:
                page.deleteLater()
                app.processEvents()
            with opening.frame():
                page = a_library(house, theme, copies)
                app.processEvents()
        assert page is not None
        opening.tell()
        scrolled(app, page).tell()
        searched = Frames("searched for a word", 50)
        for word in ("markt", "rathaus", "bauamt", "4711", "") * 4:
            page.search.setText(word)
            with searched.frame():
                page._show_pictures()
                app.processEvents()
        searched.tell()
        narrowed = Frames("filtered: used, unused, ending, all", 50)
        for key in ("used", "unused", "ending", "all") * 5:
            with narrowed.frame():
                page.filter.button(key).click()
                app.processEvents()
        narrowed.tell()
        end = house.desk.subscribe(page.changed)
        changed = Frames("a picture described while it is open", 50)
        for number, picture in enumerate(house.pictures.all()[:20]):
            with changed.frame():
                house.pictures.set_fields(picture.id, alt=f"Ein Text, Nummer {number}")
                app.processEvents()
        changed.tell()
        end()
        page.deleteLater()
        app.processEvents()
        house.close()


def a_full_house(folder: Path, pictures: int) -> House:
    """Return a plan with so many pictures, the first of them used in posts; none has a file."""
    house = a_house(folder / "plan")
    chance = random.Random(7)
    today = house.consents.today()
    ids = []
    with house.desk.action("picture.imported", count=pictures) as act:
        for number in range(pictures):
            ids.append(f"picture-{number:05d}")
            act.put(
                Picture(
                    id=ids[-1],
                    sha256=f"{number:064x}",
                    name=f"IMG_{number:04d}-{chance.choice(('markt', 'rathaus', 'schule', 'wald'))}.jpg",
                    suffix="jpg",
                    width=4000,
                    height=3000,
                    bytes=3_000_000,
                    alt="Ein Foto aus der Stadt" if number % 3 else "",
                    credit="Stadt Lindenbrunn",
                    licence=Licence.OWN,
                    source=chance.choice(OFFICES),
                    valid_until=today + timedelta(days=chance.randrange(400)) if number % 10 == 0 else None,
                )
            )
    for start in range(0, min(USED, pictures), 10):
        post = house.posts.create(f"Beitrag {start}")
        house.editing.attach(post, ids[start : start + 10])
    return house


def a_library(house: House, theme: Theme, copies: list[QImage]) -> LibraryPage:
    """Return the page, shown; small copies are in memory, as they are after a moment."""
    page = LibraryPage(
        theme,
        pictures=house.pictures,
        posts=house.posts,
        consents=house.consents,
        image_of=lambda id_, _px: copies[int(id_[-5:]) % len(copies)],
        bring_in=lambda _paths: None,
    )
    page.resize(*SIZE)
    page.show()
    return page


def scrolled(app: QApplication, page: LibraryPage) -> Frames:
    """Turn the wheel through the pictures, new ones each time."""
    found = Frames("a frame of scrolling, new pictures each time")
    bar = page.gallery.verticalScrollBar()
    for _ in range(200):
        with found.frame():
            bar.setValue(bar.value() + STEP)
            app.processEvents()
    return found


if __name__ == "__main__":
    main(*[int(word) for word in sys.argv[1:2]])
