# SPDX-License-Identifier: EUPL-1.2
"""Files and rooms stay small, carry their licence, and speak of the product alone."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.places import ROOT, tracked

PYTHON = tracked(".py")
SOURCES = tracked(".py", ".toml", ".sh", ".conf", ".qss", ".html", ".typ", ".sql", ".spec", ".iss", ".yml")
SOURCES += [ROOT / ".ci" / "run"]
ROOMS = sorted(path for path in (ROOT / "kalender").iterdir() if (path / "__init__.py").exists())
IDS = [room.name for room in ROOMS]


def test_no_file_is_longer_than_400_lines() -> None:
    assert len(PYTHON) > 100
    lengths = {str(path.relative_to(ROOT)): _lines(path) for path in PYTHON}
    assert not {name: lines for name, lines in lengths.items() if lines > 400}


def test_no_folder_holds_more_than_fourteen_modules() -> None:
    """A dozen is the aim; two more are forgiven before a room must become two."""
    modules = [
        path for path in PYTHON if path.is_relative_to(ROOT / "kalender") and path.name != "__init__.py"
    ]
    crowd = Counter(str(path.parent.relative_to(ROOT)) for path in modules)
    assert not {room: count for room, count in crowd.items() if count > 14}


@pytest.mark.parametrize("room", ROOMS, ids=IDS)
def test_each_room_says_what_lives_in_it(room: Path) -> None:
    readme = room / "README.md"
    assert readme.exists()
    assert 3 <= _lines(readme) <= 90


def test_the_house_has_a_map() -> None:
    text = (ROOT / "kalender" / "README.md").read_text(encoding="utf-8")
    assert not [room for room in IDS if f"{room}/" not in text]


def test_a_package_file_is_one_sentence_and_nothing_else() -> None:
    wordy = []
    for path in PYTHON:
        if (
            path.name == "__init__.py"
            and path.is_relative_to(ROOT / "kalender")
            and path.parent.name != "kalender"
        ):
            lines = path.read_text(encoding="utf-8").splitlines()
            if len(lines) != 2 or not (lines[1].startswith('"""') and lines[1].endswith('"""')):
                wordy.append(str(path.relative_to(ROOT)))
    assert not wordy


def test_every_source_file_names_its_licence() -> None:
    line = "SPDX-License-Identifier: EUPL-1.2"
    bare = [path for path in SOURCES if not any(line in head for head in _head(path, 3))]
    bare += [path for path in PYTHON if _head(path, 1) != [f"# {line}"]]
    assert not sorted({str(path.relative_to(ROOT)) for path in bare})


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [int(number) for number in re.findall(r"^(\d+)\.\S", text, re.MULTILINE)] == list(range(1, 16))
    assert text.rstrip().endswith("require the production of a new EUPL version.")
    assert (
        tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license"]
        == "EUPL-1.2"
    )


def test_nothing_is_left_to_do_and_no_rule_is_broken_without_a_reason() -> None:
    """The words are put together here, or this file would find itself."""
    unfinished = "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "raise NotImplemented" + "Error"))
    silenced = r"# type: ignore(\[[\w, -]+\])?\s*$|# noq" + r"a(: [A-Z0-9, ]+)?\s*$"
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in PYTHON
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(rf"\b({unfinished})\b|{silenced}", line)
    ]
    assert not found


def test_no_file_names_a_place_of_one_machine_or_a_package_registry() -> None:
    places = "|".join(rf"(?<![\w.])/{name}/" for name in ("tmp", "work", "root", "home"))
    hosts = "|".join(("py" + r"pi\.org", "python" + "hosted", "files.python" + "hosted", "ana" + "conda"))
    texts = [*tracked(".py", ".toml", ".md", ".txt", ".sh", ".json", ".yml"), ROOT / ".ci" / "run"]
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in texts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(f"{places}|{hosts}", line)
    ]
    assert not found


def test_file_names_are_legal_on_windows_and_differ_by_more_than_case() -> None:
    names = [str(path.relative_to(ROOT).as_posix()) for path in tracked()]
    devices = r"(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)"
    bad = [
        name
        for name in names
        if re.search(rf'[<>:"|?*\\]|[. ](/|$)|{devices}', name.lower()) or len(name) > 140
    ]
    assert not bad
    twins = [name for name, count in Counter(name.lower() for name in names).items() if count > 1]
    assert not twins


def test_pictures_leave_the_clone_small() -> None:
    pictures = tracked(".png", ".jpg", ".webp", ".svg", ".heic")
    assert sum(path.stat().st_size for path in pictures) < 15_000_000


def test_the_top_level_holds_what_the_plan_of_the_house_names() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in tracked()}
    plan = {"kalender", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE"}
    assert not {name for name in names if not name.startswith(".")} - plan


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _head(path: Path, count: int) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[:count]
