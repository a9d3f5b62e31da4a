# SPDX-License-Identifier: EUPL-1.2
"""What may come back from a child: plain values, exceptions, and the dataclasses and enums of kalender."""

from __future__ import annotations

import builtins
import io
import pickle
from dataclasses import is_dataclass
from enum import Enum

TOLD = b"told "
"""Begins a message about how far something is; no pickle does."""

_PLAIN = {
    ("builtins", "set"),
    ("builtins", "frozenset"),
    ("builtins", "complex"),
    ("builtins", "bytearray"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("pathlib", "Path"),
    ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"),
    ("pathlib._local", "Path"),
    ("pathlib._local", "PosixPath"),
    ("pathlib._local", "WindowsPath"),
}


class _Opener(pickle.Unpickler):
    """Loads nothing that could run: a decoder that was taken over by a picture must not reach the app."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module == "builtins":
            found = getattr(builtins, name, None)
            if isinstance(found, type) and issubclass(found, Exception):
                return found
        if module.startswith("kalender."):
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, (Enum, Exception))):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not travel")


def packed(*, good: bool, result: object) -> bytes:
    """Return an answer as bytes; one that cannot travel becomes a RuntimeError that can."""
    try:
        parcel = pickle.dumps((good, result))
        unpacked(parcel)
    except Exception:  # noqa: BLE001 - whatever cannot be packed or opened is told in words
        return pickle.dumps((False, RuntimeError(f"{type(result).__name__}: {result}")))
    return parcel


def unpacked(parcel: bytes) -> tuple[bool, object]:
    """Return (True, result) or (False, exception); raises UnpicklingError for anything else."""
    try:
        good, result = _Opener(io.BytesIO(parcel)).load()
    except Exception as error:
        raise pickle.UnpicklingError(f"an answer that does not open: {error}") from error
    if not good and not isinstance(result, Exception):
        raise pickle.UnpicklingError("a failure without an exception")
    return bool(good), result
