# SPDX-License-Identifier: EUPL-1.2
"""What hands do in the settings: open a part, write into a line, choose from a list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from kalender.ui.preferences.page import SettingsPage
from kalender.ui.widgets.controls.choice import Choice
from tests.flows.sitting import CTRL, Sitting

PARTS = (
    "town",
    "channels",
    "people",
    "topics",
    "blackouts",
    "rules",
    "pace",
    "style",
    "words",
    "device",
    "formats",
)


def opened(sitting: Sitting, part: str = "town") -> SettingsPage:
    """Open the settings by Strg+, and click on a part."""
    sitting.key(Qt.Key.Key_Comma, CTRL)
    assert sitting.front == "settings"
    page = sitting.window.pages.page("settings")
    assert isinstance(page, SettingsPage)
    click_part(sitting, page, part)
    return page


def click_part(sitting: Sitting, page: SettingsPage, part: str) -> None:
    item = page.list.item(PARTS.index(part))
    sitting.click(page.list.viewport(), page.list.visualItemRect(item).center())
    assert page.key == part


def write(sitting: Sitting, line: QLineEdit, words: str) -> None:
    """Write something else into a line and press Enter."""
    sitting.click(line)
    line.selectAll()
    sitting.type(words)
    sitting.key(Qt.Key.Key_Return)


def pick(sitting: Sitting, choice: Choice, words: str) -> None:
    """Choose an entry of a list by keys, as a hand does."""
    choice.setFocus()
    row = choice.findText(words)
    assert row >= 0, words
    while choice.currentIndex() != row:
        sitting.key(Qt.Key.Key_Down if choice.currentIndex() < row else Qt.Key.Key_Up)


def dialog(sitting: Sitting) -> QDialog:
    return next(item for item in sitting.window.findChildren(QDialog) if item.isVisible())


def said_in(widget: QWidget) -> str:
    return f"{widget.accessibleName()} {widget.accessibleDescription()}"
