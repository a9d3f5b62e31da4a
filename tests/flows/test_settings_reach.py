# SPDX-License-Identifier: EUPL-1.2
"""The settings by keys alone, with a crowded plan, and with files of formats that do not hold."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from kalender.ui.preferences.formats import FormatsPart
from kalender.ui.preferences.page import SettingsPage
from kalender.ui.preferences.sections import Part
from kalender.ui.widgets.controls.choice import Choice
from tests.flows.hands import PARTS
from tests.flows.sitting import CTRL, Sitting


def test_a_wrong_file_of_formats_is_told_once_with_line_and_remedy(qapp: QApplication, home: Path) -> None:
    wrong = "[feed_4x5.limits]\ntext_limit = 'viel'\n"
    folder = home / "config" / "formats"
    folder.mkdir(parents=True)
    own = folder / "instagram.toml"
    own.write_text(wrong, encoding="utf-8")
    sitting = Sitting(qapp, home)
    sitting.open(home / "plan")
    assert "instagram.toml" in sitting.window.notices.text("formats")
    sitting.click(sitting.button("Ansehen"))
    page = sitting.window.pages.page("settings")
    assert isinstance(page, SettingsPage)
    part = page.current
    assert isinstance(part, FormatsPart)
    (card,) = part.cards
    words = card.accessibleName()
    assert "Datei „instagram.toml“, Zeile 2, Abschnitt [feed_4x5.limits]" in words
    assert "Der Wert von „text_limit“ passt nicht." in words
    assert "eine ganze Zahl ab 0" in words
    own.write_text("[feed_4x5.limits]\ntext_limit = 2000\n", encoding="utf-8")
    sitting.click(part.again)
    assert part.cards == []
    assert "1 eigene Datei gilt." in part.verdict.text()
    assert "das nächste Mal" in part.verdict.text()
    own.write_text(wrong, encoding="utf-8")
    sitting.close()
    again = Sitting(qapp, home)
    again.open(home / "plan")
    assert again.window.notices.text("formats") == ""
    again.close()


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_reached_by_keys_alone(sitting: Sitting, part: str) -> None:
    sitting.key(Qt.Key.Key_Comma, CTRL)
    page = sitting.window.pages.page("settings")
    assert isinstance(page, SettingsPage)
    assert QApplication.focusWidget() is page.list
    for _ in range(PARTS.index(part)):
        sitting.key(Qt.Key.Key_Down)
    assert page.key == part
    wanted = focusable(page.current)
    seen: list[QWidget] = []
    for _ in range(len(wanted) + 12):
        QTest.keyClick(QApplication.focusWidget() or sitting.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus in wanted and focus not in seen:
            seen.append(focus)
    assert set(seen) == set(wanted)
    tops = [item.mapTo(page.current.ground, QPoint(0, item.height() // 2)).y() for item in seen]
    back = [later - earlier for earlier, later in pairwise(tops) if later < earlier]
    assert not [step for step in back if step < -60], "Tab jumps up"


def focusable(part: Part) -> list[QWidget]:
    return [
        item
        for item in part.ground.findChildren(QWidget)
        if item.isVisible()
        and item.isEnabled()
        and item.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(item, QAbstractButton | QLineEdit | Choice)
    ]


def crowd(sitting: Sitting) -> None:
    """Let the plan have 14 channels, 20 people and long names."""
    setup = sitting.house.setup
    known = {item.id for item in sitting.house.plan.channels}
    for platform in sitting.house.plan.platforms:
        if platform not in known:
            setup.channels.add(platform)
    while len(sitting.house.plan.channels) < 14:
        setup.channels.add("website", f"Seite des Eigenbetriebs {len(sitting.house.plan.channels)}")
    setup.channels.change("facebook", name="Facebook-Seite der Stadtwerke und des Eigenbetriebs Abwasser")
    while len(sitting.house.plan.people) < 20:
        setup.people.add(f"Hannelore-Friederike von Wallenstein-Papenburg {len(sitting.house.plan.people)}")
    setup.topics.add("Bürgerbeteiligung, Ehrenamt und Städtepartnerschaften im Landkreis")


@pytest.mark.parametrize("scale", [100, 200])
def test_a_crowded_plan_stays_whole_on_a_small_screen(sitting: Sitting, scale: int) -> None:
    crowd(sitting)
    sitting.key(Qt.Key.Key_Comma, CTRL)
    page = sitting.window.pages.page("settings")
    assert isinstance(page, SettingsPage)
    sitting.window.resize(1366, 768)
    sitting.window.choose_scale(scale)
    for key in PARTS:
        part = page.show_part(key)
        sitting.settle()
        assert part.ground.width() <= part.viewport().width(), f"{key} is wider than its page"
        cut = [
            f"{type(item).__name__} {item.accessibleName()}"
            for item in part.ground.findChildren(QAbstractButton)
            if item.isVisible() and item.text() and item.width() < item.minimumSizeHint().width()
        ]
        assert not cut
