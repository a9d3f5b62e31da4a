# SPDX-License-Identifier: EUPL-1.2
"""What a machine did to a picture: plans of before keep their meaning, and approvals their digest."""

from dataclasses import replace
from datetime import datetime

from kalender.domain.content import canonical_manifest, digest, manifest
from kalender.domain.journal.record import flatten, patch, restore
from kalender.domain.picture import AiMark, Picture
from tests.builders import a_picture, a_post, approved
from tests.domain.test_stage import AROUND, stage_of


def test_what_was_marked_before_there_was_more_was_made_by_a_machine() -> None:
    assert restore(Picture, "p", {"ai": True}).ai is AiMark.MADE
    assert restore(Picture, "p", {"ai": False}).ai is AiMark.NONE
    assert restore(Picture, "p", {}).ai is AiMark.NONE
    assert restore(Picture, "p", {"ai": "a word of a later version"}).ai is AiMark.NONE


def test_the_journal_says_of_a_made_one_what_it_always_said() -> None:
    made = a_picture("p", ai=AiMark.MADE)
    assert flatten(made)["ai"] is True
    assert patch(made, replace(made, ai=AiMark.ALTERED)) == {"ai": "altered"}
    assert patch(made, replace(made, ai=AiMark.NONE)) == {"ai": None}
    for mark in AiMark:
        assert restore(Picture, "p", flatten(replace(made, ai=mark))).ai is mark


def test_only_a_mark_counts_as_one() -> None:
    assert [mark for mark in AiMark if mark] == [AiMark.MADE, AiMark.ALTERED]


def test_an_approval_covers_whether_a_picture_was_made_or_altered() -> None:
    made = replace(AROUND, pictures={"b": replace(AROUND.pictures["b"], ai=AiMark.MADE)})
    post = a_post(channels=["facebook"], pictures=["b"], planned=datetime(2026, 12, 4, 17, 0))
    before = canonical_manifest(post, made)
    assert '"ai":true' in before
    assert '"ai":false' in canonical_manifest(post, AROUND)
    given = approved(post, made)
    altered = replace(made, pictures={"b": replace(made.pictures["b"], ai=AiMark.ALTERED)})
    assert stage_of(given, made) is not stage_of(given, altered)
    assert digest(post, altered) != digest(post, made)
    assert manifest(post, altered) != manifest(post, made)
