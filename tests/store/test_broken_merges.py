# SPDX-License-Identifier: EUPL-1.2
"""The machine of replicas is worth its time: a merge broken on purpose is noticed within a few dozen runs."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from kalender.domain.journal import merge
from kalender.domain.journal.merge import _Graph
from tests.store.test_replicas import Town

FEW_DOZEN = settings(
    max_examples=36,
    stateful_step_count=30,
    phases=[Phase.generate],
    database=None,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def tie_by_arrival(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Graph, "_rank", lambda self, n: n)


def conflict_suppressed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole: Callable[..., Any] = _Graph.merged
    monkeypatch.setattr(_Graph, "merged", lambda self: replace(whole(self), conflicts=()))


def delete_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    whole: Callable[..., Any] = _Graph.merged

    def merged(self: _Graph) -> Any:
        found = whole(self)
        deleted = any(self._revisions[n].deleted for n in self._heads)
        return replace(found, deleted=deleted, conflicts=() if deleted else found.conflicts)

    monkeypatch.setattr(_Graph, "merged", merged)


def removed_part_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Graph, "_editors_inside", lambda self, part, removers: None)


def base_is_the_first_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Graph, "_still_at_base", lambda self, key, n, candidates: n == candidates[0])


def quick_way_ignores_heads(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = merge.extended
    monkeypatch.setattr(
        "kalender.store.rows.projection.extended",
        lambda old, new: quick(replace(old, heads=new.parents), new),
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "broken",
    [
        tie_by_arrival,
        conflict_suppressed,
        delete_wins,
        removed_part_wins,
        base_is_the_first_value,
        quick_way_ignores_heads,
    ],
)
def test_the_machine_notices_a_broken_merge(
    broken: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch)
    with pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(Town, settings=FEW_DOZEN)
