# SPDX-License-Identifier: EUPL-1.2
"""Lets editor and library ask for pictures made from words; what makes them is imported with the first wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.ui.widgets.controls.button import Button
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.editor.page import EditorPage
    from kalender.ui.pictures.library.page import LibraryPage
    from kalender.ui.shell.workplace import Workplace


def open_tile(work: Workplace, post: str = "", picture: str = "") -> None:
    """Open the dialog: for a post, for a tile that is made again, or for the library alone."""
    from kalender.ui.shell.tiles.desk import TileDesk

    TileDesk(work).open(post, picture)


def new_tile(work: Workplace) -> None:
    """Make a picture from words: for the post in the editor where that is in front, else for the library."""
    editor = work.visits.editor
    in_front = editor is not None and work.window.pages.key == "editor"
    open_tile(work, editor.session.id if editor is not None and in_front else "")


def reach_editor(page: EditorPage, work: Workplace) -> None:
    """Let the strip of a post ask for tiles."""
    page.tile_wanted.connect(lambda post, picture: open_tile(work, post, picture))


def reach_library(page: LibraryPage, work: Workplace) -> None:
    """Put the button beside the one that reads pictures in, and let a tile be made again."""
    button = Button(work.theme, tr("Kachel aus Text …"), icon="ri.layout-masonry-line")
    button.clicked.connect(lambda _checked=False: open_tile(work))
    page.bar.second.addWidget(button)
    page.details.tile_wanted.connect(lambda picture: open_tile(work, picture=picture))
