# SPDX-License-Identifier: EUPL-1.2
"""What a plan makes of the rules, and findings that are left as they are on purpose."""

from datetime import datetime
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.rules.book import Level
from kalender.domain.rules.checks import Severity
from kalender.domain.rules.finding import Finding
from kalender.wording.refusals import sentence

LOUD = "ACHTUNG: Die Bahnhofstraße ist am Montag gesperrt."


def a_post(house: House, text: str = LOUD) -> str:
    return house.posts.create("Sperrung", text=text, channels=["facebook"], planned=datetime(2026, 12, 7, 10))


def found(house: House, id_: str, rule: str) -> list[Finding]:
    return [item for item in house.checks.of(id_) if item.rule == rule]


def post(house: House, id_: str) -> Post:
    value = house.store.get(Post, id_)
    assert value is not None
    return value


def test_a_rule_weighs_what_the_plan_says_with_reason_name_and_time(house: House) -> None:
    id_ = a_post(house)
    assert found(house, id_, "text.capitals")[0].severity is Severity.WARNING
    house.rules.rulings.change("text.capitals", Level.HINT, "Warnungen schreiben wir groß")
    assert found(house, id_, "text.capitals")[0].severity is Severity.HINT
    ruling = house.checks.book.ruling("text.capitals")
    assert ruling is not None
    assert (ruling.reason, ruling.by) == ("Warnungen schreiben wir groß", house.desk.person)
    assert ruling.at is not None
    house.rules.rulings.change("text.capitals", Level.OFF, "Stört nur")
    assert not found(house, id_, "text.capitals")
    house.desk.undo()
    assert found(house, id_, "text.capitals")[0].severity is Severity.HINT
    house.rules.rulings.reset("text.capitals")
    assert found(house, id_, "text.capitals")[0].severity is Severity.WARNING


def test_a_change_needs_a_reason_and_a_rule_there_is(house: House) -> None:
    with pytest.raises(Refused) as refused:
        house.rules.rulings.change("text.capitals", Level.OFF, "  ")
    assert refused.value.kind is RefusalKind.REASON_MISSING
    with pytest.raises(Refused) as refused:
        house.rules.rulings.change("text.of_tomorrow", Level.OFF, "weil")
    assert refused.value.kind is RefusalKind.UNKNOWN_RULE


def test_what_the_plan_lets_block_is_named_with_its_sentence(house: House) -> None:
    id_ = a_post(house)
    house.rules.rulings.change("text.capitals", Level.ERROR, "Beschluss vom 3. März")
    with pytest.raises(Refused) as refused:
        house.reviews.request(id_)
    said = sentence(refused.value)
    assert refused.value.kind is RefusalKind.HAS_ERRORS
    assert "Nur Großbuchstaben: ACHTUNG" in said
    assert "Schreiben Sie normal groß und klein." in said


def test_what_begins_to_block_after_the_approval_does_not_leave_and_says_why(
    house: House, tmp_path: Path
) -> None:
    id_ = a_post(house)
    house.reviews.request(id_)
    house.desk.acting_as(house.reviews.approvers()[0].id)
    house.reviews.approve(id_, house.reviews.sheet(id_).digest)
    assert house.publishing.why_not(id_) is None
    house.rules.rulings.change("text.capitals", Level.ERROR, "Beschluss vom 3. März")
    refusal = house.publishing.why_not(id_)
    assert refusal is not None
    assert refusal.kind is RefusalKind.RULE_BLOCKS
    assert "Nur Großbuchstaben: ACHTUNG" in sentence(refusal)
    report = house.publishing.export(tmp_path / "out", ids=[id_])
    assert [item.reason.kind for item in report.held_back] == [RefusalKind.RULE_BLOCKS]
    assert not report.left


def test_a_finding_left_as_it_is_steps_aside_until_its_place_changes(house: House) -> None:
    id_ = a_post(house)
    (loud,) = found(house, id_, "text.capitals")
    house.rules.leaving.leave(loud, "So heißt die Aktion")
    assert not found(house, id_, "text.capitals")
    ((aside, said),) = house.checks.checked(post(house, id_)).left
    assert (aside.rule, said.reason, said.by) == ("text.capitals", "So heißt die Aktion", house.desk.person)
    house.editing.set_text(id_, "Liebe alle! " + LOUD)
    assert not found(house, id_, "text.capitals"), "only the place moved, not the words"
    house.editing.set_text(id_, LOUD.replace("ACHTUNG", "WICHTIG"))
    assert found(house, id_, "text.capitals")


def test_leaving_is_a_step_that_can_be_undone_and_taken_back_by_hand(house: House) -> None:
    id_ = a_post(house)
    (loud,) = found(house, id_, "text.capitals")
    house.rules.leaving.leave(loud)
    assert house.history.of_post(id_)[0].label.code == "finding.left"
    house.desk.undo()
    assert found(house, id_, "text.capitals")
    house.desk.redo()
    (place,) = [item.id for item in post(house, id_).left]
    house.rules.leaving.show_again(id_, place)
    assert found(house, id_, "text.capitals")
    assert not post(house, id_).left


def test_leaving_keeps_an_approval_and_the_approver_sees_it(house: House) -> None:
    id_ = a_post(house)
    (loud,) = found(house, id_, "text.capitals")
    house.reviews.request(id_)
    before = house.reviews.sheet(id_).digest
    house.rules.leaving.leave(loud, "Eigenname")
    sheet = house.reviews.sheet(id_)
    assert sheet.digest == before
    assert [(finding.rule, said.reason) for finding, said in sheet.left] == [("text.capitals", "Eigenname")]
    assert "text.capitals" not in {item.rule for item in sheet.findings}


def test_what_blocks_is_left_only_where_the_plan_allows_it_and_with_a_reason(house: House) -> None:
    id_ = a_post(house, "Am Dienstag, 3. Dezember 2026, öffnet der Markt.")
    (wrong,) = found(house, id_, "date.weekday")
    with pytest.raises(Refused) as refused:
        house.rules.leaving.leave(wrong, "egal")
    assert refused.value.kind is RefusalKind.MAY_NOT_LEAVE
    house.rules.rulings.change("date.weekday", Level.ERROR, "Zitate alter Plakate", leavable=True)
    with pytest.raises(Refused) as refused:
        house.rules.leaving.leave(wrong)
    assert refused.value.kind is RefusalKind.REASON_MISSING
    house.rules.leaving.leave(wrong, "Zitat von 1926")
    assert not house.checks.errors(post(house, id_))
    house.rules.rulings.reset("date.weekday")
    assert house.checks.errors(post(house, id_)), "the plan does not allow it any more"


def test_two_people_who_change_different_rules_do_not_meet(house: House) -> None:
    house.rules.rulings.change("text.capitals", Level.OFF, "eins")
    house.rules.rulings.change("text.emoji_run", Level.ERROR, "zwei")
    keys = {
        key for entry in house.history.of("setting/rules") for key in (change.key for change in entry.changes)
    }
    assert {"ruling/text.capitals/level", "ruling/text.emoji_run/level"} <= keys
