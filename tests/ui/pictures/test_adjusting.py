# SPDX-License-Identifier: EUPL-1.2
"""What is done to a picture before it is cut: shown at once, by mouse and keys, and written as one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.crop import PLAIN, Cover, Crop, Focus, Work, turned_box
from kalender.domain.picture import Picture
from kalender.media.working import worked_pixels
from kalender.ui.pictures.crop.covering import dragged, grown, spanned
from kalender.ui.pictures.crop.framing import Handle
from kalender.ui.pictures.crop.live import Live
from kalender.ui.pictures.crop_page import CropPage
from kalender.ui.theme.theme import Theme
from tests.ui.room import a_photo, a_post_with_pictures, copies


class Desk:
    """The page with what it writes to."""

    def __init__(self, house: House, page: CropPage, post: str) -> None:
        self.house, self.page, self.post = house, page, post

    @property
    def picture(self) -> Picture:
        """The picture as it is saved."""
        return self.house.pictures.get(self.house.posts.get(self.post).attachments[0].picture)

    @property
    def shown(self) -> QImage:
        """What the canvas shows of the picture."""
        return self.page.canvas.grab().toImage()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, house: House, tmp_path: Path) -> Iterator[Desk]:
    id_, _attachments = a_post_with_pictures(house, [a_photo(tmp_path, size=(3000, 2000))])
    images = copies(house)
    page = CropPage(
        theme,
        posts=house.posts,
        plan=house.plan,
        cropping=house.cropping,
        image_of=lambda picture, _px: images.get(picture, QImage()),
    )
    qtbot.addWidget(page)
    end = house.desk.subscribe(page.hear)
    page.resize(1358, 816)
    page.show()
    page.open(id_)
    yield Desk(house, page, id_)
    end()


def test_turning_turns_the_focus_point_along_and_is_one_step(desk: Desk) -> None:
    desk.page.draft.set_focus(desk.page.attachment, Focus(x=200, y=300))  # type: ignore[union-attr]  # it is open
    desk.page.tools.turned.emit(1)
    desk.page.accept()
    assert desk.picture.turn == 1
    assert desk.picture.focus == Focus(x=700, y=200)
    assert desk.picture.size == (2000, 3000)
    desk.house.desk.undo()
    assert desk.picture.work == PLAIN


def test_a_slider_straightens_by_keys_and_says_its_angle(desk: Desk) -> None:
    desk.page.tools.adjust.click()
    slider = desk.page.adjusting.bar.tilt.slider
    slider.setFocus()
    for _ in range(5):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.accessibleName() == "Neigung: +0,5°"
    assert desk.page.draft.picture(desk.page.attachment).tilt == 5  # type: ignore[union-attr]  # it is open
    desk.page.accept()
    assert desk.picture.tilt == 5


def test_light_is_seen_on_the_canvas_at_once(desk: Desk) -> None:
    def mean(image: QImage) -> float:
        small = image.scaled(8, 8, mode=Qt.TransformationMode.SmoothTransformation)
        return sum(QColor(small.pixel(x, y)).lightness() for x in range(8) for y in range(8)) / 64

    before = mean(desk.shown)
    desk.page.tools.adjust.click()
    desk.page.adjusting.bar.light.slider.setValue(80)
    assert mean(desk.shown) > before + 3


def test_a_rectangle_is_drawn_moved_by_keys_made_soft_and_taken_away(desk: Desk) -> None:
    page = desk.page
    page.tools.adjust.click()
    page.adjusting.bar.cover.click()
    canvas = page.adjusting.covers
    assert canvas.isVisible()
    assert not page.canvas.isVisible()
    view = canvas.view
    start, end = (QPoint(*(round(part) for part in view.to_screen(*at))) for at in ((300, 300), (500, 600)))
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for part in range(1, 6):
        QTest.mouseMove(canvas, start + (end - start) * part / 5)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    assert canvas.chosen is not None
    box = canvas.chosen.box
    assert box is not None
    assert abs(box.x - 300) < 6
    assert abs(box.w - 200) < 8
    assert abs(box.h - 300) < 8
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, Qt.Key.Key_W)
    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    assert "2 von 2" in canvas.accessibleName()
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert page.canvas.isVisible()
    page.accept()
    (saved,) = desk.picture.covers
    assert saved.box == Crop(x=box.x + 10, y=box.y + 1, w=box.w, h=box.h)
    assert saved.blurred


def test_a_cover_drawn_on_a_turned_picture_lies_on_the_original(desk: Desk) -> None:
    page = desk.page
    page.tools.turned.emit(1)
    page.tools.adjust.click()
    page.adjusting.bar.cover.click()
    canvas = page.adjusting.covers
    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.chosen is not None
    shown = canvas.chosen.box
    assert shown is not None
    page.accept()
    assert desk.picture.covers[0].box == turned_box(shown, -1)


def test_all_of_it_can_be_taken_back_to_the_original(desk: Desk) -> None:
    page = desk.page
    page.tools.turned.emit(1)
    page.adjusting.bar.light.slider.setValue(30)
    page.adjusting.bar.clear.click()
    assert page.draft is not None
    assert page.draft.picture(page.attachment).work == PLAIN
    assert not page.draft.decided().focus


def test_what_the_screen_shows_is_what_an_export_makes(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_photo(tmp_path, size=(600, 400))
    raw = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    work = Work(
        turn=1, tilt=-70, light=20, contrast=10, covers=(Cover(id="c", box=Crop(x=300, y=300, w=200, h=200)),)
    )
    shown = Live().image(raw, work)
    data, size = worked_pixels(bytes(raw.constBits()), (raw.width(), raw.height()), work)
    assert (shown.width(), shown.height()) == size
    apart = sum(abs(one - two) for one, two in zip(bytes(shown.constBits())[::13], data[::13], strict=True))
    assert apart / (len(data) / 13) < 4


def test_rectangles_stay_inside_whatever_a_hand_does() -> None:
    assert spanned((1200, -50), (990, 40)) == Crop(x=990, y=0, w=10, h=40)
    box = Crop(x=100, y=100, w=200, h=100)
    assert dragged(box, Handle.E, 50, 0).x == 50
    assert dragged(box, Handle.NW, -500, -500) == Crop(x=0, y=0, w=300, h=200)
    assert grown(box, -400).w >= 5
    assert grown(box, 2000) == Crop(x=0, y=0, w=1000, h=1000)
