# SPDX-License-Identifier: EUPL-1.2
"""Starts Kalender: the window, or with a command what can be done without one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kalender.app.console import Console


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; without one, open the window on a plan or on the last one."""
    from kalender.cli.line import run, window_plan

    given = list(sys.argv[1:] if arguments is None else arguments)
    wanted = window_plan(given)
    return run(given, _console) if wanted is None else _window(wanted.plan)


def _window(plan: Path | None) -> int:
    from kalender.app.window import main as window

    return window(plan)


def _console(now: datetime | None) -> Console:
    """Make what opens plans, once a command needs it."""
    from kalender.app.console import Console

    return Console(now)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
