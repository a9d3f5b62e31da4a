# SPDX-License-Identifier: EUPL-1.2
"""How many syllables a German word has when it is spoken."""

from __future__ import annotations

import re
from functools import lru_cache

_LOANS = {
    "baby": 2,
    "blog": 1,
    "café": 2,
    "computer": 3,
    "event": 2,
    "facebook": 2,
    "flyer": 2,
    "home": 1,
    "homepage": 2,
    "interview": 3,
    "live": 1,
    "livestream": 2,
    "newsletter": 3,
    "office": 2,
    "online": 2,
    "service": 2,
    "site": 1,
    "smartphone": 2,
    "stream": 1,
    "team": 1,
    "teams": 1,
    "update": 2,
    "website": 2,
    "youtube": 2,
}
"""Words that are not spoken as German spells, as a whole word or as the last part of a compound of four letters or more."""

_SPELT = 5
"""Most letters of a name in capitals that is spelt letter by letter: DLRG, THW."""


@lru_cache(maxsize=4096)
def syllables(word: str) -> int:
    """Return the number of syllables of a word, at least one. A short name in capitals is spelt: DLRG has four."""
    if word.isupper() and 2 <= len(word) <= _SPELT and not _spoken_capitals().search(word):
        return len(word) + word.count("Y") * 2  # Ypsilon
    lower = word.lower()
    if lower in _LOANS:
        return _LOANS[lower]
    for loan, number in _LOANS.items():
        if len(loan) > 3 and len(lower) > len(loan) and lower.endswith(loan):
            return _nuclei(lower[: -len(loan)]) + number
    return max(1, _nuclei(lower))


@lru_cache(maxsize=1)
def _spoken_capitals() -> re.Pattern[str]:
    """Return capitals that are spoken as a word: consonant, vowel, consonant … such as NATO, BAFÖG."""
    return re.compile(r"^[^AEIOUÄÖÜ]?[AEIOUÄÖÜ][^AEIOUÄÖÜ]+[AEIOUÄÖÜ][^AEIOUÄÖÜ]?$")


@lru_cache(maxsize=1)
def _apart() -> re.Pattern[str]:
    """Return the places where two vowels that mostly are one sound are two: Familie, Museum, beenden, Jubiläum."""
    stems = (
        "akt|bakter|famil|fer|fol|geran|immobil|ind|ingen|ital|kastan|komöd|kriter|lil|lin|mater|med|min|petersil|präm"
        "|ser|span|stud|tragöd|kategor|galer|part|prinzip|batter|industr|energ|theor|bürokrat|demokrat|kop"
    )
    return re.compile(
        rf"(?:{stems})i(?=en)"  # Ferien, Familien, Industrien
        r"|(?:famil|fol|lin|med|ser|stud|präm|akt|mater|tragöd|komöd|lil|kastan|petersil|geran|immobil|bakter)i(?=e)"
        r"|[aeiouäöü]t?i(?=ent)"  # Patient
        r"|(?:mus|jubil|lyc|lyz|mausol)[eä](?=um|en)"
        r"|^(?:be|ge)(?=(?:ur|er[bdhkn]|ehr|end|ein|eil|eign))"
        r"|e(?=en$)|[zk]o(?=olog|oper|ord)"  # Ideen, Zoologie, Kooperation
    )


@lru_cache(maxsize=1)
def _nucleus() -> re.Pattern[str]:
    """Return what sounds as one: long vowels, diphthongs, else a single vowel."""
    return re.compile(r"eau|ieh|aa|ee|oo|ai|au|äu|ei|eu|ie|ou|oi|ay|ey|oy|[aeiouäöüyáéèêàâîôû]")


def _nuclei(lower: str) -> int:
    sounded = re.sub(r"qu", "q", lower)
    sounded = re.sub(r"(?<![^\W_])y(?=[aeiouäöü])", "j", sounded)
    sounded = re.sub(r"(?<=[aeiouäöü])h(?=[aeiouäöü])", "h-", sounded)
    sounded = _apart().sub(lambda found: found.group() + "-", sounded)
    return len(_nucleus().findall(sounded))
