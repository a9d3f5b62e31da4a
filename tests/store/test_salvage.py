# SPDX-License-Identifier: EUPL-1.2
"""What is taken out of a damaged plan: everything whose hash fits, the rest by name, and the file as it was."""

import hashlib
import random
import shutil
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kalender.domain.post import Post
from kalender.domain.stage import Flag, Stage
from kalender.store.plan_file import PlanFile
from kalender.store.salvage.salvage import Salvage, look, salvage
from tests.builders import FORMATS, PLATFORMS, a_channel, a_desk, a_plan, a_post, approved, surroundings
from tests.replicas import view

PLAN = "plan.kalender"


def a_lived_in_plan(folder: Path, posts: int = 30) -> dict[str, str]:
    """Write posts, long texts, renames, a burst of typing, an undo and a deletion; return titles by id."""
    plan = a_plan(folder)
    desk = a_desk(plan, a_channel())
    for n in range(posts):
        with desk.action("post.created") as act:
            text = "".join(f"Satz {n}.{m}: Grüße aus dem Rathaus! " for m in range(n * 3))
            act.put(a_post(f"p{n}", title=f"Beitrag {n}", text=text, channels=["facebook"]))
    for n in range(0, posts, 3):
        with desk.action("post.renamed") as act:
            act.put(replace(act.get(Post, f"p{n}"), title=f"Umbenannt {n}"))
    for word in ("E", "Ein", "Ein Markt", "Ein Markt im Advent"):
        with desk.action("post.text", burst="editor") as act:
            act.put(replace(act.get(Post, "p1"), title=word))
    desk.undo()
    desk.redo()
    with desk.action("post.deleted") as act:
        act.delete("post/p2")
    titles = {card.id: card.title for card in plan.backlog()}
    plan.close()
    return titles


def salvaged(folder: Path, out: Path) -> Salvage:
    """Salvage the plan of a folder and see that the file is as before."""
    file = folder / PLAN
    before = file.read_bytes()
    found = salvage(file, out, formats=FORMATS, platforms=PLATFORMS, seconds=60)
    assert file.read_bytes() == before
    return found


def opened(folder: Path) -> PlanFile:
    return PlanFile.open(folder, formats=FORMATS, platforms=PLATFORMS)


def titles_in(folder: Path) -> dict[str, str]:
    with closing(opened(folder)) as plan:
        assert plan.verify().problems == ()
        return {card.id: card.title for card in plan.backlog()}


def damaged(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / PLAN)) as on:
        on.execute("PRAGMA writable_schema = ON")
        on.execute(statement)
        on.commit()


def test_a_whole_plan_comes_out_as_it_went_in(tmp_path: Path) -> None:
    titles = a_lived_in_plan(tmp_path / "plan")
    found = salvaged(tmp_path / "plan", tmp_path / "out")
    assert (found.lost, found.waiting, found.restated, found.remnants) == ((), (), (), ())
    assert found.complete
    assert titles_in(tmp_path / "out") == titles
    with closing(opened(tmp_path / "plan")) as old, closing(opened(tmp_path / "out")) as new:
        assert old.changesets() == new.changesets() == len(found.taken)
        assert (new.plan, new.device == old.device) == (old.plan, False)
        assert view(old) == view(new)


@pytest.mark.parametrize("length", [16, 100, 4096])
def test_the_bytes_alone_are_enough_where_the_head_of_the_file_is_gone(tmp_path: Path, length: int) -> None:
    titles = a_lived_in_plan(tmp_path / "plan")
    file = tmp_path / "plan" / PLAN
    whole = file.read_bytes()
    file.write_bytes(b"\0" * length + whole[length:])
    found = salvaged(tmp_path / "plan", tmp_path / "out")
    assert (found.lost, found.waiting) == ((), ())
    assert titles_in(tmp_path / "out") == titles


def test_a_dropped_table_is_read_from_free_pages(tmp_path: Path) -> None:
    titles = a_lived_in_plan(tmp_path / "plan")
    for name in ("op", "changeset", "meta"):
        damaged(tmp_path / "plan", f"DELETE FROM sqlite_master WHERE tbl_name = '{name}'")
    found = salvaged(tmp_path / "plan", tmp_path / "out")
    assert found.lost == ()
    assert titles_in(tmp_path / "out") == titles


