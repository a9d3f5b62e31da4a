# SPDX-License-Identifier: EUPL-1.2
"""The fixture `compare`: holds a window against its approved picture.

The pictures in `approved` hold on Linux, drawn offscreen by the fonts of `fonts.conf` in the revisions named here
(those of Debian 12); small differences between versions of Qt are forgiven. After a change that is meant, approve,
and LOOK at what the pictures show now:

    KALENDER_APPROVE_LOOK=1 .venv-3.11/bin/python -m pytest tests/look
"""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication

from kalender.ui.widgets.feedback.dialog import Sheet
from tests.look.comparison import Comparison

APPROVED = Path(__file__).parent / "approved"
REVISIONS = {"Inter": 3.019, "Noto Sans": 2.004}
"""The family, and the revision its file names, with which the pictures were drawn."""


@pytest.fixture(autouse=True)
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dialogs have the room of a screen in an office; the one that is drawn on offscreen is a square of 800 px."""
    monkeypatch.setattr(Sheet, "room", property(lambda _sheet: QSize(1350, 720)))


@pytest.fixture
def compare(qapp: QApplication, tmp_path: Path) -> Comparison:
    """Skips aloud where the pictures cannot hold; fails where only the fonts are missing."""
    if sys.platform != "linux":
        pytest.skip("the approved pictures hold on Linux only")
    for family, wanted in REVISIONS.items():
        font = QRawFont.fromFont(QFont(family, 10))
        assert font.familyName() == family, f"{family} is missing: python3 packaging/dev.py setup"
        found = int.from_bytes(font.fontTable("head").data()[4:8], "big") / 65536
        if round(found, 3) != wanted:
            pytest.skip(f"the approved pictures are drawn with {family} {wanted}, here is {found:.3f}")
    return Comparison(tmp_path, approved=APPROVED, approve=os.environ.get("KALENDER_APPROVE_LOOK") == "1")
