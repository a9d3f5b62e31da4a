# SPDX-License-Identifier: EUPL-1.2
"""Puts together what few visits need, when it is asked for: what is at hand for writing, tiles, what was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.formats import wordstock
from kalender.formats.schema import shipped
from kalender.services.templates.cabinet import Cabinet
from kalender.services.templates.checklists import Checklists
from kalender.services.templates.library import Library
from kalender.services.templates.lists import Lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kalender.app.house import House
    from kalender.services.past.everything import Past
    from kalender.services.past.records import YearRecord
    from kalender.services.tiles.making import Tiles


stock = shipped()(wordstock.stock)


def cabinet_of(house: House) -> Cabinet:
    """Return it over the plan of a house."""
    return Cabinet(
        library=Library(house.store, house.desk, house.plan, stock, house.make_id),
        checklists=Checklists(house.desk, house.posts.now, house.make_id),
        lists=Lists(
            house.store,
            house.desk,
            house.plan,
            lambda: stock().lists,
            lambda first, last: house.layers.between(first, last).meetings,
        ),
    )


def tiles_of(house: House) -> Tiles:
    """Return what makes pictures from words."""
    from kalender.formats.tiles import tile_stock
    from kalender.services.tiles.making import Tiles

    return Tiles(
        house.store,
        house.desk,
        house.plan,
        house.pictures,
        house.worker,
        house.make_id,
        shipped()(tile_stock),
    )


def past_of(house: House) -> Past:
    """Return timeline, earlier states, trash and archive."""
    from kalender.services.past.everything import Past

    def words(year: YearRecord) -> Mapping[str, Mapping[str, str]]:
        from kalender.wording.past.records import files

        return files(year)

    return Past(house.store, house.desk, house.plan, house.clock, house.pictures.shelf, words)
