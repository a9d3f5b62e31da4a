# SPDX-License-Identifier: EUPL-1.2
"""Everything can be reached without a mouse, has a name for a screen reader, and stays whole with large text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.flows.sitting import SHIFT, Sitting

PAGES = (
    "calendar",
    "board",
    "review",
    "pictures",
    "export",
    "editor",
    "crop",
    "settings",
    "timeline",
    "trash",
    "archive",
)


def visit(sitting: Sitting, key: str) -> QWidget:
    """Bring a page to the front, with a post that has pictures where it needs one."""
    if key in {"editor", "crop"}:
        sitting.search("Vorlesen in der")
    if key == "crop":
        sitting.click(sitting.editor.column.album.crop)
    if sitting.front != key:
        sitting.window.show_page(key)
    sitting.settle()
    assert sitting.front == key
    return sitting.window.pages.page(key)


def choose_look(sitting: Sitting, words: str) -> None:
    """Choose colours in the menu Ansicht."""
    looks = next(
        item.menu() for item in sitting.window.menus.menu("view").actions() if item.text() == "Farben"
    )
    assert isinstance(looks, QMenu)
    next(item for item in looks.actions() if item.text() == words).trigger()
    sitting.settle()


def reachable(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        shown = widget.isVisible() and widget.isEnabled()
        if shown and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            yield widget


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget: its name, else its words."""
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    return widget.accessibleName()


@pytest.mark.parametrize("key", PAGES)
def test_everything_on_a_page_has_a_name(sitting: Sitting, key: str) -> None:
    visit(sitting, key)
    found = list(reachable(sitting.window))
    assert len(found) >= 5
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in found
        if not name_of(widget)
    ]
    assert nameless == []
    wordless = [
        f"{type(action.parent()).__name__} {action.shortcut().toString()}"
        for action in sitting.window.findChildren(QAction)
        if not (action.isSeparator() or action.text() or isinstance(action.parent(), (QLineEdit, QMenu)))
    ]
    assert wordless == []


def test_every_entry_of_the_menus_has_words_and_says_why_it_is_off(sitting: Sitting) -> None:
    names = ("file", "edit", "post", "view", "channels", "tools", "help")
    actions = [
        action
        for name in names
        for action in sitting.window.menus.menu(name).actions()
        if not action.isSeparator()
    ]
    assert len(actions) >= 30
    assert all(action.text() for action in actions)
    silent = [
        action.text()
        for key, action in sitting.window.actions_.all().items()
        if not action.isEnabled() and not sitting.window.actions_.reason(key)
    ]
    assert silent == []


@pytest.mark.parametrize("key", PAGES)
def test_f6_goes_round_the_regions_and_comes_back(sitting: Sitting, key: str) -> None:
    visit(sitting, key)
    count = len(sitting.window.regions())
    assert count >= 3
    sitting.key(Qt.Key.Key_F6)
    first = QApplication.focusWidget()
    stops = [first]
    for _ in range(count - 1):
        sitting.key(Qt.Key.Key_F6)
        stops.append(QApplication.focusWidget())
    assert len(set(stops)) == count
    assert None not in stops
    sitting.key(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is first
    sitting.key(Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is stops[-1]


@pytest.mark.parametrize("key", PAGES)
def test_tab_reaches_everything_and_comes_back(sitting: Sitting, key: str) -> None:
    visit(sitting, key)
    sitting.window.field.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(150):
        place = QApplication.focusWidget()
        assert place is not None
        QTest.keyClick(place, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is sitting.window.field:
            break
    assert seen[-1] is sitting.window.field
    kinds = (QAbstractItemView, QLineEdit, QComboBox, QTabBar)
    missed = [
        f"{type(widget).__name__} „{name_of(widget)}“"
        for widget in reachable(sitting.window)
        if widget not in seen and (isinstance(widget, kinds) or type(widget).__name__ == "Button")
    ]
    assert missed == []


def test_the_menu_of_channels_shows_the_month_of_one(sitting: Sitting) -> None:
    sitting.to_page(3)
    menu = sitting.window.menus.menu("channels")
    next(item for item in menu.actions() if item.text() == "Nur Instagram").trigger()
    sitting.settle()
    assert sitting.front == "calendar"
    model = sitting.calendar.model
    cards = sitting.house.posts.cards_between(model.first, model.last)
    shown = {card.id for card in cards if model.index_of(card.id).isValid()}
    assert shown == {card.id for card in cards if "instagram" in card.channels}
    next(item for item in menu.actions() if item.text() == "Alle Kanäle").trigger()
    assert all(model.index_of(card.id).isValid() for card in cards)


@pytest.mark.parametrize("key", PAGES)
def test_large_text_cuts_no_button_off(sitting: Sitting, key: str) -> None:
    sitting.desktop.theme.set_scale(200)
    visit(sitting, key)
    cut = [
        f"„{name_of(button)}“ {button.width()}×{button.height()} of {button.sizeHint().width()}×{button.sizeHint().height()}"
        for button in sitting.window.findChildren(QAbstractButton)
        if button.isVisible()
        and button.text()
        and (
            button.width() < button.minimumSizeHint().width()
            or button.height() < button.minimumSizeHint().height()
        )
    ]
    sitting.desktop.theme.set_scale(100)
    assert cut == []


@pytest.mark.parametrize(("words", "dark"), [("Dunkel", True), ("Hoher Kontrast", False)])
def test_colours_change_on_every_page_while_it_runs(sitting: Sitting, words: str, dark: bool) -> None:
    for key in PAGES:
        visit(sitting, key)
    choose_look(sitting, words)
    assert sitting.desktop.theme.contrast is (words == "Hoher Kontrast")
    assert sitting.desktop.preferences.values.theme == sitting.desktop.theme.choice
    sitting.window.show_page("calendar")
    sitting.settle()
    month = sitting.calendar.month
    card = month.visualRect(sitting.calendar.model.index_of(sitting.card("Glasfaser: Start in Oberdorf").id))
    inside = month.viewport().grab().toImage().pixelColor(card.right() - 6, card.bottom() - 5)
    assert (inside.lightness() < 100) is dark, f"a card: {inside.name()}"
    for key in PAGES:
        page = sitting.window.show_page(key)
        sitting.settle()
        image = page.grab().toImage().scaled(24, 24)
        light = [
            QColor(image.pixel(x, y)).lightness() for x in range(image.width()) for y in range(image.height())
        ]
        middle = sorted(light)[len(light) // 2]
        assert (middle < 100) is dark, f"{key}: {middle}"


def test_menus_without_room_stand_behind_a_button_that_is_seen_and_named(sitting: Sitting) -> None:
    sitting.window.resize(1366, 768)
    sitting.desktop.theme.choose("dunkel")
    sitting.desktop.theme.set_scale(200)
    sitting.settle()
    rest = sitting.window.findChild(QToolButton, "qt_menubar_ext_button")
    assert isinstance(rest, QToolButton)
    assert rest.isVisible()
    assert rest.accessibleName() == "Weitere Menüs"
    picture = rest.grab().toImage()
    paper = picture.pixelColor(0, 0).lightness()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    assert max(abs(picture.pixelColor(x, y).lightness() - paper) for x, y in places) > 100
