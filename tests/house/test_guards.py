# SPDX-License-Identifier: EUPL-1.2
"""The guards of tests/conftest.py do guard: a door that is left open lets every test pass in silence."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.guard.dialogs import BlockingDialogError
from tests.guard.network import NetworkTouchedError
from tests.places import ROOT

NAUGHTY = """
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tests.guard import strays

KEPT = []
strays.PATIENCE = 0.05


def test_a_window_stays(qapp):
    KEPT.append(QWidget())
    KEPT[-1].show()


def test_a_timer_runs_on(qapp):
    KEPT.append(QTimer())
    KEPT[-1].start(1000)


def test_a_thread_runs_on():
    KEPT.append(threading.Event())
    threading.Thread(target=KEPT[-1].wait, name="lingering", daemon=True).start()


def test_a_slot_raises(qtbot):
    with_error = QTimer()
    with_error.timeout.connect(lambda: 1 / 0)
    with_error.start(0)
    qtbot.waitSignal(with_error.timeout).wait()
    with_error.stop()


def test_qt_warns(qapp):
    from PySide6.QtCore import qWarning
    qWarning("something is odd")


def test_a_good_one(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
"""


def test_a_foreign_address_is_refused_and_the_loopback_is_not() -> None:
    with pytest.raises(NetworkTouchedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(NetworkTouchedError):
        socket.getaddrinfo("example.org", 80)
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass


def test_no_dialog_may_block(qapp: QApplication) -> None:
    with pytest.raises(BlockingDialogError):
        QMessageBox.question(None, "", "")
    with pytest.raises(BlockingDialogError):
        QFileDialog.getOpenFileName()
    dialog = QDialog()
    with pytest.raises(BlockingDialogError):
        dialog.exec()


def test_a_test_that_leaves_something_behind_fails(tmp_path: Path) -> None:
    naughty = tmp_path / "test_naughty.py"
    naughty.write_text(NAUGHTY, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        "pyproject.toml",
        "-p",
        "no:cacheprovider",
        "-p",
        "tests.conftest",
    ]
    done = subprocess.run([*command, naughty], cwd=ROOT, capture_output=True, text=True, check=False)
    closing = done.stdout.splitlines()[-1]
    for blame in (
        "window QWidget",
        "timer of nobody",
        "thread lingering",
        "ZeroDivisionError",
        "something is odd",
    ):
        assert blame in done.stdout
    assert "4 passed, 2 failed, 3 errors" in closing or "2 failed, 4 passed, 3 errors" in closing, done.stdout


@pytest.mark.parametrize("time", ["first", "second"])
def test_no_test_begins_with_a_button_of_the_mouse_pressed(qtbot: QtBot, time: str) -> None:
    """A double click leaves one pressed; the moves of the test that follows would count as a drag."""
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton, time
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton)
    QTest.mousePress(window, Qt.MouseButton.RightButton)
    assert QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton


def test_the_user_of_this_computer_is_left_alone() -> None:
    from platformdirs import user_config_dir, user_data_dir

    from kalender.app.paths import paths

    own = paths()
    places = (user_config_dir("x"), user_data_dir("x"), own.config, own.cache, own.logs, own.documents)
    assert not [place for place in places if "kalender-tests-" not in str(place)]
