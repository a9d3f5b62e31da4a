# SPDX-License-Identifier: EUPL-1.2
"""Faults of Qt's bindings that were paid for once."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_a_call_without_result_costs_no_reference_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one at each call and aborts the program after some thousands."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for width in range(200):
        label.resize(width, 20)
    assert abs(sys.getrefcount(None) - before) < 100
