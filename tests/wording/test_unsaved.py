# SPDX-License-Identifier: EUPL-1.2
"""What is said while the disk does not take what was typed, and the text that is kept meanwhile."""

from datetime import datetime

import pytest

from kalender.domain.refusal import STORAGE, RefusalKind, Refused
from kalender.wording.trouble.unsaved import (
    WHY,
    kept_descriptions,
    kept_text,
    why_unsaved,
    why_unwritten,
)

NOW = datetime(2026, 12, 3, 10, 42)


def test_every_trouble_of_a_disk_has_its_reason() -> None:
    assert set(WHY) == STORAGE


@pytest.mark.parametrize("kind", sorted(STORAGE))
def test_it_is_said_that_the_text_stays_and_what_to_do(kind: RefusalKind) -> None:
    for words in (why_unsaved(Refused(kind)), why_unwritten(Refused(kind))):
        assert words.endswith(".")
        assert "!" not in words
        assert "…" not in words
    assert "bleibt hier stehen" in why_unsaved(Refused(kind))


def test_a_kept_text_says_where_each_part_belongs() -> None:
    unsaved = {
        ("text", ""): "Für alle.",
        ("text", "insta"): "Nur hier.",
        ("comment", "insta"): "Als Erstes.",
        ("alt", "a1"): "Ein Baum.",
        ("field", "title"): "Neuer Titel",
    }
    assert kept_text("Alt", unsaved, {"insta": "Instagram"}, NOW).split("\n\n")[1:] == [
        "Text, Basistext:\nFür alle.",
        "Text, Instagram:\nNur hier.",
        "Erster Kommentar, Instagram:\nAls Erstes.",
        "Alternativtext:\nEin Baum.",
        "Titel:\nNeuer Titel\n",
    ]


def test_kept_descriptions_name_their_pictures() -> None:
    assert "baum.jpg:\nEin Baum.\nFoto: Stadt\n" in kept_descriptions(
        {"baum.jpg": ["Ein Baum.", "Foto: Stadt"]}, NOW
    )
