# SPDX-License-Identifier: EUPL-1.2
"""The copy of a journal: one state of the plan, whatever is written meanwhile; and manifests that cannot lie."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk
from kalender.store import place
from kalender.store.backup import snapshot
from kalender.store.backup.info import (
    BadManifest,
    Manifest,
    PictureFile,
    Reason,
    read_manifest,
    write_manifest,
)
from kalender.store.backup.inside import Snapshot
from kalender.store.connection import Connection
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, NOW, PLATFORMS, a_clock, a_desk, a_picture, a_plan, a_post


def opened(copy: Path, folder: Path) -> PlanFile:
    """Open a copy as the plan it is."""
    folder.mkdir()
    place.put_in_place(copy, folder / place.PLAN)
    return PlanFile.open(folder, formats=FORMATS, platforms=PLATFORMS)


def test_a_copy_is_an_openable_plan_with_every_record_conflict_and_step(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    desk = a_desk(plan, *(a_post(f"p{n}", text=f"Text {n}") for n in range(30)), a_picture("bild"))
    with desk.action("post.deleted") as act:
        act.delete("post/p7")
    desk.undo()
    with desk.action("post.deleted") as act:
        act.delete("post/p8")
    assert plan.copy_journal(tmp_path / "copy") == plan.changesets()
    twin = opened(tmp_path / "copy", tmp_path / "twin")
    assert twin.verify().ok
    assert (twin.plan, twin.device) == (plan.plan, plan.device)
    assert sorted(map(repr, twin.all(Post))) == sorted(map(repr, plan.all(Post)))
    assert [item.id for item in twin.trash(Post)] == ["p8"]
    assert twin.heads() == plan.heads()
    assert Desk(twin, a_clock()).can_undo() == desk.can_undo()
    plan.close()
    twin.close()


def test_what_is_written_between_two_chunks_is_in_the_copy_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "CHUNK", 7)
    monkeypatch.setattr(snapshot, "REST", 2)
    plan = a_plan(tmp_path / "plan")
    desk = a_desk(plan, *(a_post(f"p{n}") for n in range(40)))
    for n in range(12):
        with desk.action("post.text", burst="a") as act:
            act.put(replace(act.get(Post, f"p{n}"), text="vorher"))
    written = 0

    def between(_done: int, _of: int) -> None:
        nonlocal written
        written += 1
        with desk.action(
            "post.text", burst="a"
        ) as act:  # grows: the newest changeset is another one each time
            act.put(replace(act.get(Post, "p11"), text=f"während {written}"))
        with desk.action("post.created") as act:
            act.put(a_post(f"neu{written}"))
            act.delete(f"post/p{20 + written}")

    plan.copy_journal(tmp_path / "copy", between)
    assert written > 3
    known = {plan.journal.read([seq], plan.plan)[seq].id for seq in plan.journal.seqs()}
    with Snapshot(tmp_path / "copy") as inside:
        inside.check()
        assert {id_ for some in inside.ids() for id_ in some} <= known
        late = [ref for ref in inside.tips() if ref.startswith("post/neu")]
        for ref in late:  # the post that came and the one that went in the same changeset
            assert inside.states([f"post/p{20 + int(ref[8:])}"])[f"post/p{20 + int(ref[8:])}"].deleted
    plan.close()


def test_a_burst_of_typing_that_grows_while_the_copy_is_made_is_in_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "CHUNK", 10)
    monkeypatch.setattr(snapshot, "REST", 2)
    plan = a_plan(tmp_path / "plan")
    desk = a_desk(plan, *(a_post(f"p{n}") for n in range(30)), clock=lambda: NOW)
    with desk.action("post.text", burst="a") as act:
        act.put(replace(act.get(Post, "p1"), text="H"))

    def typed(done: int, _of: int) -> None:
        with desk.action("post.text", burst="a") as act:
            act.put(replace(act.get(Post, "p1"), text=f"Hallo {done}"))

    count = plan.copy_journal(tmp_path / "copy", typed)
    with Snapshot(tmp_path / "copy") as inside:
        inside.check()
        assert inside.changesets() == count == plan.changesets() == 2
        assert str(inside.states(["post/p1"])["post/p1"].state["text"]).startswith("Hallo")
    plan.close()


def test_threads_that_write_all_the_time_leave_every_copy_sound(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    desk = a_desk(plan, *(a_post(f"p{n}") for n in range(300)))
    enough = threading.Event()
    wrong: list[BaseException] = []

    def write(name: str) -> None:
        own = Desk(plan, a_clock(), name)
        number = 0
        try:
            while not enough.is_set():
                number += 1
                with own.action("post.text", burst=name if number % 3 else "") as act:
                    act.put(replace(act.get(Post, f"p{number % 300}"), text=f"{name} {number}"))
        except BaseException as error:  # noqa: BLE001 - told in the test's own thread
            wrong.append(error)

    writers = [threading.Thread(target=write, args=(name,)) for name in ("anna", "ben")]
    for writer in writers:
        writer.start()
    try:
        for number in range(4):
            file = tmp_path / f"copy{number}"
            plan.copy_journal(file)
            with Snapshot(file) as inside:
                inside.check()
                assert inside.posts() == 300
    finally:
        enough.set()
        for writer in writers:
            writer.join()
    assert not wrong
    assert plan.verify().ok
    plan.close()
    del desk


def test_a_second_program_may_copy_a_plan_that_a_window_has_open(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    a_desk(plan, *(a_post(f"p{n}") for n in range(30)))
    reader = PlanFile.open(plan.folder, formats=FORMATS, platforms=PLATFORMS, read_only=True)
    desk = Desk(plan, a_clock())

    def between(_done: int, _of: int) -> None:
        with desk.action("post.created") as act:
            act.put(a_post(f"neu{plan.changesets()}"))

    reader.copy_journal(tmp_path / "copy", between)
    with Snapshot(tmp_path / "copy") as inside:
        inside.check()
    reader.close()
    plan.close()


def test_a_copy_breaks_off_where_the_progress_raises(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    a_desk(plan, *(a_post(f"p{n}") for n in range(30)))

    def enough(_done: int, _of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        plan.copy_journal(tmp_path / "copy", enough)
    assert plan.verify().ok
    with Desk(plan, a_clock()).action("post.created") as act:
        act.put(a_post("danach"))
    plan.close()


def test_a_snapshot_whose_history_was_altered_is_refused(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    a_desk(plan, a_post("p1", text="wahr"))
    plan.copy_journal(tmp_path / "copy")
    plan.close()
    on = Connection(tmp_path / "copy")
    on.for_writing()
    on.sql("""UPDATE op SET body = replace(CAST(body AS TEXT), 'wahr', 'lüge') WHERE record = 'post/p1'""")
    on.close()
    with Snapshot(tmp_path / "copy") as inside, pytest.raises(Refused) as refused:
        inside.check()
    assert refused.value.kind is RefusalKind.PLAN_DAMAGED


MANIFEST = Manifest(
    plan="5a" * 16, device="d1" * 16, town="Stadt Wörth", reason=Reason.DAILY, made_at=NOW, changesets=12,
    newest="ab" * 32, posts=3, pictures=(PictureFile("cd" * 32, "jpg", 4711),), snapshot_size=99,
    snapshot_sha256="ef" * 32,
)  # fmt: skip


def test_a_manifest_comes_back_as_it_was_written() -> None:
    assert read_manifest(write_manifest(MANIFEST)) == MANIFEST


@given(st.data())
def test_no_manifest_with_an_altered_or_missing_byte_is_believed(data: Any) -> None:
    body = bytearray(write_manifest(MANIFEST))
    at = data.draw(st.integers(0, len(body) - 1))
    if data.draw(st.booleans()):
        body = body[:at]
    else:
        body[at] ^= data.draw(st.integers(1, 255))
    try:
        found = read_manifest(bytes(body))
    except BadManifest:
        return
    assert found == MANIFEST  # white space between the values


def test_a_manifest_of_a_newer_program_says_so() -> None:
    body = write_manifest(MANIFEST).replace(b'"format": 1', b'"format": 2')
    with pytest.raises(BadManifest) as refused:
        read_manifest(body)
    assert refused.value.newer
