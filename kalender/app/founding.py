# SPDX-License-Identifier: EUPL-1.2
"""Founds a plan: a folder that has none gets one, and it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kalender.app.house import House, NewId, furnish, new_id
from kalender.domain.journal.record import Record
from kalender.domain.plan import Channel, Municipality, Person, Topic
from kalender.formats.catalogue import load
from kalender.services.acting.desk import Desk
from kalender.services.clock import Clock, SystemClock
from kalender.services.ports import PictureWorker
from kalender.store.plan_file import PlanFile


def create_plan(
    folder: Path,
    municipality: Municipality,
    channels: Sequence[Channel],
    people: Sequence[Person],
    *,
    worker: PictureWorker,
    topics: Sequence[Topic] = (),
    clock: Clock | None = None,
    cache: Path | None = None,
    user_formats: Path | None = None,
    format_copy: Path | None = None,
    allow_synced: bool = False,
    make_id: NewId = new_id,
) -> House:
    """Create a plan in a folder that has none and open it. Raises Refused PLAN_EXISTS, PLAN_IN_SYNCED_FOLDER, DISK_FULL."""
    catalogue = load(user_formats, format_copy)
    store = PlanFile.create(
        folder, formats=catalogue.formats, platforms=catalogue.platforms_by_id, allow_synced=allow_synced
    )
    try:
        the_clock = clock or SystemClock()
        desk = Desk(store, lambda: the_clock.local(municipality.zone))
        records: list[Record] = [municipality, *channels, *people, *topics]
        with desk.action("plan.created", title=municipality.title) as act:
            for record in records:
                act.put(record)
        return furnish(
            store, folder, catalogue, the_clock, worker=worker, person=None, cache=cache, make_id=make_id
        )
    except BaseException:
        store.close()
        raise
