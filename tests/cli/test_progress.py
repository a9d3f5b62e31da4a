# SPDX-License-Identifier: EUPL-1.2
"""How far a long command is stands on the error line, so that programs read the output alone."""

import io

import pytest

from kalender.cli.answers import Counted


class Screen(io.StringIO):
    """An error line that somebody looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def counted(steps: int) -> None:
    told = Counted("Geprüft: {done} von {total}")
    for done in range(steps):
        told(done, steps)
    told.end()


def test_a_file_gets_a_line_at_every_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    counted(1000)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[:2] == ["Geprüft: 100 von 1000", "Geprüft: 200 von 1000"]
    assert len(err.splitlines()) == 9


def test_a_screen_gets_one_line_that_changes_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    counted(1000)
    said = screen.getvalue()
    assert "\n" not in said
    assert said.count("\r") == 100
    assert said.endswith("\r\033[K")


def test_a_short_way_is_gone_in_silence(capsys: pytest.CaptureFixture[str]) -> None:
    counted(99)
    assert capsys.readouterr().err == ""
