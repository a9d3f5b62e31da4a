# SPDX-License-Identifier: EUPL-1.2
"""picture.tile_back: places were covered in the picture behind a tile after the tile was made, which still shows them."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.rules.picture.places import spot_at
from kalender.domain.tiles.tile import covers_mark


def find(case: Case) -> Iterator[Spot]:
    """Places were covered in the picture behind a tile after the tile was made, which still shows them."""
    for shown in case.pictures:
        tile = shown.picture
        if tile is None or not tile.tile_back:
            continue
        back = case.around.pictures.get(tile.tile_back)
        if back is not None and covers_mark(back) not in {"", tile.tile_covers}:
            yield spot_at(shown, back=back.name)


RULE = Rule("picture.tile_back", Severity.ERROR, find, "DSGVO Art. 5 Abs. 1; KunstUrhG § 22")
