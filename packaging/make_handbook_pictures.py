# SPDX-License-Identifier: EUPL-1.2
"""Draws the pictures of the handbook from the real window on the sample plan, without a display.

Usage: python packaging/make_handbook_pictures.py [FOLDER], by default resources/handbook/bilder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "handbook" / "bilder"
SIZE = (1440, 900)
LOOK = "hell"

EDITED = "Weihnachtsmarkt ist eröffnet"
REVIEWED = "Müllabfuhr über Weihnachten"
WRITER = "katrin-sommer"
WRITERS = (
    *("monat", "beitrag", "zuschnitt", "ablauf", "bilder", "export", "einstellungen"),
    *("pruefungen", "pruefregeln", "wer-ist-wo"),
)
REVIEWER, REVIEWERS = "ines-falkner", ("freigabe",)
"""Who sits there, and the pictures made then."""
PAGES = {"ablauf": "board", "bilder": "pictures", "export": "export"}
PEOPLE = {"Emre Yıldız": (285, 440), "Lea Brandt": (500, 440), "Jonas Weber": (715, 440)}
"""Who is marked on the picture of the trainees, and where, in per mille."""
PACKAGES = "D:\\Öffentlichkeitsarbeit\\Export"
"""A folder to show, so that no picture names one of the computer it was made on."""

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

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
        plan = home / "Beispielplan Lindenbrunn"
        for person, screens in ((WRITER, WRITERS), (REVIEWER, REVIEWERS)):
            desktop = Desktop(application, places)
            if not plan.exists():
                write(plan, worker=desktop.worker, cache=places.thumbnails).close()
            desktop.theme.choose(LOOK)
            desktop.preferences.change(export_folder=PACKAGES)
            desktop.preferences.put(desktop.preferences.values.with_person(plan, person))
            if not desktop.open(plan) or desktop.place is None:
                raise SystemExit("the sample plan did not open")
            window = desktop.place.window
            window.resize(*SIZE)
            for picture in screens:
                shown = _go(desktop, picture) or window
                settle(application, desktop)
                window.notices.take("dues")  # what is overdue has a picture of its own words
                settle(application, desktop)
                path = folder / f"{picture}.png"
                path.write_bytes(small(shown.grab()))
                if shown is not window:
                    shown.close()
                print(f"{path}  {path.stat().st_size // 1024} kB")
            desktop.close()


def _go(desktop: Desktop, picture: str) -> QWidget | None:
    """Lead the window to what a picture shows; return what is drawn where it is not the window."""
    from kalender.ui.preferences.channels import ChannelsPart
    from kalender.ui.preferences.page import SettingsPage

    place, house = desktop.place, desktop.house
    assert place is not None
    assert house is not None
    visits, window = place.visits, place.window

    def post(title: str) -> str:
        return next(hit.card.id for hit in house.posts.find(title) if hit.card.title == title)

    match picture:
        case "monat":
            window.show_page("calendar")
            if visits.calendar is not None:
                visits.calendar.choose([post(EDITED)])
        case "beitrag":
            visits.open_post(post(EDITED))
        case "zuschnitt":
            shown = house.posts.get(post(EDITED))
            visits.open_crop(shown.id, shown.attachments[0].id)
        case "freigabe":
            visits.open_review(post(REVIEWED))
        case "einstellungen":
            visits.perform_elsewhere("app.settings")
            page = window.pages.page("settings")
            assert isinstance(page, SettingsPage)
            part = page.show_part("channels")
            assert isinstance(part, ChannelsPart)
            part.unfold("instagram")
        case "pruefregeln":
            page = window.pages.page("settings")
            assert isinstance(page, SettingsPage)
            window.show_page("settings")
            page.show_part("rules")
        case "wer-ist-wo":
            return _people(desktop)
        case "pruefungen":
            visits.perform_elsewhere("tools.check")
        case other:
            window.show_page(PAGES[other])
    return None


def _people(desktop: Desktop) -> QWidget:
    """Mark three people on a picture, and return the dialog in which that is done."""
    from kalender.domain.crop import Focus
    from kalender.domain.rights.consent import Consent
    from kalender.ui.pictures.library.page import LibraryPage
    from kalender.ui.pictures.people.dialog import PinsDialog

    place, house = desktop.place, desktop.house
    assert place is not None
    assert house is not None
    picture = next(item.id for item in house.pictures.all() if item.name == "azubis.jpg")
    spots = {
        house.consents.add(Consent(id="", name=name), [picture]): Focus(x=x, y=y)
        for name, (x, y) in PEOPLE.items()
    }
    house.consents.pin(picture, spots)
    page = place.window.show_page("pictures")
    assert isinstance(page, LibraryPage)
    page.details.consents.pins_wanted.emit(picture)
    return next(item for item in place.window.findChildren(PinsDialog) if item.isVisible())


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
