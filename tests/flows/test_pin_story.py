# SPDX-License-Identifier: EUPL-1.2
"""Who stands where in a picture is marked in the library, by mouse and by keys alone, as one step."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog

from kalender.domain.crop import Focus
from kalender.domain.picture import Pin
from kalender.domain.rights.consent import Consent
from kalender.ui.consents.dialog import ConsentDialog
from kalender.ui.pictures.library.page import LibraryPage
from kalender.ui.pictures.people.dialog import PinsDialog
from tests.flows.sitting import Sitting
from tests.ui.room import a_photo

D = TypeVar("D", bound=QDialog)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def library(sitting: Sitting) -> LibraryPage:
    """The library with one picture of two people chosen."""
    house = sitting.house
    (id_,) = house.pictures.import_files([a_photo(sitting.home, "probe.jpg")]).added
    house.consents.add(Consent(id="", name="Emre Yıldız"), [id_])
    house.consents.add(Consent(id="", name="Lea Brandt", child=True, guardian="Tom Brandt"), [id_])
    sitting.window.show_page("pictures")
    sitting.settle()
    page = sitting.window.pages.page("pictures")
    assert isinstance(page, LibraryPage)
    page.gallery.choose([id_])
    sitting.settle()
    return page


def dialog(sitting: Sitting, kind: type[D]) -> D:
    """Return the dialog of a kind that stands open."""
    return next(item for item in sitting.window.findChildren(kind) if item.isVisible())


def asked(sitting: Sitting, library: LibraryPage) -> PinsDialog:
    """Return the dialog, opened from the panel of the picture."""
    box = library.details.consents
    library.details.rights.ensureWidgetVisible(box.pin)
    sitting.click(box.pin)
    found = dialog(sitting, PinsDialog)
    sitting.until(lambda: not found.canvas._image.isNull())
    return found


def test_people_are_marked_by_mouse_and_a_pin_leads_to_its_consent(
    sitting: Sitting, library: LibraryPage
) -> None:
    id_ = library.shown()
    emre, lea = sitting.house.pictures.get(id_).consents
    found = asked(sitting, library)
    assert found.current == emre
    assert found.list.item(0).text() == "–  Emre Yıldız"
    said = found.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Emre Yıldız, noch kein Punkt"
    sitting.click(found.canvas, _on(found, 300, 400))
    assert found.list.item(0).text() == "1  Emre Yıldız"
    found.list.setCurrentRow(1)
    sitting.click(found.canvas, _on(found, 700, 500))
    sitting.click(found.canvas, _on(found, 300, 400))
    assert found.current == emre, "a click on a pin chooses whose it is"
    sitting.click(found.show_consent)
    opened = dialog(sitting, ConsentDialog)
    assert opened.name.text() == "Emre Yıldız"
    opened.close()
    sitting.click(found.go)
    pins = {pin.id: pin.spot for pin in sitting.house.pictures.get(id_).pins}
    assert pins.keys() == {emre, lea}
    for name, x, y in ((emre, 300, 400), (lea, 700, 500)):
        spot = pins[name]
        assert spot is not None
        assert abs(spot.x - x) <= 5
        assert abs(spot.y - y) <= 5
    assert "Personen auf dem Bild markiert" in sitting.said
    assert ", Punkt 2" in library.details.consents.links[1].accessibleName()
    sitting.undo()
    assert sitting.house.pictures.get(id_).pins == ()
    assert "Punkt" not in library.details.consents.links[1].accessibleName()


def test_people_are_marked_by_keys_alone(sitting: Sitting, library: LibraryPage) -> None:
    id_ = library.shown()
    emre, lea = sitting.house.pictures.get(id_).consents
    found = asked(sitting, library)
    assert found.canvas.hasFocus()
    assert "noch nicht markiert" in found.canvas.accessibleName()
    sitting.key(Qt.Key.Key_Insert)
    sitting.key(Qt.Key.Key_Right)
    sitting.key(Qt.Key.Key_Up, SHIFT)
    assert found.canvas.accessibleName() == "Emre Yıldız, Punkt 1, 51 Prozent von links, 49 Prozent von oben"
    sitting.key(Qt.Key.Key_PageDown)
    assert found.current == lea
    sitting.key(Qt.Key.Key_Insert)
    sitting.key(Qt.Key.Key_Delete)
    assert found.list.item(1).text().startswith("–")
    sitting.key(Qt.Key.Key_Return)
    assert sitting.house.pictures.get(id_).pins == (Pin(id=emre, spot=Focus(x=510, y=498)),)
    asked(sitting, library)
    sitting.key(Qt.Key.Key_Delete)
    sitting.key(Qt.Key.Key_Escape)
    assert len(sitting.house.pictures.get(id_).pins) == 1, "nothing is decided without being taken over"


def _on(found: PinsDialog, x: int, y: int) -> QPoint:
    """Return where a point of the picture, in per mille, lies on the canvas."""
    across, down = found.canvas.view.to_screen(x, y)
    return QPoint(round(across), round(down))
