# SPDX-License-Identifier: EUPL-1.2
"""Builds the archive and hears what it wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.ui.past.archive.page import ArchivePage
from kalender.ui.shell.further.listed import Built

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    past = work.house.past
    page = ArchivePage(work.theme, past.archiving, past.records, work.jobs)
    page.month_wanted.connect(work.visits.show_year)
    page.said.connect(work.window.say)
    page.refused.connect(work.window.warn)
    return Built(page, page)
