# SPDX-License-Identifier: EUPL-1.2
"""Builds the page „Alle Beiträge prüfen“: the checks run beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kalender.ui.checking.page import ChecksPage
from kalender.ui.shell.further.listed import Built

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    page = ChecksPage(work.theme, work.jobs, work.house.checks)
    page.wanted.connect(work.visits.open_post)
    page.refused.connect(work.window.warn)
    return Built(page, page)
