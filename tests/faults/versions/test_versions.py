# SPDX-License-Identifier: EUPL-1.2
"""Plans that older versions wrote open, say what they said, are whole, and can be worked on; no death in between harms."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kalender.domain.plan import Person
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.store.place import JOURNAL, PLAN
from kalender.store.rows import projection
from tests.faults import upgrade
from tests.faults.rich import NEWER_KEYS, NEWER_RECORD, at_home, content
from tests.faults.tally import SEED, budget
from tests.faults.versions.samples import NAMES, copy_of, lost


def test_there_is_a_sample_of_every_version_of_the_journal() -> None:
    assert [f"v{number}" for number in range(1, JOURNAL + 1)] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_older_plan_says_what_it_said_and_is_whole(name: str, tmp_path: Path) -> None:
    plan, said = copy_of(name, tmp_path)
    with at_home(plan, read_only=True) as house:
        assert list(lost(said, content(house))) == []
        found = house.verifying.run()
        assert found.troubles == ()
        assert found.pictures == 3


@pytest.mark.parametrize("name", NAMES)
def test_an_older_plan_can_be_worked_on_and_every_step_of_it_taken_back(name: str, tmp_path: Path) -> None:
    plan, said = copy_of(name, tmp_path)
    with at_home(plan) as house:
        post = house.posts.find("Frei")[0].card.id
        house.editing.set_text(post, "Neuer Text.")
        house.desk.undo()
        assert list(lost(said["records"], content(house)["records"])) == []
        steps = 0
        while house.desk.undo():
            steps += 1
        assert steps > 50
        assert house.store.all(Person) == []
        named: set[str] = set()
        while redone := house.desk.redo():
            steps -= 1
            named |= {f"/{item.ref}/{item.key}" for item in redone.kept}
        assert steps == -1, "the new text too"
        house.desk.undo()
        left = list(lost(said["records"], content(house)["records"]))
        assert [line for line in left if line.partition(":")[0] not in named] == []
        assert len(left) <= 1, "only where another computer wrote into the same text"
        assert house.store.verify().ok


@pytest.mark.parametrize("name", NAMES)
def test_what_a_newer_version_wrote_is_carried_along_untouched(name: str, tmp_path: Path) -> None:
    plan, _said = copy_of(name, tmp_path)
    with at_home(plan) as house:
        post = house.posts.find("Draußen")[0].card.id
        house.editing.set_text(post, "Hier geändert.")
        house.posts.rename(post, "Draußen und geändert")
        house.store.rebuild()
        merged = house.store.merged(f"post/{post}")
        assert merged is not None
        assert {key: merged.state[key] for key in NEWER_KEYS} == NEWER_KEYS
        unknown = house.store.merged(NEWER_RECORD)
        assert unknown is not None
        assert unknown.state["answer/1/text"] == "Am Brunnen"
        assert any(b"Wo soll der Baum stehen?" in body for _id, body in house.store.share())
        assert house.store.get(Post, post) is not None


def test_a_plan_of_a_newer_journal_is_told_and_not_touched(tmp_path: Path) -> None:
    plan, _said = copy_of(NAMES[-1], tmp_path)
    file = plan / PLAN
    data = bytearray(file.read_bytes())
    data[60:64] = (JOURNAL + 1).to_bytes(4, "big")
    file.write_bytes(data)
    with pytest.raises(Refused) as refused, at_home(plan):
        pass
    assert refused.value.kind is RefusalKind.PLAN_NEWER
    assert file.read_bytes() == data


def test_a_death_at_any_statement_leaves_old_rows_or_new_ones(capsys: pytest.CaptureFixture[str]) -> None:
    tally = upgrade.run(budget(16, "upgrade"), SEED)
    with capsys.disabled():
        sys.stdout.write(f"\n{tally}\n")
    assert tally.ok, str(tally)
    assert tally.more["half written"]


def test_the_harness_notices_rows_that_are_derived_without_a_transaction(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lay_out = projection.Projection._lay_out

    def at_once(self: projection.Projection) -> Sequence[str]:
        indexes = lay_out(self)
        self._on.sql("COMMIT")
        self._on.sql("BEGIN")
        return indexes

    monkeypatch.setattr(projection.Projection, "_lay_out", at_once)
    assert "neither old nor new" in str(upgrade.run(12, SEED))
