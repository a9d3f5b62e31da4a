# SPDX-License-Identifier: EUPL-1.2
"""What lies around days, where the files that ship with the program cannot be read."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.formats import awareness, local_days, tiles, wordstock
from kalender.formats.schema import Fault, Table, Wrong
from tests.ui.room import a_house


def unreadable(_path: Path) -> Table:
    raise Wrong("", Fault.UNREADABLE, "Input/output error")


@pytest.mark.parametrize("module", [local_days, awareness])
def test_a_step_that_cannot_read_the_program_s_own_files_is_refused_and_works_when_they_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object
) -> None:
    house = a_house(tmp_path)
    house.desk.acting_as("katrin")
    post = house.posts.create("Markt", planned=datetime(2026, 12, 11, 15), text="Am Freitag ist Markt.")
    house.editing.set_channels(post, ["facebook"])
    before = house.store.changesets()
    with monkeypatch.context() as broken:
        broken.setattr(module, "read", unreadable)
        with pytest.raises(Refused) as refused:
            house.reviews.request(post)
    assert refused.value.kind is RefusalKind.PROGRAM_UNREADABLE
    assert refused.value.facts == {"detail": "Input/output error"}
    assert house.store.changesets() == before
    house.reviews.request(post)
    assert house.store.counts()[Stage.IN_REVIEW] == 1
    house.close()


def test_templates_blocks_and_tiles_that_cannot_be_read_are_refused_alike_and_are_there_when_they_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = a_house(tmp_path)
    asked: list[Callable[[], object]] = [
        house.stock.library.templates.every,
        house.stock.library.blocks.every,
        lambda: house.tiles.templates,
    ]
    for module, known in ((wordstock, wordstock.stock), (tiles, tiles.tile_stock)):
        known.cache_clear()
        monkeypatch.setattr(module, "read", unreadable)
    for ask in asked:
        with pytest.raises(Refused) as refused:
            ask()
        assert refused.value.kind is RefusalKind.PROGRAM_UNREADABLE
    monkeypatch.undo()
    assert all(ask() for ask in asked)
    house.close()
