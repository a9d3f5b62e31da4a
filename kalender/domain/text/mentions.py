# SPDX-License-Identifier: EUPL-1.2
"""Names of other accounts in a text: @gemeinde, and @gemeinde@ort.social as Mastodon writes them."""

from __future__ import annotations

import re

_NAME = r"[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*"
_FAR = re.compile(rf"(?<![=/\w])(@{_NAME})@\w+(?:[.-]+\w+)*")
_ANY = re.compile(rf"(?<![=/\w.@])@({_NAME})(?:@\w+(?:[.-]+\w+)*)?")


def without_hosts(text: str) -> str:
    """Return the text with @name@host shortened to @name, the way Mastodon counts it."""
    return _FAR.sub(r"\1", text) if text.count("@") > 1 else text


def mentions(text: str) -> list[str]:
    """Return the names mentioned in a text in order, without @ and host. Mail addresses are none."""
    return _ANY.findall(text) if "@" in text else []
