# SPDX-License-Identifier: EUPL-1.2
"""Opens plans for the command line: the clock, the folders of this user, and children that look at foreign files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.app.house import House, open_house
from kalender.app.paths import paths
from kalender.domain.plan import Channel, Municipality, Person
from kalender.formats.catalogue import Catalogue, load
from kalender.jobs.pool import InlineWorker, PicturePool
from kalender.services.clock import Clock, FixedClock, SystemClock

if TYPE_CHECKING:
    from kalender.services.backups.places import Places
    from kalender.services.rescue.rescue import Rescue


class Console:
    """Makes and opens plans; close() ends the child processes.

    now: a local time at which the clock stands still. pool: where foreign files are looked at; its own by default.
    """

    def __init__(self, now: datetime | None = None, pool: PicturePool | InlineWorker | None = None) -> None:
        self._clock: Clock = SystemClock() if now is None else FixedClock(now)
        self._pool = pool or PicturePool()
        self._paths = paths()

    def catalogue(self) -> Catalogue:
        """Return the platforms and formats of this computer."""
        return load(self._paths.formats, self._paths.format_copy)

    def open(self, folder: Path, *, person: str | None = None, read_only: bool = False) -> House:
        """Open a plan; raises Refused like open_house."""
        return open_house(
            folder,
            worker=self._pool,
            clock=self._clock,
            person=person,
            read_only=read_only,
            cache=self._paths.thumbnails,
            user_formats=self._paths.formats,
            format_copy=self._paths.format_copy,
        )

    def backup_places(self, folder: Path) -> Places:
        """Return where the backups of the plan in a folder go: beside it, or as chosen on this computer."""
        from kalender.services.backups.places import backup_places
        from kalender.settings.preferences import PreferenceFile

        chosen = PreferenceFile(self._paths.preferences).values
        return backup_places(folder, chosen.backup_folder, chosen.second_backup_folder)

    def create(
        self,
        folder: Path,
        municipality: Municipality,
        channels: Sequence[Channel],
        people: Sequence[Person],
    ) -> House:
        """Make a plan and open it; raises Refused like create_plan."""
        from kalender.app.founding import create_plan

        return create_plan(
            folder,
            municipality,
            channels,
            people,
            worker=self._pool,
            clock=self._clock,
            cache=self._paths.thumbnails,
            user_formats=self._paths.formats,
            format_copy=self._paths.format_copy,
        )

    def sample(self, folder: Path) -> House:
        """Write the sample plan and return it open; raises Refused like create_plan."""
        from kalender.app.sample.build import write

        return write(folder, worker=self._pool, cache=self._paths.thumbnails)

    def rescue(self) -> Rescue:
        """Return the ways out for plans that cannot be opened."""
        from kalender.app.rescuing import rescue_for

        return rescue_for(self.catalogue(), self._paths, self._pool, self._clock)

    def close(self) -> None:
        """End the child processes."""
        self._pool.close()
