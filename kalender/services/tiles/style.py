# SPDX-License-Identifier: EUPL-1.2
"""The colours, the coat of arms and the sender of tiles: kept in the plan, the same for all who work on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kalender.domain.picture import Licence, People, Picture
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.tiles.contrast import colour, written
from kalender.domain.tiles.tile import HouseStyle
from kalender.services.acting.desk import Desk
from kalender.services.pictures import Pictures, RefusedPicture
from kalender.services.plan_view import PlanView
from kalender.services.ports import PictureWorker, WorkerDied
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:
    from kalender.media.taking import Taken

COLOURS = ("ground", "ink", "accent")
DRAWING = ".svg"
PATIENCE = 20.0
"""Seconds for a drawing, which may be anything."""


class Style:
    """set and set_arms are one action each; take_arms touches no plan and may run in any thread."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        pictures: Pictures,
        worker: PictureWorker,
        new_id: Callable[[], str],
    ) -> None:
        self._store, self._desk, self._plan = store, desk, plan
        self._pictures, self._worker, self._new_id = pictures, worker, new_id

    @property
    def now(self) -> HouseStyle:
        """How tiles look at present."""
        return self._store.get(HouseStyle, "style") or HouseStyle()

    @property
    def sender(self) -> str:
        """What stands at the foot of tiles."""
        return self.now.sender or self._plan.municipality.title

    def arms(self) -> Picture | None:
        """Return the picture of the coat of arms, None where there is none or it lies in the trash."""
        id_ = self.now.arms
        return self._store.get(Picture, id_) if id_ else None

    def set(self, **values: str) -> None:
        """Set ground, ink, accent (#0B4F57), arms_note or sender. Raises Refused BAD_COLOUR, UNKNOWN_FIELD."""
        known = {*COLOURS, "arms_note", "sender"}
        clean: dict[str, str] = {}
        for key, text in values.items():
            if key not in known:
                raise Refused(RefusalKind.UNKNOWN_FIELD, field=key, known=sorted(known))
            clean[key] = " ".join(text.split())
            if key in COLOURS:
                clean[key] = checked(text)
        with self._desk.action("style.changed") as act:
            act.put(replace(act.find(HouseStyle, "style") or HouseStyle(), **clean))

    def take_arms(self, path: Path) -> Taken:
        """Put the file of a coat of arms onto the shelf, a drawing (SVG) as a large picture. Raises Refused ARMS_UNREADABLE."""
        from kalender.exchange.printed import PrintFailed
        from kalender.exchange.tiles import drawn_arms

        if path.suffix.lower() != DRAWING:
            return self._taken(path, path.name)
        with TemporaryDirectory(prefix="kalender-wappen-", ignore_cleanup_errors=True) as place:
            picture = Path(place) / f"{path.stem}.png"
            try:
                picture.write_bytes(self._worker.call(drawn_arms, path, timeout=PATIENCE))
            except (PrintFailed, WorkerDied, OSError) as error:
                raise Refused(RefusalKind.ARMS_UNREADABLE, name=path.name) from error
            return self._taken(picture, path.name)

    def _taken(self, path: Path, name: str) -> Taken:
        found = self._pictures.take(path)
        if isinstance(found, RefusedPicture):
            raise Refused(RefusalKind.ARMS_UNREADABLE, name=name)
        return found

    def set_arms(self, path: Path, taken: Taken) -> None:
        """Make a file that was taken the coat of arms, as a picture of the plan; one that is there already is not kept twice."""
        found = taken.inspection
        known = next(
            (item for item in self._store.all(Picture) if item.sha256 == taken.sha256 and not item.companion),
            None,
        )
        with self._desk.action("style.arms") as act:
            picture = known or Picture(
                id=self._new_id(),
                sha256=taken.sha256,
                name=path.name,
                suffix=found.kind.value,
                width=found.width,
                height=found.height,
                bytes=found.bytes,
                alt=f"Wappen: {self._plan.municipality.title}",
                licence=Licence.OWN,
                people=People.NONE,
            )
            act.put(picture)
            act.put(replace(act.find(HouseStyle, "style") or HouseStyle(), arms=picture.id))

    def remove_arms(self) -> None:
        """Show no coat of arms any more; its picture stays in the library."""
        with self._desk.action("style.arms") as act:
            act.put(replace(act.find(HouseStyle, "style") or HouseStyle(), arms=""))


def checked(text: str) -> str:
    """Return a colour as #0B4F57; raises Refused BAD_COLOUR."""
    found = colour(text)
    if found is None:
        raise Refused(RefusalKind.BAD_COLOUR, text=text)
    return written(found)
