# SPDX-License-Identifier: EUPL-1.2
"""The series of the post in the editor, and the next free slot: what the menus offer, and who is asked for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kalender.services.posts import Posts
from kalender.ui.editor.more import Entry
from kalender.ui.several.chained import CHAINED, SLOT, reasons
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.editor.page import EditorPage


class InSeries:
    """Everything typed is saved before anyone is asked."""

    def __init__(self, page: EditorPage, posts: Posts) -> None:
        self._page, self._session, self._posts = page, page.session, posts

    def ask(self, verb: str) -> None:
        """Ask the shell for something with the series of the post, e.g. repeat or delete."""
        if self._session.flush():
            self._page.chain_wanted.emit(verb, self._session.id)

    def take_slot(self) -> None:
        """Put the post on the next free slot of its channels."""
        if self._session.flush():
            self._page.slots_wanted.emit([self._session.id])

    def why_not(self) -> dict[str, str]:
        """Return for each action why it cannot be done, empty where it can."""
        return reasons([self._posts.card(self._session.id)])

    def verbs(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the window do."""
        return {SLOT: self.take_slot, **{name: partial(self.ask, verb) for name, verb in CHAINED.items()}}

    def entries(self) -> list[Entry]:
        """Return the lines of the menu; of the series only what fits the post."""
        why = self.why_not()
        slot: Entry = (tr("Nächsten freien Termin nehmen"), None if why[SLOT] else self.take_slot, why[SLOT])
        words = {
            "post.repeat": tr("Als Serie wiederholen …"),
            "post.spread": tr("Auf die Serie übertragen …"),
            "post.chain": tr("Zur Serie"),
            "post.unchain": tr("Aus der Serie lösen"),
        }
        return [
            slot,
            *((words[name], partial(self.ask, CHAINED[name]), "") for name in words if not why[name]),
        ]
