# SPDX-License-Identifier: EUPL-1.2
"""Who stands where in a picture is marked in the library, by mouse and by keys alone, as one step."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog

from kalender.domain.crop import Focus, turned_focus
from kalender.domain.picture import People, Pin
from kalender.domain.rights.consent import Consent
from kalender.ui.consents.dialog import ConsentDialog
from kalender.ui.pictures.crop_page import CropPage
from kalender.ui.pictures.library.consents import ConsentBox
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


@pytest.fixture
def cropper(sitting: Sitting) -> CropPage:
    """The crop page with a picture of two people, one of whom is marked."""
    house = sitting.house
    (id_,) = house.pictures.import_files([a_photo(sitting.home, "probe.jpg")]).added
    house.pictures.set_fields(id_, people=People.INDIVIDUALS)
    emre = house.consents.add(Consent(id="", name="Emre Yıldız"), [id_])
    house.consents.add(Consent(id="", name="Lea Brandt", child=True, guardian="Tom Brandt"), [id_])
    house.consents.pin(id_, {emre: Focus(x=300, y=400)})
    post = house.posts.create("Chorprobe", text="Am Freitag wird geprobt.", channels=["facebook"])
    (attachment,) = house.editing.attach(post, [id_])
    sitting.desktop.place.visits.open_post(post)  # type: ignore[union-attr]  # a plan is open
    sitting.settle()
    sitting.editor.mending.open_picture(attachment)
    sitting.settle()
    return sitting.cropper


def beside(page: CropPage) -> ConsentBox:
    """Return the consents in the panel of the crop page."""
    found = page.findChild(ConsentBox)
    assert isinstance(found, ConsentBox)
    return found


def numbers(page: CropPage) -> list[int]:
    """Return the people marked on the canvas."""
    return [number for number, _spot in page.canvas.pins]


def test_the_crop_page_shows_who_stands_where_and_another_is_marked_there(
    sitting: Sitting, cropper: CropPage
) -> None:
    box = beside(cropper)
    assert cropper.canvas.pins == ((1, Focus(x=300, y=400)),)
    assert ", Punkt 1" in box.links[0].accessibleName()
    cropper.rights.ensureWidgetVisible(box.pin)
    box.pin.setFocus()
    sitting.key(Qt.Key.Key_Space)
    found = dialog(sitting, PinsDialog)
    found.canvas.setFocus()
    sitting.key(Qt.Key.Key_PageDown)
    sitting.key(Qt.Key.Key_Insert)
    sitting.click(found.go)
    sitting.settle()
    assert numbers(cropper) == [1, 2]
    sitting.house.desk.undo()
    sitting.settle()
    assert numbers(cropper) == [1]


def test_pins_stay_on_their_people_while_a_picture_is_turned_and_what_was_decided_is_kept(
    sitting: Sitting, cropper: CropPage
) -> None:
    box, draft = beside(cropper), cropper.draft
    assert draft is not None
    id_ = draft.picture(cropper.attachment).id
    cropper.canvas.setFocus()
    sitting.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert draft.dirty
    sitting.house.consents.pin(id_, {})
    sitting.settle()
    assert not numbers(cropper)
    assert draft.dirty, "what is being decided stays"
    sitting.house.desk.undo()
    sitting.settle()
    cropper.tools.turned.emit(1)
    sitting.settle()
    assert cropper.canvas.pins[0][1] == turned_focus(Focus(x=300, y=400), 1)
    assert not box.isHidden()
    cropper.discard()


def test_a_picture_without_people_has_no_consents_beside_its_crops(sitting: Sitting) -> None:
    house = sitting.house
    (id_,) = house.pictures.import_files([a_photo(sitting.home, "wiese.jpg")]).added
    post = house.posts.create("Wiese", text="Die Wiese blüht.", channels=["facebook"])
    (attachment,) = house.editing.attach(post, [id_])
    sitting.desktop.place.visits.open_post(post)  # type: ignore[union-attr]  # a plan is open
    sitting.settle()
    sitting.editor.mending.open_picture(attachment)
    sitting.settle()
    box = beside(sitting.cropper)
    assert box.isHidden()
    row = sitting.cropper.rights.people
    row.setCurrentIndex(row.findData(People.INDIVIDUALS))
    row.activated.emit(row.currentIndex())
    assert not box.isHidden()
