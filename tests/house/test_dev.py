# SPDX-License-Identifier: EUPL-1.2
"""packaging/dev.py: says what it can do, and decides rightly what is missing and whether there is a display."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT


@pytest.fixture(autouse=True)
def _steps_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))


def test_without_a_command_it_names_all_of_them() -> None:
    done = subprocess.run(
        [sys.executable, "packaging/dev.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    for command in ("run", "test", "bench", "setup", "lock", "clean"):
        assert f"dev.py {command}" in done.stdout


def test_an_unknown_command_is_an_error() -> None:
    done = subprocess.run(
        [sys.executable, "packaging/dev.py", "tset"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a screen is taken for granted")
def test_a_display_is_one_of_x_or_of_wayland(monkeypatch: pytest.MonkeyPatch) -> None:
    from steps.program import has_display

    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_display()


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are provided on Linux only")
def test_whoever_may_not_install_is_told_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    from steps import system
    from steps.console import StepError

    monkeypatch.setattr(system, "LIBRARIES", {"libkalender-is-not-there.so.1": "libkalender1"})
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(StepError, match=r"sudo apt-get install --no-install-recommends libkalender1\n"):
        system.provide(fonts_required=False)


def test_a_changed_lock_means_a_new_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from steps import install
    from steps.place import python_of

    monkeypatch.setattr(install, "LOCKS", tmp_path)
    for name in (install.RUN, install.DEV):
        (tmp_path / f"{name}.txt").write_text("first", encoding="ascii")
    place = tmp_path / "venv"
    python_of(place).parent.mkdir(parents=True)
    python_of(place).touch()
    (place / "pyvenv.cfg").touch()
    install.stamp(place, install.RUN)
    assert install.filled(place, install.RUN)
    assert not install.filled(place, install.DEV)
    assert not install.outdated(place)
    (tmp_path / "run.txt").write_text("second", encoding="ascii")
    assert not install.filled(place, install.RUN)
    assert install.outdated(place)
