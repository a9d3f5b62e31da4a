# SPDX-License-Identifier: EUPL-1.2
"""The words that a plan takes for right, beside those of the dictionary."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from kalender.domain.language.spelling import LONGEST, OwnWord, words_of
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

MOST_BYTES = 2_000_000
"""Of a text file with words."""


def _is_word(word: str) -> bool:
    return 1 < len(word) <= LONGEST and any(sign.isalpha() for sign in word) and " " not in word


def id_of(word: str) -> str:
    """Return the id of a word: the same on every computer, so that one added twice is one."""
    return hashlib.sha256(word.encode()).hexdigest()[:32]


class Words:
    """The own word list; shared with the plan, undone like a post."""

    def __init__(self, store: PlanFile, desk: Desk, plan: PlanView) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan

    def all(self) -> tuple[OwnWord, ...]:
        """Return the words in alphabetical order."""
        return tuple(sorted(self._store.all(OwnWord), key=lambda item: (item.text.casefold(), item.text)))

    def add(self, word: str) -> None:
        """Take a word for right from now on; nothing happens where it is there."""
        wanted = word.strip()
        if wanted and self._store.get(OwnWord, id_of(wanted)) is None:
            with self._desk.action("word.added", title=wanted) as act:
                act.put(OwnWord(id=id_of(wanted), text=wanted))

    def add_all(self, words: Iterable[str]) -> int:
        """Take words for right, as one step; return how many are new."""
        there = {item.id for item in self._store.all(OwnWord)}
        new = {
            id_of(word): word for word in map(str.strip, words) if _is_word(word) and id_of(word) not in there
        }
        if new:
            with self._desk.action("word.imported", count=len(new)) as act:
                for id_, word in new.items():
                    act.put(OwnWord(id=id_, text=word))
        return len(new)

    def take(self, path: Path) -> int:
        """Take the words of a text file, one in each line; raises Refused FILE_UNREADABLE, DOCUMENT_TOO_LARGE."""
        from kalender.exchange.documents.found import DocumentRefused
        from kalender.exchange.documents.notes import decoded

        try:
            data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
        except OSError as error:
            raise Refused(RefusalKind.FILE_UNREADABLE, path=path.name) from error
        if data is None:
            raise Refused(RefusalKind.DOCUMENT_TOO_LARGE, path=path.name)
        try:
            lines = decoded(data).splitlines()
        except DocumentRefused as error:
            raise Refused(RefusalKind.FILE_UNREADABLE, path=path.name) from error
        return self.add_all(line.partition("/")[0].strip(' \t;,"') for line in lines)

    def save(self, path: Path) -> None:
        """Write the words into a text file, one in each line; raises Refused OUT_IS_FOLDER, DISK_FULL, OUT_FAILED."""
        from kalender.exchange.putting import put_file

        put_file("".join(f"{item.text}\n" for item in self.all()).encode(), path)

    def remove(self, id_: str) -> None:
        """Let the dictionary decide again; raises Refused NOT_FOUND."""
        with self._desk.action("word.removed") as act:
            word = act.get(OwnWord, id_)
            act.delete(word)
            act.describe(title=word.text)

    def known(self) -> frozenset[str]:
        """Return what needs no dictionary: the own words, and the names that the plan itself knows."""
        town = self._plan.municipality
        names = [town.name]
        names += [item.name for item in self._plan.people]
        names += [item.name for item in self._plan.channels]
        names += [item.name for item in self._plan.topics]
        found = {part for name in names for spelt in words_of(name) for part in spelt.asked}
        for own in self._store.all(OwnWord):
            found.add(own.text)
            found.update(part for spelt in words_of(own.text) for part in spelt.asked)
        return frozenset(
            word + ending for word in found for ending in ("", "s", "er", "ern", "erin", "erinnen")
        )
