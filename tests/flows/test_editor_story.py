# SPDX-License-Identifier: EUPL-1.2
"""A post is written: one text, another one for a channel, pictures, one focus point, one crop by hand, alt text."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from kalender.domain.crop import Crop, fit
from kalender.domain.post import Attachment, Version
from kalender.ui.shell.choosing import PictureChooser
from tests.flows.sitting import CTRL, Sitting
from tests.ui.room import a_photo

POST = "Vorlesen in der Bücherei"


def version(sitting: Sitting, channel: str) -> Version:
    found = sitting.post(POST).version(channel)
    assert found is not None
    return found


def opened(sitting: Sitting) -> None:
    sitting.search("Vorlesen in der")
    assert sitting.front == "editor"
    assert sitting.editor.header.title.text() == POST


def counters(sitting: Sitting) -> list[str]:
    sitting.editor._show_figures()
    return [cell.spoken for cell in sitting.editor.column.box.counters.cells]


def test_one_text_for_all_and_another_for_instagram(sitting: Sitting) -> None:
    opened(sitting)
    page = sitting.editor
    before = sitting.post(POST)
    sitting.click(page.column.box.area.viewport())
    sitting.key(Qt.Key.Key_A, CTRL)
    sitting.type("Kommen Sie vorbei, wir lesen vor: für Groß und Klein.")
    page.column.tabs.choose("mastodon")
    sitting.settle()
    assert page.column.box.area.text() == "Kommen Sie vorbei, wir lesen vor: für Groß und Klein."
    page.column.tabs.choose("instagram")
    sitting.settle()
    own = version(sitting, "instagram").text
    shown = counters(sitting)
    page.column.box.area.setFocus()
    sitting.key(Qt.Key.Key_End, CTRL)
    sitting.type(" Nur hier.")
    assert counters(sitting) != shown
    page.leave()
    post = sitting.post(POST)
    assert post.text == "Kommen Sie vorbei, wir lesen vor: für Groß und Klein."
    text = version(sitting, "instagram").text
    assert text is not None
    assert text.endswith(" Nur hier.")
    assert version(sitting, "mastodon").text == before.version("mastodon").text  # type: ignore[union-attr]  # it has one
    sitting.click(page.column.state.reset)
    assert version(sitting, "instagram").text is None
    assert page.column.box.area.text() == post.text
    sitting.undo()
    assert version(sitting, "instagram").text == text
    sitting.undo()
    assert version(sitting, "instagram").text == own
    sitting.undo()
    assert sitting.post(POST).text == before.text


def test_each_channel_counts_by_its_own_rule(sitting: Sitting) -> None:
    opened(sitting)
    page = sitting.editor
    page.column.tabs.choose("mastodon")
    sitting.settle()
    page.column.box.area.setFocus()
    sitting.key(Qt.Key.Key_A, CTRL)
    sitting.type(
        "https://www.lindenbrunn.de/eine/lange/adresse/die/dreiundzwanzig/zeichen/zaehlt " + "x" * 477
    )
    assert counters(sitting)[0] == "1 Zeichen zu viel"
    sitting.key(Qt.Key.Key_Backspace)
    assert "zu viel" not in counters(sitting)[0]


def test_pictures_come_from_the_library_and_from_a_file(sitting: Sitting, tmp_path: Path) -> None:
    opened(sitting)
    page = sitting.editor
    before = sitting.post(POST).attachments
    page.column.album._add_menu()
    sitting.choose("Aus der Bildablage …")
    chooser = next(item for item in sitting.window.findChildren(QDialog) if isinstance(item, PictureChooser))
    chooser.search.setFocus()
    sitting.type("feuerwehr")
    assert chooser.list.count() == 1
    sitting.click(chooser.list.viewport(), chooser.list.visualItemRect(chooser.list.item(0)).center())
    sitting.click(chooser.go)
    assert len(sitting.post(POST).attachments) == len(before) + 1
    page.column.album._add_menu()
    sitting.choose("Von diesem Rechner …")
    sitting.choose_file(a_photo(tmp_path, "neu.jpg", size=(2400, 1600)))
    pictures = [sitting.house.pictures.get(item.picture).name for item in sitting.post(POST).attachments]
    assert {"feuerwehr.jpg", "neu.jpg"} <= set(pictures)
    assert len(pictures) == len(before) + 2
    sitting.undo()
    assert len(sitting.post(POST).attachments) == len(before) + 1


def test_one_focus_point_cuts_every_format_and_one_is_corrected_by_hand(sitting: Sitting) -> None:
    opened(sitting)
    sitting.click(sitting.editor.column.album.crop)
    assert sitting.front == "crop"
    page = sitting.cropper

    def crops() -> dict[str, Crop]:
        return {item.frame.ratio: item.crop for item in page.shapes.shapes()}

    def spot(x: float, y: float) -> QPoint:
        at = page.canvas.view.to_screen(x, y)
        return QPoint(round(at[0]), round(at[1]))

    before, post = crops(), sitting.post(POST)
    assert set(before) == {"4:5", "16:9"}

    def attached() -> Attachment:
        return next(item for item in sitting.post(POST).attachments if item.id == page.attachment)

    picture = sitting.house.pictures.get(attached().picture)
    sitting.click(page.canvas, spot(120, 400))
    focused = crops()
    narrow = [ratio for ratio in before if before[ratio].w < 1000]
    assert narrow
    assert all(focused[ratio] != before[ratio] for ratio in narrow)
    crop = focused["4:5"]
    start, end = spot(crop.x + crop.w, crop.y + crop.h), spot(crop.x + crop.w * 0.7, crop.y + crop.h * 0.7)
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=start)
    for part in range(1, 6):
        QTest.mouseMove(page.canvas, start + (end - start) * part / 5)
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=end)
    by_hand = crops()
    assert by_hand["4:5"].w < crop.w
    assert {key: value for key, value in by_hand.items() if key != "4:5"} == {
        key: value for key, value in focused.items() if key != "4:5"
    }
    page.rights.alt.setFocus()
    sitting.key(Qt.Key.Key_A, CTRL)
    sitting.type("Ein Kind hört beim Vorlesen zu.")
    sitting.click(page.bar.accept)
    assert sitting.front == "editor"
    now = sitting.post(POST)
    assert attached().alt == "Ein Kind hört beim Vorlesen zu."
    assert sitting.editor.column.album.alt.toPlainText() == "Ein Kind hört beim Vorlesen zu."
    moved = sitting.house.pictures.get(picture.id)
    assert abs(moved.focus.x - 120) <= 3
    own = {place.format for item in now.versions for place in item.placements if place.crop is not None}
    assert "instagram.feed_4x5" in own
    assert "mastodon.post" not in own
    wide = next(item for item in page.shapes.shapes() if item.frame.ratio == "16:9")
    assert wide.crop == fit(moved.size, (1600, 900), moved.focus)
    sitting.undo()
    assert sitting.post(POST) == post
    assert sitting.house.pictures.get(picture.id).focus == picture.focus
