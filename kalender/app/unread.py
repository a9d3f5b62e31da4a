# SPDX-License-Identifier: EUPL-1.2
"""Keeps Qt's Python binding from reading the source of every module of ours while the window starts."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import kalender


def known_to_qt() -> None:
    """Name all modules of ours to the binding, right after it was imported.

    For its switch `from __feature__ import …`, which we do not use, the binding looks through the source of each module
    that is imported after it, for the word "PySide6" (PYSIDE-2029): a fifth of the start. It asks nothing about a
    module that it knows already; 0 stands for "uses Qt, no feature", as it would find itself. Where a later binding
    does this otherwise, nothing happens.
    """
    features = sys.modules.get("shibokensupport.feature")
    known = getattr(features, "pyside_feature_dict", None)
    if isinstance(known, dict):
        for name in _modules(Path(kalender.__file__).parent):
            known.setdefault(name, 0)


def _modules(package: Path) -> list[str]:
    """Return the dotted names of all modules of a package and of those within it."""
    found = []
    for folder, inner, files in os.walk(package):
        inner[:] = [name for name in inner if name != "__pycache__"]
        name = ".".join(Path(folder).relative_to(package.parent).parts)
        found.append(name)
        found += [f"{name}.{file[:-3]}" for file in files if file.endswith(".py") and file != "__init__.py"]
    return found
