# SPDX-License-Identifier: EUPL-1.2
"""File names that Windows, macOS and Linux all take, whatever a title holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LONGEST = 60
"""Letters of one name: a package lies three folders deep, and a path ends at 240."""

LONGEST_PATH = 240

_RESERVED = {
    "con", "prn", "aux", "nul", "conin$", "conout$", "clock$",
    *(f"com{number}" for number in "0123456789¹²³"), *(f"lpt{number}" for number in "0123456789¹²³"),
}  # fmt: skip
_TRANSLATED = str.maketrans(
    {
        "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "ø": "oe", "Ø": "Oe", "œ": "oe", "Œ": "Oe", "ł": "l", "Ł": "L",
        "ı": "i", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    }
)  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_OTHERS = re.compile(r"[^A-Za-z0-9]+")


def slug(text: str, longest: int = LONGEST, *, empty: str = "beitrag") -> str:
    """Return a name of the letters A–Z, a–z, 0–9 and -; umlauts are spelled out. Never empty, never reserved."""
    plain = unicodedata.normalize("NFC", text).translate(_UMLAUTS).translate(_TRANSLATED)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    name = _OTHERS.sub("-", plain).strip("-")
    if len(name) > longest:
        cut = name[: longest + 1]
        at_word = cut.rfind("-")
        name = cut[: at_word if at_word > longest // 2 else longest].strip("-")
    if not name or name.casefold() in _RESERVED:
        return f"{empty}-{name}".strip("-").casefold() if name else empty
    return name


def unlike(name: str, taken: Container[str], mark: str) -> str:
    """Return a name that differs from all taken ones (given in lower case), with mark added where it must."""
    if name.casefold() not in taken:
        return name
    marked = f"{name}-{mark}"
    number = 2
    while marked.casefold() in taken:
        marked = f"{name}-{mark}-{number}"
        number += 1
    return marked