def test_half_a_file_gives_what_lies_in_that_half(tmp_path: Path) -> None:
    titles = a_lived_in_plan(tmp_path / "plan", posts=60)
    file = tmp_path / "plan" / PLAN
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    found = salvaged(tmp_path / "plan", tmp_path / "out")
    assert len(found.taken) > 30
    assert found.lost != ()
    shown = titles_in(tmp_path / "out")
    assert len(shown) > 30
    assert shown.keys() <= titles.keys() | {"p2"}, "p2 was deleted in the half that is gone"


def test_what_builds_on_something_lost_waits_and_is_shown_all_the_same(tmp_path: Path) -> None:
    titles = a_lived_in_plan(tmp_path / "plan")
    file = tmp_path / "plan" / PLAN
    with closing(sqlite3.connect(file, isolation_level=None)) as on:
        (seq, lost) = on.execute("SELECT seq, hex(id) FROM changeset WHERE seq = 6").fetchone()
        on.execute("DELETE FROM changeset WHERE seq = ?", (seq,))
        on.execute("UPDATE op SET body = x'7b7d' WHERE seq = ?", (seq,))
        on.execute("PRAGMA secure_delete = ON")
        on.execute("VACUUM")
    found = salvaged(tmp_path / "plan", tmp_path / "out")
    assert [(item.id, item.number) for item in found.lost] == [(lost.lower(), 0), ("", 6)]
    assert len(found.taken) == 5
    assert {need for item in found.waiting for need in item.needs} >= {lost.lower()}
    shown = titles_in(tmp_path / "out")
    assert {id_: title for id_, title in titles.items() if id_ != "p4"} == shown
    with closing(opened(tmp_path / "out")) as plan:
        assert len(plan.journal.waiting()) == len(found.waiting)


def test_what_waited_joins_without_a_conflict_when_the_lost_link_is_found(tmp_path: Path) -> None:
    titles = a_lived_in_plan(tmp_path / "plan")
    shutil.copytree(tmp_path / "plan", tmp_path / "colleague")
    with closing(sqlite3.connect(tmp_path / "plan" / PLAN)) as on:
        on.execute("UPDATE changeset SET at = 'nie' WHERE seq = 6")
        on.commit()
    salvaged(tmp_path / "plan", tmp_path / "out")
    with closing(opened(tmp_path / "colleague")) as theirs, closing(opened(tmp_path / "out")) as ours:
        answer = ours.receive([body for _id, body in theirs.share()])
        assert answer.waiting == ()
        assert ours.conflicts() == {}
        assert ours.verify().problems == ()
        assert {card.id: card.title for card in ours.backlog()} == titles


def test_a_turned_bit_is_turned_back(tmp_path: Path) -> None:
    titles = a_lived_in_plan(tmp_path / "plan")
    file = tmp_path / "plan" / PLAN
    whole = file.read_bytes()
    at = whole.index(b"Umbenannt 3")
    file.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
    found = salvaged(tmp_path / "plan", tmp_path / "out")
    assert found.lost == ()
    assert titles_in(tmp_path / "out") == titles


def test_a_damaged_id_of_the_plan_is_put_right_by_the_hashes(tmp_path: Path) -> None:
    titles = a_lived_in_plan(tmp_path / "plan")
    with closing(sqlite3.connect(tmp_path / "plan" / PLAN)) as on:
        on.execute(
            "UPDATE meta SET value = CASE substr(value, 1, 1) WHEN '0' THEN '1' ELSE '0' END || substr(value, 2) "
            "WHERE key = 'plan'"
        )
        on.commit()
    found = salvaged(tmp_path / "plan", tmp_path / "out")
    assert found.lost == ()
    assert titles_in(tmp_path / "out") == titles


def test_a_spoiled_page_with_the_id_of_the_plan_costs_nothing(tmp_path: Path) -> None:
    titles = a_lived_in_plan(tmp_path / "plan")
    file = tmp_path / "plan" / PLAN
    with closing(sqlite3.connect(file)) as on:
        (page,) = on.execute("SELECT rootpage FROM sqlite_master WHERE name = 'meta'").fetchone()
    whole = file.read_bytes()
    file.write_bytes(whole[: (page - 1) * 4096] + bytes(4096) + whole[page * 4096 :])
    found = salvaged(tmp_path / "plan", tmp_path / "out")
    assert found.lost == ()
    assert titles_in(tmp_path / "out") == titles


