# SPDX-License-Identifier: EUPL-1.2
"""What the page Kalender says to the shell."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kalender.ui.calendar.frame import Frame


class Speaking(Frame):
    """Signals speak of posts by id; the shell knows which page answers.

    chain_wanted: what is wanted of a post and its series or event (repeat, spread, show, release, delete), and its id.
    offered: see Performs of the shell. refused: a sentence, why something was not done. counted: the legend is another. made_complete: holidays and
    other layers are read.
    """

    open_post = Signal(str)
    review_wanted = Signal(str)
    story_wanted = Signal(str)
    export_wanted = Signal(list)
    chain_wanted = Signal(str, str)
    refused = Signal(str)
    offered = Signal(object)
    counted = Signal()
    made_complete = Signal()

    def opened(self, id_: str) -> None:
        """Open a post."""
        self.open_post.emit(id_)

    def reviewed(self, id_: str) -> None:
        """Show a post to its reviewer."""
        self.review_wanted.emit(id_)

    def looked_back(self, id_: str) -> None:
        """Show the earlier states of a post."""
        self.story_wanted.emit(id_)

    def exported(self, ids: list[str]) -> None:
        """Export posts."""
        self.export_wanted.emit(ids)

    def chained(self, verb: str, id_: str) -> None:
        """Do something with a post and what it belongs to."""
        self.chain_wanted.emit(verb, id_)

    def refuse(self, reason: str) -> None:
        """Say why something was not done."""
        self.refused.emit(reason)
