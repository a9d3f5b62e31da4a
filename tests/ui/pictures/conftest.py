# SPDX-License-Identifier: EUPL-1.2
"""The pages with pictures on a real plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kalender.app.house import House
from kalender.ui.theme.theme import Theme
from tests.ui.room import a_house

FOLDER = Path(__file__).parents[3] / "resources" / "themes"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, FOLDER, choice="hell")


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    house = a_house(tmp_path)
    yield house
    house.close()
