# SPDX-License-Identifier: EUPL-1.2
"""Where the files lie that ship with the program: formats, practice, themes, templates."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """Return the folder of resources: inside the installed package, or beside it in a source tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"
