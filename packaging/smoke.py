# SPDX-License-Identifier: EUPL-1.2
"""Uses the installed wheel as a person would, away from the clone: python smoke.py CLONE.

Run by the interpreter of the environment that holds the wheel; ends with a sentence when something is wrong.
"""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

TEXT = "Grüße aus Lindenbrunn 🎄"


def main(clone: Path) -> None:
    """Check what was installed, then run the program in an empty folder."""
    installed = _installed()
    _same_files(clone / "resources", installed / "_resources")
    _same_files(clone / "kalender", installed, beyond="_resources")
    with tempfile.TemporaryDirectory(prefix="kalender-smoke-") as folder:
        place = Path(folder)
        os.chdir(place)
        for name in ("PYTHONPATH", "DISPLAY", "WAYLAND_DISPLAY"):
            os.environ.pop(name, None)
        os.environ.update(KALENDER_HOME=str(place / "home"), QT_QPA_PLATFORM="offscreen")
        _work(place)


def _work(place: Path) -> None:
    counted = _kalender("count", "x_weighted", TEXT)
    _demand(counted["count"] == 24, f"the length of {TEXT!r} on X is told as {counted}")
    plan = place / "Müller & Söhne"
    _kalender("sample", plan)
    posts = _kalender("list", plan)["posts"]
    _demand(len(posts) >= 35, f"the sample plan has {len(posts)} posts")
    verified = _kalender("verify", plan)
    _demand(verified["ok"] is True, f"the sample plan is not sound: {verified}")
    left = _kalender("export", plan, "--out", place / "out")["left"]
    _demand(len(left) >= 3, f"only {len(left)} deliveries left the sample plan")
    screens = place / "screens"
    _run(sys.executable, "-m", "kalender.app.screenshots", plan, screens)
    sizes = [path.stat().st_size for path in screens.rglob("*.png")]
    _demand(len(sizes) >= 5 and min(sizes) > 5_000, f"the window drew {len(sizes)} screens")


def _installed() -> Path:
    found = importlib.util.find_spec("kalender")
    place = Path(found.origin).parent if found and found.origin else Path()
    _demand(place.is_relative_to(sys.prefix), f"kalender comes from {place}, not from the wheel")
    return place


def _same_files(source: Path, installed: Path, beyond: str = "") -> None:
    """Compare names and sizes; compiled files and the folder `beyond` do not count."""
    expected, present = (_sizes(folder, beyond) for folder in (source, installed))
    _demand(bool(expected), f"{source} is empty")
    _demand(expected == present, f"the wheel differs from {source} in {sorted(expected ^ present)[:20]}")


def _sizes(folder: Path, beyond: str) -> set[tuple[str, int]]:
    files = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    named = [(path.relative_to(folder).as_posix(), path.stat().st_size) for path in files]
    return {(name, size) for name, size in named if not beyond or not name.startswith(f"{beyond}/")}


def _kalender(*arguments: str | Path) -> dict[str, Any]:
    script = Path(sys.executable).with_name("kalender.exe" if sys.platform == "win32" else "kalender")
    answer: dict[str, Any] = json.loads(_run(script, *arguments, "--json"))
    return answer


def _run(*command: str | Path) -> str:
    line = [str(part) for part in command]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)
    _demand(
        done.returncode == 0, f"$ {' '.join(line)}\n{done.stdout}{done.stderr}ended with {done.returncode}"
    )
    return done.stdout


def _demand(condition: bool, otherwise: str) -> None:
    if not condition:
        sys.exit(f"The installed wheel is not right: {otherwise}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
