# SPDX-License-Identifier: EUPL-1.2
"""The command line itself: when the window is wanted, how misuse is answered, help, streams."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from kalender.cli.line import COMMANDS, Closing, Wanted, run, window_plan
from kalender.cli.parser import RULES
from kalender.domain.format import Rule
from tests.cli.conftest import Kalender
from tests.places import ROOT


def no_plans(now: datetime | None) -> Closing:
    raise AssertionError("this needs no plan")


def test_nothing_or_a_folder_wants_the_window(tmp_path: Path) -> None:
    assert window_plan([]) == Wanted(None)
    assert window_plan([str(tmp_path)]) == Wanted(tmp_path)
    assert window_plan(["plans/2027"]) == Wanted(Path("plans/2027"))


@pytest.mark.parametrize("words", [["list", "plan"], ["verify"], ["--help"], ["lsit"], ["--json"]])
def test_a_command_an_option_or_a_slip_does_not_want_the_window(words: list[str]) -> None:
    assert window_plan(words) is None


def test_a_slip_is_answered_with_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lsit"], no_plans) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "„lsit“" in err
    assert "list" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Es fehlt ein Befehl"),
        (["show"], "Es fehlt: PLAN, BEITRAG"),
        (["show", "p", "b", "c"], "Unbekannte Angabe: c"),
        (["export", "p", "--out"], "Hinter --out fehlt eine Angabe"),
        (["decide", "p", "b", "--by", "x"], "fehlt: --approve --change --urgent"),
        (["decide", "p", "b", "--by", "x", "--approve", "--change"], "schließen sich aus"),
        (["list", "p", "--clock", "gestern"], "„gestern“ ist keine Zeit"),
    ],
)
def test_misuse_is_one_german_sentence_in_one_object(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, "--json"], no_plans) == 2
    out, err = capsys.readouterr()
    assert said in json.loads(out)["error"]
    assert not err


def test_json_may_stand_before_the_command_or_behind_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--json", "count", "utf16", "a😀"], no_plans) == 0
    before = capsys.readouterr().out
    assert run(["count", "utf16", "a😀", "--json"], no_plans) == 0
    assert (
        json.loads(capsys.readouterr().out)
        == json.loads(before)
        == {"count": 3, "limit": None, "rule": "utf16"}
    )


def test_options_of_all_commands_may_stand_between_the_words_of_one(kalender: Kalender, sample: Path) -> None:
    for command in ("check", "history"):
        told = kalender(command, sample, "--json", "Sirenenprobe läuft jetzt")
        assert told.code == 0
        assert told == kalender(command, sample, "Sirenenprobe läuft jetzt", "--json")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself_in_german(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"], no_plans) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Aufruf: kalender {command}")
    assert "Angaben" in said
    assert not {"usage", "options:", "arguments:", "clock"} & set(said.split())


def test_help_names_every_command_and_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"], no_plans)
    said = capsys.readouterr().out.split()
    assert set(said) >= COMMANDS
    assert set(RULES) == {rule.value for rule in Rule}


def test_what_nobody_expected_is_one_sentence_too(capsys: pytest.CaptureFixture[str]) -> None:
    def broken(now: datetime | None) -> Closing:
        raise ZeroDivisionError

    assert run(["list", "p", "--json"], broken) == 1
    out, err = capsys.readouterr()
    assert "ZeroDivisionError" in json.loads(out)["error"]
    assert "Traceback" in err


@pytest.mark.parametrize(
    "words", [["list"], ["show", "x"], ["check"], ["history"], ["verify"], ["undo"], ["import", "y"]], ids=lambda words: words[0]
)  # fmt: skip
def test_without_a_plan_each_command_says_so(kalender: Kalender, tmp_path: Path, words: list[str]) -> None:
    told = kalender(words[0], tmp_path / "nowhere", *words[1:], "--json")
    assert told.code == 1
    assert told.facts["reason"] == "plan_missing"
    assert "liegt kein Plan" in told.facts["error"]
    assert not (tmp_path / "nowhere").exists()


def test_the_command_speaks_utf_8_whatever_the_computer_is_set_to() -> None:
    poor = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "kalender", "count", "bluesky", "-"],
        cwd=ROOT, env=poor, input="Grüße 👨‍👩‍👧".encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.decode().strip(), done.stderr) == (0, "7 von 300", b"")
    wrong = subprocess.run(
        [sys.executable, "-m", "kalender", "count", "größe", "x"],
        cwd=ROOT,
        env=poor,
        capture_output=True,
        check=False,
    )
    assert wrong.returncode == 1
    assert "Möglich sind" in wrong.stderr.decode("utf-8")


def test_a_reader_that_has_heard_enough_is_no_error(sample: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "kalender", "history", str(sample), "--json"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as talking:  # fmt: skip
        assert talking.stdout is not None
        assert talking.stderr is not None
        talking.stdout.close()
        assert talking.stderr.read() == b""
    assert talking.returncode == 0
