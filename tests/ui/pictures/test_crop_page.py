# SPDX-License-Identifier: EUPL-1.2
"""One focus point moves every crop, a hand corrects one, and all of it is one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.crop import fit
from kalender.domain.picture import Licence
from kalender.ui.theme.theme import Theme
from tests.ui.pictures.table import Table, a_table


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, house: House, tmp_path: Path) -> Iterator[Table]:
    found = a_table(qtbot, theme, house, tmp_path)
    end = house.desk.subscribe(found.page.hear)
    yield found
    end()


def test_every_shape_the_channels_need_is_there_once(table: Table) -> None:
    shapes = table.page.shapes.shapes()
    assert [item.frame.ratio for item in shapes] == ["4:5", "9:16", "16:9"]
    assert [mark.id for mark in shapes[0].marks] == ["facebook", "instagram", "whatsapp"]
    assert table.page.bar.accept.text() == "3 Ausschnitte übernehmen"


def test_a_click_sets_the_focus_point_and_every_crop_follows(table: Table) -> None:
    before = table.crops()
    QTest.mouseClick(table.page.canvas, Qt.MouseButton.LeftButton, pos=table.spot(100, 500))
    after = table.crops()
    assert all(after[ratio] != before[ratio] for ratio in ("4:5", "9:16"))
    picture = table.page.draft.picture(table.attachments[0])  # type: ignore[union-attr]  # a post is open
    assert abs(picture.focus.x - 100) <= 2
    assert after["4:5"] == fit((3000, 2000), (1080, 1350), picture.focus)


def test_the_focus_point_is_moved_by_keys(table: Table) -> None:
    QTest.keyClick(
        table.page.canvas,
        Qt.Key.Key_Right,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    picture = table.page.draft.picture(table.attachments[0])  # type: ignore[union-attr]  # a post is open
    assert (picture.focus.x, picture.focus.y) == (503, 500)


def test_a_dragged_handle_corrects_one_crop_and_leaves_the_others(table: Table) -> None:
    before = table.crops()
    crop = before["4:5"]
    table.drag(table.spot(crop.x + crop.w, crop.y + crop.h), table.spot(crop.x + crop.w * 0.7, 700))
    after = table.crops()
    assert after["4:5"].w < crop.w
    assert (after["4:5"].x, after["4:5"].y) == (crop.x, crop.y)
    assert {ratio: after[ratio] for ratio in ("9:16", "16:9")} == {
        ratio: before[ratio] for ratio in ("9:16", "16:9")
    }


def test_a_crop_by_hand_stays_when_the_focus_point_moves_until_it_is_reset(table: Table) -> None:
    crop = table.crops()["4:5"]
    table.drag(table.spot(crop.x + crop.w, crop.y + crop.h), table.spot(crop.x + crop.w * 0.7, 700))
    by_hand = table.crops()["4:5"]
    QTest.mouseClick(table.page.canvas, Qt.MouseButton.LeftButton, pos=table.spot(900, 500))
    assert table.crops()["4:5"] == by_hand
    assert table.crops()["9:16"].x > 600
    table.page.tools.undo.click()
    assert table.crops()["4:5"].x > 400


def test_a_crop_is_dragged_as_a_whole(table: Table) -> None:
    crop = table.crops()["4:5"]
    start = table.spot(crop.x + crop.w // 2, 250)
    table.drag(start, start + QPoint(60, 0))
    assert table.crops()["4:5"].x > crop.x + 50
    assert table.crops()["4:5"].w == crop.w


def test_arrows_move_by_pixels_and_plus_and_minus_resize(table: Table) -> None:
    canvas, crop = table.page.canvas, table.crops()["4:5"]
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert table.crops()["4:5"].x == crop.x + 1 + 3
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert table.crops()["4:5"].w == crop.w - 3
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert table.crops()["4:5"].w == crop.w


def test_the_wheel_resizes(table: Table) -> None:
    canvas, crop = table.page.canvas, table.crops()["4:5"]
    middle = QPointF(canvas.rect().center())
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt takes it by position
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)
    assert table.crops()["4:5"].w == crop.w - 30


def test_numbers_place_and_size_the_crop(table: Table) -> None:
    numbers = table.page.numbers
    assert (numbers.left.value, numbers.wide.value, numbers.high.value) == (702, 1599, 2000)
    for number, text in ((numbers.left, "300"), (numbers.wide, "1080")):
        number.setFocus()
        number.selectAll()
        QTest.keyClicks(number, text)
        QTest.keyClick(number, Qt.Key.Key_Return)
    assert (table.crops()["4:5"].w, numbers.high.value) == (360, 1350)
    QTest.keyClick(numbers.left, Qt.Key.Key_Up)
    assert numbers.left.value > 300


def test_tab_goes_through_the_shapes_and_then_on(table: Table) -> None:
    canvas = table.page.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert table.page.frame is not None
    assert table.page.frame.ratio == "9:16"
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert table.page.frame.ratio == "16:9"
    assert not canvas.hasFocus()


def test_a_crop_that_is_too_small_says_so_and_is_enlarged_with_one_click(table: Table) -> None:
    table.page.numbers.sized.emit(540, 0)
    output = table.page.rights.output
    assert output.title.text() == "Wird auf 200 % vergrößert"
    assert output.warning.isVisible()
    output.enlarge.click()
    assert not output.warning.isVisible()
    assert table.crops()["4:5"].w == 360


def test_taking_over_writes_everything_as_one_step(table: Table) -> None:
    house, page = table.house, table.page
    before = table.post
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=table.spot(100, 500))
    page.numbers.sized.emit(1200, 0)
    QTest.keyClicks(page.rights.alt, "Der Marktplatz am Abend")
    page.rights.credit.setText("Jonas Reiter")
    page.rights.credit.editingFinished.emit()
    page.rights.licence.setCurrentIndex(page.rights.licence.findData(Licence.OWN))
    page.rights.licence.activated.emit(page.rights.licence.currentIndex())
    QTest.keyClick(page.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert table.left == [table.id]
    picture = house.pictures.get(before.attachments[0].picture)
    assert (picture.credit, picture.licence) == ("Jonas Reiter", Licence.OWN)
    assert abs(picture.focus.x - 100) <= 2
    own = [item for version in table.post.versions for item in version.placements]
    assert sorted(item.format for item in own) == ["facebook.post", "instagram.feed_4x5", "whatsapp.channel"]
    assert table.post.attachments[0].alt == "Der Marktplatz am Abend"
    house.desk.undo()
    assert table.post == before
    assert house.pictures.get(picture.id).licence is Licence.UNKNOWN


def test_discarding_writes_nothing(table: Table) -> None:
    before = table.post
    QTest.mouseClick(table.page.canvas, Qt.MouseButton.LeftButton, pos=table.spot(100, 500))
    table.page.bar.discard.click()
    assert table.left == [table.id]
    assert table.post == before
    assert table.house.pictures.get(before.attachments[0].picture).focus.x == 500


def test_without_the_tick_the_focus_point_moves_one_shape_alone(table: Table) -> None:
    before = table.crops()
    table.page.together.setChecked(False)
    QTest.mouseClick(table.page.canvas, Qt.MouseButton.LeftButton, pos=table.spot(100, 500))
    after = table.crops()
    assert after["4:5"].x == 0
    assert after["9:16"] == before["9:16"]


def test_the_way_through_the_pictures_keeps_what_was_decided(table: Table) -> None:
    page = table.page
    QTest.keyClicks(page.rights.alt, "Eins")
    page.bar.after.click()
    assert page.attachment == table.attachments[1]
    assert page.rights.alt.toPlainText() == ""
    page.bar.before.click()
    assert page.rights.alt.toPlainText() == "Eins"


def test_the_canvas_reads_out_where_the_crop_lies(table: Table) -> None:
    assert table.page.canvas.accessibleName() == "Ausschnitt 4:5, links 702, oben 0, 1599 mal 2000 Pixel"
    spoken = table.page.shapes.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("4:5 Hochformat, 1080 × 1350 px, Facebook, Instagram, WhatsApp-Kanal, passt")
