# SPDX-License-Identifier: EUPL-1.2
"""Every command line of the handbook does what it says, in the order in which it stands there."""

import shlex
import shutil
from pathlib import Path

import pytest

from kalender.cli.parser import parser
from tests.cli.conftest import Kalender
from tests.places import ROOT

CHAPTERS = sorted((ROOT / "resources" / "handbook").glob("*.md"))
TEXT = "\n".join(chapter.read_text(encoding="utf-8") for chapter in CHAPTERS)
LINES = [shlex.split(line)[1:] for line in TEXT.splitlines() if line.startswith("    kalender ")]
TABLE = "Datum;Uhrzeit;Titel;Text;Kanal\n04.12.2026;17:00;Weihnachtsmarkt;Heute öffnet der Markt.;Facebook, Website\n"


def test_every_line_of_the_handbook_succeeds(
    kalender: Kalender, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("Redaktionsplan.csv").write_text(TABLE, encoding="utf-8")
    Path("Fotos").mkdir()
    shutil.copy(ROOT / "resources" / "sample" / "pictures" / "wasser.jpg", "Fotos")
    failed = {}
    for words in LINES:
        told = kalender(*words)
        if told.code:
            failed[shlex.join(words)] = told.err
    assert not failed
    assert list(Path("Ausgabe").glob("2026-12-0*"))


def test_every_command_has_an_example() -> None:
    known = {name for action in parser()._actions if action.choices for name in action.choices}
    assert known
    assert not known - {words[0] for words in LINES}
