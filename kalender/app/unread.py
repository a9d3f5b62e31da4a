# SPDX-License-Identifier: EUPL-1.2
"""Keeps Qt's Python binding from reading the source of every module that is imported after it."""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Give Python its own `__import__` back, right after the binding was imported.

    For its switch `from __feature__ import …`, which we do not use, the binding puts itself before each import and looks
    through the source of each module it has not met, for the word "PySide6" (PYSIDE-2029): a fifth of the start. It keeps
    what was there as `__orig_import__`. A module it was never asked about counts as one without the switch. Where another
    binding does this otherwise, nothing happens.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
