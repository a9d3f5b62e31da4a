# SPDX-License-Identifier: EUPL-1.2
"""Builds what rescues plans that cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from kalender.app.paths import Paths
    from kalender.formats.catalogue import Catalogue
    from kalender.jobs.pool import PicturePool
    from kalender.services.clock import Clock
    from kalender.services.ports import FollowedWorker
    from kalender.services.rescue.rescue import Rescue

T = TypeVar("T")


class OwnChild:
    """A child process for each call, so that whoever waits for a damaged file can end it at any moment."""

    def __init__(self) -> None:
        self._pool: PicturePool | None = None

    def call(self, func: Callable[..., T], *args: object, timeout: float = 10.0) -> T:
        """Return func(*args) as done in a child; see kalender.services.ports.PictureWorker."""
        return self._alone(lambda pool: pool.call(func, *args, timeout=timeout))

    def follow(
        self, func: Callable[..., T], *args: object, timeout: float, hear: Callable[[int, int], object]
    ) -> T:
        """Return func(*args, tell=…) as done in a child; see kalender.services.ports.FollowedWorker."""
        return self._alone(lambda pool: pool.follow(func, *args, timeout=timeout, hear=hear))

    def _alone(self, work: Callable[[PicturePool], T]) -> T:
        from kalender.jobs.pool import PicturePool

        self._pool = pool = PicturePool(1)
        try:
            return work(pool)
        finally:
            pool.close()

    def stop(self) -> None:
        """End the child: the call under way raises WorkerDied. From any thread."""
        if self._pool is not None:
            self._pool.close()


def rescue_for(catalogue: Catalogue, places: Paths, worker: FollowedWorker, clock: Clock) -> Rescue:
    """Return the ways out for plans of this computer."""
    from kalender.services.backups.places import backup_places
    from kalender.services.rescue.rescue import Rescue
    from kalender.settings.preferences import PreferenceFile
    from kalender.wording.rescue.report import RescueNotes

    chosen = PreferenceFile(places.preferences).values
    return Rescue(
        catalogue.formats,
        catalogue.platforms_by_id,
        worker,
        clock,
        RescueNotes(),
        homes=places.homes,
        backup_places=lambda folder: (
            backup_places(folder, chosen.backup_folder, chosen.second_backup_folder).all
        ),
    )
