# SPDX-License-Identifier: EUPL-1.2
"""A pane made here is as one that Qt has made."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QListView, QListWidget, QScrollArea
from pytestqt.qtbot import QtBot

from kalender.ui.widgets.blocks.pane import own_pane


@pytest.mark.parametrize("kind", [QListView, QListWidget, QScrollArea])
def test_a_pane_made_here_is_as_one_that_qt_has_made(qtbot: QtBot, kind: Any) -> None:
    theirs, ours = _shown(kind(), own=False), _shown(kind(), own=True)
    qtbot.addWidget(theirs)
    qtbot.addWidget(ours)
    mine, its = ours.viewport(), theirs.viewport()
    differ = [item for item in Qt.WidgetAttribute if mine.testAttribute(item) is not its.testAttribute(item)]
    assert differ == []
    assert mine.backgroundRole() is its.backgroundRole()
    assert mine.autoFillBackground() is its.autoFillBackground()
    assert mine.objectName() == its.objectName()
    assert mine.hasMouseTracking() is its.hasMouseTracking()
    assert mine.focusProxy() is ours
    assert mine.geometry() == its.geometry()


def _shown(area: QAbstractScrollArea, *, own: bool) -> QAbstractScrollArea:
    if own:
        own_pane(area)
    area.setMouseTracking(True)
    area.resize(200, 100)
    area.ensurePolished()
    area.grab()
    return area
