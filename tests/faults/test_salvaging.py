# SPDX-License-Identifier: EUPL-1.2
"""A small share of what `python -m tests.faults.salvaging` takes out of damaged plans; and that it would notice a fault."""

import sys

import pytest

from kalender.store.salvage import salvage
from tests.faults import salvaging
from tests.faults.tally import SEED, budget


def test_all_that_is_left_is_taken_the_rest_is_named_and_nothing_is_made_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tally = salvaging.run(budget(8, "salvage"), SEED)
    with capsys.disabled():
        sys.stdout.write(f"\n{tally}\n")
    assert tally.ok, str(tally)


def test_the_harness_notices_a_salvage_that_asks_sqlite_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(salvage, "carve", lambda *_given: None)
    assert salvaging.run(6, SEED).lost
