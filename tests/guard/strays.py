# SPDX-License-Identifier: EUPL-1.2
"""Fails a test that leaves a window, a running timer, a thread, a child process or a connection behind."""

import gc
import multiprocessing
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.guard.connections import still_open

PATIENCE = 5.0
"""Seconds to wait for a thread that was told to end and is about to."""

_timers: weakref.WeakSet[QTimer] = weakref.WeakSet()


def watch_timers() -> None:
    """Remembers every QTimer that Python makes; Qt itself keeps no list of them."""
    original = QTimer.__init__

    def remembering(self: QTimer, *given: Any, **named: Any) -> None:
        original(self, *given, **named)
        _timers.add(self)

    setattr(QTimer, "__init__", remembering)  # noqa: B010 - mypy forbids the plain assignment


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Around every test: what it starts, it ends."""
    windows, timers, threads = set(_windows()), set(_running_timers()), set(threading.enumerate())
    children, connections = set(multiprocessing.active_children()), still_open()
    yield
    _let_go()
    left = [f"window {_named(window)}" for window in _settled_windows(windows)]
    left += [f"timer of {_named(timer.parent())}" for timer in _running_timers() if timer not in timers]
    left += [f"thread {thread.name}" for thread in threading.enumerate() if _stays(thread, threads)]
    left += [f"process {child.name}" for child in multiprocessing.active_children() if child not in children]
    left += [f"connection to {connection.place}" for connection in still_open() - connections]
    if QApplication.instance() and not QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000)):
        left.append("work in the global thread pool")
    _sweep(windows, timers)
    if left:
        pytest.fail("left behind: " + ", ".join(left), pytrace=False)


def _let_go() -> None:
    """Release the buttons of the mouse, as a hand does: a double click and a drag ended by Esc leave one pressed.

    Qt would take every move of the next test for a drag, and its widgets would not learn that the pointer entered them.
    """
    if QCoreApplication.instance() and QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton:
        nowhere = QWindow()
        nowhere.resize(10, 10)
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
            if QGuiApplication.mouseButtons() & button:
                QTest.mouseRelease(nowhere, button)
        nowhere.destroy()


def _windows() -> list[QWidget]:
    return QApplication.topLevelWidgets() if isinstance(QApplication.instance(), QApplication) else []


def _settled_windows(before: set[QWidget]) -> list[QWidget]:
    """The windows that are new, once what was to be deleted is deleted, and garbage collected if need be."""
    _delete_what_is_due()
    if all(window in before for window in _windows()):
        return []
    gc.collect()
    _delete_what_is_due()
    return [window for window in _windows() if window not in before]


def _delete_what_is_due() -> None:
    if QCoreApplication.instance():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _running_timers() -> list[QTimer]:
    return [timer for timer in list(_timers) if isValid(timer) and timer.isActive()]


def _stays(thread: threading.Thread, before: set[threading.Thread]) -> bool:
    if thread in before or isinstance(thread, threading._DummyThread):
        return False
    thread.join(PATIENCE)
    return thread.is_alive()


def _named(thing: Any) -> str:
    if thing is None:
        return "nobody"
    return f"{type(thing).__name__} {thing.objectName()!r}"


def _sweep(windows: set[QWidget], timers: set[QTimer]) -> None:
    """Removes what was left, so that the next test is not blamed for it."""
    for timer in _running_timers():
        if timer not in timers:
            timer.stop()
    for window in _windows():
        if window not in windows:
            window.hide()
            window.deleteLater()
    _delete_what_is_due()
