# SPDX-License-Identifier: EUPL-1.2
"""What the application does with a plan that cannot be opened normally: read it only, or show the ways out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.app.opening import Reading
from kalender.app.single import ring
from kalender.domain.refusal import RefusalKind, Refused
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.app.desktop import Desktop
    from kalender.services.rescue.inspection import Trouble
    from kalender.services.rescue.rescue import Rescue
    from kalender.ui.rescue.window import RescueWindow


class Troubled:
    """The rescue window of an application, and what the window of a plan says while it is only read."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self.window: RescueWindow | None = None
        self.handed_over = False

    @property
    def settled(self) -> bool:
        """Tell whether nothing needs to be shown in the place of a plan that was not opened."""
        return self.handed_over or self.window is not None

    def take(self, folder: Path, refusal: Refused, *, said: bool) -> None:
        """Show the ways out of a refusal to open a plan; where there are none, tell why, if that is to be said.

        A plan that another window has open is brought to the front there; handed_over: nobody needs this one any more.
        """
        desktop = self._desktop
        if refusal.kind is RefusalKind.PLAN_IN_USE and ring(folder):
            self.handed_over = desktop.front() is None
            desktop.tell(tr("Der Plan ist schon offen. Sein Fenster ist jetzt vorn."))
        else:
            from kalender.services.rescue.inspection import trouble_of

            trouble = trouble_of(refusal, folder)
            if trouble is not None:
                self.show(folder, trouble)
            elif said:
                desktop.tell(sentence(refusal))

    def show(self, folder: Path, trouble: Trouble | None = None) -> None:
        """Show the ways out for a plan; trouble: damage unless told otherwise."""
        from kalender.services.rescue.inspection import Trouble
        from kalender.ui.rescue.window import RescueWindow

        self.close()
        desktop = self._desktop
        trouble = trouble or Trouble.DAMAGED
        rescue, stop = self._rescue()
        window = RescueWindow(desktop.theme, rescue, desktop.jobs, folder, trouble, stop=stop)
        window.open_wanted.connect(desktop.open)
        window.look_wanted.connect(lambda chosen: desktop.open(chosen, look=True))
        window.other_wanted.connect(desktop.ask_plan)
        window.new_wanted.connect(lambda: desktop.show_start(wizard=True))
        self.window = window
        window.resize(window.sizeHint())
        window.show()

    def _rescue(self) -> tuple[Rescue, Callable[[], None]]:
        from kalender.app.rescuing import OwnChild, rescue_for
        from kalender.formats.catalogue import load
        from kalender.jobs.pool import InlineWorker
        from kalender.services.clock import SystemClock

        desktop = self._desktop
        catalogue = load(desktop.places.formats, desktop.places.format_copy)
        clock = desktop.clock or SystemClock()
        if isinstance(desktop.worker, InlineWorker):
            return rescue_for(catalogue, desktop.places, desktop.worker, clock), lambda: None
        child = OwnChild()
        return rescue_for(catalogue, desktop.places, child, clock), child.stop

    def tell_reading(self, why: Reading) -> None:
        """Say in the window of the plan that it is only read, why, and what helps."""
        from kalender.ui.shell.reading import only_read
        from kalender.wording.rescue.reading import LINKS, WHY

        desktop = self._desktop
        if desktop.place is None or desktop.house is None:
            return
        folder = desktop.house.folder
        verbs: dict[str, Callable[[], object]] = {
            Reading.LOCKED: lambda: self._copy(folder),
            Reading.CHOSEN: lambda: desktop.open(folder, again=True),
            Reading.FULL: lambda: desktop.open(folder, again=True),
        }
        link = tr(LINKS[why]) if why in LINKS else ""
        only_read(desktop.place.window, tr(WHY[why]), link=link, clicked=verbs.get(why))

    def _copy(self, folder: Path) -> None:
        """Copy a plan that can only be read to a place where it can be written, and open it there."""
        desktop = self._desktop
        rescue, _stop = self._rescue()
        desktop.jobs.run(
            tr("Der Plan wird an einen beschreibbaren Ort kopiert"),
            lambda job: rescue.copy(folder, None, job.report),
            done=desktop.open,
            failed=desktop.failed,
        )

    def close(self) -> None:
        """Close the rescue window."""
        if self.window is not None:
            window, self.window = self.window, None
            window.close()
            window.deleteLater()
