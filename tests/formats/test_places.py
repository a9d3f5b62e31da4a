# SPDX-License-Identifier: EUPL-1.2
"""A problem in a file of one's own is found in its line and told in German, with what to do."""

from pathlib import Path

import pytest

from kalender.formats.catalogue import load
from kalender.formats.places import line_of
from kalender.formats.schema import Fault
from kalender.wording.formats import FAULTS, demands, evidence, expected, trouble

CASES = [
    ("[feed_4x5.limits]\n\ntext_limit = 'viel'\n", Fault.WRONG_VALUE, 3, "„text_limit“ passt nicht"),
    ("# Notiz\n[feed_4x5.limits]\ntext_limt = 7\n", Fault.UNKNOWN_KEY, 3, "„text_limt“ gibt es nicht"),
    ("schema = 1\n[neu]\nlabel = 'Neu'\n", Fault.MISSING, 2, "Es fehlt die Angabe „width“"),
    ("[feed_4x5]\nratio_min = 2.5\n", Fault.CONTRADICTION, 2, "„ratio_min“ widerspricht"),
    ("schema = 99\n", Fault.NEWER, 1, "neuere Fassung"),
    ("[feed_4x5]\nlabel = 'x\n", Fault.NOT_TOML, 2, "Schreibweise"),
    ("[platform]\ntext_format = 'gibtsnicht'\n", Fault.CONTRADICTION, 2, "„text_format“"),
]


@pytest.mark.parametrize(("text", "fault", "line", "words"), CASES)
def test_a_problem_is_told_with_its_line(
    tmp_path: Path, text: str, fault: Fault, line: int, words: str
) -> None:
    (tmp_path / "instagram.toml").write_text(text, encoding="utf-8")
    (problem,) = load(tmp_path).problems
    assert problem.fault is fault
    assert line_of(problem, tmp_path) == line
    told = trouble(problem, line)
    assert told.where.startswith(f"Datei „instagram.toml“, Zeile {line}")
    assert words in told.what
    assert "Für „instagram“ gilt, was mit Kalender kommt" in told.means
    assert told.now.endswith("Wählen Sie danach „Neu prüfen“.")
    assert "{" not in f"{told.where} {told.what} {told.means} {told.now}"


def test_a_file_without_any_format_says_so(tmp_path: Path) -> None:
    (tmp_path / "eigenes.toml").write_text(
        "[platform]\nname = 'A'\nshort = 'A'\nposition = 9\ndefault_formats = []\ntext_format = 'b'\n",
        encoding="utf-8",
    )
    (problem,) = load(tmp_path).problems
    told = trouble(problem, line_of(problem, tmp_path))
    assert (told.where, told.what) == ("Datei „eigenes.toml“", "In der Datei steht kein Format.")


def test_a_file_that_cannot_be_read_is_told_without_a_line(tmp_path: Path) -> None:
    (tmp_path / "instagram.toml").mkdir()
    (problem,) = load(tmp_path).problems
    assert problem.fault is Fault.UNREADABLE
    assert line_of(problem, tmp_path) == 0
    assert trouble(problem).where == "Datei „instagram.toml“"


def test_every_fault_and_every_expectation_has_german_words() -> None:
    assert set(FAULTS) == set(Fault)
    assert expected("one of low, high") == "eines von: low, high"
    assert expected("at most 3") == "höchstens 3"
    assert expected("true or false") == "true (ja) oder false (nein)"


def test_a_catalogue_knows_which_platforms_own_files_change(tmp_path: Path) -> None:
    assert load().changed == frozenset()
    (tmp_path / "instagram.toml").write_text("[feed_4x5.limits]\ntext_limit = 2000\n", encoding="utf-8")
    (tmp_path / "facebook.toml").write_text("oje", encoding="utf-8")
    found = load(tmp_path)
    assert found.changed == {"instagram"}
    assert [problem.file for problem in found.problems] == ["facebook.toml"]


def test_what_a_format_demands_is_said_in_one_line() -> None:
    format_ = load().formats["instagram.feed_4x5"]
    assert demands(format_) == "1080 × 1350 Pixel, höchstens 8 MB, Text bis 2.200 Zeichen"
    assert evidence(format_) == "geprüft am 22.11.2026, vom Anbieter belegt"
