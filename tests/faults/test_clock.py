# SPDX-License-Identifier: EUPL-1.2
"""A small share of what `python -m tests.faults.clock` does to clocks; and that it would notice a fault."""

import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kalender.domain.post import Post
from kalender.services.acting import desk
from tests.faults import clock
from tests.faults.lives import Life
from tests.faults.rich import rich_plan
from tests.faults.tally import SEED, Tally, budget


def test_no_post_moves_and_no_order_turns_round_whatever_clocks_say(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tally = clock.run(budget(3, "clock"), SEED)
    with capsys.disabled():
        sys.stdout.write(f"\n{tally}\n")
    assert tally.ok, str(tally)


def test_the_harness_notices_typing_that_grows_over_a_jump_of_the_clock(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(desk, "PAUSE", timedelta(days=9))
    tally = Tally("clock")
    life = Life(rich_plan(tmp_path / "plan", posts=4), tmp_path, random.Random(1), clock._Told(tally))
    life.live(40)
    assert "has grown" in str(tally)


def test_the_harness_notices_posts_kept_as_instants(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nine o'clock after the change is then eight or ten."""
    moved = Post.moved_to

    def as_instant(self: Post, moment: datetime) -> Post:
        if self.planned is None:
            return moved(self, moment)
        gone = moment.replace(tzinfo=clock.BERLIN).utcoffset() or timedelta()
        was = self.planned.replace(tzinfo=clock.BERLIN).utcoffset() or timedelta()
        return moved(self, moment + (gone - was))

    monkeypatch.setattr(Post, "moved_to", as_instant)
    tally = Tally("clock")
    clock.nights(rich_plan(tmp_path / "plan", posts=4), clock._Told(tally), range(2026, 2027))
    assert "shifted by" in str(tally)
