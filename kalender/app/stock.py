# SPDX-License-Identifier: EUPL-1.2
"""Puts together what is at hand for writing, when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.formats.wordstock import stock
from kalender.services.templates.cabinet import Cabinet
from kalender.services.templates.checklists import Checklists
from kalender.services.templates.library import Library
from kalender.services.templates.lists import Lists

if TYPE_CHECKING:
    from kalender.app.house import House


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
