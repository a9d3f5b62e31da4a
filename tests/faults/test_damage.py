# SPDX-License-Identifier: EUPL-1.2
"""A small share of the damage that `python -m tests.faults.damage` does; and that the harness would notice a fault."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kalender.store import connection, verify
from tests.faults import damage
from tests.faults.tally import SEED, budget


def test_damage_never_crashes_never_is_written_to_and_never_goes_unnoticed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tally = damage.run(budget(16, "damage"), SEED)
    with capsys.disabled():
        sys.stdout.write(f"\n{tally}\n")
    assert tally.ok, str(tally)


def _nothing(*_anything: object) -> Iterator[verify.Problem]:
    return iter(())


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Any]:
    """Changes letters only: what no look at the structure of a file finds."""
    monkeypatch.setattr(damage, "HARMS", (damage._letter,))
    return lambda n: damage.run(n, 5)


def test_the_harness_notices_a_check_without_hashes_and_without_a_rebuild(
    letters: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("history_problems", "_row_problems", "_index_problems"):
        monkeypatch.setattr(verify, name, _nothing)
    assert any("not noticed" in line for line in letters(5).trouble)


def test_the_harness_notices_errors_that_nobody_words(
    letters: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_UNSOUND", ())
    monkeypatch.setattr(damage, "HARMS", (damage._swap, damage._double, damage._spoil))
    assert letters(8).crashed
