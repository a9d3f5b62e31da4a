# SPDX-License-Identifier: EUPL-1.2
"""The start: a new plan, a plan there is, the sample, a plan of before."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kalender.ui.start.screen import Recent, StartScreen
from kalender.ui.start.window import StartWindow
from kalender.ui.theme.theme import Theme


def test_plans_of_before_are_opened_by_mouse_and_by_enter(qtbot: QtBot, theme: Theme) -> None:
    recent = [
        Recent(folder=Path("/plaene/neu"), title="Stadt Lindenbrunn"),
        Recent(folder=Path("/weg"), title="Alt", there=False),
    ]
    screen = StartScreen(theme, recent=recent)
    qtbot.addWidget(screen)
    screen.show()
    opened: list[Path] = []
    screen.open_wanted.connect(opened.append)
    QTest.keyClick(screen.recent, Qt.Key.Key_Return)
    place = screen.recent.visualRect(screen.recent.model().index(1, 0)).center()
    QTest.mouseClick(screen.recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [Path("/plaene/neu"), Path("/weg")]
    spoken = screen.recent.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Alt, /weg, nicht gefunden"


def test_the_buttons_say_what_is_wanted(qtbot: QtBot, theme: Theme) -> None:
    screen = StartScreen(theme)
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.new_wanted):
        screen.new.click()
    with qtbot.waitSignal(screen.sample_wanted):
        screen.sample.click()
    assert screen.recent.isHidden()


def test_the_window_goes_from_start_to_wizard_and_back(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "plan.kalender").write_bytes(b"")
    window = StartWindow(theme, recent=[tmp_path, Path("/weg")], platforms=(), documents=tmp_path)
    qtbot.addWidget(window)
    window.show()
    assert window.screen_.isVisible()
    assert [item.there for item in window.screen_.recent.model().recent] == [True, False]  # type: ignore[attr-defined]  # its own model
    window.screen_.new.click()
    assert window.wizard.isVisible()
    window.wizard.skip.click()
    assert window.screen_.isVisible()
    window.show_problem("Der Plan ist beschädigt.")
    with qtbot.waitSignal(window.browse_wanted):
        window.screen_.open_.click()
