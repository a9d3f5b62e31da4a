# SPDX-License-Identifier: EUPL-1.2
"""A window that was closed is gone, with all that its plan had in memory: who opens several plans a day does not pay for each."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.flows.sitting import Sitting

TITLE = "Glasfaser: Start in Oberdorf"


@pytest.mark.parametrize("visited", ["calendar", "board", "review", "pictures", "export", "editor"])
def test_a_closed_window_lets_go_of_its_plan(qapp: QApplication, home: Path, visited: str) -> None:
    sitting = Sitting(qapp, home)
    sitting.open(home / "plan")
    if visited == "editor":
        assert sitting.desktop.place is not None
        sitting.desktop.place.visits.open_post(sitting.card(TITLE).id)
    else:
        sitting.window.show_page(visited)
    sitting.settle()
    left: list[weakref.ref[object]] = [weakref.ref(sitting.house.posts), weakref.ref(sitting.window)]
    sitting.close()
    del sitting
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [item() for item in left] == [None, None]
