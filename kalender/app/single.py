# SPDX-License-Identifier: EUPL-1.2
"""One window a plan: who starts Kalender on a plan that is open rings at its window, which comes to the front.

The lock of the plan decides who is first; this only carries the message. So a start costs nothing until a plan turns
out to be in use, and a bell that hangs from a program that died is simply hung anew by whoever holds the lock.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer
    from PySide6.QtWidgets import QWidget

_KNOCK, _ANSWER = b"kalender?\n", b"here\n"
SETTLING = 400
"""Milliseconds after which a window is there and what is not needed for that may be loaded."""

PATIENCE = 1_500
"""Milliseconds after which a window that does not answer is not waited for."""


def name_of(folder: Path) -> str:
    """Return the name of the bell of a plan, the same for one user however the folder is spelled."""
    who = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    where = os.path.normcase(os.path.realpath(folder))
    return "kalender-" + hashlib.sha256(f"{who}\0{where}".encode("utf-8", "surrogatepass")).hexdigest()[:24]


class Bell(QObject):
    """rung: somebody started Kalender on this plan once more."""

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None
        self._wanted: Path | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLING)
        self._timer.timeout.connect(self._hang_wanted)

    def hang_soon(self, folder: Path) -> None:
        """Hear who rings for a plan once its window is there: nothing of this is loaded before."""
        self._wanted = folder
        self._timer.start()

    def _hang_wanted(self) -> None:
        if self._wanted is not None:
            self.hang(self._wanted)

    def hang(self, folder: Path) -> bool:
        """Hear from now on who rings for a plan; only whoever holds its lock may. Return whether that works here."""
        from PySide6.QtNetwork import QLocalServer

        self.take_down()
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        name = name_of(folder)
        QLocalServer.removeServer(name)
        self._server = server
        return server.listen(name)

    def _answer(self) -> None:
        server = self._server
        while server is not None and (visitor := server.nextPendingConnection()) is not None:
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.write(_ANSWER)
            visitor.flush()
            self.rung.emit()

    def take_down(self) -> None:
        """Hear nobody any more."""
        self._wanted = None
        self._timer.stop()
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None


def ring(folder: Path, patience: int = PATIENCE) -> bool:
    """Ask the window of a plan to come to the front; return whether it answered. patience: milliseconds."""
    from PySide6.QtNetwork import QLocalSocket

    _let_it_come()
    socket = QLocalSocket()
    socket.connectToServer(name_of(folder))
    if not socket.waitForConnected(patience):
        return False
    socket.write(_KNOCK)
    socket.flush()
    while not socket.canReadLine() and socket.waitForReadyRead(patience):
        pass
    answered = socket.canReadLine() and bytes(socket.readLine().data()) == _ANSWER
    socket.abort()
    return answered


def bring_to_front(window: QWidget | None) -> None:
    """Show a window, where there is one, over all others, whether it was small or covered."""
    if window is None:
        return
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def _let_it_come() -> None:
    """Windows lets a program come to the front only where the one in front allows it."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1
        ctypes.windll.user32.AllowSetForegroundWindow(anybody)
