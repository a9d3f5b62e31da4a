# SPDX-License-Identifier: EUPL-1.2
"""The words that a plan takes for right, beside those of the dictionary."""

from __future__ import annotations

import hashlib

from kalender.domain.language.spelling import OwnWord, words_of
from kalender.services.acting.desk import Desk
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile


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
        found.update(item.text for item in self._store.all(OwnWord))
        return frozenset(
            word + ending for word in found for ending in ("", "s", "er", "ern", "erin", "erinnen")
        )
