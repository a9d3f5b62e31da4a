# SPDX-License-Identifier: EUPL-1.2
"""Every dialog can be used at 200 % text on a small screen: buttons in sight, nothing cut off, by keys alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

import kalender
from kalender.ui.widgets.controls.field import LineField
from kalender.ui.widgets.feedback.dialog import MessageDialog, Sheet, confirm
from kalender.ui.widgets.feedback.scrolling import Middle
from tests.flows.dialogs import OPEN, foot, front
from tests.flows.sitting import Sitting

ROOM = QSize(1350, 700)
"""What a dialog may take of a screen of 1366 × 768."""

BASES = {"Sheet", "QDialog"}
FRAMES = {"MessageDialog", "ScopeDialog", "StockForm"}
"""Never opened themselves, or by another name."""


@pytest.fixture
def large(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sitting]:
    """The window at 200 % on a small screen."""
    monkeypatch.setattr(Sheet, "room", property(lambda _sheet: ROOM))
    sitting.desktop.theme.set_scale(200)
    sitting.window.resize(1366, 720)
    sitting.settle()
    yield sitting
    sitting.desktop.theme.set_scale(100)


def parts(dialog: QDialog) -> list[QWidget]:
    return [item for item in dialog.findChildren(QWidget) if item.isVisible() and item.window() is dialog]


def name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} „{widget.accessibleName() or getattr(widget, 'text', str)()}“"


def reachable(dialog: QDialog) -> set[QWidget]:
    """Return what Tab has to come to: of several of which one holds, that one; arrows lead to the others."""
    return {
        item
        for item in parts(dialog)
        if item.isEnabled()
        and item.focusPolicy() & Qt.FocusPolicy.TabFocus
        and item.focusProxy() is None
        and not (isinstance(item, QAbstractButton) and item.group() is not None and not item.isChecked())
    }


def in_sight(dialog: QDialog, focus: QWidget) -> bool:
    """Tell whether at least a line of what has the keys is to be seen in every area it lies in."""
    around = focus.parentWidget()
    while around is not None and around is not dialog:
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            place = QRect(focus.mapTo(around, QPoint(0, 0)), focus.size())
            if around.rect().intersected(place).height() < min(focus.height(), 40):
                return False
        around = around.parentWidget()
    return True


def test_every_dialog_of_the_program_is_looked_at() -> None:
    found, kinds = set[str](), set(BASES)
    classes = {
        node.name: {getattr(base, "id", "") for base in node.bases}
        for path in Path(kalender.__file__).parent.joinpath("ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    while more := {name for name, bases in classes.items() if bases & kinds} - found:
        found |= more
        kinds |= more
    opened = " ".join(OPEN)
    missing = {name for name in found - FRAMES - BASES if name not in opened}
    assert not missing, f"add a way to open {missing} to tests/flows/dialogs.py"


def look(dialog: Sheet) -> None:
    """Buttons stay in sight and no words are cut."""
    assert dialog.height() <= ROOM.height()
    assert dialog.width() <= ROOM.width()
    buttons = foot(dialog)
    assert buttons
    for button in buttons:
        assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight())), name_of(button)
    for middle in dialog.findChildren(Middle):
        assert middle.horizontalScrollBar().maximum() == 0, "has to be scrolled sideways"
    for part in parts(dialog):
        if isinstance(part, QLabel) and part.text():
            assert part.width() >= part.minimumSizeHint().width(), name_of(part)
            if part.wordWrap():
                slack = part.fontMetrics().height() // 8  # the air around a line may give way
                assert part.height() + slack >= part.heightForWidth(part.width()), name_of(part)
        if isinstance(part, QAbstractButton) and not isinstance(part, QToolButton):
            assert part.width() >= part.minimumSizeHint().width(), name_of(part)
            assert part.height() >= part.minimumSizeHint().height(), name_of(part)


def tab_through(sitting: Sitting, dialog: Sheet) -> None:
    """Tab comes to everything, in sight, and to the buttons last."""
    wanted, buttons = reachable(dialog), [item for item in foot(dialog) if item.isEnabled()]
    for item in wanted:
        said = item.accessibleName() or (item.text() if isinstance(item, QAbstractButton) else "")
        assert said, f"{type(item).__name__} has no name"
    buttons[-1].setFocus()
    order: list[QWidget] = []
    while True:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        focus = dialog.focusWidget()
        if focus in order:
            break
        order.append(focus)
        assert in_sight(dialog, focus), f"{name_of(focus)} has the keys out of sight"
    assert not (lost := wanted - set(order)), [name_of(item) for item in lost]
    assert order[-len(buttons) :] == buttons, [name_of(item) for item in order]


@pytest.mark.parametrize("name", OPEN)
def test_a_dialog_at_large_text_fits_a_small_screen_and_is_used_by_keys(large: Sitting, name: str) -> None:
    OPEN[name](large)
    large.settle()
    dialog = front(large)
    assert isinstance(dialog, Sheet)
    assert QApplication.activeWindow() is dialog
    (main,) = [item for item in dialog.findChildren(QPushButton) if item.isDefault()]
    assert main in foot(dialog) or main.hasFocus(), f"Enter would press {name_of(main)}"
    look(dialog)
    tab_through(large, dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_presses_the_button_that_has_the_focus_and_not_the_dangerous_one(large: Sitting) -> None:
    done: list[str] = []
    theme, window = large.desktop.theme, large.window
    confirm(
        theme, window, title="Löschen?", why="Weg.", yes="Löschen", done=lambda: done.append("x"), danger=True
    )
    large.settle()
    large.key(Qt.Key.Key_Return)
    assert not large.window.findChildren(MessageDialog)
    assert not done
    confirm(theme, window, title="Löschen?", why="Weg.", yes="Löschen", done=lambda: done.append("x"))
    large.settle()
    large.key(Qt.Key.Key_Tab)
    large.key(Qt.Key.Key_Return)
    assert done == ["x"]


def test_content_that_grows_beyond_the_screen_begins_to_scroll_and_stays_where_the_keys_are(
    large: Sitting,
) -> None:
    sheet = Sheet(large.desktop.theme, large.window, title="Wachsend")
    first = LineField(large.desktop.theme, name="Zuerst")
    sheet.body.addWidget(first)
    sheet.add_button("Schließen")
    sheet.open()
    first.setFocus()
    large.settle()
    before = sheet.scrolls
    for number in range(30):
        sheet.body.addWidget(LineField(large.desktop.theme, name=f"Zeile {number}"))
    large.settle()
    assert (before, sheet.scrolls) == (False, True)
    assert sheet.height() <= ROOM.height()
    assert sheet.focusWidget() is first
    sheet.close()
