# SPDX-License-Identifier: EUPL-1.2
"""Builds what rescues plans that cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kalender.app.paths import Paths
    from kalender.formats.catalogue import Catalogue
    from kalender.services.clock import Clock
    from kalender.services.ports import PictureWorker
    from kalender.services.rescue.rescue import Rescue


def rescue_for(catalogue: Catalogue, places: Paths, worker: PictureWorker, clock: Clock) -> Rescue:
    """Return the ways out for plans of this computer."""
    from kalender.services.rescue.rescue import Rescue
    from kalender.wording.rescue.report import RescueNotes

    return Rescue(
        catalogue.formats,
        catalogue.platforms_by_id,
        worker,
        clock,
        RescueNotes(),
        homes=places.homes,
    )
