# SPDX-License-Identifier: EUPL-1.2
"""Languages of posts as BCP 47 tags: which are German, which are easy to read, which run from right to left."""

from __future__ import annotations

import re

HOUSE = "de"
"""What a post without a language is written in."""

EASY = "de-simple-x-leicht"
"""Leichte Sprache: the registered variant simple, told apart from PLAIN by a private subtag."""

PLAIN = "de-simple"
"""Einfache Sprache."""

OFFERED = (
    EASY, PLAIN, "en", "ar", "bg", "el", "es", "fa", "fr", "hr", "it", "kmr", "nl", "pl", "ps", "pt", "ro", "ru", "sq",
    "sr", "ti", "tr", "uk", "vi", "zh",
)  # fmt: skip
"""What people in German towns read beside German; any other tag may be given by hand."""

_TAG = re.compile(
    r"(?P<primary>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)(?P<private>-x(?:-[a-z\d]{1,8})+)?",
    re.IGNORECASE,
)
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"})


def tidy(tag: str) -> str:
    """Return a tag as BCP 47 writes it (pt-BR, zh-Hant), empty for plain German; raises ValueError where it is none."""
    found = _TAG.fullmatch(tag.strip().replace("_", "-"))
    if found is None:
        raise ValueError(f"no language tag: {tag}")
    parts = [found["primary"].lower()]
    parts += [found["script"].title()] if found["script"] else []
    parts += [found["region"].upper()] if found["region"] else []
    written = "-".join(parts) + found["variants"].lower() + (found["private"] or "").lower()
    return "" if written == HOUSE else written


def primary(tag: str) -> str:
    """Return the first part of a tag: the language itself."""
    return (tag or HOUSE).partition("-")[0].lower()


def is_german(tag: str) -> bool:
    """Tell whether German spelling and the rules on German hold."""
    return primary(tag) == HOUSE


def is_simple(tag: str) -> bool:
    """Tell whether a text is meant to be easy to read: Leichte or Einfache Sprache."""
    return tag.lower().startswith(PLAIN)


def is_easy(tag: str) -> bool:
    """Tell whether a text is Leichte Sprache, which is stricter than Einfache Sprache."""
    return tag.lower() == EASY


def right_to_left(tag: str) -> bool:
    """Tell whether a language is written from right to left; a script that is named decides."""
    script = next((part.title() for part in tag.split("-")[1:2] if len(part) == 4 and part.isalpha()), "")
    return script in _RIGHT_TO_LEFT_SCRIPTS if script else primary(tag) in _RIGHT_TO_LEFT


def lang(tag: str) -> str:
    """Return what an attribute lang says; a post without a language is German."""
    return tag or HOUSE
