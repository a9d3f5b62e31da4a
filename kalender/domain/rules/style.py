# SPDX-License-Identifier: EUPL-1.2
"""How a text reads, and how it sounds when a screen reader reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

MOST_WORDS = 20
FAR_TOO_MANY_WORDS = 30
MOST_EMOJI = 3


@lru_cache(maxsize=1)
def _disguised() -> re.Pattern[str]:
    """Return the pattern of letters that are mathematical signs, full-width or circled, a stretch at a time."""
    mathematical = "[\U0001d400-\U0001d7ff]"
    other = "[\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169]"
    return re.compile(
        f"{mathematical}(?:[ {mathematical[1:-1]}]*{mathematical})?|{other}(?:[ {other[1:-1]}]*{other})"
    )


@lru_cache(maxsize=1)
def _capitals() -> re.Pattern[str]:
    word = r"(?<![\w#@/.])[A-ZÄÖÜẞ]{2,}(?![\w/.@]*\w)"
    return re.compile(rf"{word}(?:[ \-–,]+{word})*")


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    return re.compile(r"(?<![#@\w])[^\W_][\w'’]*(?:[-.:/][\w'’]+)*")


def disguised_letters(case: Case) -> Iterator[Spot]:
    """Letters of another kind stand in for bold or italic: a screen reader skips or spells them."""
    for passage in case.passages:
        for found in _disguised().finditer(passage.text):
            facts = {
                "found": found.group(),
                "better": normalize("NFKC", found.group()),
                "start": found.start(),
                "end": found.end(),
            }
            yield Spot(facts, passage.channel, passage.field)


def emoji_run(case: Case) -> Iterator[Spot]:
    """More than three emoji in a row: each is read aloud."""
    from kalender.domain.text.emoji import emoji_runs

    for passage in case.passages:
        for start, end, number in emoji_runs(passage.text):
            if number > MOST_EMOJI:
                facts = {"count": number, "limit": MOST_EMOJI, "start": start, "end": end}
                yield Spot(facts, passage.channel, passage.field)


def capitals(case: Case) -> Iterator[Spot]:
    """Words in capitals only: they shout, and a screen reader may spell them. Short names such as DLRG pass."""
    for passage in case.passages:
        for found in _capitals().finditer(passage.text):
            words = re.findall(r"[A-ZÄÖÜẞ]+", found.group())
            longest = max(map(len, words))
            if longest >= 7 or (len(words) > 1 and longest >= 5):
                facts = {"found": found.group(), "start": found.start(), "end": found.end()}
                yield Spot(facts, passage.channel, passage.field)


def long_sentence(case: Case) -> Iterator[Spot]:
    """A sentence of more than twenty words; of more than thirty someone should look at it."""
    from kalender.domain.text.sentences import sentences

    for passage in case.passages:
        place = 0
        for piece in sentences(passage.text):
            number = len(_word().findall(piece)) if len(piece) > 2 * MOST_WORDS else 0
            if number > MOST_WORDS:
                facts = {"words": number, "limit": MOST_WORDS, "start": place, "end": place + len(piece)}
                severity = Severity.WARNING if number > FAR_TOO_MANY_WORDS else None
                yield Spot(facts, passage.channel, passage.field, severity=severity)
            place += len(piece)


RULES = (
    Rule(
        "text.disguised_letters",
        Severity.ERROR,
        disguised_letters,
        "WCAG 2.1, 1.3.1: information in characters",
    ),
    Rule("text.emoji_run", Severity.WARNING, emoji_run, "BITV practice"),
    Rule("text.capitals", Severity.WARNING, capitals, "BITV practice"),
    Rule("text.long_sentence", Severity.HINT, long_sentence, "plain language: up to twenty words"),
)
