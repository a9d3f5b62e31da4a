# SPDX-License-Identifier: EUPL-1.2
"""Pictures and films are worked on, approved, exported: what was approved is what lies in the folder, and nothing else."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QSlider, QWidget

from kalender.domain.stage import Flag, Stage
from kalender.ui.pictures.library.page import LibraryPage
from tests.flows.sitting import CTRL, NONE, Sitting
from tests.media.films import film

MARKET = "Weihnachtsmarkt ist eröffnet"


def to_cropper(sitting: Sitting, title: str = MARKET) -> None:
    """Open the first picture of a post on the crop page."""
    sitting.search(title)
    assert sitting.editor.header.title.text() == title
    sitting.click(sitting.editor.column.album.crop)
    assert sitting.front == "crop"


def take_over(sitting: Sitting) -> None:
    sitting.click(sitting.cropper.bar.accept)
    assert sitting.front == "editor"


def approve(sitting: Sitting, title: str) -> None:
    """Ask for approval as the author, give it as the mayor, and be the author again."""
    sitting.editor.column.box.area.setFocus()
    sitting.key(Qt.Key.Key_Return, CTRL)
    assert sitting.card(title).stage is Stage.IN_REVIEW, sitting.said
    sitting.act_as("Ines Falkner")
    sitting.to_page(4)
    page = sitting.review
    row = page.model.row_of(sitting.card(title).id)
    sitting.click(page.inbox.viewport(), page.inbox.visualRect(page.model.index(row, 0)).center())
    assert page.head.title.text() == title
    sitting.click(page.bar.approve)
    if sitting.card(title).stage is Stage.IN_REVIEW:
        sitting.click(page.bar.sure)
    assert sitting.card(title).stage is Stage.APPROVED, sitting.said
    sitting.act_as("Katrin Sommer")


def exported(sitting: Sitting, title: str, out: Path) -> Path:
    """Export what is approved, and return the folder of one post."""
    out.mkdir()
    sitting.to_page(6)
    sitting.export.period.setCurrentIndex(0)
    sitting.click(sitting.button("Ändern …", sitting.export))
    sitting.choose_file(out)
    sitting.export.choose([sitting.card(title).id])
    sitting.click(sitting.export.output.go)
    sitting.until(lambda: not sitting.jobs.running)
    sitting.settle()
    found = [
        path.parent
        for path in out.glob("*/manifest.json")
        if json.loads(path.read_text(encoding="utf-8"))["title"] == title
    ]
    assert len(found) == 1, sitting.said
    return found[0]


def pictures(package: Path, channel: str) -> list[Image.Image]:
    """Return the pictures of a channel in upload order."""
    folder = next(path for path in package.iterdir() if path.is_dir() and channel in path.name.casefold())
    found = []
    for path in sorted(path for path in folder.iterdir() if path.suffix == ".jpg"):
        with Image.open(path) as image:
            found.append(image.convert("RGB"))
    return found


def slide(sitting: Sitting, slider: QSlider, steps: int) -> None:
    """Move a slider by arrow keys."""
    slider.setFocus()
    for _ in range(abs(steps)):
        sitting.key(Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left)


def turned(sitting: Sitting) -> None:
    sitting.click(sitting.button("Nach rechts drehen", sitting.cropper))


def straightened(sitting: Sitting) -> None:
    sitting.click(sitting.cropper.tools.adjust)
    slide(sitting, sitting.cropper.adjusting.bar.tilt.slider, 12)


def lighter(sitting: Sitting) -> None:
    sitting.click(sitting.cropper.tools.adjust)
    slide(sitting, sitting.cropper.adjusting.bar.light.slider, 6)


def stronger(sitting: Sitting) -> None:
    sitting.click(sitting.cropper.tools.adjust)
    slide(sitting, sitting.cropper.adjusting.bar.contrast.slider, -6)


def covered(sitting: Sitting) -> None:
    sitting.click(sitting.cropper.tools.adjust)
    sitting.click(sitting.cropper.adjusting.bar.cover)
    sitting.key(Qt.Key.Key_Insert)


def fitted(sitting: Sitting) -> None:
    sitting.cropper.canvas.setFocus()
    sitting.key(Qt.Key.Key_E)


@pytest.mark.parametrize("edit", [turned, straightened, lighter, stronger, covered, fitted])
def test_whatever_is_done_to_a_picture_voids_the_approval_and_taking_it_back_restores_it(
    sitting: Sitting, edit: Callable[[Sitting], None]
) -> None:
    assert sitting.card(MARKET).stage is Stage.APPROVED
    to_cropper(sitting)
    edit(sitting)
    assert sitting.card(MARKET).stage is Stage.APPROVED
    take_over(sitting)
    card = sitting.card(MARKET)
    assert card.stage is Stage.DRAFT
    assert Flag.APPROVAL_VOID in card.flags
    sitting.undo()
    assert sitting.card(MARKET).stage is Stage.APPROVED


def test_a_picture_that_is_discarded_or_left_unchanged_keeps_its_approval(sitting: Sitting) -> None:
    to_cropper(sitting)
    turned(sitting)
    sitting.click(sitting.cropper.bar.discard)
    assert sitting.card(MARKET).stage is Stage.APPROVED
    to_cropper(sitting)
    fitted(sitting)
    sitting.key(Qt.Key.Key_E)
    take_over(sitting)
    assert sitting.card(MARKET).stage is Stage.APPROVED


def test_a_covered_place_is_approved_and_gone_from_every_file(sitting: Sitting, tmp_path: Path) -> None:
    (attachment,) = sitting.post(MARKET).attachments
    picture = sitting.house.pictures.get(attachment.picture)
    to_cropper(sitting)
    sitting.click(sitting.cropper.tools.adjust)
    sitting.click(sitting.cropper.adjusting.bar.cover)
    canvas = sitting.cropper.adjusting.covers
    left, top, wide, high = canvas.view.rect(sitting.cropper.canvas.crop)
    start = QPoint(round(left + wide * 0.3), round(top + high * 0.3))
    end = QPoint(round(left + wide * 0.7), round(top + high * 0.7))
    drag_on(sitting, start, end)
    sitting.key(Qt.Key.Key_W)
    take_over(sitting)
    approve(sitting, MARKET)
    package = exported(sitting, MARKET, tmp_path / "out")
    for channel in ("facebook", "instagram"):
        (image, *_rest) = pictures(package, channel)
        middle = image.crop(
            (
                round(image.width * 0.36),
                round(image.height * 0.36),
                round(image.width * 0.64),
                round(image.height * 0.64),
            )
        )
        outside = image.crop((0, 0, image.width, round(image.height * 0.25)))
        assert edges(middle) == 0 < edges(outside)
    assert sitting.house.pictures.shelf.verify(picture.sha256, picture.suffix)  # the original stays


def drag_on(sitting: Sitting, start: QPoint, end: QPoint) -> None:
    canvas = sitting.cropper.adjusting.covers
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NONE, start)
    for part in range(1, 6):
        QTest.mouseMove(canvas, start + (end - start) * part / 5)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NONE, end)
    sitting.settle()


def edges(image: Image.Image) -> float:
    """Return the share of neighbouring pixels that clearly differ: how much there is to be recognised."""
    grey = image.convert("L")
    data, width = grey.tobytes(), grey.width
    found = [abs(data[at] - data[at + 1]) > 10 for at in range(len(data) - 1) if (at + 1) % width]
    return sum(found) / len(found)


def test_a_whole_picture_leaves_within_the_border_that_was_approved(sitting: Sitting, tmp_path: Path) -> None:
    to_cropper(sitting)
    fitted(sitting)
    sitting.click(sitting.cropper.fitting.bar.choice.button("#ffffff"))
    take_over(sitting)
    approve(sitting, MARKET)
    package = exported(sitting, MARKET, tmp_path / "out")
    (feed, *_rest) = pictures(package, "instagram")
    assert feed.size == (1080, 1350)
    for spot in ((5, 5), (1074, 5), (540, 300), (5, 1344), (540, 1050)):
        assert feed.getpixel(spot) == pytest.approx((255, 255, 255), abs=2)
    assert max(feed.crop((0, 330, 1080, 1020)).convert("L").histogram()[254:]) < 200_000
    (wide, *_rest) = pictures(package, "mastodon")
    assert wide.size == (1920, 1080)
    assert wide.getpixel((5, 5)) != (255, 255, 255)


def test_each_channel_uploads_in_its_own_order(sitting: Sitting, tmp_path: Path) -> None:
    house = sitting.house
    (first,) = sitting.post(MARKET).attachments
    other = next(item for item in house.pictures.all() if item.id != first.picture and item.alt)
    house.editing.attach(sitting.card(MARKET).id, [other.id])
    sitting.search(MARKET)
    sitting.editor.column.tabs.choose("instagram")
    sitting.settle()
    strip = sitting.editor.column.album.strip
    strip.choose(first.id)
    strip.setFocus()
    sitting.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    approve(sitting, MARKET)
    package = exported(sitting, MARKET, tmp_path / "out")
    here, there = pictures(package, "instagram"), pictures(package, "facebook")
    assert len(here) == len(there) == 2
    assert likeness(here[0], there[1]) < 3 < likeness(here[0], there[0])


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Return by how much two pictures of a size differ, from 0 for the same."""
    a, b = (item.convert("L").resize((64, 64)).tobytes() for item in (one, other))
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)


