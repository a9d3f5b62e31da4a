# SPDX-License-Identifier: EUPL-1.2
"""Whether a text is written in plain words: none of it blocks, all of it can be left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

MOST_LETTERS = 25
MOST_NOUNS = 2
"""Nouns made of verbs and adjectives that a sentence bears."""
MOST_PASSIVE = 2
"""Sentences in the passive voice that a text bears; above it, if they are more than half of it."""

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


@lru_cache(maxsize=1)
def _noun() -> re.Pattern[str]:
    """Return nouns made of verbs and adjectives, but not the names of things that end alike."""
    things = "Zeitung|Wohnung|Heizung|Kleidung|Rechnung|Mündung|Lesung|Sitzung|Gesundheit|Kindheit|Krankheit"
    thing = rf"(?:\w*(?i:{things})|(?:\w+s|Stadt|Kirchen|Nacht)?(?i:führung))(?:en)?\b"
    return re.compile(rf"(?<![\w#@])(?!{thing})[A-ZÄÖÜ]\w{{3,}}(?:ung|heit|keit|ierung)(?:en)?\b")


@lru_cache(maxsize=1)
def _passive() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:wird|werden|wurde|wurden|worden)\b[^.!?]*\b(?:\w*ge\w{2,}(?:t|en)|\w+iert|(?:be|ver|er|zer|ent)\w{2,}t)\b"
    )


@lru_cache(maxsize=1)
def _long() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w#@/.\-])[^\W\d_]{{{MOST_LETTERS + 1},}}(?![\w/@])")


@lru_cache(maxsize=1)
def _double() -> re.Pattern[str]:
    words = "bekannt|bedeutend|erheblich|freundlich|gewöhnlich|interessant|möglich|problematisch|üblich|umstritten"
    return re.compile(
        rf"\bnicht\s+un(?:{words}|wahrscheinlich|wesentlich|wichtig|zufrieden)\w*|\bnicht\s+ohne\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _click() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:hier\s+klicken|klicken?\s+(?:sie\s+)?(?:bitte\s+)?hier|klickt\s+hier)\b", re.IGNORECASE
    )


def officialese(case: Case) -> Iterator[Spot]:
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


def nominal_style(case: Case) -> Iterator[Spot]:
    """Three nouns on -ung, -heit or -keit in a sentence: verbs say it shorter."""
    from kalender.domain.text.sentences import sentences

    for passage in case.passages:
        place = 0
        for piece in sentences(passage.text):
            nouns = _noun().findall(piece)
            if len(nouns) > MOST_NOUNS:
                facts = {
                    "nouns": ", ".join(nouns),
                    "count": len(nouns),
                    "start": place,
                    "end": place + len(piece),
                }
                yield Spot(facts, passage.channel, passage.field)
            place += len(piece)


def passive_voice(case: Case) -> Iterator[Spot]:
    """Most sentences do not say who acts."""
    from kalender.domain.text.sentences import sentences

    for passage in case.passages:
        whole = [piece for piece in sentences(passage.text) if piece.strip()]
        passive = [piece for piece in whole if _passive().search(piece)]
        if len(passive) > MOST_PASSIVE and 2 * len(passive) > len(whole):
            yield Spot({"count": len(passive), "of": len(whole)}, passage.channel, passage.field)


def long_word(case: Case) -> Iterator[Spot]:
    """A word of more than twenty-five letters."""
    for passage in case.passages:
        for found in _long().finditer(passage.text):
            facts = {
                "found": found.group(),
                "letters": len(found.group()),
                "start": found.start(),
                "end": found.end(),
            }
            yield Spot(facts, passage.channel, passage.field)


def double_negation(case: Case) -> Iterator[Spot]:
    """Two negations that cancel each other: many readers keep only one."""
    for passage in case.passages:
        for found in _double().finditer(passage.text):
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


def click_here(case: Case) -> Iterator[Spot]:
    """A link called "hier": read on its own it says nothing, and platforms show addresses anyway."""
    for passage in case.passages:
        for found in _click().finditer(passage.text):
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


def hard_to_read(case: Case) -> Iterator[Spot]:
    """The whole text reads like a notice of an office: under 30 on Amstad's scale."""
    from kalender.domain.language.readability import Ease, readability

    for passage in case.passages:
        found = readability(passage.text) if passage.field == "text" else None
        if found is not None and found.ease is Ease.VERY_HARD:
            facts = {"value": max(0, round(found.amstad)), "words": round(found.words_per_sentence)}
            yield Spot(facts, passage.channel, passage.field)


_PLAIN_LANGUAGE = "plain language (Einfache Sprache), DIN 8581-1"

RULES = (
    Rule("text.hard_to_read", Severity.HINT, hard_to_read, "Amstad 1978: under 30 is very hard"),
    Rule("text.officialese", Severity.HINT, officialese, _PLAIN_LANGUAGE),
    Rule("text.nominal_style", Severity.HINT, nominal_style, _PLAIN_LANGUAGE),
    Rule("text.passive", Severity.HINT, passive_voice, _PLAIN_LANGUAGE),
    Rule("text.long_word", Severity.HINT, long_word, _PLAIN_LANGUAGE),
    Rule("text.double_negation", Severity.HINT, double_negation, _PLAIN_LANGUAGE),
    Rule("text.click_here", Severity.HINT, click_here, "WCAG 2.1, 2.4.4: purpose of a link"),
)
