# SPDX-License-Identifier: EUPL-1.2
"""Where things lie: the clone, the environment of this Python, build output, the data of the user."""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
LOCKS = ROOT / "packaging" / "lock"
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
VENV = ROOT / f".venv-{VERSION}"


def python_of(venv: Path) -> Path:
    """The interpreter inside a virtual environment."""
    return script_of(venv, "python")


def script_of(venv: Path, name: str) -> Path:
    """A command inside a virtual environment."""
    return venv / "Scripts" / f"{name}.exe" if sys.platform == "win32" else venv / "bin" / name


def user_data() -> Path:
    """The folder in which programs of this user keep their data."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")


def clean(_arguments: list[str]) -> int:
    """Removes environments, caches and build output inside the clone; plans of the user stay."""
    heaps = [*ROOT.glob(".venv-*"), BUILD, ROOT / "dist"]
    heaps += [ROOT / f".{tool}_cache" for tool in ("mypy", "ruff", "pytest", "import_linter")]
    heaps.append(ROOT / ".hypothesis")
    for room in ("kalender", "tests", "packaging"):
        heaps += (ROOT / room).rglob("__pycache__")
    for heap in heaps:
        if heap.exists():
            shutil.rmtree(heap)
            print(f"removed {heap.relative_to(ROOT)}")
    return 0
