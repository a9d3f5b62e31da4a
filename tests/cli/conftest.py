# SPDX-License-Identifier: EUPL-1.2
"""The command, run in this process and without children, and a sample plan of one's own."""

import io
import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kalender.app.console import Console
from kalender.cli.line import run
from kalender.jobs.pool import InlineWorker

NOW = "2026-12-03T10:42"
"""The moment at which the sample plan stands."""


class Told(NamedTuple):
    """What a command said: exit code, the object of --json, and the two streams."""

    code: int
    facts: dict[str, Any]
    out: str
    err: str


Kalender = Callable[..., Told]


@pytest.fixture
def kalender(capsys: pytest.CaptureFixture[str]) -> Kalender:
    """Run `kalender` with these words; facts are filled where --json is among them."""

    def call(*words: str | Path) -> Told:
        line = ["--clock", NOW, *(str(word) for word in words)]
        capsys.readouterr()
        code = run(line, lambda now: Console(now, InlineWorker()))
        out, err = capsys.readouterr()
        return Told(code, json.loads(out) if "--json" in line else {}, out, err)

    return call


@pytest.fixture(scope="session")
def written_sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The sample plan, written once by the command, and what the command said."""
    folder = tmp_path_factory.mktemp("sample") / "Lindenbrunn"
    said = io.StringIO()
    with redirect_stdout(said):
        code = run(["sample", str(folder), "--json"], lambda now: Console(now, InlineWorker()))
    assert code == 0
    return folder, json.loads(said.getvalue())


@pytest.fixture
def sample(written_sample: tuple[Path, dict[str, Any]], tmp_path: Path) -> Path:
    """A copy of the sample plan that a test may change."""
    return Path(shutil.copytree(written_sample[0], tmp_path / "Müller & Söhne"))


@pytest.fixture
def plan(kalender: Kalender, tmp_path: Path) -> Path:
    """An empty plan with two channels and three people."""
    folder = tmp_path / "plan"
    made = kalender(
        "new", folder, "--municipality", "Musterbach", "--state", "BW", "--channel", "facebook", "instagram",
        "--person", "Katrin Sommer:Redaktion", "Murat Yıldız:Fachprüfung", "Ines Falkner:approval",
    )  # fmt: skip
    assert made.code == 0, made.err
    return folder
