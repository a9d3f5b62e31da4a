# SPDX-License-Identifier: EUPL-1.2
"""A damaged plan is looked into in a child process of its own, which can be ended at any moment."""

import threading
import time
from datetime import datetime
from pathlib import Path

import pytest

from kalender.app.rescuing import OwnChild, rescue_for
from kalender.formats.catalogue import load
from kalender.services.clock import FixedClock
from kalender.services.ports import WorkerDied
from kalender.services.rescue.inspection import Trouble
from tests.flows.sitting import paths_in
from tests.ui.room import a_house


def test_a_plan_is_saved_through_a_child_process_with_the_formats_of_the_program(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    house.posts.create("Weihnachtsmarkt", text="Er ist eröffnet.")
    house.close()
    file = tmp_path / "plan" / "plan.kalender"
    file.write_bytes(bytes(4096) + file.read_bytes()[4096:])
    rescue = rescue_for(
        load(), paths_in(tmp_path / "home"), OwnChild(), FixedClock(datetime(2026, 12, 3, 10, 42))
    )
    seen = rescue.inspect(tmp_path / "plan", Trouble.DAMAGED)
    assert seen.found is not None
    assert seen.found.posts == 1
    done = rescue.salvage(tmp_path / "plan")
    assert done.salvage.posts == 1


def test_whoever_waits_for_a_child_can_end_it() -> None:
    child = OwnChild()
    threading.Timer(1.0, child.stop).start()
    with pytest.raises(WorkerDied):
        child.call(time.sleep, 600, timeout=600)
