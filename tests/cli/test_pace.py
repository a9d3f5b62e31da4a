# SPDX-License-Identifier: EUPL-1.2
"""The commands due and slot: what they print, what they answer to programs, what they change."""

from collections import Counter
from pathlib import Path

from tests.cli.conftest import Kalender

FRIDAY = ("--clock", "2026-12-11T09:00")
GLASFASER = "Glasfaser: Start in Oberdorf"


def test_due_lists_what_is_overdue_in_groups(kalender: Kalender, sample: Path) -> None:
    told = kalender("due", sample, *FRIDAY)
    assert told.code == 0
    lines = told.out.splitlines()
    assert lines[0] == "Termin vorbei, nicht freigegeben:"
    assert f"  {GLASFASER}: Do 10. Dez., 14:00, seit gestern" in lines
    assert "Frist versäumt:" in lines
    assert lines[-1] == "8 Beiträge sind überfällig, 4 Fristen sind versäumt, 1 Frist liegt heute."


def test_due_answers_programs_with_codes(kalender: Kalender, sample: Path) -> None:
    facts = kalender("due", sample, *FRIDAY, "--json").facts
    assert facts["today"] == "2026-12-11"
    whys = Counter(item["why"] for item in facts["items"])
    told = (facts["overdue"], facts["deadlines_missed"], facts["deadlines_today"])
    assert told == (8, whys["deadline_missed"], whys["deadline_today"])
    assert sum(told) == len(facts["items"])
    item = next(item for item in facts["items"] if item["title"] == GLASFASER)
    assert (item["why"], item["date"], item["due"]) == ("not_approved", "2026-12-10T14:00", None)


def test_nothing_due_is_said(kalender: Kalender, sample: Path) -> None:
    told = kalender("due", sample, "--clock", "2026-11-20T09:00")
    assert told.out.strip() == "Nichts ist überfällig, und heute liegt keine Frist."


def test_slot_names_the_next_free_one_and_takes_it_only_when_told(kalender: Kalender, sample: Path) -> None:
    named = kalender("slot", sample, GLASFASER, *FRIDAY, "--json").facts
    assert named["taken"] is False
    assert named["channel"] == "facebook"
    assert kalender("show", sample, GLASFASER, "--json").facts["date"] == "2026-12-10T14:00"
    taken = kalender("slot", sample, GLASFASER, "--take", *FRIDAY, "--json").facts
    assert (taken["date"], taken["taken"]) == (named["date"], True)
    assert kalender("show", sample, GLASFASER, "--json").facts["date"] == named["date"]
    assert kalender("undo", sample).code == 0
    assert kalender("show", sample, GLASFASER, "--json").facts["date"] == "2026-12-10T14:00"


def test_slot_of_an_unknown_post_is_refused(kalender: Kalender, sample: Path) -> None:
    told = kalender("slot", sample, "Gibt es nicht")
    assert told.code == 1
    assert "Gibt es nicht" in told.err
