# SPDX-License-Identifier: EUPL-1.2
"""Opens the program on the sample plan; where there is no display, does its main job without a window."""

import os
import shutil
import sys
from pathlib import Path

from steps import install
from steps.console import openly, quietly, step
from steps.place import BUILD, VENV, python_of, user_data

KALENDER = (python_of(VENV), "-m", "kalender")


def run(_arguments: list[str]) -> int:
    """The command `run`."""
    install.for_running()
    plan = sample()
    if has_display():
        print(f"Opening {plan}", flush=True)
        return openly([*KALENDER, plan])
    return without_window(plan)


def sample() -> Path:
    """The sample plan in the data folder of the user, written on first use; what was changed in it stays."""
    plan = user_data() / "kalender" / "Lindenbrunn"
    if not plan.exists():
        half = plan.with_name("Lindenbrunn.unfinished")
        shutil.rmtree(half, ignore_errors=True)
        half.parent.mkdir(parents=True, exist_ok=True)
        with step("sample plan of Lindenbrunn"):
            quietly([*KALENDER, "sample", half])
        half.rename(plan)
    return plan


def has_display() -> bool:
    """Whether a window could be seen; Windows and macOS are taken to have a screen."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def without_window(plan: Path) -> int:
    """Exports the approved posts of the plan and draws the main screens into files, and says where they lie."""
    print("There is no display here, so no window opens. Instead, the main job without one:", flush=True)
    out = BUILD / "run"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    with step("pictures of the main screens"):  # before the export, which moves posts on to the next stage
        quietly(
            [python_of(VENV), "-m", "kalender.app.screenshots", plan, out / "screens"],
            {"QT_QPA_PLATFORM": "offscreen"},
        )
    code = openly([*KALENDER, "export", plan, "--out", out / "export"])
    print(f"The plan:           {plan}")
    print(f"Ready-to-post:      {out / 'export'}")
    print(f"The main screens:   {out / 'screens'}")
    return code
