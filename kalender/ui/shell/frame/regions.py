# SPDX-License-Identifier: EUPL-1.2
"""The regions of the window that F6 goes through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from kalender.ui.shell.frame.status import StatusRow
from kalender.ui.shell.pages import with_regions


def parts_of(page: QWidget | None) -> list[QWidget]:
    """Return the visible parts of a page in order: those it names, or itself."""
    divided = with_regions(page)
    if divided is not None:
        return [part for part in divided.regions() if part.isVisible() and part.isEnabled()]
    return [] if page is None else [page]


def step_to(parts: Sequence[QWidget], focus: QWidget | None, step: int) -> None:
    """Put the focus into the region step places after the one that has it now."""
    holding = [number for number, part in enumerate(parts) if _holds(part, focus)]
    here = holding[-1] if holding else (-1 if step > 0 else 0)
    focus_first(parts[(here + step) % len(parts)], Qt.FocusReason.TabFocusReason)


def tab_on(window: QMainWindow) -> bool:
    """Put the focus into what comes next in the window; tell whether there was anything.

    Qt would take a page that hands its focus on for the next stop, and leap over all that stands before its list: such
    pages are no stops while it looks. The chain is never walked here: QWidget.nextInFocusChain() makes PySide take each
    widget for a child of the one before, and it deletes or forgets them with it.
    """
    proxied = [
        (widget, proxy, widget.focusPolicy())
        for widget in window.findChildren(QWidget)
        if (proxy := widget.focusProxy()) is not None
    ]
    for widget, _proxy, _policy in proxied:
        widget.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none to mean that there is no proxy
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    try:
        return QMainWindow.focusNextPrevChild(window, True)  # noqa: FBT003 - Qt's own word for forward
    finally:
        for widget, proxy, policy in proxied:
            widget.setFocusPolicy(policy)  # first: with a proxy in place it would be the proxy's
            widget.setFocusProxy(proxy)


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    """Tell whether the focus is in a part; the entries of the status row are one part."""
    if focus is None:
        return False
    if isinstance(part.parentWidget(), StatusRow):
        return part.parentWidget() is focus.parentWidget()
    return part is focus or part.isAncestorOf(focus)


def focus_first(target: QWidget, reason: Qt.FocusReason) -> bool:
    """Put the focus into a widget, or the first thing inside that takes it; tell whether there was one."""
    if target.focusProxy() is not None or target.focusPolicy() & Qt.FocusPolicy.TabFocus:
        target.setFocus(reason)
        return True
    for widget in target.findChildren(QWidget):
        takes = widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisibleTo(target):
            widget.setFocus(reason)
            return True
    return False
