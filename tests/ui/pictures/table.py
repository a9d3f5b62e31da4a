# SPDX-License-Identifier: EUPL-1.2
"""The crop page over a post with two pictures, and what a hand does on it."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.crop import Crop
from kalender.domain.post import Post
from kalender.ui.pictures.crop_page import CropPage
from kalender.ui.theme.theme import Theme
from tests.ui.room import a_photo, a_post_with_pictures, copies


@dataclass
class Table:
    """The page with what belongs to it."""

    house: House
    page: CropPage
    id: str
    attachments: list[str]
    left: list[str] = field(default_factory=list)

    @property
    def post(self) -> Post:
        """The post as it is saved."""
        return self.house.posts.get(self.id)

    def crops(self) -> dict[str, Crop]:
        """Return the crops as shown, by ratio."""
        return {item.frame.ratio: item.crop for item in self.page.shapes.shapes()}

    def spot(self, x: float, y: float) -> QPoint:
        """Return where a point of the picture, in per mille, lies on the canvas."""
        found = self.page.canvas.view.to_screen(x, y)
        return QPoint(round(found[0]), round(found[1]))

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag on the canvas with the left button."""
        canvas = self.page.canvas
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
        for part in range(1, 6):
            QTest.mouseMove(canvas, start + (end - start) * part / 5)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def a_table(qtbot: QtBot, theme: Theme, house: House, folder: Path) -> Table:
    """Return the page, open at the first picture of a post that goes to all channels."""
    photos = [a_photo(folder, size=(3000, 2000)), a_photo(folder, "zwei.jpg")]
    id_, attachments = a_post_with_pictures(house, photos)
    images = copies(house)
    page = CropPage(
        theme,
        posts=house.posts,
        plan=house.plan,
        cropping=house.cropping,
        image_of=lambda picture, _px: images.get(picture, QImage()),
    )
    qtbot.addWidget(page)
    found = Table(house, page, id_, attachments)
    page.back.connect(found.left.append)
    page.resize(1358, 816)
    page.show()
    page.open(id_)
    return found
