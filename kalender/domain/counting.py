# SPDX-License-Identifier: EUPL-1.2
"""How long a text is by the rule of a platform, and whether it fits.

Sources: twitter-text configuration 3 (X), the server code of Mastodon, the lexicons of Bluesky, Meta's
documentation of Threads; the other rules are units of an encoding. See resources/formats for the limits.
Nothing heavy is imported before the first count, and named tuples are made eight times as fast as dataclasses:
start-up is measured.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kalender.domain.format import Format, Rule

ADDRESS_LENGTH = 23
"""What every web address costs on X and Mastodon."""


class Count(NamedTuple):
    """The length of a text in the unit of a rule, and in UTF-8 bytes."""

    value: int
    bytes: int


class Limit(NamedTuple):
    """How long a text may be; 0 means no limit."""

    value: int = 0
    bytes: int = 0

    def excess(self, count: Count) -> int:
        """Return how much is too much: units, or bytes where only those do not fit; 0 when the text fits."""
        if self.value and count.value > self.value:
            return count.value - self.value
        return max(0, count.bytes - self.bytes) if self.bytes else 0

    def share(self, count: Count) -> float:
        """Return how full the limit is, 1.0 being exactly full; 0.0 without a limit."""
        units = count.value / self.value if self.value else 0.0
        return max(units, count.bytes / self.bytes) if self.bytes else units


class Weights(NamedTuple):
    """How X weighs a text: light characters cost one, others heavy, an emoji sequence costs two where it is known."""

    light: str
    heavy: int
    emoji: bool


X_WEIGHTS = Weights("\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037", heavy=2, emoji=True)
"""Version 3 of the configuration of twitter-text, in force since 2018."""


def limit_of(format_: Format, *, pictures: bool, own: int = 0) -> Limit:
    """Return the limit of a text in a format. own: what this channel's server allows instead (0: the platform's)."""
    plain = format_.text_limit_plain or format_.text_limit
    return Limit(own or (format_.text_limit if pictures else plain), format_.text_limit_bytes)


def count(rule: Rule, text: str) -> Count:
    """Return the length of a text by a rule. Half surrogates count like any other character."""
    return Count(_RULES[rule](text), _bytes(text))


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _graphemes(text: str) -> int:
    from kalender.domain.text.graphemes import count_graphemes

    return count_graphemes(text)


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _threads(text: str) -> int:
    """Return characters, where each emoji counts as many as it has bytes in UTF-8."""
    if text.isascii():
        return len(text)
    from kalender.domain.text.emoji import coloured_emoji

    return len(text) + sum(_bytes(emoji) - len(emoji) for emoji in coloured_emoji(text))


def _mastodon(text: str) -> int:
    """Return graphemes, where an address with protocol counts 23 and of @name@host only @name."""
    from kalender.domain.text.addresses import addresses
    from kalender.domain.text.mentions import without_hosts

    pieces, place = [], 0
    for address in addresses(text, bare=False) if "://" in text else ():
        pieces += [without_hosts(text[place : address.start]), "x" * ADDRESS_LENGTH]
        place = address.end
    pieces.append(without_hosts(text[place:]))
    return _graphemes("".join(pieces))


def _x(text: str) -> int:
    return weighted(text, X_WEIGHTS)


def weighted(text: str, weights: Weights) -> int:
    """Return the length X gives a text: composed (NFC), 23 for each address, the rest by weight."""
    import unicodedata

    from kalender.domain.text.addresses import addresses

    text = unicodedata.normalize("NFC", text)
    total, place = 0, 0
    for address in addresses(text):
        total += ADDRESS_LENGTH + _weigh(text[place : address.start], weights)
        place = address.end
    return total + _weigh(text[place:], weights)


def _weigh(text: str, weights: Weights) -> int:
    import re

    if text.isascii():
        return len(text)
    light = re.compile(f"[{weights.light}]+")
    saved = 0
    if weights.emoji:
        from kalender.domain.text.emoji import emoji_sequences

        for emoji in emoji_sequences(text):
            rest = len(light.sub("", emoji))
            saved += rest * weights.heavy + len(emoji) - rest - 2
    rest = len(light.sub("", text))
    return rest * weights.heavy + len(text) - rest - saved


_RULES: dict[Rule, Callable[[str], int]] = {
    Rule.X_WEIGHTED: _x,
    Rule.MASTODON: _mastodon,
    Rule.BLUESKY: _graphemes,
    Rule.THREADS: _threads,
    Rule.UTF16: _utf16,
    Rule.UTF8_BYTES: _bytes,
    Rule.CODEPOINT: len,
    Rule.GRAPHEME: _graphemes,
}


def overflow_position(rule: Rule, text: str, limit: Limit) -> int:
    """Return where the part of a text that no longer fits begins: an index into the text, its length when it fits.

    The index is a grapheme boundary, so nothing is torn apart when the rest is marked or cut.
    """
    whole = count(rule, text)
    if not limit.excess(whole):
        return len(text)
    from kalender.domain.text.graphemes import boundary

    def fit(place: int) -> bool:
        return not limit.excess(count(rule, text[:place]))

    fits, over = 0, len(text)
    guess, step = int(len(text) / limit.share(whole)), 8
    if 0 < guess < over and fit(guess):  # texts are even enough for a guess: look near it first
        fits = guess
        while fits + step < over and fit(fits + step):
            fits, step = fits + step, step * 2
        over = min(over, fits + step)
    elif 0 < guess < over:
        over = guess
        while over - step > fits and not fit(over - step):
            over, step = over - step, step * 2
        fits = max(fits, over - step)
    while over - fits > 1:
        middle = (fits + over) // 2
        fits, over = (middle, over) if fit(middle) else (fits, middle)
    return boundary(text, fits)


def fold_position(text: str, fold_at: int) -> int | None:
    """Return where a platform folds a text after so many graphemes (mehr anzeigen), or None where it shows all."""
    if fold_at <= 0 or len(text) <= fold_at:
        return None
    from kalender.domain.text.graphemes import grapheme_start

    position = grapheme_start(text, fold_at)
    return position if position < len(text) else None