def test_random_damage_never_ends_in_a_crash_and_what_is_taken_is_true(tmp_path: Path) -> None:
    titles = a_lived_in_plan(tmp_path / "plan")
    with closing(opened(tmp_path / "plan")) as plan:
        every = {id_ for id_, _body in plan.share()}
    file = tmp_path / "plan" / PLAN
    whole, chance = file.read_bytes(), random.Random(20261122)
    for round_ in range(12):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 4, 40])):
            at = chance.randrange(len(data))
            data[at : at + chance.choice([1, 16, 600])] = chance.randbytes(1)
        file.write_bytes(data)
        found = salvaged(tmp_path / "plan", tmp_path / f"out{round_}")
        assert set(found.taken) | {item.id for item in found.waiting} <= every
        got = titles_in(tmp_path / f"out{round_}")
        assert len(got) >= len(titles) // 3, round_


def test_files_that_are_none_give_an_empty_answer(tmp_path: Path) -> None:
    for name, content in {"empty": b"", "text": b"Redaktionsplan\n" * 999, "zeros": bytes(9000)}.items():
        file = tmp_path / name
        file.write_bytes(content)
        assert look(file, seconds=5).taken == ()
        found = salvage(file, tmp_path / f"out-{name}", formats=FORMATS, platforms=PLATFORMS, seconds=5)
        assert (found.taken, found.posts) == ((), 0)
        assert hashlib.sha256(file.read_bytes()).digest() == hashlib.sha256(content).digest()


def test_a_table_that_is_a_view_without_end_ends(tmp_path: Path) -> None:
    a_lived_in_plan(tmp_path / "plan", posts=5)
    damaged(tmp_path / "plan", "DELETE FROM sqlite_master WHERE tbl_name = 'op'")
    with closing(sqlite3.connect(tmp_path / "plan" / PLAN)) as on:
        on.execute(
            "CREATE VIEW op AS WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more) "
            "SELECT n, n AS seq, 'post/x' AS record, x'' AS parents, 0 AS deleted, x'7b7d' AS body FROM more"
        )
        on.commit()
    assert salvaged(tmp_path / "plan", tmp_path / "out").lost == ()


def test_rows_that_unpack_to_far_too_much_are_left_out_at_once(tmp_path: Path) -> None:
    titles = a_lived_in_plan(tmp_path / "plan", posts=6)
    bomb = zlib.compress(b'{"text":"' + b" " * (15 << 20) + b'"}', 9)
    with closing(sqlite3.connect(tmp_path / "plan" / PLAN)) as on:
        on.execute(
            "INSERT INTO changeset SELECT 900, randomblob(32), v, dev, by, at, label, deps, 1, 0 FROM changeset WHERE seq = 1"
        )
        rows = [(f"post/{n}", bomb) for n in range(400)]
        on.executemany(
            "INSERT INTO op (seq, record, parents, deleted, body) VALUES (900, ?, x'', 0, ?)", rows
        )
        on.commit()
    found = salvage(
        tmp_path / "plan" / PLAN, tmp_path / "out", formats=FORMATS, platforms=PLATFORMS, seconds=20
    )
    assert [item.number for item in found.lost if item.id] == [900]
    assert titles_in(tmp_path / "out") == titles


@pytest.mark.parametrize("doubt", [False, True])
def test_an_approval_stands_only_where_nothing_of_its_post_can_be_lost(tmp_path: Path, doubt: bool) -> None:
    plan = a_plan(tmp_path / "plan")
    desk = a_desk(plan, a_channel(), a_post("verloren"))
    for id_ in ("vorher", "nachher"):
        with desk.action("post.created") as act:
            act.put(a_post(id_, channels=["facebook"], planned=datetime(2026, 12, 4, 17)))
        with desk.action("review.approved") as act:
            act.put(approved(act.get(Post, id_), surroundings(plan)))
        if id_ == "vorher":
            with desk.action("post.renamed") as act:
                act.put(replace(act.get(Post, "verloren"), title="Das geht verloren"))
    assert [card.stage for card in plan.cards(["vorher", "nachher"])] == [Stage.APPROVED, Stage.APPROVED]
    plan.close()
    damaged(tmp_path / "plan", "UPDATE changeset SET label = '{}' WHERE seq = 4")
    if doubt:
        damaged(tmp_path / "plan", "DELETE FROM tip WHERE record = 'post/nachher'")
    found = salvaged(tmp_path / "plan", tmp_path / "out")
    assert found.restated == ("post/nachher",)
    assert found.doubted == (("post/nachher",) if doubt else ())
    with closing(opened(tmp_path / "out")) as new:
        before, after = new.card("vorher"), new.card("nachher")
        assert before is not None
        assert before.stage is Stage.APPROVED, "nothing of it was in doubt"
        assert after is not None
        expected = (Stage.DRAFT, True) if doubt else (Stage.APPROVED, False)
        assert (after.stage, Flag.APPROVAL_VOID in after.flags) == expected
