# SPDX-License-Identifier: EUPL-1.2
"""Writes the two locks: every version with the hashes of its files, for all systems, and no address."""

import shutil

from steps.console import StepError, quietly, step
from steps.place import LOCKS, ROOT

OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def write(arguments: list[str]) -> int:
    """The command `lock`; arguments go to uv (`--upgrade`, `--upgrade-package pillow`)."""
    uv = shutil.which("uv")
    if not uv:
        raise StepError("The locks are written by uv, which is not installed here (pip install uv).")
    dev, run, project = LOCKS / "dev.txt", LOCKS / "run.txt", ROOT / "pyproject.toml"
    compile_ = (uv, "pip", "compile", *OPTIONS)
    with step("packaging/lock/dev.txt"):
        quietly([*compile_, *arguments, "--group", "dev", project, "--output-file", dev])
    with step("packaging/lock/run.txt"):  # the same versions, less what only tests need
        run.unlink(missing_ok=True)
        quietly([*compile_, "--constraints", dev, project, "--output-file", run])
    return 0
