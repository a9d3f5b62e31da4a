# SPDX-License-Identifier: EUPL-1.2
"""Connects the box of films in the library with the work beside the window."""

from __future__ import annotations

from collections.abc import Callable

from kalender.jobs.jobs import Jobs
from kalender.services.films.films import Films
from kalender.ui.pictures.library.filming import Filming
from kalender.ui.pictures.library.page import LibraryPage
from kalender.wording.tr import tr


def wire(page: LibraryPage, films: Films, jobs: Jobs, warn: Callable[[str], object]) -> Filming:
    """Let films be chosen on the page; warn says why one was not taken, or whatever else the page could not do."""
    page.refused.connect(warn)

    def beside(label: str, work: Callable[[], object], done: Callable[[object], object]) -> None:
        jobs.run(
            label,
            lambda _job: work(),
            done=done,
            failed=lambda error: warn(tr("Das Einlesen ist misslungen: {error}").format(error=error)),
        )

    found = Filming(films, page.details.film, page.shown, beside, page)
    found.refused.connect(warn)
    return found
