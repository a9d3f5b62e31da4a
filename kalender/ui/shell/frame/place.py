# SPDX-License-Identifier: EUPL-1.2
"""Where the window lies on the screen: as it was left, else as large as there is room."""

from __future__ import annotations

import base64
from typing import Any, Protocol

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QWidget

LEAST = QSize(1024, 640)
"""Px below which the window is never made."""

WANTED = QSize(1440, 900)
"""Px of a first window, where the screen has so many."""


class Remembered(Protocol):
    """What the window wants to know of the last time."""

    @property
    def geometry(self) -> str:
        """Its place, base64; empty before the first time."""


class Memory(Protocol):
    """Where the window keeps its place: kalender.settings.preferences.PreferenceFile fits."""

    @property
    def values(self) -> Remembered:
        """What was remembered."""

    def change(self, **values: Any) -> bool:
        """Remember values by name: geometry, last_page."""


def put(window: QWidget, memory: Memory | None, room: QSize) -> None:
    """Put a window where it was left, else give it its first size; room: of the screen, in px.

    Where the screen has less than that (1366 x 768 of a laptop), it opens filling the screen, so that nothing lies beside it.
    """
    small = room.width() < WANTED.width() or room.height() < WANTED.height()
    fits = room.width() >= LEAST.width() and room.height() >= LEAST.height()
    if small and fits:
        window.resize(WANTED.boundedTo(room))
        window.setWindowState(Qt.WindowState.WindowMaximized)
    else:
        window.resize(WANTED)
    if memory is None or not memory.values.geometry:
        return
    try:
        place = base64.b64decode(memory.values.geometry, validate=True)
    except ValueError:
        return
    window.restoreGeometry(QByteArray(place))


def kept(window: QWidget) -> str:
    """Return where a window lies, as it is remembered."""
    return base64.b64encode(window.saveGeometry().data()).decode("ascii")
