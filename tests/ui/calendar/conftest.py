# SPDX-License-Identifier: EUPL-1.2
"""A town with three posts and two ideas in December 2026, its calendar shown in a small window."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.calendar.town import Town


@pytest.fixture
def town(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Town]:
    town = Town(qapp, tmp_path)
    town.post("markt", datetime(2026, 12, 4, 17), approved=True, title="Weihnachtsmarkt ist eröffnet")
    town.post("glasfaser", datetime(2026, 12, 10, 14, 15), title="Glasfaser: Start in Oberdorf")
    town.post("müll", datetime(2026, 12, 14, 9), title="Müllabfuhr über Weihnachten")
    town.post("steuer", None, channels=("instagram",), title="Frag das Rathaus: Hundesteuer")
    town.post("bauhof", None, channels=(), title="Unser Bauhof in Bildern")
    qtbot.addWidget(town.page)
    town.page.resize(1300, 720)
    town.page.show()
    qtbot.waitExposed(town.page)
    town.page.complete()
    town.page.settle()
    yield town
    town.close()
