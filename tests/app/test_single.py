# SPDX-License-Identifier: EUPL-1.2
"""A second start on the same plan brings the first window to the front; on another plan it opens its own."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kalender.app.single import Bell, name_of, ring
from tests.places import ROOT

RING = "import sys; from pathlib import Path; from kalender.app.single import ring; sys.exit(0 if ring(Path(sys.argv[1])) else 3)"


@pytest.fixture
def bell(qapp: object) -> Iterator[Bell]:
    del qapp
    made = Bell()
    yield made
    made.take_down()


def second_start(folder: Path) -> "subprocess.Popen[bytes]":
    """Ring as a second program does."""
    return subprocess.Popen([sys.executable, "-c", RING, str(folder)], cwd=ROOT)


def test_a_second_start_is_heard_and_told_so(bell: Bell, qtbot: QtBot, tmp_path: Path) -> None:
    assert bell.hang(tmp_path)
    with qtbot.waitSignal(bell.rung, timeout=20_000):
        child = second_start(tmp_path)
    qtbot.waitUntil(lambda: child.poll() is not None, timeout=20_000)
    assert child.returncode == 0


def test_nobody_answers_where_no_window_is_open(bell: Bell, tmp_path: Path) -> None:
    assert not ring(tmp_path, 200)
    bell.hang(tmp_path)
    bell.take_down()
    assert not ring(tmp_path, 200)
    assert bell.hang(tmp_path / "anderer")
    assert not ring(tmp_path, 200), "another plan is another window"


def test_a_window_that_does_not_answer_is_not_waited_for(bell: Bell, tmp_path: Path) -> None:
    bell.hang(tmp_path)
    assert not ring(tmp_path, 200), "the same thread cannot answer while it rings, as a window that hangs"


def test_what_a_program_that_died_left_behind_is_hung_anew(bell: Bell, qtbot: QtBot, tmp_path: Path) -> None:
    if os.name != "nt":
        (Path(tempfile.gettempdir()) / name_of(tmp_path)).write_text("left behind")
    assert bell.hang(tmp_path)
    with qtbot.waitSignal(bell.rung, timeout=20_000):
        child = second_start(tmp_path)
    qtbot.waitUntil(lambda: child.poll() is not None, timeout=20_000)
    assert child.returncode == 0


def test_a_plan_has_one_name_however_its_folder_is_spelled(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "plan")
    names = {name_of(tmp_path / "plan"), name_of(tmp_path / "link"), name_of(tmp_path / "x" / ".." / "plan")}
    assert len(names) == 1
    assert name_of(tmp_path) not in names
