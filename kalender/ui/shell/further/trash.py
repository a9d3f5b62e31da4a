# SPDX-License-Identifier: EUPL-1.2
"""Builds the trash, hears what it wants, and lets files go that nothing needs any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kalender.jobs.jobs import Job
from kalender.services.past.sweeping import SweepReport
from kalender.ui.past.trash.page import TrashPage
from kalender.ui.shell.further.listed import Built
from kalender.ui.shell.further.naming import names_of
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    page = TrashPage(work.theme, work.house.past.trash, names_of(work.house).person)
    page.story_wanted.connect(work.visits.open_story)
    page.refused.connect(work.window.warn)
    sweep(work, page.reload)
    return Built(page, page)


def sweep(work: Workplace, then: Callable[[], object] = lambda: None) -> None:
    """Look beside the window for files of deleted pictures that nothing needs any more."""
    from kalender.services.backups.places import backup_places

    past, chosen = work.house.past, work.preferences.values
    if not past.sweeping.anything:
        return
    places = backup_places(work.house.folder, chosen.backup_folder, chosen.second_backup_folder)

    def look(_job: Job) -> SweepReport:
        return past.sweep(places)

    work.jobs.run(
        tr("Papierkorb wird nachgesehen"), look, done=lambda _report: then(), failed=lambda _error: None
    )
