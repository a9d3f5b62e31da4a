# SPDX-License-Identifier: EUPL-1.2
"""What the program has done when the first month is painted: the budget of a quick start, counted and not timed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT

MOST = 224
"""Modules of ours. More may only come where less is not possible: what is not painted at once is imported at its first use."""

LATER = {
    "calendar",
    "locale",
    "kalender.services.calendars",
    "kalender.services.layers",
    "kalender.ui.calendar.agenda",
    "kalender.ui.calendar.listing",
    "kalender.ui.calendar.week",
    "kalender.ui.calendar.year",
    "kalender.ui.shell.almanac",
    "logging.handlers",
    "sqlalchemy",
}
"""What holidays, layers and the views beside the month need."""

COSTLY = {
    "PixelMetric": "QStyle: what is chosen or pointed at is asked of the view (shell/frame/navigation.py), the style is named "
    "when the application is made (theme/styled.py)",
    "DockWidgetFeature": "all widgets of Qt: one of unknown kind came to Python, such as a viewport (widgets/blocks/pane.py)",
}
"""Lists of names of classes of Qt that need not be made at the start, and how they come in."""

SCRIPT = """
import dataclasses, enum, json, os, sys
from pathlib import Path
compiled, made = [], []
process, new = dataclasses._process_class, enum.EnumType.__new__
def processed(cls, *how):
    compiled.append(f"{cls.__module__}.{cls.__name__}")
    return process(cls, *how)
def named(kind, name, *how, **said):
    made.append(name)
    return new(kind, name, *how, **said)
dataclasses._process_class, enum.EnumType.__new__ = processed, named
from kalender.app.window import main
def painted():
    print(json.dumps([sorted(sys.modules), compiled, made]), flush=True)
    os._exit(0)
main(Path(sys.argv[1]), started=lambda desktop: desktop.place.visits.calendar.month.first_painted.connect(painted))
"""


FIRST_POST = """
import sys
from pathlib import Path
from kalender.app.house import open_house
from kalender.jobs.pool import PicturePool
house = open_house(Path(sys.argv[1]), worker=PicturePool())
house.posts.create("Der erste")
house.close()
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """Modules, compiled dataclasses and lists of names of Qt when the first month of a new plan is painted."""
    place = tmp_path_factory.mktemp("start")
    plan = str(place / "plan")
    surroundings = {**os.environ, "KALENDER_HOME": str(place / "home"), "QT_QPA_PLATFORM": "offscreen"}
    founding = ["-m", "kalender", "new", plan, "--municipality", "Lindenbrunn", "--state", "BW"]
    _python([*founding, "--channel", "facebook", "--person", "Katrin Sommer:editing"], surroundings)
    _python(["-c", FIRST_POST, plan], surroundings)  # an empty plan shows no month
    told = json.loads(_python(["-c", SCRIPT, plan], surroundings).splitlines()[-1])
    assert isinstance(told, list)
    return told


def _python(arguments: list[str], surroundings: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=Path(ROOT),
        env=surroundings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_first_month_needs_no_more_modules_than_it_has_to(started: list[list[str]]) -> None:
    ours = [name for name in started[0] if name.partition(".")[0] == "kalender"]
    assert len(ours) <= MOST
    assert sorted(LATER.intersection(started[0])) == []


def test_no_value_of_ours_is_compiled_for_the_first_month(started: list[list[str]]) -> None:
    remembered = (
        "kalender.settings.preferences.Preferences"  # a copy of it notes that the plan is the last one now
    )
    assert {name for name in started[1] if name.startswith("kalender.")} <= {remembered}


@pytest.mark.parametrize("names", COSTLY)
def test_of_qt_only_what_the_first_month_uses_is_made(started: list[list[str]], names: str) -> None:
    assert "AlignmentFlag" in started[2]
    assert names not in started[2], COSTLY[names]
