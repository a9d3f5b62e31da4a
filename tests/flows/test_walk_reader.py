# SPDX-License-Identifier: EUPL-1.2
"""Every page and every dialog by keyboard and screen reader: names, roles, states, and the way of Tab there and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from kalender.ui.start.window import StartWindow
from tests.flows import reader
from tests.flows.dialogs import OPEN, front
from tests.flows.screens import SCREENS, WAITING, furnish
from tests.flows.sitting import Sitting

ELSEWHERE = {name for name in SCREENS if name.startswith("settings ")} - {"settings town", "settings people"}
"""Parts of the settings which test_settings_reach goes through by Tab, and looks at in large text."""

OPENERS = (
    ("calendar month", "Ebenen"),
    ("calendar month", "Gehe zu Datum"),
    ("editor", "Termin:"),
    ("editor", "Kanäle wählen"),
    ("editor", "Emoji einfügen"),
    ("editor", "Textbaustein"),
    ("editor", "Lesbarkeit"),
    ("settings blackouts", "Neue Sperrzeit, von"),
    ("settings blackouts", "Kanäle der Sperrzeit Rathaus"),
)
"""Screens, and what the button is called that opens a popover there."""

STEPS = 5
"""Steps to an own plan."""

SAID = ("Montag 14. Dezember", "9 Uhr", "In Prüfung", "Facebook", "WhatsApp", "2 offene Kommentare")
"""What a reader has to say of the post that waits, beside its title."""


@pytest.fixture
def walker(sitting: Sitting) -> Sitting:
    """The window of the sample plan with something on every page."""
    furnish(sitting)
    return sitting


def heard(window: QWidget) -> list[str]:
    """Return what is wrong with what a reader says of the controls of a window."""
    wrong = [f"{reader.whole(item)} {why}" for item in reader.controls(window) for why in reader.unsaid(item)]
    return [*wrong, *reader.doubles(window)]


def test_every_control_of_every_screen_has_a_name_a_role_and_its_turn_with_tab(walker: Sitting) -> None:
    tried, wrong = 0, list[str]()
    window = walker.window
    for name, show in SCREENS.items():
        show(walker)
        walker.settle()
        tried += len(reader.controls(window))
        found = heard(window)
        if name not in ELSEWHERE:
            found += reader.tab_through(window.field, window)
        wrong += [f"{name}: {line}" for line in found]
    window.show_page("calendar")
    for name, show in OPEN.items():
        show(walker)
        walker.settle()
        dialog = front(walker)
        tried += len(reader.controls(dialog))
        found = [*heard(dialog), *reader.tab_through(reader.tab_stops(dialog)[-1], dialog)]
        wrong += [f"{name}: {line}" for line in found]
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), f"{name} stays after Esc"
        walker.settle()
    unnamed = len([line for line in wrong if "name" in line])
    total = len(SCREENS) + len(OPEN)
    print(f"tried {tried} controls on {total} screens, unnamed {unnamed}")  # noqa: T201 - what a walk came to
    assert not wrong, "\n".join(wrong)


def test_every_popover_is_read_gone_through_and_left_by_keys(walker: Sitting) -> None:
    for screen, button in OPENERS:
        look_into(walker, screen, button)


def look_into(walker: Sitting, screen: str, button: str) -> None:
    """Open a popover by the space bar, listen to it, go through it by Tab, and leave it."""
    SCREENS[screen](walker)
    walker.settle()
    (opener,) = [item for item in reader.controls(walker.window) if reader.name_of(item).startswith(button)]
    opener.setFocus()
    QTest.keyClick(opener, Qt.Key.Key_Space)
    walker.settle()
    popover = QApplication.activePopupWidget()
    assert popover is not None
    assert not reader.words(reader.name_of(popover))
    first = QApplication.focusWidget()
    assert first is not None
    assert popover is first or popover.isAncestorOf(first)
    assert not [*heard(popover), *reader.tab_through(first, popover)]
    QTest.keyClick(QApplication.focusWidget() or popover, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    back = QApplication.focusWidget()
    assert back is not None
    assert walker.window.isAncestorOf(back), f"the keys stay in {button}"


def test_nothing_is_cut_off_at_large_text_in_the_dark_on_a_small_screen(walker: Sitting) -> None:
    """A window of 1366 × 768 pixels without the task bar, at 200 %; dialogs are looked at elsewhere."""
    window, wrong = walker.window, list[str]()
    walker.desktop.theme.choose("dunkel")
    window.resize(1366, 720)
    window.choose_scale(200)
    for key in ("dues", "mentions"):
        window.notices.take(key)
    walker.settle()
    for name in [name for name in SCREENS if name not in ELSEWHERE]:
        SCREENS[name](walker)
        walker.settle()
        wrong += [f"{name}: {line}" for line in reader.cut(window)]
    window.choose_scale(100)
    assert not wrong, "\n".join(wrong)


def test_the_beginning_is_read_and_gone_through_at_large_text(qapp: QApplication, tmp_path: Path) -> None:
    sitting, wrong = Sitting(qapp, tmp_path), list[str]()
    sitting.desktop.theme.set_scale(200)
    sitting.desktop.show_start(wizard=True)
    window = next(
        item for item in qapp.topLevelWidgets() if isinstance(item, StartWindow) and item.isVisible()
    )
    window.resize(1350, 690)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    wizard = window.wizard
    wizard.town.name.setText("Lindenbrunn")
    QTest.keyClick(wizard.channels.rows["facebook"].box, Qt.Key.Key_Space)
    QTest.keyClicks(wizard.people.rows[0].name, "Katrin Sommer")
    QTest.keyClicks(wizard.people.rows[1].name, "Ines Falkner")
    for step in range(STEPS):
        assert wizard.step == step
        found = [*heard(window), *reader.cut(window)]
        found += reader.tab_through(reader.tab_stops(window)[0], window)
        wrong += [f"step {step + 1}: {line}" for line in found]
        if step + 1 < STEPS:
            wizard.next.click()
            sitting.settle()
    last = wizard.next.text()
    sitting.desktop.theme.set_scale(100)
    sitting.close()
    assert last == "Plan anlegen"
    assert not wrong, "\n".join(wrong)


def items(view: QAbstractItemView) -> list[str]:
    """Return what a reader says of every item of a view."""
    interface = QAccessible.queryAccessibleInterface(view)
    return [interface.child(number).text(QAccessible.Text.Name) for number in range(interface.childCount())]


def test_a_post_is_read_in_every_view_with_all_that_its_card_shows(sitting: Sitting) -> None:
    wrong: list[str] = []
    for screen in ("calendar month", "calendar week", "calendar agenda", "calendar list", "board", "review"):
        SCREENS[screen](sitting)
        sitting.settle()
        page = sitting.window.pages.current
        assert page is not None
        views = [item for item in page.findChildren(QAbstractItemView) if item.isVisible()]
        said = [line for view in views for line in items(view) if line.startswith(WAITING)]
        missing = [word for word in SAID if word not in " ".join(said[:1])]
        wrong += [f"{screen}: {said[:1]} leaves out {missing}"] if missing else []
    assert not wrong, "\n".join(wrong)
