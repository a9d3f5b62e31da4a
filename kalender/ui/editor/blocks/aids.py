# SPDX-License-Identifier: EUPL-1.2
"""What the editor is given to help with writing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kalender.formats.wordstock import Emoji
from kalender.services.templates.cabinet import Cabinet


@dataclass(frozen=True, slots=True)
class Aids:
    """What helps with writing; each is asked for when it is needed.

    stock: templates, blocks and lists. emoji: those there are; recent: those used last; remember: another one was used.
    manage: opens the page of templates and blocks.
    """

    stock: Callable[[], Cabinet]
    emoji: Callable[[], Sequence[Emoji]]
    recent: Callable[[], Sequence[str]]
    remember: Callable[[str], object]
    manage: Callable[[], object]
