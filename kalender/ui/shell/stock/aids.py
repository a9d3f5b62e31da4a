# SPDX-License-Identifier: EUPL-1.2
"""What the editor is given to help with writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.formats.schema import shipped
from kalender.formats.wordstock import emoji
from kalender.ui.editor.blocks.aids import Aids
from kalender.ui.editor.blocks.emoji import RECENT

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def writing_aids(work: Workplace) -> Aids:
    """Return the aids over the plan that is open; which emoji were used last is remembered on this computer."""

    def remember(letter: str) -> None:
        rest = tuple(item for item in work.preferences.values.emoji_recent if item != letter)
        work.preferences.change(emoji_recent=(letter, *rest)[:RECENT])

    return Aids(
        stock=lambda: work.house.stock,
        emoji=shipped()(emoji),
        recent=lambda: work.preferences.values.emoji_recent,
        remember=remember,
        manage=lambda: work.visits.perform_elsewhere("tools.templates"),
    )
