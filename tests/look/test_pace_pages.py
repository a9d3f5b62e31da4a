# SPDX-License-Identifier: EUPL-1.2
"""The strip of promises, what is overdue, and the settings of both look as approved, light, dark and in a small window."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from kalender.services.clock import FixedClock
from kalender.ui.calendar.pace.popover import PacePopover
from kalender.ui.preferences.page import SettingsPage
from tests.flows.sitting import Sitting
from tests.look.comparison import Comparison
from tests.look.test_pages import PLAN, sample

__all__ = ["sample"]

SIZES = [("hell", 1440, 900), ("dunkel", 1440, 900), ("hell", 1366, 768)]
PROMISES = {"facebook": {"per_week": 3}, "whatsapp": {"per_week": 2}, "mastodon": {"per_month": 4}}


@pytest.fixture
def friday(qapp: QApplication, sample: Path, tmp_path: Path) -> Iterator[Sitting]:
    """The sample plan on 11 December, with terms and promises."""
    QCursor.setPos(0, 0)
    home = shutil.copytree(sample, tmp_path / "home")
    found = Sitting(qapp, home, clock=FixedClock(datetime(2026, 12, 11, 9, 0)))
    found.open(home / PLAN)
    found.house.setup.town.change(text_due=5, picture_due=3, approval_due=2, closed=["24.12.–31.12."])
    for channel, promise in PROMISES.items():
        found.house.setup.channels.change(channel, **promise)
    found.settle()
    yield found
    found.close()


def show(sitting: Sitting, size: tuple[str, int, int]) -> str:
    choice, width, height = size
    sitting.desktop.theme.choose(choice)
    sitting.window.resize(width, height)
    sitting.settle()
    sitting.window.toast.dismiss()
    sitting.settle()
    return f"{choice}-{width}"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}-{size[1]}")
def test_the_list_of_what_is_due_looks_as_approved(
    friday: Sitting, compare: Comparison, size: tuple[str, int, int]
) -> None:
    friday.menu("tools.dues")
    name = show(friday, size)
    compare(friday.window, f"pace/dues-{name}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}-{size[1]}")
def test_the_settings_of_deadlines_look_as_approved(
    friday: Sitting, compare: Comparison, size: tuple[str, int, int]
) -> None:
    settings = friday.window.show_page("settings")
    assert isinstance(settings, SettingsPage)
    settings.show_part("pace")
    name = show(friday, size)
    compare(friday.window, f"pace/settings-{name}")


@pytest.mark.parametrize("choice", ["hell", "dunkel", "kontrast"])
def test_the_strip_of_promises_looks_as_approved(friday: Sitting, compare: Comparison, choice: str) -> None:
    friday.calendar.go_to(date(2026, 12, 11))
    show(friday, (choice, 1440, 900))
    friday.menu("pace.show")
    strip = QApplication.activePopupWidget()
    assert isinstance(strip, PacePopover)
    compare(strip, f"pace/strip-{choice}")
    strip.close()
