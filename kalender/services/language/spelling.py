# SPDX-License-Identifier: EUPL-1.2
"""What the dictionary says of a post. Asking takes time and happens in a child process; what is known answers at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kalender.domain.language.spelling import Spelt, words_of
from kalender.domain.post import Post
from kalender.domain.rules.finding import Finding, Severity
from kalender.domain.siblings.tongues import is_german
from kalender.services.language.words import Words
from kalender.services.ports import PictureWorker

RULE = "text.spelling"
MOST = 20_000
"""Words whose verdict is kept."""
TIME = 60.0
"""Seconds that a child may take for the words of one post."""


class Spelling:
    """Keeps the verdicts of the dictionary for this sitting."""

    def __init__(self, words: Words, worker: PictureWorker) -> None:
        self.words = words
        self._worker = worker
        self._verdicts: dict[str, bool] = {}
        self._suggested: dict[str, tuple[str, ...]] = {}

    def open_words(self, post: Post) -> tuple[str, ...]:
        """Return the words of a post that have no verdict yet, each once."""
        known = self.words.known()
        found = {
            part: None
            for _channel, _field, text in _passages(post)
            for spelt in words_of(text)
            for part in spelt.asked
            if part not in self._verdicts and part not in known
        }
        return tuple(found)

    def judge(self, words: Sequence[str]) -> None:
        """Ask the dictionary for words. From any thread; raises WorkerDied where no process can be had."""
        from kalender.formats import spelling

        wrong = set(self._worker.call(spelling.unknown, tuple(words), timeout=TIME))
        if len(self._verdicts) + len(words) > MOST:
            self._verdicts = {}
        self._verdicts.update({word: word not in wrong for word in words})

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return words that resemble a wrong one, likeliest first; may take a second. From any thread."""
        from kalender.formats import spelling

        if word not in self._suggested:
            self._suggested[word] = self._worker.call(spelling.suggestions, word, timeout=TIME)
        return self._suggested[word]

    def findings(self, post: Post) -> list[Finding]:
        """Return the words of a post that are wrong as far as is known, each once in a text.

        facts: places, where a word stands more than once: (start, end) of each, end exclusive.
        """
        known = self.words.known()
        found: list[Finding] = []
        for channel, field, text in _passages(post):
            places: dict[str, list[tuple[int, int]]] = {}
            for spelt in words_of(text):
                if self._is_wrong(spelt, known):
                    places.setdefault(text[spelt.start : spelt.end], []).append((spelt.start, spelt.end))
            for word, spans in places.items():
                start, end = spans[0]
                facts: dict[str, object] = {"found": word, "start": start, "end": end}
                if len(spans) > 1:
                    facts["places"] = tuple(spans)
                found.append(
                    Finding(
                        rule=RULE,
                        severity=Severity.HINT,
                        post=post.id,
                        channel=channel,
                        field=field,
                        facts=facts,
                    )
                )
        return found

    def _is_wrong(self, spelt: Spelt, known: frozenset[str]) -> bool:
        return any(part not in known and not self._verdicts.get(part, True) for part in spelt.asked)


def _passages(post: Post) -> Iterator[tuple[str, str, str]]:
    """Yield (channel, field, text): the common text where anybody inherits it, and the own ones.

    The dictionary is German: a post in another language has nothing for it.
    """
    if not is_german(post.language):
        return
    inherited = not post.versions or any(version.text is None for version in post.versions)
    if post.text and inherited:
        yield "", "text", post.text
    for version in post.versions:
        if version.text:
            yield version.id, "text", version.text
        if version.first_comment:
            yield version.id, "first_comment", version.first_comment
