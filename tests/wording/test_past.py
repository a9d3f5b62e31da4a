# SPDX-License-Identifier: EUPL-1.2
"""Steps as sentences: every action has one, whoever and however many."""

from datetime import date, datetime

import pytest

from kalender.services.acting.changes import Kept, Label
from kalender.services.past.taking_back import Outlook
from kalender.services.past.timeline import Group, Step, group_of
from kalender.wording.actions import LABELS
from kalender.wording.past.differences import kept_words, key_words
from kalender.wording.past.steps import GROUPS, PATTERNS, day_heading, outlook_words, said, told


def a_step(
    code_: str, *, by: str = "anna", refs: tuple[str, ...] = ("post/p",), undone: str = "", **facts: object
) -> Step:
    return Step(
        number=1, id="x", at=datetime(2026, 12, 3, 10, 42), by=by, undone=undone, refs=refs, size=len(refs),
        label=Label(code=code_, facts=facts), titles={"post/p": "Markt"},  # type: ignore[arg-type]  # facts are JSON
    )  # fmt: skip


def name(id_: str) -> str:
    return {"anna": "Anna Muster", "facebook": "Facebook"}.get(id_, "")


@pytest.mark.parametrize("code", sorted({*LABELS, *PATTERNS, "unknown.code"}))
def test_every_action_is_a_sentence(code: str) -> None:
    for facts in (
        {"title": "Markt"},
        {"count": 3},
        {},
        {"title": "Markt", "year": 2025, "channel": "facebook"},
    ):
        sentence = told(a_step(code, **facts), name, name)
        assert sentence.startswith("Anna Muster")
        assert "{" not in sentence
        assert not sentence.endswith(".")
        assert said(code, "anna", name).strip()
    assert group_of(code) in GROUPS


def test_who_what_and_when_are_named() -> None:
    moved = a_step("post.moved", title="Adventsmarkt", day="2026-12-05")
    assert told(moved, name) == "Anna Muster hat „Adventsmarkt“ auf Sa 5. Dez. verschoben"
    assert told(a_step("post.deleted", count=3), name) == "Anna Muster hat 3 Beiträge gelöscht"
    assert told(a_step("post.deleted", by="bea"), name) == "Jemand hat „Markt“ gelöscht"
    assert told(a_step("post.text", title="Markt", channel="facebook"), name, name) == (
        "Anna Muster hat den Text von „Markt“ für Facebook geändert"
    )
    assert told(a_step("picture.deleted", count=2, refs=("picture/a", "picture/b")), name) == (
        "Anna Muster hat 2 Bilder gelöscht"
    )


def test_what_was_taken_back_says_so() -> None:
    assert told(a_step("post.moved", title="Markt", undone="undo"), name) == (
        "Anna Muster hat rückgängig gemacht: Beitrag verschoben: Markt"
    )
    back = a_step("step.taken_back", code="post.moved", title="Markt")
    assert told(back, name) == "Anna Muster hat zurückgenommen: Beitrag verschoben: Markt"
    assert group_of("step.taken_back") is Group.BACK


def test_keys_of_the_journal_are_named_in_german() -> None:
    assert key_words("version/facebook/text", name) == "Text, Facebook"
    assert key_words("version/facebook/placement/a@b/crop", name) == "Bildausschnitt, Facebook"
    assert key_words("attachment/a/alt", name) == "Alternativtext"
    assert key_words("", name) == "Löschung"
    assert key_words("neues_feld", name) == "Angabe"
    kept = (Kept(ref="post/p", key="planned"), Kept(ref="post/p", key="planned"))
    assert kept_words(kept, name, {"post/p": "Markt"}) == ["Termin: Markt"]


def test_a_day_and_an_outlook_are_said_in_words() -> None:
    today = date(2026, 12, 3)
    assert day_heading(today, today) == "Heute, Donnerstag, 3. Dezember 2026"
    assert day_heading(date(2026, 12, 1), today) == "Dienstag, 1. Dezember 2026"
    assert outlook_words(Outlook(possible=True, records=1)) == "Lässt sich ganz zurücknehmen."
    assert outlook_words(Outlook(possible=True, unsure=True, whole=2000)).startswith("2000 Einträge")
    assert "gilt nichts mehr" in outlook_words(Outlook(possible=False))
