# SPDX-License-Identifier: EUPL-1.2
"""Builds the page Sicherungen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kalender.ui.backups.page import BackupsPage
from kalender.ui.shell.further.listed import Built

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def build(work: Workplace) -> Built:
    """Return the page over the backups of the plan that is open."""
    page = BackupsPage(
        work.theme,
        keeper=work.keeper,
        jobs=work.jobs,
        now=work.house.posts.now,
        saved=work.visits.flush,
        open_folder=_open,
    )
    page.said.connect(work.window.say)
    page.refused.connect(work.window.warn)
    page.second_chosen.connect(lambda folder: work.preferences.change(second_backup_folder=folder))
    return Built(page, page)


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
