# SPDX-License-Identifier: EUPL-1.2
"""A disk that fails at one place: nothing is refused that was written, and work goes on without a restart."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.store import place
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, PLATFORMS, a_desk, a_plan, a_post


class Late:
    """A driver that does what it is told and then says that the last sync failed, once."""

    def __init__(self, driver: sqlite3.Connection, text: str) -> None:
        self._driver, self._text = driver, text

    def execute(self, text: str, *values: Any) -> sqlite3.Cursor:
        found = self._driver.execute(text, *values)
        if text == self._text:
            self._text = ""
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
            error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
            raise error
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self._driver, name)


def fail_after(plan: PlanFile, text: str) -> None:
    driver = plan._on._open_file
    assert driver is not None
    late: Any = Late(driver, text)
    plan._on._open_file = late


def test_a_transaction_whose_last_sync_failed_is_not_refused_for_it_is_there(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    fail_after(plan, "COMMIT")
    with desk.action("post.made") as act:
        act.put(a_post("q"))
    assert plan.get(Post, "q") is not None
    assert plan.verify().ok
    plan.close()


def test_a_transaction_that_failed_before_its_end_is_refused_and_nothing_of_it_is_there(
    tmp_path: Path,
) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    fail_after(plan, "BEGIN IMMEDIATE")
    with pytest.raises(Refused) as refused, desk.action("post.made") as act:
        act.put(a_post("q"))
    assert refused.value.kind is RefusalKind.PLAN_UNREADABLE
    assert plan.get(Post, "q") is None
    with desk.action("post.made") as act:
        act.put(a_post("q"))
    assert plan.get(Post, "q") is not None
    plan.close()


def test_a_file_that_cannot_be_opened_again_at_once_is_opened_later(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    plan._on._doubt()
    file, away = tmp_path / "plan" / place.PLAN, tmp_path / "away"
    file.rename(away)
    with pytest.raises(Refused) as refused:
        plan.get(Post, "p")
    assert refused.value.kind is RefusalKind.PLAN_VANISHED
    away.rename(file)
    assert plan.get(Post, "p") is not None
    with desk.action("post.deleted") as act:
        act.delete("post/p")
    plan.close()


def test_a_reading_that_was_never_ended_does_not_stand_in_the_way(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    plan._on.sql("BEGIN")
    with desk.action("post.made") as act:
        act.put(a_post("q"))
    assert plan.get(Post, "q") is not None
    plan.close()


def test_damage_that_a_failed_write_left_is_seen_before_anything_more_is_written(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), *(a_post(f"p{n}", text="Text " * 200) for n in range(20)))
    plan._on._doubt()
    file = tmp_path / "plan" / place.PLAN
    with file.open("rb+") as stream:
        stream.seek(8 * 4096)
        stream.write(b"\xff" * 4096)
    before = file.read_bytes()
    with pytest.raises(Refused) as refused:
        a_desk(plan, a_post("q"))
    assert refused.value.kind is RefusalKind.PLAN_DAMAGED
    assert file.read_bytes() == before
    plan.close()


def test_a_plan_whose_file_was_taken_away_is_saved_elsewhere_as_another_copy(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Sommerfest"))
    (tmp_path / "plan" / place.PLAN).unlink()
    plan.copy_to(tmp_path / "neu")
    copy = PlanFile.open(tmp_path / "neu", formats=FORMATS, platforms=PLATFORMS)
    found = copy.get(Post, "p")
    assert found is not None
    assert found.title == "Sommerfest"
    assert (copy.plan, copy.verify().ok) == (plan.plan, True)
    assert copy.device != plan.device
    assert not list((tmp_path / "neu").glob("~*"))
    with pytest.raises(Refused) as refused:
        plan.copy_to(tmp_path / "neu")
    assert refused.value.kind is RefusalKind.PLAN_EXISTS
    copy.close()
    plan.close()