def reach(widget: QWidget) -> None:
    """Scroll the details to something."""
    area = widget.parentWidget()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parentWidget()
    area.ensureWidgetVisible(widget)


def test_a_film_is_chosen_captioned_approved_and_leaves_as_it_came(sitting: Sitting, tmp_path: Path) -> None:
    house = sitting.house
    clip = film(tmp_path / "markt.mp4", seconds=20)
    words = tmp_path / "markt.srt"
    words.write_text("1\n00:00:01,000 --> 00:00:04,000\nDer Markt ist eröffnet.\n", encoding="utf-8")
    post = sitting.post(MARKET)
    (attachment,) = post.attachments
    house.editing.set_version_fields(post.id, "instagram", formats=("instagram.feed_4x5", "instagram.reel"))
    sitting.to_page(5)
    page = sitting.window.pages.page("pictures")
    assert isinstance(page, LibraryPage)
    row = [item.id for item in page.visible()].index(attachment.picture)
    sitting.click(
        page.gallery.viewport(), page.gallery.visualRect(page.gallery.model().index(row, 0)).center()
    )
    assert page.shown() == attachment.picture
    box = page.details.film
    reach(box.choose)
    sitting.click(box.choose)
    sitting.choose_file(clip)
    assert house.pictures.get(attachment.picture).film_name == "markt.mp4"
    assert not box.missing.isHidden()
    reach(box.captions)
    sitting.click(box.captions)
    sitting.choose_file(words)
    assert box.missing.isHidden()
    sitting.search(MARKET)
    approve(sitting, MARKET)
    package = exported(sitting, MARKET, tmp_path / "out")
    reel = next(path for path in package.rglob("*.mp4"))
    assert reel.read_bytes() == clip.read_bytes()
    assert "instagram" in reel.parent.name.casefold()
    assert [path.parent for path in package.rglob("*.srt")] == [reel.parent]
    sitting.to_page(5)
    reach(box.choose)
    other = film(tmp_path / "anders.mp4", seconds=30)
    sitting.click(box.choose)
    sitting.choose_file(other)
    assert Flag.APPROVAL_VOID in sitting.card(MARKET).flags
    sitting.undo()
    assert Flag.APPROVAL_VOID not in sitting.card(MARKET).flags
