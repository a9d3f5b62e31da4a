# SPDX-License-Identifier: EUPL-1.2
"""text.abbreviation: a short form of offices that is read out as letters, or that not everybody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

_LONG = {
    "ggf.": "falls nötig",
    "bzgl.": "zu",
    "i.d.r.": "meistens",
    "u.u.": "unter Umständen",
    "o.g.": "oben genannte",
    "o.ä.": "oder Ähnliches",
    "u.a.": "unter anderem",
    "gem.": "nach",
    "lt.": "laut",
    "zzgl.": "plus",
    "abzgl.": "minus",
    "einschl.": "mit",
    "inkl.": "mit",
    "max.": "höchstens",
    "mind.": "mindestens",
    "vsl.": "voraussichtlich",
    "voraussichtl.": "voraussichtlich",
    "tgl.": "täglich",
    "z.zt.": "zurzeit",
    "z.t.": "zum Teil",
    "u.v.m.": "und vieles mehr",
    "vgl.": "siehe",
    "zw.": "zwischen",
    "s.o.": "siehe oben",
    "s.u.": "siehe unten",
}
"""Without blanks and in small letters, and in full."""


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    forms = (re.escape(item).replace(r"\.", r"\.\s?") for item in sorted(_LONG, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.#@/])(?:{'|'.join(form.removesuffix(chr(92) + 's?') for form in forms)})", re.IGNORECASE
    )


def find(case: Case) -> Iterator[Spot]:
    """A short form of offices that is read out as letters, or that not everybody knows."""
    for passage in case.passages:
        if "." not in passage.text:
            continue
        for found in _short().finditer(passage.text):
            better = _LONG["".join(found.group().split()).lower()]
            facts = {"found": found.group(), "better": better, "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule(
    "text.abbreviation", Severity.HINT, find, "WCAG 2.1, 3.1.4; Einfache Sprache, DIN 8581-1", german=True
)
