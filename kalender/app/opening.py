# SPDX-License-Identifier: EUPL-1.2
"""Opens plans for the window: to be written, or where that is not possible and reading is, to be read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.app.house import House, NewId, open_house
from kalender.app.paths import SAMPLE_MARK
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.clock import Clock, SystemClock
from kalender.store import place

if TYPE_CHECKING:
    from kalender.app.paths import Paths
    from kalender.services.ports import PictureWorker


class Reading(StrEnum):
    """Why a plan is only read."""

    LOCKED = "locked"
    NEWER = "newer"
    CHOSEN = "chosen"
    FULL = "full"


class Opener:
    """Opens plans of this computer. clock: instead of the one that a plan has."""

    def __init__(self, places: Paths, worker: PictureWorker, clock: Clock | None, make_id: NewId) -> None:
        self._places, self._worker, self._clock, self._make_id = places, worker, clock, make_id

    def open(self, folder: Path, *, look: bool = False) -> tuple[House, Reading | None]:
        """Open a plan, and tell why it is only read, if it is. look: only read it.

        Raises Refused where neither is possible.
        """
        if look:
            return self._house(folder, read_only=True, newer=True, allow_synced=True), Reading.CHOSEN
        try:
            house = self._house(folder)
        except Refused as refusal:
            return self._read(folder, refusal)
        if place.writable(folder):
            return house, None
        house.close()
        return self._house(folder, read_only=True), Reading.LOCKED

    def _read(self, folder: Path, refusal: Refused) -> tuple[House, Reading]:
        if refusal.kind is RefusalKind.PLAN_READ_ONLY:
            return self._house(folder, read_only=True), Reading.LOCKED
        if refusal.kind is RefusalKind.PLAN_NEWER:
            try:
                return self._house(folder, read_only=True, newer=True), Reading.NEWER
            except Refused:
                raise refusal from None
        if refusal.kind in {RefusalKind.DISK_FULL, RefusalKind.WRITE_FAILED}:
            return self._house(folder, read_only=True), Reading.FULL
        raise refusal

    def _house(
        self, folder: Path, *, read_only: bool = False, newer: bool = False, allow_synced: bool = False
    ) -> House:
        return open_house(
            folder,
            worker=self._worker,
            clock=self._clock_for(folder),
            read_only=read_only,
            newer=newer,
            cache=self._places.thumbnails,
            user_formats=self._places.formats,
            format_copy=self._places.format_copy,
            allow_synced=allow_synced,
            make_id=self._make_id,
        )

    def _clock_for(self, folder: Path) -> Clock:
        """Return the clock of a plan: the sample stands still on its day, so that its December stays lively."""
        if self._clock is not None:
            return self._clock
        if (folder / SAMPLE_MARK).exists():
            from kalender.app.sample.build import today
            from kalender.services.clock import FixedClock

            return FixedClock(today())
        return SystemClock()
