# SPDX-License-Identifier: EUPL-1.2
"""Kills, full disks, failing disks and power cuts lose nothing; and each harness notices what is broken on purpose."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.children import NO_STRACE, strace
from tests.faults.platter import Platter
from tests.faults.recording import Did
from tests.faults.small import BROKEN, SOUND
from tests.places import ROOT

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason=NO_STRACE),
    pytest.mark.xdist_group("faults"),
    pytest.mark.slow,
    pytest.mark.timeout(900),  # the first of them waits for all harnesses
]


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    """What each part says: its line, and the lines of what it found. In a process of its own, for it forks."""
    strace()
    run = subprocess.run(
        [sys.executable, "-m", "tests.faults.small"],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    parts = re.split(r"^(?=[\w-]+: tried)", run.stdout, flags=re.MULTILINE)
    return {part.partition(":")[0]: part.strip() for part in parts if part}


@pytest.mark.parametrize("name", SOUND)
def test_nothing_is_lost(found: dict[str, str], name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{found[name].splitlines()[0]}\n")
    assert re.match(rf"{name}: tried [1-9]\d*, crashed 0, hung 0, lost 0\b", found[name]), found[name]
    assert "\n" not in found[name], found[name]


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_on_purpose_is_noticed(found: dict[str, str], name: str) -> None:
    assert not re.match(r"[\w-]+: tried \d+, crashed 0, hung 0, lost 0\b", found[name]), found[name]


def test_a_disk_keeps_what_was_synced_and_only_that(tmp_path: Path) -> None:
    import random

    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "old").write_bytes(b"old")
    disk, chance = Platter(tmp_path), random.Random(1)
    part, final = Path("plan/part"), Path("plan/final")
    for did in (
        Did("make", part), Did("write", part, 0, b"abc"), Did("rename", part, other=final),
        Did("write", Path("plan/old"), 1, b"LD!"),
    ):  # fmt: skip
        disk.do(did)
    assert disk.lasting("nothing", chance) == {Path("plan/old"): b"old"}
    assert disk.lasting("names first", chance) == {Path("plan/old"): b"old", final: b""}
    assert disk.lasting("everything", chance) == {Path("plan/old"): b"oLD!", final: b"abc"}
    disk.do(Did("sync", Path("plan")))
    assert disk.lasting("nothing", chance)[final] == b""
    disk.do(Did("sync", final))
    disk.do(Did("remove", Path("plan/old")))
    assert disk.lasting("nothing", chance) == {Path("plan/old"): b"old", final: b"abc"}
    disk.do(Did("sync", Path("plan")))
    assert disk.lasting("nothing", chance) == {final: b"abc"}
