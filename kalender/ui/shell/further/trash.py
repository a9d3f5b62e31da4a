# SPDX-License-Identifier: EUPL-1.2
"""Builds the trash, hears what it wants, and lets files go that nothing needs any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.ui.past.trash.page import TrashPage
from kalender.ui.shell.further.listed import Built
from kalender.ui.shell.further.naming import names_of

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    page = TrashPage(work.theme, work.house.past.trash, names_of(work.house).person)
    page.story_wanted.connect(work.visits.open_story)
    page.refused.connect(work.window.warn)
    return Built(page, page)
