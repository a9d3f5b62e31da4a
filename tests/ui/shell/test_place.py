# SPDX-License-Identifier: EUPL-1.2
"""Where the window opens: whole on the screen of a small laptop, as it was left the next time."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kalender.ui.shell.frame import place


def opened(qtbot: QtBot, room: tuple[int, int], memory: Any = None) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    place.put(window, memory, QSize(*room))
    return window


@pytest.mark.parametrize("room", [(1366, 728), (1920, 860), (1280, 1024), (1024, 640)])
def test_on_a_small_screen_the_window_fills_it_and_is_no_larger(qtbot: QtBot, room: tuple[int, int]) -> None:
    window = opened(qtbot, room)
    assert window.isMaximized()
    assert window.width() <= room[0]
    assert window.height() <= room[1]


@pytest.mark.parametrize("room", [(1440, 900), (1920, 1040)])
def test_on_a_large_screen_it_has_its_first_size(qtbot: QtBot, room: tuple[int, int]) -> None:
    window = opened(qtbot, room)
    assert not window.isMaximized()
    assert window.size() == place.WANTED


def test_the_place_of_last_time_counts_more_than_the_screen(qtbot: QtBot) -> None:
    before = opened(qtbot, (1920, 1040))
    before.resize(700, 500)
    memory = SimpleNamespace(values=SimpleNamespace(geometry=place.kept(before)))
    window = opened(qtbot, (1366, 728), memory)
    assert not window.isMaximized()
    assert window.size() == QSize(700, 500)
