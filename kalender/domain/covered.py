# SPDX-License-Identifier: EUPL-1.2
"""Which keys an approval covers: while one of them is undecided, nothing is approved."""

from __future__ import annotations

from collections.abc import Iterable

from kalender.domain.journal.merge import DELETION

_POST = frozenset({"text", "link", "language"})
_POST_PARTS = ("version/", "attachment/")
_PICTURE = frozenset(
    {
        "sha256",
        "alt",
        "credit",
        "credit_shown",
        "ai",
        "focus",
        "width",
        "height",
        "film",
        "captions",
        "silent",
        "burned",
        "turn",
        "tilt",
        "light",
        "contrast",
    }
)
_CHANNEL = frozenset({"formats"})


def covered(kind: str, key: str) -> bool:
    """Tell whether a key of a record (kind post, picture, channel) enters the content that is approved.

    The planned times do not: an approval covers a window of days, and what is shown is judged by it.
    """
    if kind in {"series", "event"}:
        return False
    if key == DELETION:
        return True
    if kind == "post":
        return key in _POST or (key.startswith(_POST_PARTS) and not key.endswith("/planned"))
    if kind == "picture" and key.startswith(("cover/", "shape/")):
        return True
    return key in (_PICTURE if kind == "picture" else _CHANNEL if kind == "channel" else ())


def any_covered(kind: str, keys: Iterable[str]) -> bool:
    """Tell whether one of the undecided keys is covered."""
    return any(covered(kind, key) for key in keys)
