# SPDX-License-Identifier: EUPL-1.2
"""A sibling is matched with the words of its original; what a translation need not answer does not count."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from kalender.domain.content import Surroundings, canonical, canonical_manifest, digest, manifest
from kalender.domain.covered import covered
from kalender.domain.journal.record import flatten, restore
from kalender.domain.post import Attachment, Post, Version
from kalender.domain.siblings.matching import follows, words_digest
from tests.builders import a_post

ORIGINAL = a_post(
    text="Das Bad öffnet am Samstag.",
    channels=["facebook", "website"],
    pictures=["bad"],
    title="Freibad",
)


def with_version(**more: Any) -> Post:
    return ORIGINAL.with_version(replace(ORIGINAL.versions[0], **more))


@pytest.mark.parametrize(
    "changed",
    [
        replace(ORIGINAL, text="Das Bad öffnet am Sonntag."),
        with_version(text="Das Bad öffnet!"),
        with_version(first_comment="Bis acht Uhr."),
        replace(ORIGINAL, attachments=(replace(ORIGINAL.attachments[0], alt="Ein Sprungturm"),)),
    ],
)
def test_a_change_of_words_is_noticed(changed: Post) -> None:
    sibling = a_post("tr", original="post", language="tr", original_digest=words_digest(ORIGINAL))
    assert follows(sibling, ORIGINAL)
    assert not follows(sibling, changed)


@pytest.mark.parametrize(
    "changed",
    [
        replace(ORIGINAL, title="Freibad 2027", planned=datetime(2027, 5, 1, 9), note="Anrufen!"),
        replace(ORIGINAL, link="https://lindenbrunn.de", topic="bad"),
        replace(ORIGINAL, versions=(*ORIGINAL.versions, Version(id="mastodon"))),
        with_version(planned=datetime(2027, 5, 1, 9), hidden=("at-bad",)),
        replace(ORIGINAL, attachments=()),
        replace(ORIGINAL, attachments=(Attachment(id="zier", alt="x", decorative=True),)),
        replace(ORIGINAL, language="en"),
    ],
)
def test_a_change_of_anything_else_is_not(changed: Post) -> None:
    assert words_digest(changed) == words_digest(ORIGINAL)


def test_the_language_is_approved_with_the_text_and_said_only_where_it_is_not_german() -> None:
    around = Surroundings()
    turkish = replace(ORIGINAL, language="tr")
    assert digest(turkish, around) != digest(ORIGINAL, around)
    assert canonical_manifest(turkish, around) == canonical(manifest(turkish, around))
    assert '"language":"tr"' in canonical_manifest(turkish, around)
    assert "language" not in canonical_manifest(ORIGINAL, around)


def test_which_original_it_follows_is_no_part_of_what_is_approved() -> None:
    around = Surroundings()
    sibling = replace(ORIGINAL, original="x", original_digest="y")
    assert digest(sibling, around) == digest(ORIGINAL, around)
    assert covered("post", "language")
    assert not covered("post", "original")
    assert not covered("post", "original_digest")


def test_a_post_of_an_older_plan_is_german_and_stands_for_itself() -> None:
    old = restore(Post, "p", {"title": "Alt", "text": "Wort"})
    assert (old.language, old.original, old.original_digest) == ("", "", "")
    assert flatten(old) == {"title": "Alt", "text": "Wort"}
