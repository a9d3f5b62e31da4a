# SPDX-License-Identifier: EUPL-1.2
"""What was acknowledged survives a disk that fails, and damage is found out; tests/faults kills and cuts the power."""

import re
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, PLATFORMS, a_clock, a_desk, a_plan, a_post, reopened
from tests.places import ROOT


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of a file there")
def test_a_disk_that_fails_is_told_and_the_plan_goes_on(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt"))
    plan.close()
    script = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
from kalender.domain.post import Post
from kalender.domain.refusal import Refused
from kalender.services.acting.desk import Desk
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, PLATFORMS, a_clock
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
plan = PlanFile.open(Path(sys.argv[1]), formats=FORMATS, platforms=PLATFORMS)
desk = Desk(plan, a_clock(), "anna")
size = (Path(sys.argv[1]) / "plan.kalender").stat().st_size
for limit in (size, size + 4096, 512, 0, 5000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        with desk.action("post.text") as act:
            act.put(replace(act.get(Post, "p"), text=f"{limit} " * 90_000, title="Nie"))
        print("written")
    except Refused as refusal:
        print(refusal.kind.value)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert plan.get(Post, "p").title != "Nie"
    with desk.action("post.renamed") as act:
        act.put(replace(act.get(Post, "p"), title=f"danach {limit}"))
print(plan.verify().problems, plan.get(Post, "p").title)
"""
    found = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "plan")],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    *answers, verified = found.stdout.splitlines()
    assert set(answers) <= {"disk_full", "write_failed"}
    assert len(answers) == 5
    assert verified == "() danach 5000"


@pytest.mark.parametrize("read_only", [False, True])
def test_a_write_that_was_cut_off_is_taken_back(tmp_path: Path, read_only: bool) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), *(a_post(f"p{n}", text="x" * 3000) for n in range(60)))
    plan.close()
    file = tmp_path / "plan" / "plan.kalender"
    dying = sqlite3.connect(file, isolation_level=None)
    dying.execute("PRAGMA cache_size = 2")
    dying.execute("BEGIN IMMEDIATE")
    dying.execute("UPDATE record SET state = '{}'")
    dying.execute("UPDATE card SET title = 'half written'")
    copy = tmp_path / "copy"
    shutil.copytree(tmp_path / "plan", copy)
    dying.execute("ROLLBACK")
    dying.close()
    assert (copy / "plan.kalender").read_bytes() != file.read_bytes()
    plan = PlanFile.open(copy, formats=FORMATS, platforms=PLATFORMS, read_only=read_only)
    assert {card.title for card in plan.backlog()} == {"Weihnachtsmarkt"}
    assert plan.verify().ok
    plan.close()


def test_a_full_disk_while_a_plan_is_made_leaves_none(tmp_path: Path) -> None:
    (tmp_path / "plan").write_text("a file where the folder should be")
    with pytest.raises(Refused) as refused:
        a_plan(tmp_path / "plan")
    assert refused.value.kind is RefusalKind.WRITE_FAILED


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        ("UPDATE changeset SET at = '2030-01-01T00:00' WHERE seq = 2", "changeset"),
        (
            "UPDATE op SET body = CAST(replace(CAST(body AS TEXT), 'Neu', 'Nie') AS BLOB) WHERE seq = 2",
            "changeset",
        ),
        ("DELETE FROM changeset WHERE seq = 1", "chain"),
        ("DELETE FROM tip", "tips"),
        ("UPDATE record SET state = replace(state, 'Neu', 'Nie')", "rows"),
        ("UPDATE card SET title = 'Nie'", "rows"),
        ("UPDATE card SET flags = 1", "rows"),
        ("UPDATE search SET title = 'nie'", "search"),
        ("DELETE FROM link", "rows"),
        ("UPDATE step SET stack = 'spent'", "rows"),
        ("INSERT INTO conflict VALUES (1, 'title', 'value', '{}')", "rows"),
    ],
)
def test_whatever_differs_from_the_journal_is_found_out(tmp_path: Path, damage: str, kind: str) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt", channels=["facebook"]))
    with desk.action("post.renamed") as act:
        act.put(replace(act.get(Post, "p"), title="Neu"))
    assert plan.verify().ok
    plan._on.sql(damage)
    assert kind in {problem.kind for problem in plan.verify().problems}
    plan.close()


def test_other_formats_mean_the_rows_are_derived_anew(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", channels=["facebook"]))
    plan._on.sql("UPDATE card SET title = 'stale'")
    told: list[tuple[int, int]] = []
    plan = reopened(plan)
    card = plan.card("p")
    assert card is not None
    assert card.title == "stale", "the same fingerprint: nothing to do"
    plan.close()
    others = {**FORMATS, "x": replace(FORMATS["facebook.feed"], id="x")}
    plan = PlanFile.open(
        tmp_path / "plan", formats=others, platforms=PLATFORMS, progress=lambda *at: told.append(at)
    )
    card = plan.card("p")
    assert card is not None
    assert card.title == "Weihnachtsmarkt"
    assert told == [(1, 1)]
    plan.close()


def test_a_reader_derives_other_rows_in_memory(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    plan._on.sql("UPDATE meta SET value = 'older' WHERE key = 'rows'")
    plan._on.sql("UPDATE card SET title = 'stale'")
    plan.close()
    before = (tmp_path / "plan" / "plan.kalender").read_bytes()
    reader = PlanFile.open(tmp_path / "plan", formats=FORMATS, platforms=PLATFORMS, read_only=True)
    card = reader.card("p")
    assert card is not None
    assert card.title == "Weihnachtsmarkt"
    reader.close()
    assert (tmp_path / "plan" / "plan.kalender").read_bytes() == before


def test_rows_of_another_layout_are_replaced(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"), clock=a_clock())
    for text in (
        "DROP TABLE card",
        "CREATE TABLE card (old)",
        "CREATE TABLE notices (old)",
        "UPDATE meta SET value = '' WHERE key = 'rows'",
    ):
        plan._on.sql(text)
    plan = reopened(plan)
    assert plan.card("p") is not None
    assert plan.verify().ok
    assert plan._on.sql("SELECT count(*) FROM sqlite_master WHERE name = 'notices'")[0][0] == 0
    plan.close()


def test_a_check_compares_every_table_and_column_that_is_derived() -> None:
    """Numbers of records and steps may differ between a plan and its rebuild; the views name what they stand for."""
    from kalender.store import verify
    from kalender.store.tables.rows import ROW_TABLES

    views = verify._VIEWS
    assert views.keys() == {"search", *ROW_TABLES.tables}
    unseen = {
        f"{table.name}.{column.name}"
        for table in ROW_TABLES.sorted_tables
        for column in table.columns
        if column.name not in {"n", "seq"} and not re.search(rf"\b{column.name}\b", views[table.name])
    }
    assert not unseen


def test_a_device_whose_id_lost_a_letter_is_noticed(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    assert plan.verify().ok
    plan._on.sql("UPDATE meta SET value = substr(value, 2) || 'x' WHERE key = 'device'")
    (problem,) = plan.verify().problems
    assert (problem.kind, problem.where) == ("file", "device")
    plan.journal.set_device("e" * 32)
    assert plan.verify().ok
    plan.close()
