# SPDX-License-Identifier: EUPL-1.2
"""The crop page looks as approved while a picture is turned, straightened and covered in places."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.flows.sitting import Sitting
from tests.look.comparison import Comparison
from tests.look.test_pages import sample, sitting, visit

__all__ = ["sample", "sitting"]  # fixtures


@pytest.mark.parametrize(
    ("choice", "width", "height", "scale"),
    [("hell", 1440, 900, 100), ("dunkel", 1366, 768, 100), ("hell", 1440, 900, 200)],
)
@pytest.mark.parametrize("state", ["straightened", "covered"])
def test_adjusting_looks_as_approved(
    sitting: Sitting,
    compare: Comparison,
    state: str,
    choice: str,
    width: int,
    height: int,
    scale: int,
) -> None:
    sitting.desktop.theme.choose(choice)
    sitting.desktop.theme.set_scale(scale)
    sitting.window.resize(width, height)
    sitting.settle()
    visit(sitting, "crop")
    page = sitting.cropper
    page.tools.adjust.click()
    page.adjusting.bar.tilt.slider.setValue(-45)
    page.adjusting.bar.light.slider.setValue(25)
    if state == "covered":
        page.adjusting.bar.cover.click()
        for _ in range(2):
            QTest.keyClick(page.adjusting.covers, Qt.Key.Key_Insert)
            QTest.keyClick(page.adjusting.covers, Qt.Key.Key_Plus)
        for _ in range(16):
            QTest.keyClick(page.adjusting.covers, Qt.Key.Key_Left)
    sitting.settle()
    sitting.window.setFocus()
    compare(sitting.window, f"adjusting/{state}-{choice}-{width}-{scale}")
