# SPDX-License-Identifier: EUPL-1.2
"""What a screen reader is told of the widgets of a window, and where Tab leads."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QToolButton,
    QWidget,
)

from tests.flows.sitting import NONE, SHIFT

Role = QAccessible.Role
DUMB = {Role.NoRole, Role.Client, Role.Pane, Role.Window, Role.LayeredPane, Role.Grouping, Role.StaticText}
"""Roles that do not say that something can be done here."""
CODE = re.compile(r"[a-z0-9]+([._][a-z0-9]+)+|[a-z]+[A-Z]\w*|ri\..*|<.*>")
"""What a program calls things."""
LETTER = re.compile(r"[^\W\d_]{2}|\d")


def heard(widget: QWidget) -> QAccessibleInterface | None:
    """Return what a screen reader is told of a widget; the stubs do not say that it may be nothing."""
    found: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    return found if found is not None and found.isValid() else None


def name_of(widget: QWidget) -> str:
    """Return the name that is read out."""
    interface = heard(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface is not None else ""


def described(widget: QWidget) -> str:
    """Return what is read out after the name."""
    interface = heard(widget)
    return str(interface.text(QAccessible.Text.Description)) if interface is not None else ""


def words(name: str) -> str:
    """Return why a name is none, nothing where it is one."""
    if not name.strip():
        return "has no name"
    if any(0xE000 <= ord(letter) <= 0xF8FF or ord(letter) > 0xF0000 for letter in name):
        return "is named by a symbol"
    if not LETTER.search(name):
        return "is named by signs alone"
    return "is named by a code" if CODE.fullmatch(name.strip()) else ""


def whole(widget: QWidget) -> str:
    """Tell which widget is meant, with what it lies in."""
    place: list[str] = []
    around: QWidget | None = widget
    while around is not None and len(place) < 4:
        place.append(type(around).__name__)
        around = around.parentWidget()
    return f"„{name_of(widget)}“ ({' in '.join(place)})"


def controls(window: QWidget) -> list[QWidget]:
    """Return what can be acted on in a window: in sight, switched on, able to take the keys."""
    return [
        item
        for item in window.findChildren(QWidget)
        if item.isVisible()
        and item.isEnabled()
        and item.window() is window
        and item.focusProxy() is None
        and (item.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(item, QAbstractButton))
        and not item.objectName().startswith("qt_")
    ]


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return what Tab has to come to: of several of which one holds, that one; arrows lead to the others."""
    return [
        item
        for item in controls(window)
        if item.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(item, QAbstractButton) and item.group() is not None and not item.isChecked())
    ]


def unsaid(widget: QWidget) -> Iterable[str]:
    """Say what a screen reader is not told of a control."""
    interface = heard(widget)
    if interface is None:
        yield "is not known to a reader"
        return
    name = name_of(widget)
    if why := words(name):
        yield why
    reads = isinstance(widget, QLabel) and bool(widget.textInteractionFlags())
    scrolls = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView)
    if interface.role() in DUMB and not (reads or scrolls):
        yield f"has the role {interface.role().name}"
    state = interface.state()
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        if not (state.checkable or state.expandable):
            yield "does not say that it can be switched"
        elif state.checkable and bool(state.checked) is not widget.isChecked():
            yield "does not say whether it is on"
    if isinstance(widget, QAbstractItemView):
        index = widget.currentIndex()
        model = widget.model()
        if not index.isValid() and model.rowCount():
            index = next(
                (
                    found
                    for row in range(min(model.rowCount(), 50))
                    if (found := model.index(row, 0)).flags() & Qt.ItemFlag.ItemIsEnabled
                ),
                index,
            )
        if index.isValid():
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
            if why := words(str(said or "")):
                yield f"item {index.row()} {why}"


def doubles(window: QWidget) -> Iterable[str]:
    """Say which buttons of a window have one name and no description that tells them apart."""
    seen: dict[tuple[str, str], QWidget] = {}
    for item in controls(window):
        if not isinstance(item, QAbstractButton) or item.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        key = (name_of(item), described(item))
        if key in seen:
            yield f"{whole(item)} is there twice"
        seen[key] = item


def tab_through(start: QWidget, window: QWidget) -> Iterable[str]:
    """Say what Tab does not come to, and where the way back is another."""
    wanted = tab_stops(window)
    order = _way(start, window, len(wanted) + 20, back=False)
    if not order or order[-1] is not start:
        end = whole(order[-1]) if order else "nothing"
        yield f"Tab from {whole(start)} does not come back; it ends at {end}"
        return
    for item in wanted:
        if item not in order and item.isVisible() and item.isEnabled():
            yield f"Tab does not come to {whole(item)}"
    back = _way(start, window, len(wanted) + 20, back=True)
    if set(back) != set(order):
        for item in set(order) - set(back):
            yield f"Shift+Tab does not come to {whole(item)}"


def _way(start: QWidget, window: QWidget, most: int, *, back: bool) -> list[QWidget]:
    start.setFocus()
    order: list[QWidget] = []
    for _ in range(most):
        focus = QApplication.focusWidget() or window
        QTest.keyClick(focus, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else NONE)
        now = QApplication.focusWidget()
        if now is None or now.window() is not window:
            break
        order.append(now)
        if now is start:
            break
    return order


def cut(window: QWidget) -> Iterable[str]:
    """Say which controls are out of sight where nothing scrolls, and which words are wider than their place."""
    for item in controls(window):
        scrolls = in_scroll(item)
        if unseen(item) and not scrolls:
            yield f"{whole(item)} is not to be seen"
        elif not scrolls and not window.rect().contains(QRect(item.mapTo(window, QPoint(0, 0)), item.size())):
            yield f"{whole(item)} juts out of the window"
        if isinstance(item, QAbstractButton) and item.text() and not symbolic(item):
            need = item.minimumSizeHint().width()
            if item.width() + 1 < need:
                yield f"{whole(item)} is {item.width()} wide and needs {need}"
            if item.height() < item.fontMetrics().ascent():
                yield f"{whole(item)} is too low"
    yield from over(window)
    for label in window.findChildren(QLabel):
        if (
            label.isVisible()
            and label.window() is window
            and label.text()
            and label.wordWrap()
            and not label.visibleRegion().isEmpty()
        ):
            slack = label.fontMetrics().height() // 8
            if label.height() + slack < label.heightForWidth(label.width()):
                yield f"the words {label.text()[:60]!r} are cut"


def over(window: QWidget) -> Iterable[str]:
    """Say which controls of one parent lie over each other."""
    beside: dict[QWidget | None, list[QWidget]] = {}
    for item in controls(window):
        beside.setdefault(item.parentWidget(), []).append(item)
    for parts in beside.values():
        for number, one in enumerate(parts):
            for other in parts[number + 1 :]:
                both = one.geometry().intersected(other.geometry())
                if both.width() > 3 and both.height() > 3:
                    yield f"{whole(one)} lies over {whole(other)}"


def symbolic(button: QAbstractButton) -> bool:
    """Tell whether a button shows its symbol alone."""
    return (
        isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    )


def unseen(widget: QWidget) -> bool:
    """Tell whether nothing of a widget and of what covers it from within is to be seen."""
    inside = (child for child in widget.findChildren(QWidget) if child.isVisible())
    return widget.visibleRegion().isEmpty() and all(child.visibleRegion().isEmpty() for child in inside)


def in_scroll(widget: QWidget) -> bool:
    """Tell whether a widget lies in something that can be scrolled."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractScrollArea):
            return True
        around = around.parentWidget()
    return False
