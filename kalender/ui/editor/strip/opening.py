# SPDX-License-Identifier: EUPL-1.2
"""Where a picture of a post is worked on: a photo on the crop page, one made from words in its dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kalender.ui.editor.page import EditorPage


def open_picture(page: EditorPage, attachment: str) -> None:
    """Have a picture cropped; a tile, which has a layout for each format, is made again instead."""
    if attachment and _made(page, attachment):
        open_tile(page, attachment)
    elif attachment and page.session.flush():
        page.open_cropper.emit(page.session.id, attachment)


def open_tile(page: EditorPage, attachment: str) -> None:
    """Have a tile made again, or with no attachment a new one."""
    if page.session.flush():
        page.tile_wanted.emit(page.session.id, _made(page, attachment))


def _made(page: EditorPage, attachment: str) -> str:
    """Return the picture of an attachment where it is made from words, else nothing."""
    used = {item.id: item.picture for item in page.session.post.attachments}
    found = page.showing.around.pictures.get(used.get(attachment, ""))
    return found.id if found is not None and found.tile else ""
