# SPDX-License-Identifier: EUPL-1.2
"""Writes the sample of this version of the journal: a plan in which everything occurs, and what it says.

    python -m tests.faults.versions.make v2

To be run once for each released version of the journal, and never again: an old sample is what old programs wrote.
"""

import json
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

from kalender.store.place import LOCK, PLAN
from tests.faults.rich import at_home, content, rich_plan

HERE = Path(__file__).parent
SAYS = "says.json"


def make(name: str) -> Path:
    """Write a sample into a folder beside this file; raises FileExistsError where there is one already."""
    target = HERE / name
    target.mkdir()
    with tempfile.TemporaryDirectory() as place:
        folder = rich_plan(Path(place) / "plan", posts=9)
        with at_home(folder, read_only=True) as house:
            said = content(house)
        on = sqlite3.connect(folder / PLAN)
        on.execute("VACUUM")
        on.close()
        (folder / LOCK).unlink()
        shutil.copytree(folder, target, dirs_exist_ok=True)
    (target / SAYS).write_text(
        json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )
    return target


if __name__ == "__main__":
    sys.stdout.write(f"{make(sys.argv[1])}\n")
