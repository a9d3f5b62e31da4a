# SPDX-License-Identifier: EUPL-1.2
"""Two programs started on one plan, for real: the second ends at once and the first is asked to the front."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from kalender.app.desktop import Desktop
from kalender.jobs.pool import InlineWorker
from tests.flows.sitting import paths_in
from tests.places import ROOT
from tests.ui.room import a_house

SECOND = """
import os, sys
from pathlib import Path
os.environ["KALENDER_HOME"] = sys.argv[2]
from kalender.app.window import main
sys.exit(40 + main(Path(sys.argv[1])))
"""


def test_the_second_start_on_an_open_plan_ends_and_the_first_window_hears_of_it(
    qapp: object, qtbot: QtBot, tmp_path: Path
) -> None:
    a_house(tmp_path).close()
    desktop = Desktop(qapp, paths_in(tmp_path / "home"), worker=InlineWorker())  # type: ignore[arg-type]  # it is one
    try:
        assert desktop.open(tmp_path / "plan")
        assert desktop.bell.hang(tmp_path / "plan")
        with qtbot.waitSignal(desktop.bell.rung, timeout=60_000):
            second = subprocess.Popen(
                [sys.executable, "-c", SECOND, str(tmp_path / "plan"), str(tmp_path / "other")], cwd=ROOT
            )
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert second.returncode == 40, "main returned 0 without opening a window"
    finally:
        desktop.close()
        desktop.deleteLater()
