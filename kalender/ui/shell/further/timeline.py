# SPDX-License-Identifier: EUPL-1.2
"""Builds „Was ist passiert?“ and hears what it wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.ui.past.timeline.page import TimelinePage
from kalender.ui.shell.further.listed import Built
from kalender.ui.shell.further.naming import names_of

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    past = work.house.past
    page = TimelinePage(
        work.theme,
        timeline=past.timeline,
        taking_back=past.taking_back,
        states=past.states,
        names=names_of(work.house),
        now=work.house.posts.now,
    )
    page.open_post.connect(work.visits.open_post)
    page.open_story.connect(work.visits.open_story)
    page.refused.connect(work.window.warn)
    return Built(page, page)
