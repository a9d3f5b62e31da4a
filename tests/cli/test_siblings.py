# SPDX-License-Identifier: EUPL-1.2
"""sibling: a post in other languages is begun, told, matched and let go by the command."""

from pathlib import Path

from tests.cli.conftest import Kalender

POST = "Vorlesen in der Bücherei"


def test_a_sibling_is_begun_told_linked_and_let_go(kalender: Kalender, sample: Path) -> None:
    made = kalender("sibling", sample, POST, "--language", "TR", "--json")
    assert made.code == 0
    assert (made.facts["language"], made.facts["title"]) == ("tr", f"{POST} (Türkisch)")
    assert made.facts["original"]["title"] == POST
    told = kalender("sibling", sample, POST)
    assert f"Türkisch: {POST} (Türkisch) (Entwurf)" in told.out
    shown = kalender("show", sample, made.facts["id"], "--json").facts
    assert (shown["language"], shown["original"]) == ("tr", made.facts["original"]["id"])
    assert kalender("sibling", sample, made.facts["id"], "--matched").code != 0
    assert kalender("sibling", sample, made.facts["id"], "--detach", "--json").facts["original"] is None
    linked = kalender("sibling", sample, made.facts["id"], "--language", "tr", "--of", POST, "--json")
    assert linked.facts["original"]["title"] == POST
    for _step in range(3):
        assert kalender("undo", sample).code == 0
    assert "Türkisch" not in kalender("sibling", sample, POST).out


def test_what_is_no_language_is_refused_in_german(kalender: Kalender, sample: Path) -> None:
    told = kalender("sibling", sample, POST, "--language", "Türkisch")
    assert told.code != 0
    assert "kein Kürzel einer Sprache" in told.err
    assert kalender("sibling", sample, POST, "--matched").code != 0
