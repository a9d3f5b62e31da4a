# SPDX-License-Identifier: EUPL-1.2
"""Editor, crop page, library and wizard look as approved, on a small plan made here."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.picture import Licence
from kalender.formats.catalogue import load
from kalender.ui.editor.page import EditorPage
from kalender.ui.pictures.crop_page import CropPage
from kalender.ui.pictures.library.page import LibraryPage
from kalender.ui.start.screen import Recent, StartScreen
from kalender.ui.start.wizard import Wizard
from kalender.ui.theme.theme import Theme
from tests.look.comparison import Comparison
from tests.look.test_components import a_picture
from tests.ui.room import a_house

FOLDER = Path(__file__).parents[2] / "resources" / "themes"
TEXT = """Kerzenschein, Kinderpunsch und richtig gute Geschichten.

Am Freitag, 11. Dezember, liest um 15 Uhr unsere Vorlesepatin Hanne Krüger in der Stadtbücherei, in der es dank vieler \
Spenden auch eine neue Leseecke mit Kissen und Decken gibt, für Kinder von vier bis acht Jahren.

#stadtbüchereilindenbrunn #Vorlesen"""


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    house = a_house(tmp_path)
    names = ("abend.png", "rathaus.png")
    for number, name in enumerate(names):
        image = a_picture().copy(number, 0, 600 - number, 400).scaled(1500, 1000)
        assert image.save(str(tmp_path / name))
    house.pictures.import_files([tmp_path / name for name in names])
    yield house
    house.close()


@pytest.fixture
def post(house: House) -> str:
    from datetime import datetime

    pictures = house.pictures.all()
    house.pictures.set_fields(pictures[1].id, alt="Häuser am Abend", licence=Licence.OWN)
    id_ = house.posts.create(
        "Vorlesen in der Bücherei",
        planned=datetime(2026, 12, 11, 15),
        text="Am Freitag lesen wir vor.",
        topic="familie",
    )
    house.editing.attach(id_, [item.id for item in pictures])
    house.editing.set_text(id_, TEXT, "instagram")
    house.editing.set_fields(id_, place="Stadtbücherei, Brunnengasse 4", link="www.lindenbrunn.de/vorlesen")
    house.reviews.comment(id_, "Aufzug erwähnen!")
    return id_


def shown(qtbot: QtBot, page: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()


def images(house: House) -> dict[str, QImage]:
    return {item.id: QImage(str(house.pictures.original(item.id))) for item in house.pictures.all()}


@pytest.mark.parametrize(
    ("choice", "width", "height", "scale"),
    [("hell", 1358, 816, 100), ("dunkel", 1284, 690, 100), ("hell", 1284, 690, 200)],
)
def test_the_editor_looks_as_approved(
    qtbot: QtBot,
    qapp: QApplication,
    compare: Comparison,
    house: House,
    post: str,
    choice: str,
    width: int,
    height: int,
    scale: int,
) -> None:
    copies = images(house)
    page = EditorPage(
        Theme(qapp, FOLDER, choice=choice, scale=scale),
        posts=house.posts,
        editing=house.editing,
        reviews=house.reviews,
        checks=house.checks,
        plan=house.plan,
        desk=house.desk,
        image_of=lambda id_, _px: copies[id_],
        bring_in=lambda _paths, _done: None,
    )
    shown(qtbot, page, width, height)
    page.open(post, channel="instagram")
    page.column.tabs.setFocus()
    page.column.tabs.clearFocus()
    QApplication.processEvents()
    compare(page, f"writing/editor-{choice}-{width}-{scale}")
    page.leave()


@pytest.mark.parametrize(("choice", "width", "height"), [("hell", 1358, 816), ("dunkel", 1284, 690)])
def test_the_crop_page_looks_as_approved(
    qtbot: QtBot,
    qapp: QApplication,
    compare: Comparison,
    house: House,
    post: str,
    choice: str,
    width: int,
    height: int,
) -> None:
    copies = images(house)
    page = CropPage(
        Theme(qapp, FOLDER, choice=choice),
        posts=house.posts,
        plan=house.plan,
        cropping=house.cropping,
        image_of=lambda id_, _px: copies[id_],
    )
    shown(qtbot, page, width, height)
    page.open(post)
    page._choose(1)
    page.numbers.sized.emit(450, 0)
    page.canvas.clearFocus()
    QApplication.processEvents()
    compare(page, f"writing/crop-{choice}-{width}")
    page.discard()


def test_the_library_looks_as_approved(
    qtbot: QtBot, qapp: QApplication, compare: Comparison, house: House, post: str
) -> None:
    copies = images(house)
    page = LibraryPage(
        Theme(qapp, FOLDER, choice="hell"),
        pictures=house.pictures,
        posts=house.posts,
        consents=house.consents,
        image_of=lambda id_, _px: copies[id_],
        bring_in=lambda _paths: None,
    )
    shown(qtbot, page, 1232, 760)
    page.gallery.choose([house.pictures.all()[0].id])
    QApplication.processEvents()
    compare(page, "writing/library")


def test_the_wizard_looks_as_approved(qtbot: QtBot, qapp: QApplication, compare: Comparison) -> None:
    wizard = Wizard(
        Theme(qapp, FOLDER, choice="hell"),
        platforms=load().platforms,
        documents=Path("/home", "katrin", "Kalender"),
        today=date(2026, 12, 3),
        place_ok=lambda _folder: None,
    )
    shown(qtbot, wizard, 1014, 676)
    wizard.town.name.setText("Lindenbrunn")
    wizard.town.people.setText("8.400")
    for channel in ("facebook", "whatsapp"):
        wizard.channels.rows[channel].box.setChecked(True)
    wizard.people.rows[0].name.setText("Katrin Sommer")
    wizard.people.rows[1].name.setText("Ines Falkner")
    for step in range(3):
        wizard.next.setFocus()
        QApplication.processEvents()
        compare(wizard, f"writing/wizard-{step + 1}")
        wizard.go(1)


def test_the_start_looks_as_approved(qtbot: QtBot, qapp: QApplication, compare: Comparison) -> None:
    recent = [
        Recent(folder=Path("/home", "katrin", "Kalender", "Stadt Lindenbrunn"), title="Stadt Lindenbrunn"),
        Recent(folder=Path("/media/stick"), title="Lindenbrunn 2025", there=False),
    ]
    screen = StartScreen(Theme(qapp, FOLDER, choice="dunkel"), recent=recent)
    shown(qtbot, screen, 1014, 676)
    compare(screen, "writing/start")
