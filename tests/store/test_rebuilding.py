# SPDX-License-Identifier: EUPL-1.2
"""Rows are derived anew in one thread and written in another: nothing of that may be seen from outside."""

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.jobs.beside import beside
from kalender.store.plan_file import PlanFile
from kalender.store.rows import projection
from kalender.store.verify import _VIEWS
from tests.builders import a_channel, a_desk, a_picture, a_plan, a_post, reopened


class Full:
    """A driver whose disk is full when a table is filled, and which notes the threads that fill it."""

    def __init__(self, driver: sqlite3.Connection, table: str) -> None:
        self._driver, self._beginning = driver, f"INSERT INTO {table}"
        self.threads: set[int] = set()

    def execute(self, text: str, *values: Any) -> sqlite3.Cursor:
        if text.startswith(self._beginning):
            self.threads.add(threading.get_ident())
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            error.sqlite_errorname = "SQLITE_FULL"
            raise error
        return self._driver.execute(text, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._driver, name)


def small_lots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projection, "LOT", 7)
    monkeypatch.setattr(projection, "AT_ONCE", 3)


def filled(folder: Path) -> PlanFile:
    """Return a plan with thirty posts of all sorts: changed, deleted, with pictures, channels and labels."""
    plan = reopened(a_plan(folder), beside=beside)
    posts = [
        a_post(f"p{n}", channels=["facebook"], pictures=[f"bild{n % 9}"], text=f"Straßenfest {n}", labels=(f"l{n % 4}",))
        for n in range(30)
    ]  # fmt: skip
    desk = a_desk(plan, a_channel("facebook"), *[a_picture(f"bild{n}") for n in range(9)], *posts)
    with desk.action("post.noted") as act:
        for n in range(0, 30, 4):
            act.put(replace(act.get(Post, f"p{n}"), note="noch prüfen", versions=()))
    with desk.action("post.deleted") as act:
        act.delete(act.get(Post, "p5"))
    return plan


def rows(plan: PlanFile) -> dict[str, list[tuple[Any, ...]]]:
    return {name: sorted(plan._on.sql(question), key=repr) for name, question in _VIEWS.items()}


def test_rows_written_in_lots_are_those_that_were_written_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = filled(tmp_path / "plan")
    before = rows(plan)
    small_lots(monkeypatch)
    told: list[tuple[int, int]] = []
    plan.rebuild(lambda *at: told.append(at))
    assert rows(plan) == before
    assert told == sorted(told)
    assert told[-1] == (40, 40)
    assert plan.verify().ok
    plan.close()


@pytest.mark.parametrize("table", ["record (", "card (", "search (rowid", "link ("])
def test_what_fails_in_the_other_thread_is_refused_as_if_there_were_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    plan = filled(tmp_path / "plan")
    before = rows(plan)
    small_lots(monkeypatch)
    full: Any = Full(plan._on._driver, table)
    plan._on._open_file = full
    with pytest.raises(Refused) as refused:
        plan.rebuild()
    assert refused.value.kind is RefusalKind.DISK_FULL
    assert full.threads
    assert threading.get_ident() not in full.threads
    assert rows(plan) == before, "nothing was thrown away"
    plan.rebuild()
    assert plan.verify().ok
    plan.close()


def test_without_another_thread_the_same_rows_are_written_in_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = reopened(filled(tmp_path / "plan"))
    before = rows(plan)
    small_lots(monkeypatch)
    plan.rebuild()
    assert rows(plan) == before
    plan.close()


def test_a_rebuild_that_is_stopped_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = filled(tmp_path / "plan")
    before = rows(plan)
    small_lots(monkeypatch)

    def stop(done: int, _of: int) -> None:
        if done > 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plan.rebuild(stop)
    assert rows(plan) == before
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("kalender-beside")]
    with a_desk(plan).action("post.made") as act:
        act.put(a_post("neu"))
    assert plan.verify().ok
    plan.close()
