# SPDX-License-Identifier: EUPL-1.2
"""Going back to a backup: exactly what was, in one step that undo takes back, and never over what people did."""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kalender.domain.picture import Picture
from kalender.domain.plan import Person, Role
from kalender.domain.post import Comment, Decision, DecisionKind, Post, Publication
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.backups import going_back
from kalender.services.backups.returning import restore_to
from kalender.store.backup.info import Reason
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, NOW, PLATFORMS, a_post
from tests.services.backups.office import Office, an_office


def view(office: Office) -> dict[str, Any]:
    """Return all that the plan shows."""
    store = office.store
    posts = {item.id: item for item in store.all(Post)}
    return {
        "posts": posts,
        "pictures": {item.id: item for item in store.all(Picture)},
        "cards": store.cards(sorted(posts)),
        "conflicts": store.conflicts(),
        "found": [hit.card.id for hit in store.find("text")],
    }


def test_what_was_changed_deleted_and_added_since_is_as_it_was_and_undo_leads_back(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        then = view(office)
        info = office.back_up()
        office.write("p0", "ganz anders")
        office.delete("p1")
        office.add("neu", text="seither")
        office.picture("rathaus")
        now = view(office)
        found = office.backups.preview(info)
        assert [line.id for line in found.back] == ["p1"]
        assert [(line.id, line.fields) for line in found.changed] == [("p0", ("text",))]
        assert [line.id for line in found.gone] == ["neu"]
        assert found.others == {"picture": 1}
        assert not found.originals
        done = office.backups.restore(info)
        assert done.gone.records == 4
        assert view(office) == then
        assert office.store.verify().ok
        assert office.backups.preview(info).nothing
        label = office.desk.can_undo()
        assert label is not None
        assert label.code == "backup.restored"
        assert {item.id for item in office.store.trash(Post)} == {"neu"}
        office.desk.undo()
        assert view(office) == now
        office.desk.redo()
        assert view(office) == then
        assert office.store.verify().ok


def test_what_was_there_is_backed_up_first_and_can_be_had_again(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        info = office.back_up()
        office.write("p0", "neuer Stand")
        office.now += timedelta(seconds=1)
        done = office.backups.restore(info)
        assert done.before is not None
        (before,) = done.before.outcomes
        assert before.info is not None
        assert before.info.reason is Reason.BEFORE_RESTORE
        assert office.texts()["p0"] == "Text 0"
        office.backups.restore(before.info)
        assert office.texts()["p0"] == "neuer Stand"


def test_the_backup_that_is_restored_makes_no_room_for_the_one_made_before(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        info = office.back_up()
        for number in range(5):
            office.write("p0", f"{number}")
            office.back_up()
        office.now += timedelta(days=900)
        office.write("p0", "heute")
        done = office.backups.restore(info)
        assert done.gone.records == 1
        assert office.texts()["p0"] == "Text 0"
        assert info.path.exists()


def test_more_than_five_hundred_records_are_one_step(tmp_path: Path) -> None:
    with an_office(tmp_path, posts=0) as office:
        with office.desk.action("plan.filled") as act:
            for number in range(1_100):
                act.put(a_post(f"p{number:04}", text=f"Text {number}"))
        info = office.back_up()
        with office.desk.action("posts.deleted") as act:
            for number in range(1_100):
                act.delete(f"post/p{number:04}")
        assert office.backups.restore(info).gone.records == 1_100
        assert office.store.posts() == 1_100
        office.desk.undo()
        assert office.store.posts() == 0
        assert office.store.verify().ok


def test_a_backup_that_knows_more_than_the_plan_brings_it_and_undo_leads_back_all_the_same(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        old = office.back_up()
        office.write("p0", "spätere Fassung")
        office.delete("p2")
        office.add("später", text="nur in der neuen Sicherung")
        office.picture("bücherei")
        then = view(office)
        new = office.back_up()
    restore_to(tmp_path / "wieder" / "plan", old, now=NOW)
    store = PlanFile.open(tmp_path / "wieder" / "plan", formats=FORMATS, platforms=PLATFORMS)
    with _again(store, tmp_path) as office:
        office.write("p0", "gleichzeitig hier")
        office.add("hier", text="nur hier")
        now = view(office)
        found = office.backups.preview(new)
        assert found.lacking == 4
        assert {line.id for line in found.gone} == {"hier", "p2"}
        assert len(found.originals) == 1
        done = office.backups.restore(new)
        assert done.gone.received == 4
        assert view(office) == then
        assert store.verify().ok
        office.desk.undo()
        assert view(office) == {**now, "found": view(office)["found"]}
        assert store.verify().ok


def test_only_what_is_missing_comes_and_nothing_is_set_back(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        old = office.back_up()
        office.add("später")
        office.write("p0", "spätere Fassung")
        new = office.back_up()
    restore_to(tmp_path / "wieder" / "plan", old, now=NOW)
    store = PlanFile.open(tmp_path / "wieder" / "plan", formats=FORMATS, platforms=PLATFORMS)
    with _again(store, tmp_path) as office:
        office.write("p1", "hier geschrieben")
        for path in (store.folder / "pictures").glob("*/*"):
            path.unlink()
        done = office.backups.restore(new, missing_only=True)
        assert done.gone.received == 2
        assert not done.gone.records
        texts = office.texts()
        assert (texts["p0"], texts["p1"]) == ("spätere Fassung", "hier geschrieben")
        assert "später" in texts
        assert list((store.folder / "pictures").glob("*/*"))


def test_what_an_editor_types_meanwhile_is_kept_beside(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        info = office.back_up()
        office.write("p0", "Der Markt ist heute.")
        loaded = office.desk.load(Post, "p0")
        office.backups.restore(info)
        with office.desk.action("post.text", burst="editor") as act:
            act.put(replace(loaded.value, note="eben getippt"), base=loaded)
        post = office.store.get(Post, "p0")
        assert post is not None
        assert (post.text, post.note) == ("Text 0", "eben getippt")
        assert not office.store.conflicts()


def test_decisions_requests_and_what_was_published_are_not_undone(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        info = office.back_up()
        said = Decision(id="d", kind=DecisionKind.CHANGE, digest="x", at=NOW)
        out = Publication(id="facebook", digest="x", at=NOW)
        word = Comment(id="c", text="Danke")
        with office.desk.action("review.change_asked") as act:
            old = act.get(Post, "p0")
            act.put(
                replace(
                    old, text="neu", decisions=(said,), publications=(out,), comments=(word,), hold="Trauer"
                )
            )
        office.backups.restore(info)
        post = office.store.get(Post, "p0")
        assert post is not None
        assert post.text == "Text 0"
        assert (post.decisions, post.publications, post.comments) == ((said,), (out,), (word,))
        assert post.hold == "Trauer"


def test_people_and_their_roles_stay_as_they_are(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        with office.desk.action("person.added") as act:
            act.put(Person(id="ines", name="Ines", role=Role.APPROVAL))
        info = office.back_up()
        with office.desk.action("person.role") as act:
            act.put(Person(id="ines", name="Ines", role=Role.EDITING))
            act.put(Person(id="neu", name="Neu"))
        office.write("p0", "neu")
        office.backups.restore(info)
        assert office.texts()["p0"] == "Text 0"
        assert {item.id: item.role for item in office.store.all(Person)} == {
            "ines": Role.EDITING,
            "neu": Role.EDITING,
        }


def test_a_decision_that_was_taken_back_since_does_not_come_again(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        with office.desk.action("review.approved") as act:
            act.put(replace(act.get(Post, "p0"), decisions=(Decision(id="d", digest="x", at=NOW),)))
        info = office.back_up()
        office.desk.undo()
        office.write("p0", "neu")
        office.backups.restore(info)
        post = office.store.get(Post, "p0")
        assert post is not None
        assert post.text == "Text 0"
        assert post.decisions == ()


def test_a_failure_halfway_leaves_the_plan_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with an_office(tmp_path) as office:
        old = office.back_up()
        office.add("später")
        new = office.back_up()
    restore_to(tmp_path / "wieder" / "plan", old, now=NOW)
    store = PlanFile.open(tmp_path / "wieder" / "plan", formats=FORMATS, platforms=PLATFORMS)
    with _again(store, tmp_path) as office:
        office.add("hier")
        heard: list[object] = []
        office.desk.subscribe(heard.append)
        before, count = view(office), store.changesets()

        def broken(*_anything: object) -> None:
            raise Refused(RefusalKind.DISK_FULL, path="x")

        monkeypatch.setattr(going_back, "_write", broken)
        with pytest.raises(Refused):
            office.backups.restore(new)
        assert view(office) == before
        assert store.changesets() == count
        assert not heard
        assert store.verify().ok
        monkeypatch.undo()
        office.backups.restore(new)
        assert "später" in office.texts()
        assert len(heard) >= 2


def test_a_backup_of_another_plan_is_refused(tmp_path: Path) -> None:
    with an_office(tmp_path / "a") as one:
        info = one.back_up()
    with an_office(tmp_path / "b") as other:
        for verb in (other.backups.preview, other.backups.restore):
            with pytest.raises(Refused) as refused:
                verb(info)
            assert refused.value.kind is RefusalKind.BACKUP_FOREIGN


@pytest.mark.parametrize("harm", [lambda body: body[:-7], lambda _body: b"", lambda body: b"x" + body[1:]])
def test_a_damaged_backup_is_refused_even_where_it_was_sound_when_it_was_listed(
    tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    with an_office(tmp_path) as office:
        info = office.back_up()
        office.write("p0", "seither")
        office.now += timedelta(seconds=1)
        info.path.write_bytes(harm(info.path.read_bytes()))
        before = view(office)
        for verb in (office.backups.preview, office.backups.restore):
            with pytest.raises(Refused) as refused:
                verb(info)
            assert refused.value.kind is RefusalKind.BACKUP_DAMAGED
        assert view(office) == before


def test_what_a_newer_program_wrote_is_neither_copied_nor_taken_for_something_else(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        info = office.back_up()
        office.store._on.sql("PRAGMA user_version = 2")
        with pytest.raises(Refused) as refused:
            office.backups.make(Reason.MANUAL)
        assert refused.value.kind is RefusalKind.PLAN_NEWER
        office.store._on.sql("PRAGMA user_version = 1")
        body = bytearray(info.path.read_bytes())
        body[60:64] = (2).to_bytes(4, "big")
        newer = info.path.with_name(
            "plan-2026-12-01-090002-" + hashlib.sha256(body).hexdigest()[:12] + ".kalender"
        )
        newer.write_bytes(body)
        found = replace(info, path=newer, sha256=hashlib.sha256(body).hexdigest())
        for verb in (
            lambda: office.backups.preview(found),
            lambda: office.backups.restore(found),
            lambda: restore_to(tmp_path / "neu", found),
        ):
            with pytest.raises(Refused) as refused:
                verb()
            assert refused.value.kind is RefusalKind.PLAN_NEWER
            assert refused.value.facts["path"] == str(newer)


def test_where_what_is_there_cannot_be_backed_up_it_goes_on_only_when_told_so(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        info = office.back_up()
        office.write("p0", "neu")
        away = tmp_path / "Stick"
        shutil.copytree(tmp_path / "Sicherungen", away)
        info = replace(info, path=away / info.path.parent.name / info.path.name, place=away)
        shutil.rmtree(tmp_path / "Sicherungen")
        (tmp_path / "Sicherungen").write_bytes(b"")
        with pytest.raises(Refused):
            office.backups.restore(info)
        assert office.texts()["p0"] == "neu"
        done = office.backups.restore(info, unsecured=True)
        assert done.before is not None
        assert not done.before.ok
        assert office.texts()["p0"] == "Text 0"


def test_originals_that_the_plan_lost_come_back_and_those_nobody_has_are_named(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        second = office.picture("rathaus")
        info = office.back_up()
        for path in (office.store.folder / "pictures").glob("*/*"):
            path.write_bytes(b"")
        (info.path.parent / "pictures" / second.parent.name / second.name).unlink()
        found = office.backups.preview(info)
        assert len(found.originals) == 1
        assert found.lost == (second.name,)
        done = office.backups.restore(info, missing_only=True)
        assert done.gone.missing == (second.name,)
        assert done.gone.pictures == 1


class _again:  # noqa: N801 - reads as a word where it is used
    """An office over a plan that is open already."""

    def __init__(self, store: PlanFile, folder: Path) -> None:
        from kalender.services.backups.backups import Backups
        from kalender.services.backups.places import Places
        from tests.builders import a_desk

        desk = a_desk(store)
        places = Places(first=folder / "Sicherungen")
        backups = Backups(store, desk, lambda: self.office.now, lambda: places)
        self.office = Office(store, desk, backups, places, NOW + timedelta(hours=1))

    def __enter__(self) -> Office:
        return self.office

    def __exit__(self, *_error: object) -> None:
        self.office.store.close()


def test_what_is_set_back_is_worked_out_before_others_wait_and_again_where_someone_wrote_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_office(tmp_path) as office:
        then = view(office)
        real, held = going_back._todo, list[bool]()

        def watched(store: PlanFile, inside: Any) -> Any:
            found = real(store, inside)
            if not held and disturbed:
                office.write("p1", "auch das")
            held.append(store._on._writing)
            return found

        monkeypatch.setattr(going_back, "_todo", watched)
        for disturbed in (False, True):
            held.clear()
            info = office.back_up()
            office.write("p0", f"ganz anders {disturbed}")
            office.backups.restore(info)
            assert held == [False, True][: 1 + disturbed]
            assert view(office) == then
