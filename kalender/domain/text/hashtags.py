# SPDX-License-Identifier: EUPL-1.2
"""Hashtags in a text, and how they read better: #TagDerOffenenTür instead of #tagderoffenentür."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TAG = re.compile(r"(?<![\w&/])[#＃](\w*[^\W\d]\w*)")
_WORD = re.compile(r"[^\W\d_]{3,}")

_COMMON = (
    "aktion aktuell ausbildung bauen baustelle bauhof bibliothek bildung bücherei bürger bürgerbüro "
    "bürgermeister bürgermeisterin denkmal digital ehrenamt energie familie feier feiern feierabend "
    "ferien ferienprogramm fest feuerwehr frauen freibad freizeit garten gedenken gemeinde gemeinderat "
    "gemeinsam geschichte gesund gesundheit hallenbad heimat herbst hilfe hochwasser innenstadt "
    "integration jugend jugendhaus karriere kinder kindergarten kirche kita klima klimaschutz konzert "
    "kultur kunst landkreis leben lesen leuchtet lokal markt marktplatz mein menschen mitmachen mobilität "
    "musik musikschule nachbarn nachhaltig nachhaltigkeit natur neujahr öffentlich offene offenen "
    "ortschaft ostern politik radfahren rathaus region reinigung rettung sauber schule schutz senioren "
    "sommer spielplatz sport stadt stadtbücherei stadtfest stadtgespräch stadtrat stadtwerke stellen "
    "straße straßen tag tage tür termin theater tierheim tourismus tradition umwelt unser unsere "
    "unterwegs veranstaltung verein vereine verkehr volksfest vorlesen vorlesetag wahl wald wandern "
    "warnung wasser weihnacht weihnachten weihnachtsmarkt wetter winter wirtschaft wochenende wochenmarkt "
    "wohnen zukunft zusammen zusammenhalt bundesweit bundesweiter internationaler internationale europa "
    "europäische nacht museum museen abend woche wochen jahr jahre ausstellung flohmarkt adventskalender "
    "advent nikolaus silvester dorf dorfleben ort orte land heute neu neue neuen gut gute guten bleibt "
    "bleiben macht machen sagt sagen danke liebe wir sind wie was der die das den dem des und für öffentlicher dienst von vom "
    "zum zur bei mit am im in an auf ist ein eine einer aus"
)
"""Words that town-hall hashtags are made of, used to see where one word ends and the next begins."""

_LONGEST_PLAIN = 12


class Hashtag(NamedTuple):
    """A hashtag: its text without the sign, and where sign and text stand (end exclusive)."""

    text: str
    start: int
    end: int


def hashtags(text: str) -> list[Hashtag]:
    """Return the hashtags of a text in order; a number alone is none."""
    if "#" not in text and "＃" not in text:
        return []
    return [Hashtag(found.group(1), found.start(), found.end()) for found in _TAG.finditer(text)]


def camel_case(tag: str, known: str = "") -> str:
    """Return a hashtag without its sign, each word with a capital; the tag as it is where that is not needed.

    A tag of one word stays as it is, and so does one that has a capital inside. known: text whose words may be
    parts of the tag, e.g. the post and the name of the municipality. Up to twelve letters only three words or
    more are parted; a longer tag of unknown words at least gets its first capital.
    """
    if any(letter.isupper() for letter in tag[1:]) or "_" in tag or not tag.strip("0123456789"):
        return tag
    words = _common() | _words_of(known)
    parts = _split(tag.lower(), words)
    if tag.lower() in words or (len(tag) <= _LONGEST_PLAIN and len(parts) < 3):
        return tag
    return "".join(part[:1].upper() + part[1:] for part in parts)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(_COMMON.split())


def _words_of(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _split(tag: str, words: frozenset[str]) -> list[str]:
    """Return the tag as the fewest known words that make it up; the tag alone where they do not."""
    best: list[list[str] | None] = [[]] + [None] * len(tag)
    longest = max(map(len, words))
    for end in range(1, len(tag) + 1):
        for start in range(max(0, end - longest), end):
            before = best[start]
            piece = tag[start:end]
            if before is None or not (piece in words or piece.isdigit()):
                continue
            shorter = best[end]
            if shorter is None or len(before) + 1 < len(shorter):
                best[end] = [*before, piece]
    return best[-1] or [tag]
