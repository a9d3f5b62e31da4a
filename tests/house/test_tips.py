# SPDX-License-Identifier: EUPL-1.2
"""Tips show what a person has typed, never what it would mean as HTML: one rule of the style sheet for all of them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QListWidgetItem, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import Button
from tests.places import ROOT, tracked

THEMES = ROOT / "resources" / "themes"
LOOKS = ["hell", "dunkel", "kontrast"]
TYPED = [
    "<b>Fest</b>",
    'Fest <img src="file:///bild.png">',
    "1 &lt; 2",
    '<?xml version="1.0"?><b>x',
    "\n<i>x",
]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, THEMES, choice="hell")


@pytest.fixture(autouse=True)
def _no_tip_stays() -> Iterator[None]:
    yield
    for tip in tips():
        tip.close()
        tip.deleteLater()


def tips() -> list[QLabel]:
    found = (window for window in QApplication.topLevelWidgets() if window.inherits("QTipLabel"))
    return [window for window in found if isinstance(window, QLabel) and window.isVisible()]


def point_at(widget: QWidget, place: QPoint) -> None:
    """Let the pointer rest on a widget."""
    event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def of_a_button(theme: Theme, words: str) -> QWidget:
    button = Button(theme, "", icon="ri.add-line", name=words)
    button.show()
    point_at(button, QPoint(3, 3))
    return button


def of_a_line(_theme: Theme, words: str) -> QWidget:
    view = QListWidget()
    item = QListWidgetItem("x", view)
    item.setToolTip(words)
    view.show()
    point_at(view.viewport(), view.visualItemRect(item).center())
    return view


def of_an_entry(_theme: Theme, words: str) -> QWidget:
    menu = QMenu()
    menu.setToolTipsVisible(True)
    entry = menu.addAction("x")
    entry.setToolTip(words)
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(entry)
    point_at(menu, menu.actionGeometry(entry).center())
    return menu


def of_a_painted_place(_theme: Theme, words: str) -> QWidget:
    ground = QWidget()
    ground.show()
    QToolTip.showText(ground.mapToGlobal(QPoint(3, 3)), words, ground)
    return ground


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("show", [of_a_button, of_a_line, of_an_entry, of_a_painted_place])
def test_a_tip_shows_the_words_as_they_were_typed(
    qtbot: QtBot, theme: Theme, show: Callable[[Theme, str], QWidget], typed: str, look: str
) -> None:
    assert Qt.mightBeRichText(typed)
    theme.choose(look)
    shown = show(theme, typed)
    qtbot.addWidget(shown)
    (tip,) = tips()
    assert tip.text() == typed
    assert tip.textFormat() is Qt.TextFormat.PlainText


def test_no_other_style_sheet_takes_the_place_of_the_one_that_keeps_tips_plain() -> None:
    """And none asks for HTML in a tip: no words of a tip are marked up, so nothing is lost by the rule."""
    setting = [
        path.relative_to(ROOT / "kalender").as_posix()
        for path in tracked(".py")
        if path.is_relative_to(ROOT / "kalender") and ".setStyleSheet(" in path.read_text(encoding="utf-8")
    ]
    assert setting == ["ui/theme/theme.py"]
