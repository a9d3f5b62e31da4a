# SPDX-License-Identifier: EUPL-1.2
"""The board on a small real plan."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.stage import Stage
from kalender.ui.board.column import Column
from kalender.ui.board.page import BoardPage
from kalender.ui.theme.theme import Theme
from tests.ui.stages import THEMES, Posts, a_staged_house

LEFT = Qt.MouseButton.LeftButton


@dataclass
class Wall:
    """The page with what belongs to it."""

    house: House
    page: BoardPage
    posts: Posts
    refused: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    reviewed: list[str] = field(default_factory=list)
    exported: list[list[str]] = field(default_factory=list)

    def column(self, stage: Stage) -> Column:
        """Return a column."""
        return self.page.columns[stage]

    def titles(self, stage: Stage) -> list[str]:
        """Return the titles in a column."""
        model = self.column(stage).model
        return [model.card(row).title for row in range(model.rowCount())]

    def stage(self, id_: str) -> Stage:
        """Return the stage of a post in the plan."""
        return self.house.posts.card(id_).stage

    def middle(self, id_: str) -> QPoint:
        """Return where a card lies, in px of the viewport of its column."""
        column = self.column(self.stage(id_))
        return column.view.visualRect(column.model.index(column.model.row_of(id_))).center()

    def drag(self, id_: str, target: Stage, *, drop: bool = True) -> None:
        """Drag a card with the mouse to the middle of a column."""
        view = self.column(self.stage(id_)).view
        start = self.middle(id_)
        there = self.column(target).view.viewport().rect().center()
        end = view.viewport().mapFromGlobal(self.column(target).view.viewport().mapToGlobal(there))
        QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(view.viewport(), start + QPoint(30, 0))
        QTest.mouseMove(view.viewport(), end)
        if drop:
            QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, THEMES, choice="hell")


@pytest.fixture
def wall(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Wall]:
    house, posts = a_staged_house(tmp_path)
    page = BoardPage(
        theme,
        posts=house.posts,
        reviews=house.reviews,
        publishing=house.publishing,
        plan=house.plan,
        several=lambda: house.several,
        image_of=lambda _id: QImage(),
        now=house.posts.now,
        since=house.ageing.since,
        set_limit=house.setup.town.limit,
    )
    qtbot.addWidget(page)
    end = house.desk.subscribe(page.changed)
    found = Wall(house, page, posts)
    page.refused.connect(found.refused.append)
    page.open_post.connect(found.opened.append)
    page.review_wanted.connect(found.reviewed.append)
    page.export_wanted.connect(found.exported.append)
    page.resize(1400, 800)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    yield found
    end()
    house.close()
