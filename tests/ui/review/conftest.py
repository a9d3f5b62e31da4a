# SPDX-License-Identifier: EUPL-1.2
"""The review on a small real plan, Ines at the computer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.stage import Stage
from kalender.ui.review.page import ReviewPage
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.preview.making import preview_of
from tests.ui.stages import THEMES, Posts, a_staged_house

Kind = TypeVar("Kind", bound=QWidget)


@dataclass
class Desk:
    """The page with what belongs to it."""

    house: House
    page: ReviewPage
    posts: Posts
    refused: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    deaf: Callable[[], None] = lambda: None
    """Lets no more news reach the page, as when they are still on their way."""

    def stage(self, id_: str) -> Stage:
        """Return the stage of a post in the plan."""
        return self.house.posts.card(id_).stage

    def seen(self, kind: type[Kind]) -> list[Kind]:
        """Return the widgets of a kind that a person sees now."""
        QApplication.processEvents()
        return [item for item in self.page.findChildren(kind) if item.isVisible()]

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        focused = QApplication.focusWidget()
        QTest.keyClick(focused if focused is not None else self.page.inbox, key)

    def someone_writes(self, id_: str, text: str) -> None:
        """Let Katrin change a text at her computer; Ines keeps sitting here."""
        self.house.desk.acting_as("katrin")
        self.house.editing.set_text(id_, text)
        self.house.desk.acting_as("ines")

    def sit_down(self, person: str) -> None:
        """Let someone else act at this computer."""
        self.house.desk.acting_as(person)
        self.page.reload()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, THEMES, choice="hell")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    house, posts = a_staged_house(tmp_path)
    house.desk.acting_as("ines")
    page = ReviewPage(
        theme,
        reviews=house.reviews,
        plan=house.plan,
        image_of=lambda _id: QImage(),
        preview_of=preview_of(theme, lambda _id, _px: QImage()),
        person=lambda: house.desk.person,
        now=house.posts.now,
    )
    qtbot.addWidget(page)
    end = house.desk.subscribe(page.changed)
    found = Desk(house, page, posts, deaf=end)
    page.refused.connect(found.refused.append)
    page.open_post.connect(found.opened.append)
    page.resize(1358, 800)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    page.setFocus()
    QApplication.processEvents()
    yield found
    found.deaf()
    house.close()
