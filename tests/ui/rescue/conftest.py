# SPDX-License-Identifier: EUPL-1.2
"""A light theme for the rescue screen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kalender.ui.theme.theme import Theme

FOLDER = Path(__file__).parents[3] / "resources" / "themes"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, FOLDER, choice="hell")
