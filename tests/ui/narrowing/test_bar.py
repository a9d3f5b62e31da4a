# SPDX-License-Identifier: EUPL-1.2
"""The row of chips: what it names, how it shortens, what it finds of labels."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.card import Filter
from kalender.domain.stage import Stage
from kalender.ui.narrowing.bar import FilterBar
from kalender.ui.narrowing.chips import Ticks
from kalender.ui.narrowing.narrowing import Narrowing
from kalender.ui.theme.theme import Theme
from tests.ui.room import a_house
from tests.ui.stages import THEMES


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = a_house(tmp_path)
    found.desk.acting_as("katrin")
    yield found
    found.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, THEMES, choice="hell")


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, house: House) -> Iterator[FilterBar]:
    """The row at the top of a page of 1232 px."""
    page = QWidget()
    qtbot.addWidget(page)
    found = FilterBar(theme, Narrowing(page), house.plan, house.posts.labels)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(found)
    column.addWidget(QWidget(), 1)
    page.resize(1232, 600)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    yield found
    page.close()


@pytest.mark.parametrize("scale", [100, 200])
def test_every_chip_lies_inside_the_row_at_every_text_size(bar: FilterBar, theme: Theme, scale: int) -> None:
    theme.set_scale(scale)
    QApplication.processEvents()
    bar.narrowing.put(Filter(channels=frozenset({"facebook", "instagram"}), topics=frozenset({"rathaus"})))
    QApplication.processEvents()
    assert bar.minimumHeight() == bar.maximumHeight() == bar.height()
    shown = [*bar.channels.values(), bar.words, bar.stage, bar.topic, bar.person, bar.reset, bar.view]
    for chip in shown:
        row = chip.parentWidget()
        assert row is not None
        place = chip.geometry().translated(row.mapTo(bar, row.rect().topLeft()))
        assert bar.rect().contains(place), chip.accessibleName()


def test_what_narrows_is_tinted_and_named(bar: FilterBar) -> None:
    assert bar.topic.text() in {"Thema", "Thema: alle"}
    bar.narrowing.put(Filter(topics=frozenset({"familie"}), stages=frozenset({Stage.DRAFT, Stage.IDEA})))
    assert bar.topic.text() == "Familie && Schule"
    assert bar.topic.isChecked()
    assert bar.stage.text() == "Stand: 2"
    assert bar.stage.accessibleName() == "Stand: Idee, Entwurf"
    assert bar.reset.isVisible()
    bar.narrowing.put(Filter(topics=frozenset({"weg"})))
    assert bar.topic.text() == "nicht mehr im Plan"


def test_labels_are_offered_once_posts_have_some(qtbot: QtBot, bar: FilterBar, house: House) -> None:
    assert not bar.label.isVisible()
    id_ = house.posts.create("Eis", channels=["facebook"])
    house.editing.set_fields(id_, labels=("Winter",))
    bar.hide()
    bar.show()
    qtbot.waitUntil(bar.label.isVisible)
    bar.label.open_list()
    (ticks,) = bar.label.findChildren(Ticks)
    ticks.boxes["Winter"].click()
    assert bar.narrowing.value.labels == {"Winter"}
    ticks.close()


def test_one_announcement_comes_for_each_change_and_none_for_the_same(bar: FilterBar) -> None:
    heard: list[Filter] = []
    bar.narrowing.changed.connect(lambda: heard.append(bar.narrowing.value))
    QTest.keyClicks(bar.words, "ab")
    assert [value.text for value in heard] == ["a", "ab"]
    bar.narrowing.put(Filter(text="ab"))
    assert len(heard) == 2
    bar.narrowing.clear()
    assert bar.words.text() == ""
    assert len(heard) == 3
