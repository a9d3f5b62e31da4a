# SPDX-License-Identifier: EUPL-1.2
"""The virtual environment of this Python, filled from a hashed lock, and skipped when it already is."""

import hashlib
import shutil
import sys
import venv
from pathlib import Path

from steps import system
from steps.console import quietly, step
from steps.place import LOCKS, VENV, python_of

RUN, DEV = "run", "dev"
"""The names of the two locks: what the program needs, and that plus what its tests need."""


def everything(_arguments: list[str]) -> int:
    """The command `setup`."""
    for_tests()
    return 0


def for_running() -> None:
    """Installs what the program needs."""
    system.provide(fonts_required=False)
    if not filled(VENV, DEV):  # which holds all of the other
        fill(VENV, RUN)


def for_tests() -> None:
    """Installs what the program, its tests and its checks need."""
    system.provide(fonts_required=True)
    fill(VENV, DEV)


def fill(place: Path, name: str) -> None:
    """Makes a virtual environment at `place` from the lock `name`, unless its stamp says that it is there."""
    if filled(place, name):
        return
    if not _usable(place) or outdated(place):
        shutil.rmtree(place, ignore_errors=True)
        with step(f"virtual environment {place.name}"):
            venv.create(place, with_pip=True, symlinks=sys.platform != "win32")
    with step(f"packages of packaging/lock/{name}.txt"):
        quietly(
            [
                *(python_of(place), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"),
                *("--require-hashes", "--no-deps", "--only-binary=:all:", "--progress-bar=off"),
                *("-r", LOCKS / f"{name}.txt"),
            ]
        )
    stamp(place, name)


def stamp(place: Path, name: str) -> None:
    """Notes that `place` holds exactly what the lock `name` says now."""
    _stamp(place, name).write_text(_fingerprint(name), encoding="ascii")


def _usable(place: Path) -> bool:
    return python_of(place).exists() and (place / "pyvenv.cfg").exists()


def outdated(place: Path) -> bool:
    """Whether it was filled from locks that have changed since: what they no longer name must go."""
    return any(not filled(place, name) for name in (RUN, DEV) if _stamp(place, name).exists())


def filled(place: Path, name: str) -> bool:
    """Whether `place` holds exactly what the lock `name` says now."""
    note = _stamp(place, name)
    return _usable(place) and note.exists() and note.read_text(encoding="ascii") == _fingerprint(name)


def _stamp(place: Path, name: str) -> Path:
    return place / f"kalender-{name}.stamp"


def _fingerprint(name: str) -> str:
    return hashlib.sha256(sys.version.encode() + (LOCKS / f"{name}.txt").read_bytes()).hexdigest()
