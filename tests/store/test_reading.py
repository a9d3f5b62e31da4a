# SPDX-License-Identifier: EUPL-1.2
"""Plans that are only read: those of a newer program, those that take no write; nothing is lost in silence."""

from contextlib import closing
from pathlib import Path

import pytest

from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk
from kalender.store import place
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, PLATFORMS, a_clock, a_desk, a_plan, a_post


def a_closed_plan(folder: Path, *more: str) -> bytes:
    """Make a plan with one post, change its file by statements, and return the bytes of it."""
    a_desk(plan := a_plan(folder), a_post("p", title="Markt"))
    for text in more:
        plan._on.sql(text)
    plan.close()
    return (folder / place.PLAN).read_bytes()


def read(folder: Path, *, newer: bool = False) -> PlanFile:
    return PlanFile.open(folder, formats=FORMATS, platforms=PLATFORMS, read_only=True, newer=newer)


def test_a_plan_of_a_newer_program_is_read_as_far_as_it_is_known(tmp_path: Path) -> None:
    before = a_closed_plan(
        tmp_path, "PRAGMA user_version = 2", "ALTER TABLE op ADD COLUMN newer TEXT", "UPDATE changeset SET v = 2",
        "UPDATE meta SET value = '' WHERE key = 'rows'",
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        read(tmp_path)
    assert refused.value.kind is RefusalKind.PLAN_NEWER
    with closing(read(tmp_path, newer=True)) as plan:
        card = plan.card("p")
        assert card is not None
        assert card.title == "Markt"
    assert (tmp_path / place.PLAN).read_bytes() == before


def test_a_plan_of_a_newer_program_with_other_tables_is_refused(tmp_path: Path) -> None:
    before = a_closed_plan(
        tmp_path, "PRAGMA user_version = 2", "ALTER TABLE changeset RENAME COLUMN label TO words",
        "UPDATE meta SET value = '' WHERE key = 'rows'",
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        read(tmp_path, newer=True)
    assert refused.value.kind is RefusalKind.PLAN_DAMAGED
    assert (tmp_path / place.PLAN).read_bytes() == before


def test_what_is_read_from_a_copy_in_memory_takes_no_write_that_would_be_lost(tmp_path: Path) -> None:
    a_closed_plan(tmp_path, "UPDATE meta SET value = '' WHERE key = 'rows'")
    with closing(read(tmp_path)) as plan:
        desk = Desk(plan, a_clock(), "anna")
        asked = []
        with pytest.raises(Refused) as refused, desk.action("post.created"):
            asked.append("the body ran")
        assert (refused.value.kind, asked) == (RefusalKind.PLAN_READ_ONLY, [])
        for verb in (desk.undo, desk.redo, lambda: plan.receive([])):
            with pytest.raises(Refused) as refused:
                verb()
            assert refused.value.kind is RefusalKind.PLAN_READ_ONLY
        assert plan.posts() == 1


def test_a_folder_says_whether_it_takes_files_and_keeps_none(tmp_path: Path) -> None:
    a_closed_plan(tmp_path)
    assert place.writable(tmp_path)
    assert not list(tmp_path.glob("~*"))
    assert not place.takes_files(tmp_path / "nirgends")
    assert not place.writable(tmp_path / "nirgends")
