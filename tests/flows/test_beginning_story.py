# SPDX-License-Identifier: EUPL-1.2
"""From nothing to an own plan with posts from a spreadsheet and photos from a phone."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pillow_heif
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kalender.domain.plan import Land, Role
from kalender.domain.stage import Stage
from kalender.services.clock import FixedClock
from kalender.ui.intake.panel import ImportPanel
from kalender.ui.start.window import StartWindow
from tests.flows.sitting import Sitting
from tests.media.drawn import is_upright, quarters, stored

ORIENTATION = 0x0112
TODAY = datetime(2026, 12, 1, 9, 0)


@pytest.fixture
def newcomer(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    """Someone who starts the application for the first time."""
    found = Sitting(qapp, tmp_path / "home", clock=FixedClock(TODAY))
    found.desktop.start(None)
    yield found
    found.close()


def start_window(qapp: QApplication) -> StartWindow:
    return next(item for item in qapp.topLevelWidgets() if isinstance(item, StartWindow) and item.isVisible())


def set_up(sitting: Sitting, qapp: QApplication) -> None:
    """Go through the wizard by keyboard."""
    window = start_window(qapp)
    window.activateWindow()
    sitting.click(window.screen_.new)
    wizard = window.wizard
    sitting.type("Lindenbrunn")
    QTest.keyClick(wizard.town.name, Qt.Key.Key_Return)
    for channel in ("facebook", "instagram"):
        QTest.keyClick(wizard.channels.rows[channel].box, Qt.Key.Key_Space)
    sitting.click(wizard.next)
    QTest.keyClicks(wizard.people.rows[0].name, "Katrin Sommer")
    QTest.keyClicks(wizard.people.rows[1].name, "Ines Falkner")
    sitting.click(wizard.next)
    sitting.click(wizard.next)
    assert wizard.next.text() == "Plan anlegen"
    sitting.click(wizard.next)
    sitting.show()


def photos(folder: Path) -> None:
    """Write what a phone and a desk leave in a folder: lying and upright, four kinds of file, one twice, one broken."""
    folder.mkdir()
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    stored(quarters(1600, 1200), 6).save(folder / "IMG_0001.JPG", quality=92, exif=exif)
    quarters(1500, 1000).save(folder / "plakat.png")
    quarters(1400, 1400).save(folder / "brunnen.webp", quality=92)
    pillow_heif.from_pillow(quarters(1280, 960)).save(folder / "IMG_0002.HEIC", quality=92)
    (folder / "kopie.jpg").write_bytes((folder / "IMG_0001.JPG").read_bytes())
    (folder / "kaputt.jpg").write_bytes(b"\xff\xd8\xff\xe0 das war einmal ein Bild")


def a_table(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Redaktionsplan Dezember"],
        ["Datum", "Uhrzeit", "Titel", "Text", "Kanäle"],
        [date(2026, 12, 4), "17:00", "Weihnachtsmarkt", "Heute um 17 Uhr geht es los.", "Facebook, Insta"],
        ["07.12.2026", "", "Ausbildung", "Jetzt bewerben.", "FB"],
        ["", "", "Danke an den Winterdienst", "", ""],
    ):
        sheet.append(row)
    book.save(path)


def test_a_wizard_of_five_steps_makes_a_plan_and_opens_it(newcomer: Sitting, qapp: QApplication) -> None:
    set_up(newcomer, qapp)
    plan = newcomer.house.plan
    assert newcomer.window.windowTitle() == "Kalender – Stadt Lindenbrunn"
    assert plan.municipality.land is Land.BW
    assert [item.name for item in plan.channels] == ["Facebook", "Instagram"]
    assert {item.name: item.role for item in plan.people} == {
        "Katrin Sommer": Role.EDITING,
        "Ines Falkner": Role.APPROVAL,
    }
    assert newcomer.house.folder == newcomer.desktop.places.documents / "Stadt Lindenbrunn"
    assert newcomer.calendar.toolbar.title.text() == "Dezember 2026"
    assert not any(isinstance(item, StartWindow) and item.isVisible() for item in qapp.topLevelWidgets())


def test_a_spreadsheet_and_a_folder_of_photos_come_in(
    newcomer: Sitting, qapp: QApplication, tmp_path: Path
) -> None:
    set_up(newcomer, qapp)
    table, folder = tmp_path / "plan.xlsx", tmp_path / "fotos"
    a_table(table)
    photos(folder)
    newcomer.menu("import.table")
    panel = next(item for item in newcomer.window.findChildren(ImportPanel) if item.isVisible())
    newcomer.click(panel.choose)
    newcomer.choose_file(table)
    assert panel.take.text() == "3 Beiträge übernehmen"
    newcomer.click(panel.take)
    assert panel.outcome.text() == "3 Beiträge übernommen"
    newcomer.click(panel.cancel)
    market = newcomer.post("Weihnachtsmarkt")
    assert market.planned == datetime(2026, 12, 4, 17, 0)
    assert [item.id for item in market.versions] == ["facebook", "instagram"]
    assert newcomer.card("Danke an den Winterdienst").stage in {Stage.IDEA, Stage.DRAFT}
    assert newcomer.calendar.model.index_of(market.id).isValid()

    newcomer.menu("import.folder")
    newcomer.choose_file(folder)
    pictures = {item.name: item for item in newcomer.house.pictures.all()}
    assert set(pictures) == {"IMG_0001.JPG", "plakat.png", "brunnen.webp", "IMG_0002.HEIC"}
    assert pictures["IMG_0001.JPG"].size == (1600, 1200)
    assert "kaputt.jpg" in newcomer.said
    newcomer.to_page(5)
    for picture in pictures.values():
        small = newcomer.house.pictures.make_small(picture)
        assert small is not None
        with Image.open(small) as image:
            assert is_upright(image, 30), picture.name

    newcomer.undo()
    assert newcomer.house.pictures.all() == []
    newcomer.undo()
    assert newcomer.house.posts.cards_between(date(2026, 12, 1), date(2026, 12, 31)) == []


def test_the_sample_is_one_click_away(newcomer: Sitting, qapp: QApplication) -> None:
    window = start_window(qapp)
    newcomer.click(window.screen_.sample)
    newcomer.until(lambda: newcomer.desktop.place is not None)
    newcomer.show()
    assert sum(newcomer.house.posts.counts().values()) >= 38
