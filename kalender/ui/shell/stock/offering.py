# SPDX-License-Identifier: EUPL-1.2
"""Templates and blocks as the search offers them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from kalender.ui.shell.search.offers import Group, Offer
from kalender.wording.templates.purposes import PURPOSES, purpose_words
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def offers(work: Workplace) -> Iterator[Offer]:
    """Yield templates that begin a post, and blocks where a post is being written.

    Their kind stands first, so that a post found by the same word is not pushed away by a template of that name.
    """
    from kalender.ui.shell.stock.making import begin

    library = work.house.stock.library
    for item in library.templates.offered():
        yield Offer(
            key=f"template:{item.id}",
            group=Group.TEMPLATE,
            words=tr("Vorlage: {name}").format(name=item.name),
            icon=PURPOSES[item.purpose][1],
            hint=purpose_words(item.purpose),
            run=partial(begin, work, item.id),
        )
    editor = work.visits.editor
    if editor is None or work.window.pages.key != "editor" or editor.blocks.why_not():
        return
    for block in library.blocks.offered():
        yield Offer(
            key=f"block:{block.id}",
            group=Group.BLOCK,
            words=tr("Baustein: {name}").format(name=block.name),
            icon="ri.file-text-line",
            hint=block.abbreviation,
            run=partial(editor.blocks.insert, block.id),
        )
