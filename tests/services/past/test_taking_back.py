# SPDX-License-Identifier: EUPL-1.2
"""Taking back any step: only what it wrote and nobody has changed since, and Strg+Z brings it again."""

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kalender.domain.journal.record import Json
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.changes import Kept
from kalender.services.acting.desk import Desk
from kalender.services.past import taking_back
from kalender.services.past.taking_back import TAKEN_BACK, TakingBack
from kalender.services.past.timeline import Timeline
from kalender.store.plan_file import PlanFile
from tests.builders import a_channel, a_clock, a_desk, a_plan, a_post
from tests.replicas import Replica, view


def changed(desk: Desk, id_: str = "p", code: str = "post.fields", **values: Any) -> None:
    with desk.action(code) as act:
        post = act.get(Post, id_)
        act.describe(title=post.title)
        act.put(replace(post, **values))


def newest(plan: PlanFile) -> int:
    """Return the number of the newest step."""
    return Timeline(plan).page(limit=1).steps[0].number


def test_an_old_step_is_taken_back_and_what_came_after_stays(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt", text="Alt"))
    changed(desk, title="Neu")
    step = newest(plan)
    changed(desk, text="Neuer Text")
    back = TakingBack(plan, desk)
    assert back.outlook(step).possible
    back.take_back(step)
    post = plan.get(Post, "p")
    assert post is not None
    assert (post.title, post.text) == ("Alt", "Neuer Text")
    done = Timeline(plan).page(limit=1).steps[0]
    assert (done.label.code, done.label.facts["code"], done.label.facts["again"]) == (
        TAKEN_BACK,
        "post.fields",
        False,
    )
    plan.close()


def test_undo_brings_a_step_again_that_was_taken_back(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt"))
    changed(desk, title="Neu")
    step = newest(plan)
    changed(desk, note="später")
    TakingBack(plan, desk).take_back(step)
    desk.undo()
    post = plan.get(Post, "p")
    assert post is not None
    assert (post.title, post.note) == ("Neu", "später")
    desk.undo()
    desk.undo()
    post = plan.get(Post, "p")
    assert post is not None
    assert (post.title, post.note) == ("Alt", "")
    plan.close()


def test_what_was_changed_since_is_named_before_and_after_and_stays(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt", note=""))
    changed(desk, title="Neu", note="wichtig")
    step = newest(plan)
    changed(desk, title="Noch neuer")
    back = TakingBack(plan, desk)
    outlook = back.outlook(step)
    assert outlook.possible
    assert outlook.kept == (Kept(ref="post/p", key="title"),)
    assert back.take_back(step).kept == outlook.kept
    post = plan.get(Post, "p")
    assert post is not None
    assert (post.title, post.note) == ("Noch neuer", "")
    plan.close()


def test_a_step_of_which_nothing_holds_any_more_is_refused(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Alt"))
    changed(desk, title="Neu")
    step = newest(plan)
    changed(desk, title="Noch neuer")
    back = TakingBack(plan, desk)
    assert not back.outlook(step).possible
    before = plan.changesets()
    with pytest.raises(Refused) as refused:
        back.take_back(step)
    assert refused.value.kind is RefusalKind.UNDO_OVERTAKEN
    assert plan.changesets() == before
    plan.close()


def test_the_founding_of_the_plan_is_never_taken_back(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    desk = a_desk(plan)
    with desk.action("plan.created", title="Lindenbrunn") as act:
        act.put(a_channel("facebook"))
    back = TakingBack(plan, desk)
    assert back.outlook(1).founding
    with pytest.raises(Refused):
        back.take_back(1)
    plan.close()


def test_a_step_in_several_parts_goes_back_as_a_whole(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"))
    with desk.action("table.imported", count=700) as act:
        for n in range(700):
            act.put(a_post(f"p{n:03}"))
    changed(desk, "p650", note="geblieben")
    back = TakingBack(plan, desk)
    outlook = back.outlook(1)
    assert (outlook.whole, outlook.records) == (700, 699)
    back.take_back(1)
    assert [post.id for post in plan.all(Post)] == ["p650"]
    plan.close()


def test_a_very_large_step_is_not_looked_through_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_back, "MOST", 2)
    desk = a_desk(plan := a_plan(tmp_path / "plan"), *(a_post(f"p{n}") for n in range(3)))
    outlook = TakingBack(plan, desk).outlook(1)
    assert (outlook.possible, outlook.unsure, outlook.whole) == (True, True, 3)
    plan.close()


def test_what_someone_else_wrote_at_the_same_time_stays_when_a_step_goes(tmp_path: Path) -> None:
    one, two = Replica(tmp_path / "one", "one", a_clock()), Replica(tmp_path / "two", "two", a_clock())
    with one.desk.action("plan.filled") as act:
        act.put(a_post("p", title="Alt", note="alt"))
    two.take(one.give().values())
    changed(one.desk, title="von eins", note="von eins")
    step = newest(one.file)
    changed(two.desk, note="von zwei", text="von zwei")
    one.take(two.give().values())
    TakingBack(one.file, one.desk).take_back(step)
    post = one.file.get(Post, "p")
    assert post is not None
    assert (post.title, post.note, post.text) == ("Alt", "von zwei", "von zwei")
    assert not one.file.conflicts()
    two.take(one.give().values())
    assert view(two.file) == view(one.file)
    one.file.close()
    two.file.close()


VALUES = st.sampled_from(["", "a", "b", "c"])
STEPS = st.lists(
    st.tuples(st.sampled_from(["p", "q"]), st.dictionaries(st.sampled_from(["title", "text", "note"]), VALUES, min_size=1)),
    min_size=1, max_size=8,
)  # fmt: skip


def states(plan: PlanFile) -> dict[str, Mapping[str, Json]]:
    """Return the keys of both posts."""
    rows = plan.projection.rows(["post/p", "post/q"])
    return {ref: dict(row.state) for ref, row in rows.items()}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS, which=st.integers(0, 7))
def test_taking_back_any_step_never_overwrites_what_came_after(
    steps: list[tuple[str, dict[str, str]]], which: int
) -> None:
    """A key is what it was, or held what the step wrote and is now what it was before the step."""
    with tempfile.TemporaryDirectory() as folder:
        desk = a_desk(plan := a_plan(Path(folder) / "plan"), a_post("p", title=""), a_post("q", title=""))
        history: list[tuple[int, dict[str, Mapping[str, Json]], dict[str, Mapping[str, Json]]]] = []
        for id_, values in steps:
            before, count = states(plan), plan.changesets()
            changed(desk, id_, **values)
            if plan.changesets() > count:
                history.append((newest(plan), before, states(plan)))
        if not history:
            plan.close()
            return
        number, was, wrote = history[which % len(history)]
        before, shown = states(plan), view(plan)
        back = TakingBack(plan, desk)
        possible = back.outlook(number).possible
        if possible:
            back.take_back(number)
        after = states(plan)
        touched = 0
        for ref in before:
            for key in {*before[ref], *after[ref], *was[ref], *wrote[ref]}:
                if before[ref].get(key) == after[ref].get(key):
                    continue
                touched += 1
                assert before[ref].get(key) == wrote[ref].get(key)
                assert after[ref].get(key) == was[ref].get(key)
        assert bool(touched) == possible
        if possible:
            desk.undo()
            again = view(plan)
            assert {k: v for k, v in again.items() if k != "heads"} == {
                k: v for k, v in shown.items() if k != "heads"
            }
        plan.close()
