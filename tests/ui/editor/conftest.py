# SPDX-License-Identifier: EUPL-1.2
"""The editor on a real plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.post import Post
from kalender.formats.wordstock import emoji
from kalender.ui.editor.blocks.aids import Aids
from kalender.ui.editor.page import EditorPage
from kalender.ui.editor.text.writing import WritingArea
from kalender.ui.theme.theme import Theme
from tests.ui.room import a_house, a_photo, a_post_with_pictures, copies

FOLDER = Path(__file__).parents[3] / "resources" / "themes"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, FOLDER, choice="hell")


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    house = a_house(tmp_path)
    yield house
    house.close()


@dataclass
class Desk:
    """The page with what belongs to it."""

    house: House
    page: EditorPage
    id: str
    attachments: Sequence[str]
    said: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def post(self) -> Post:
        """The post as it is saved."""
        return self.house.posts.get(self.id)

    @property
    def area(self) -> WritingArea:
        """The field with the text."""
        return self.page.column.box.area

    def tab(self, channel: str) -> None:
        """Bring the tab of a channel to the front."""
        self.page.column.tabs.choose(channel)

    def saved(self) -> Post:
        """Save and return the post."""
        assert self.page.session.flush()
        return self.post


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, house: House, tmp_path: Path) -> Iterator[Desk]:
    id_, attachments = a_post_with_pictures(house, [a_photo(tmp_path), a_photo(tmp_path, "rathaus.jpg")])
    images = copies(house)
    recent: list[str] = []
    page = EditorPage(
        theme,
        posts=house.posts,
        editing=house.editing,
        reviews=house.reviews,
        checks=house.checks,
        plan=house.plan,
        desk=house.desk,
        image_of=lambda picture, _px: images.get(picture, QImage()),
        bring_in=lambda paths, done: done(house.pictures.import_files(paths).added),
        siblings=lambda: house.siblings,
        aids=Aids(
            stock=lambda: house.stock,
            emoji=emoji,
            recent=lambda: recent,
            remember=lambda letter: recent.insert(0, letter),
            manage=lambda: recent.insert(0, "managed"),
        ),
    )
    qtbot.addWidget(page)
    end = house.desk.subscribe(page.hear)
    found = Desk(house, page, id_, attachments)
    page.said.connect(found.said.append)
    page.refused.connect(found.refused.append)
    page.resize(1358, 816)
    page.show()
    page.open(id_)
    yield found
    end()
    page.leave()
