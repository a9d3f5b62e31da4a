# SPDX-License-Identifier: EUPL-1.2
"""The export on a small real plan; work runs in threads, as in the window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.refusal import Refused
from kalender.domain.stage import Stage
from kalender.jobs.jobs import Jobs
from kalender.ui.publish.page import ExportPage
from kalender.ui.theme.theme import Theme
from tests.ui.stages import THEMES, Posts, a_staged_house, approve, submitted


@dataclass
class Counter:
    """The page with what belongs to it."""

    house: House
    page: ExportPage
    posts: Posts
    second: str
    out: Path
    bot: QtBot
    told: list[str] = field(default_factory=list)
    failed: list[Refused] = field(default_factory=list)
    asked: list[Path] = field(default_factory=list)

    def stage(self, id_: str) -> Stage:
        """Return the stage of a post in the plan."""
        return self.house.posts.card(id_).stage

    def row(self, id_: str) -> int:
        """Return the row of a post in the list."""
        rows = range(self.page.model.rowCount())
        return next(row for row in rows if (card := self.page.model.row_at(row).card) and card.id == id_)

    def click(self, id_: str) -> None:
        """Click on the row of a post."""
        view = self.page.list
        place = view.visualRect(self.page.model.index(self.row(id_))).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def run(self) -> None:
        """Export and wait until it is over."""
        self.page.output.go.click()
        self.wait()

    def wait(self) -> None:
        """Wait until the export is over."""
        self.bot.waitUntil(lambda: not self.page.running, timeout=20_000)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, THEMES, choice="hell")


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def counter(qtbot: QtBot, theme: Theme, jobs: Jobs, tmp_path: Path) -> Iterator[Counter]:
    house, posts = a_staged_house(tmp_path)
    second = submitted(house, "Wahllokale", 6)
    approve(house, second)
    asked: list[Path] = []

    def choose(_parent: QWidget, start: Path, then: Callable[[Path], object]) -> None:
        asked.append(start)
        then(tmp_path / "woanders")

    page = ExportPage(
        theme,
        publishing=house.publishing,
        plan=house.plan,
        jobs=jobs,
        now=house.posts.now,
        folder=tmp_path / "out",
        person=lambda: house.desk.person,
        choose_folder=choose,
    )
    qtbot.addWidget(page)
    end = house.desk.subscribe(page.changed)
    found = Counter(house, page, posts, second, tmp_path / "out", qtbot, asked=asked)
    page.told.connect(found.told.append)
    page.failed.connect(found.failed.append)
    page.resize(1232, 900)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    yield found
    end()
    jobs.close()
    house.close()
