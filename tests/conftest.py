# SPDX-License-Identifier: EUPL-1.2
"""What holds for every test: a fixed screen and font, no network, no blocking dialog, nothing left running."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

import hypothesis
import pytest

from tests.guard import connections, dialogs, network, strays
from tests.guard.strays import nothing_left_behind
from tests.places import CORPUS, NO_CORPUS, ROOT

__all__ = ["corpus", "nothing_left_behind"]

OWN = Path(tempfile.mkdtemp(prefix="kalender-tests-"))
"""Stands for the home of the user: no test reads or writes the plans and preferences of whoever runs it."""
atexit.register(shutil.rmtree, OWN, ignore_errors=True)

os.environ.update(
    {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "1",
        "QT_FONT_DPI": "96",
        "QT_ACCESSIBILITY": "0",
        "KALENDER_HOME": str(OWN / "kalender"),
        "XDG_CONFIG_HOME": str(OWN / "config"),
        "XDG_DATA_HOME": str(OWN / "data"),
        "XDG_CACHE_HOME": str(OWN / "cache"),
        "XDG_STATE_HOME": str(OWN / "state"),
        "APPDATA": str(OWN / "roaming"),
        "LOCALAPPDATA": str(OWN / "local"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
)
for name in ("QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_SCREEN_SCALE_FACTORS", "QT_LOGGING_RULES"):
    os.environ.pop(name, None)
if sys.platform == "linux":  # the system font becomes Inter without hinting, on every machine that has it
    os.environ["FONTCONFIG_FILE"] = str(ROOT / "tests" / "look" / "fonts.conf")

CALM = hypothesis.settings(
    deadline=None,
    database=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],  # a busy machine is no fault of the code
)
hypothesis.settings.register_profile("fast", CALM, max_examples=20, stateful_step_count=20)
hypothesis.settings.register_profile("ci", CALM, max_examples=100, stateful_step_count=40)
hypothesis.settings.register_profile("full", max_examples=2000, stateful_step_count=80, deadline=None)
hypothesis.settings.load_profile(os.environ.get("KALENDER_HYPOTHESIS", "ci"))


def pytest_configure(config: pytest.Config) -> None:
    """Names the marks and shuts the doors."""
    config.addinivalue_line("markers", "slow: takes seconds; left out by `dev.py test --fast`")
    config.addinivalue_line("markers", "network: asks the package index; left out by `dev.py test --fast`")
    network.close()
    connections.watch()
    dialogs.forbid()
    strays.watch_timers()


def pytest_report_header() -> list[str]:
    """Says what this run has and lacks."""
    profile = hypothesis.settings.get_current_profile_name()
    return [
        f"corpus: {CORPUS if CORPUS.is_dir() else 'absent, ' + NO_CORPUS}",
        f"hypothesis profile: {profile}",
    ]


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of foreign files; a test that asks for it is skipped, aloud, where there is none."""
    if not CORPUS.is_dir():
        pytest.skip(NO_CORPUS)
    return CORPUS
