# SPDX-License-Identifier: EUPL-1.2
"""A plan opens to be written, or to be read where that is not possible, and says why."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kalender.app.house import new_id
from kalender.app.opening import Opener, Reading
from kalender.jobs.pool import InlineWorker
from kalender.store import place
from tests.flows.sitting import paths_in
from tests.places import ROOT
from tests.ui.room import a_house

FULL = """
import resource, signal, sys
from pathlib import Path
from kalender.app.house import new_id
from kalender.app.opening import Opener
from kalender.app.paths import Paths
from kalender.jobs.pool import InlineWorker
home = Path(sys.argv[2])
places = Paths(config=home / "c", cache=home / "k", logs=home / "l", documents=home / "d")
opener = Opener(places, InlineWorker(), None, new_id)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
house, reading = opener.open(Path(sys.argv[1]))
posts = house.store.posts()
house.close()
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
again, why = opener.open(Path(sys.argv[1]))
print(reading, posts, why, again.store.posts())
again.close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed plan with one post whose rows another release has derived."""
    house = a_house(tmp_path)
    house.posts.create("Markt", text="Er ist eröffnet.")
    house.close()
    with closing(sqlite3.connect(tmp_path / "plan" / place.PLAN)) as on:
        on.execute("UPDATE meta SET value = 'older' WHERE key = 'rows'")
        on.commit()
    return tmp_path / "plan"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of a file there")
def test_a_plan_on_a_full_disk_opens_to_be_read_until_there_is_room(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", FULL, str(folder), str(tmp_path / "home")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["full", "1", "None", "1"], done.stderr


def test_a_plan_in_order_opens_to_be_written_and_to_be_looked_at(folder: Path, tmp_path: Path) -> None:
    opener = Opener(paths_in(tmp_path / "home"), InlineWorker(), None, new_id)
    house, reading = opener.open(folder)
    assert (reading, house.store.read_only) == (None, False)
    looked_at, why = opener.open(folder, look=True)
    assert (why, looked_at.store.read_only) == (Reading.CHOSEN, True)
    looked_at.close()
    house.close()
    assert not list(folder.glob("~*"))
