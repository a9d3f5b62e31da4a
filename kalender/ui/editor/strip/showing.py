# SPDX-License-Identifier: EUPL-1.2
"""The pictures of a post as tiles of the strip."""

from __future__ import annotations

from kalender.domain.content import Surroundings, alt_text
from kalender.domain.post import Post, Version
from kalender.ui.editor.strip.tiles import TILE, Tile
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.pictures import cover
from kalender.ui.widgets.preview.making import ImageOf
from kalender.wording.pictures import alt_state, licence_state
from kalender.wording.tr import tr

Described = tuple[str, bool, int]
"""The alt text of a picture, whether it only decorates, and the most letters."""


def tiles_of(
    post: Post,
    version: Version | None,
    around: Surroundings,
    image_of: ImageOf,
    theme: Theme,
    ratio: float,
    limit: int,
) -> tuple[list[Tile], dict[str, Described]]:
    """Return a tile for each picture in its order, and what is said of it. ratio: pixels of the screen a point."""
    tiles: list[Tile] = []
    texts: dict[str, Described] = {}
    width, height = theme.px(TILE.width()), theme.px(TILE.height())
    for attachment in post.arranged(version):
        picture = around.pictures.get(attachment.picture)
        if picture is None:
            missing = ("err", tr("Bild fehlt"))
            tiles.append(Tile(attachment=attachment.id, picture="", alt=missing, licence=missing))
            continue
        shown = picture.shaped((TILE.width(), TILE.height()))
        image = image_of(shown.id, 2 * width)
        tiles.append(
            Tile(
                attachment=attachment.id,
                picture=picture.id,
                pixmap=cover(image, width, height, focus=shown.focus, ratio=ratio),
                alt=alt_state(attachment, picture),
                licence=licence_state(picture),
                hidden=version is not None and attachment.id in version.hidden,
                made=bool(picture.tile),
            )
        )
        texts[attachment.id] = (alt_text(attachment, picture), attachment.decorative, limit)
    return tiles, texts
