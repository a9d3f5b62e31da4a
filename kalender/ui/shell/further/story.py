# SPDX-License-Identifier: EUPL-1.2
"""Builds „Frühere Stände“ of a post and hears what it wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.ui.past.story.page import StoryPage
from kalender.ui.shell.further.listed import Built
from kalender.ui.shell.further.naming import names_of

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    page = StoryPage(work.theme, work.house.past.states, names_of(work.house))
    page.back.connect(work.window.go_back)
    page.open_post.connect(work.visits.open_post)
    page.refused.connect(work.window.warn)
    return Built(page, page)
