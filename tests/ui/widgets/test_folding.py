# SPDX-License-Identifier: EUPL-1.2
"""A bar of two halves stands in one row where there is room, and in two where there is not."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.controls.button import Button


def test_the_halves_go_under_each_other_and_come_back(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    bar = FoldingBar(theme, parent=window)
    first, second = Button(theme, "Zurück zum Kalender"), Button(theme, "Zur Prüfung geben")
    bar.first.addWidget(first)
    bar.second.addWidget(second)
    qtbot.addWidget(window)
    window.resize(800, 200)
    window.show()
    for width, folded in ((700, False), (260, True), (700, False), (260, True)):
        bar.resize(width, 120)
        assert bar.folded is folded
        QApplication.processEvents()
        assert second.width() == second.sizeHint().width()
    assert second.y() > first.geometry().bottom()
    assert bar.minimumSizeHint().width() < 260
