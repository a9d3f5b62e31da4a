# SPDX-License-Identifier: EUPL-1.2
"""The whole picture is brought into a shape within a border, by a button and by keys, and cut again as it was."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.content import digest
from kalender.domain.crop import BLURRED, WHOLE, Border, Crop
from kalender.domain.picture import Licence
from kalender.ui.pictures.crop_page import CropPage
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.bordering import bordered, mean
from tests.media.drawn import GREEN
from tests.ui.pictures.table import Table, a_table


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, house: House, tmp_path: Path) -> Table:
    return a_table(qtbot, theme, house, tmp_path)


def borders(page: CropPage) -> dict[str, Border | None]:
    return {item.frame.ratio: item.border for item in page.shapes.shapes()}


def test_a_button_brings_the_whole_picture_into_one_shape_and_another_click_cuts_it_again(
    table: Table,
) -> None:
    page = table.page
    page.numbers.sized.emit(1200, 0)
    own = table.crops()["4:5"]
    QTest.mouseClick(page.tools.whole, Qt.MouseButton.LeftButton)
    assert borders(page) == {"4:5": BLURRED, "9:16": None, "16:9": None}
    assert page.fitting.canvas.isVisible()
    assert not page.canvas.isVisible()
    assert not page.numbers.isVisible()
    assert page.shapes.shapes()[0].verdict == ("ok", "eingepasst")
    assert "Rand unscharf" in page.fitting.canvas.accessibleName()
    QTest.mouseClick(page.tools.whole, Qt.MouseButton.LeftButton)
    assert table.crops()["4:5"] == own
    assert page.canvas.isVisible()


def test_keys_fit_step_through_borders_and_shapes_and_reset(table: Table) -> None:
    page = table.page
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_E)
    canvas = page.fitting.canvas
    assert canvas.hasFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert borders(page)["4:5"] == Border(colour="#ffffff")
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert borders(page)["4:5"] == BLURRED
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert page.frame is not None
    assert page.frame.ratio == "9:16"
    assert page.canvas.hasFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_Backtab)
    assert canvas.hasFocus()
    QTest.mouseClick(page.tools.undo, Qt.MouseButton.LeftButton)
    assert set(borders(page).values()) == {None}


def test_a_fitted_picture_is_taken_over_as_one_step_and_changes_what_an_approval_means(table: Table) -> None:
    house, page = table.house, table.page
    before = table.post
    was = digest(before, house.plan.around(before))
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_E)
    QTest.mouseClick(page.fitting.bar.choice.button("#000000"), Qt.MouseButton.LeftButton)
    QTest.keyClick(page.fitting.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    own = [item for version in table.post.versions for item in version.placements]
    assert {item.border for item in own} == {Border(colour="#000000")}
    assert {item.crop for item in own} == {None}
    after = table.post
    assert digest(after, house.plan.around(after)) != was
    view = next(item for item in house.pictures.crops(after) if item.border is not None)
    assert view.crop == WHOLE
    assert view.own
    house.desk.undo()
    assert table.post == before


def test_any_colour_is_chosen_in_a_dialog_and_the_colour_of_the_picture_at_once(table: Table) -> None:
    page = table.page
    QTest.mouseClick(page.tools.whole, Qt.MouseButton.LeftButton)
    dialog = page.fitting.bar.ask()
    dialog.colorSelected.emit(QColor("#123456"))
    assert borders(page)["4:5"] == Border(colour="#123456")
    assert page.fitting.bar.key == "other"
    assert page.fitting.bar.hex.text() == "#123456"
    QTest.mouseClick(page.fitting.bar.choice.button("mean"), Qt.MouseButton.LeftButton)
    assert borders(page)["4:5"] == Border(colour=page.fitting.bar.mean)
    dialog.deleteLater()


def test_where_a_crop_shows_little_the_whole_is_offered_beside_the_numbers(table: Table) -> None:
    page = table.page
    assert page.rights.output.seen.isHidden()
    QTest.keyClick(page.canvas, Qt.Key.Key_Tab)
    assert not page.rights.output.seen.isHidden()
    assert page.rights.output.share.text() == "Zu sehen sind 38 % des Bildes."
    QTest.mouseClick(page.rights.output.whole, Qt.MouseButton.LeftButton)
    assert borders(page)["9:16"] == BLURRED
    assert page.rights.output.seen.isHidden()


def test_a_picture_that_must_not_be_changed_is_better_put_on_a_colour(table: Table) -> None:
    page = table.page
    page.rights.field_set.emit("licence", Licence.CC_BY_ND)
    assert page.shapes.shapes()[0].verdict[0] == "err"
    QTest.mouseClick(page.tools.whole, Qt.MouseButton.LeftButton)
    assert page.shapes.shapes()[0].verdict[0] == "warn"
    QTest.mouseClick(page.fitting.bar.choice.button("#ffffff"), Qt.MouseButton.LeftButton)
    assert page.shapes.shapes()[0].verdict == ("ok", "eingepasst")


def test_a_border_stays_when_the_picture_is_turned(table: Table) -> None:
    page = table.page
    QTest.mouseClick(page.tools.whole, Qt.MouseButton.LeftButton)
    page.adjusting.turn(1)
    assert borders(page)["4:5"] == BLURRED


def test_the_screen_shows_a_border_as_the_file_has_it(qapp: object) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(*GREEN))
    assert mean(image) == QColor(*GREEN).name()
    done = bordered(image, (200, 400), Border(colour="#ff0000"))
    assert done.pixelColor(100, 10).name() == done.pixelColor(100, 390).name() == "#ff0000"
    assert done.pixelColor(100, 200).name() == QColor(*GREEN).name()
    soft = bordered(image, (200, 400), BLURRED)
    dark = soft.pixelColor(100, 10)
    assert [dark.red(), dark.green(), dark.blue()] == pytest.approx([0.82 * part for part in GREEN], abs=2)
    assert bordered(QImage(), (10, 10), BLURRED).isNull()
    assert Crop(x=0, y=0, w=1000, h=1000) == WHOLE
