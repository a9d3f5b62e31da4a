# SPDX-License-Identifier: EUPL-1.2
"""The application over a copy of the sample plan, which is written once for all stories."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kalender.app.sample.build import write
from kalender.jobs.pool import InlineWorker
from tests.flows.sitting import Sitting


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a home in which the sample plan and its small pictures lie; never opened itself."""
    home = tmp_path_factory.mktemp("sample")
    write(
        home / "plan", worker=InlineWorker(), cache=home / "cache" / "thumbnails", allow_synced=True
    ).close()
    return home


@pytest.fixture
def home(sample: Path, tmp_path: Path) -> Path:
    """A copy of that home for one story."""
    return shutil.copytree(sample, tmp_path / "home")


@pytest.fixture
def sitting(qapp: QApplication, home: Path) -> Iterator[Sitting]:
    """The window of the sample plan."""
    found = Sitting(qapp, home)
    found.open(home / "plan")
    yield found
    found.close()
