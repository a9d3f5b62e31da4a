# SPDX-License-Identifier: EUPL-1.2
"""text.officialese: a word only offices use, where people say another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

_PLAIN = {
    "anlässlich": "zu",
    "aufgrund der tatsache, dass": "weil",
    "ausreichend dimensioniert": "groß genug",
    "beabsichtigt": "will",
    "behufs": "für",
    "betreffend": "zu",
    "bezüglich": "zu, über",
    "diesbezüglich": "dazu",
    "dergestalt": "so",
    "einer überprüfung unterziehen": "prüfen",
    "erfolgt die öffnung": "öffnet",
    "fernmündlich": "am Telefon",
    "fristgerecht": "rechtzeitig",
    "gegebenenfalls": "vielleicht, wenn nötig",
    "hiermit": "(weglassen)",
    "hinsichtlich": "zu, über",
    "im rahmen von": "bei",
    "im vorfeld": "vorher",
    "in abrede stellen": "bestreiten",
    "in anspruch nehmen": "nutzen",
    "inanspruchnahme": "Nutzung",
    "infolge": "wegen",
    "käuflich erwerben": "kaufen",
    "kostenpflichtig": "kostet Geld",
    "mittels": "mit",
    "nichtsdestotrotz": "trotzdem",
    "obliegt": "ist Aufgabe von",
    "postalisch": "per Post",
    "seitens": "von",
    "sodann": "dann",
    "unbeschadet": "auch wenn",
    "unter zuhilfenahme": "mit",
    "unverzüglich": "sofort",
    "vermittels": "mit",
    "vollumfänglich": "ganz",
    "vorbehaltlich": "nur wenn",
    "vornehmen": "machen",
    "witterungsbedingt": "wegen des Wetters",
    "wohnhaft": "wohnt in",
    "zeitnah": "bald",
    "zum gegenwärtigen zeitpunkt": "jetzt",
    "zur verfügung stellen": "geben, anbieten",
    "zwecks": "für, um zu",
    "zuzüglich": "und dazu",
}
"""Words of offices, in small letters, and what people say instead."""


@lru_cache(maxsize=1)
def _officialese() -> re.Pattern[str]:
    longest_first = sorted(_PLAIN, key=len, reverse=True)
    return re.compile(rf"(?<![\w#@])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def find(case: Case) -> Iterator[Spot]:
    """A word only offices use, where people say another."""
    for passage in case.passages:
        for found in _officialese().finditer(passage.text):
            facts = {
                "found": found.group(),
                "better": _PLAIN[found.group().lower()],
                "start": found.start(),
                "end": found.end(),
            }
            yield Spot(facts, passage.channel, passage.field)


RULE = Rule("text.officialese", Severity.HINT, find, "Einfache Sprache, DIN 8581-1", german=True)
